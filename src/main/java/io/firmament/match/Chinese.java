package io.firmament.match;

import com.github.houbb.opencc4j.util.ZhConverterUtil;
import com.github.houbb.pinyin.constant.enums.PinyinStyleEnum;
import com.github.houbb.pinyin.util.PinyinHelper;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Chinese characters: their simplified form, and how they are read, words and surnames taken into account. */
final class Chinese {

    private static final Pattern HAN = Pattern.compile("\\p{IsHan}+");
    private static final int LONGEST_SURNAME = 2;

    private static final Map<String, String> SURNAMES = new HashMap<>();

    static {
        Lines.of("surnames.txt").forEach(line -> SURNAMES.put(line.get(0), line.get(1)));
    }

    private Chinese() {}

    static boolean inHan(String text) {
        return HAN.matcher(text).find();
    }

    static boolean allHan(String text) {
        return HAN.matcher(text).matches();
    }

    static String simplified(String text) {
        return inHan(text) ? ZhConverterUtil.toSimple(text) : text;
    }

    /** The text with its characters in pinyin, without tones and blanks; what is not Chinese stays. */
    static String reading(String simplified) {
        return HAN.matcher(simplified).replaceAll(run -> syllables(run.group()));
    }

    /** A person's name in pinyin: the surname, then the given name; one part if it is no Chinese name. */
    static List<String> nameReading(String simplified) {
        if (!allHan(simplified) || simplified.length() < 2) {
            return List.of(reading(simplified));
        }
        var two = simplified.substring(0, LONGEST_SURNAME);
        var surname = simplified.length() > LONGEST_SURNAME && SURNAMES.containsKey(two) ? two : simplified.substring(0, 1);
        return List.of(
                SURNAMES.getOrDefault(surname, syllables(surname)), syllables(simplified.substring(surname.length())));
    }

    /** A reading as people write it: the vowel of 女 is v on keyboards, u without its dots, yu in passports. */
    static List<String> spellings(String reading) {
        var vowel = Pattern.compile("(?<=[nl])v").matcher(reading);
        return vowel.find() ? List.of(reading, vowel.replaceAll("u"), vowel.replaceAll("yu")) : List.of(reading);
    }

    private static String syllables(String han) {
        var pinyin = PinyinHelper.toPinyin(han, PinyinStyleEnum.NORMAL, "").replace("ü", "v");
        return Normalizer.normalize(pinyin, Normalizer.Form.NFC);
    }
}
