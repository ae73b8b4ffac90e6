package io.firmament.match;

import java.util.Locale;

/**
 * What a name and an entity can have to do with each other. A candidate's score is the product of the weights of its
 * features, so that each can be read off: below 1 it leaves something open, above 1 it confirms.
 */
public enum Feature {
    LABEL(1.00, "the name itself", "名称一致"),
    OTHER_NAME(0.98, "another name of it", "别名一致"),
    SPACING(0.99, "spaces, width, accents or signs differ", "空格、全半角、附加符号或标点不同"),
    SCRIPT(0.98, "traditional for simplified characters", "繁简不同"),
    LEGAL_FORM(0.94, "the legal form differs", "公司形式后缀不同"),
    PLACE(0.98, "a seat before the name", "名称前冠地名"),
    SHORT_NAME(0.92, "a shorter form of the name", "名称的简写"),
    TRADE_KNOWN(0.95, "a trade word that the entity has in another name", "行业用词见于该实体的其他名称"),
    TRADE_OPEN(0.75, "a trade word that the entity is not known by: perhaps another of its family", "未见于该实体名称的行业用词，或为同系他企"),
    READING(0.95, "the reading of the name in pinyin", "名称的拼音"),
    ORDER(0.97, "given name and surname in the other order", "姓名顺序相反"),
    HOMOPHONE(0.90, "one character differs and is read alike", "一字之差，读音相同"),
    HOMOPHONE_SHORT(0.72, "one character of a short name differs and is read alike", "短名称一字之差，读音相同"),
    MISSPELT(0.90, "one letter off", "差一个字母"),
    MISSPELT_MUCH(0.70, "two letters off, or one in a short name", "差两个字母，或短名称差一个字母"),
    PART(0.73, "a part of a person's name, or initials", "人名的一部分或首字母缩写"),
    JUDGED_SAME(1.00, "a curator decided that it is meant", "编者已定即指此"),
    JUDGED_UNSURE(0.80, "a curator left open whether it is meant", "编者未定是否指此"),
    JUDGED_DIFFERENT(0.00, "a curator decided that it is not meant", "编者已定并非指此"),
    JUDGED_OTHER(0.50, "a curator decided that another is meant", "编者已定另有所指"),
    ONLY_THERE(0.40, "a pseudonym or a description, which means nobody outside its article", "化名或描述，仅在该文内有所指"),
    OTHER_TYPE(0.40, "of another type than wanted", "类型不符"),
    CONTEXT_FITS(1.20, "the graph joins it with the context", "图谱中与所给语境相连"),
    CONTEXT_OPEN(0.80, "the graph does not join it with the context: perhaps a namesake", "图谱中与所给语境无关联，或为同名"),
    IDENTIFIER(1.20, "the identifier given is its own", "所给标识符即其本身"),
    IDENTIFIER_OTHER(0.80, "it is known by another identifier there", "已知其在该体系中另有标识符"),
    IDENTIFIER_ELSEWHERE(0.60, "the identifier given belongs to another", "所给标识符属于另一实体"),
    NAME_DIFFERS(0.65, "but the name is none of its names", "但名称并非其名称"),
    NAME_MISSING(0.65, "no name is given, only what belongs to it", "未给名称，仅有相关信息");

    private final double weight;
    private final String english;
    private final String chinese;

    Feature(double weight, String english, String chinese) {
        this.weight = weight;
        this.english = english;
        this.chinese = chinese;
    }

    /** Its name for programs, as in short-name. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** What a score is multiplied by. */
    public double weight() {
        return weight;
    }

    /**
     * What it says, in words.
     *
     * @param language a language tag; Chinese for those that begin with zh, else English
     */
    public String words(String language) {
        return language.startsWith("zh") ? chinese : english;
    }
}
