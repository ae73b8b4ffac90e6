package io.firmament.match;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.firmament.FirmamentException;
import io.firmament.Fixtures;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MatcherTest {

    private static Matcher matcher;

    @BeforeAll
    static void readNames(@TempDir Path folder) {
        try (var store = Fixtures.derived(folder, """
                ex:shan a fm:Person ; rdfs:label "Shan Tianming"@en , "单天明"@zh-Hans .
                ex:zeng a fm:Person ; rdfs:label "A."@en , "曾晓行"@zh-Hans .
                ex:xie a fm:Person ; rdfs:label "B."@en , "解立群"@zh-Hans .
                ex:qiu a fm:Person ; rdfs:label "C."@en , "仇英杰"@zh-Hans .
                ex:ou a fm:Person ; rdfs:label "D."@en , "区志航"@zh-Hans .
                ex:yuchi a fm:Person ; rdfs:label "E."@en , "尉迟恭明"@zh-Hans .
                ex:ouyang a fm:Person ; rdfs:label "F."@en , "欧阳修远"@zh-Hans .
                ex:lv a fm:Person ; rdfs:label "G."@en , "吕思远"@zh-Hans .
                ex:nolan a fm:Person ; rdfs:label "Theresa Van Nolan"@en , "特蕾莎·范诺兰"@zh-Hans .
                ex:kim-a a fm:Person ; rdfs:label "Kim Park"@en , "朴金"@zh-Hans .
                ex:kim-b a fm:Person ; rdfs:label "Kim Park"@en , "朴今"@zh-Hans .
                ex:kim-joins a fm:Statement ; fm:kind kind:joining ; fm:subject ex:kim-b ; fm:object ex:acme ; fm:date "2024-03" ;
                    fm:role kind:head ; %s .
                ex:cloud a fm:Organization ; fm:kind kind:firm ; rdfs:label "Cloudladder"@en , "云梯科技"@zh-Hans ; skos:altLabel "云梯"@zh-Hans .
                ex:stone a fm:Organization ; fm:kind kind:firm ; rdfs:label "Haishi Group"@en , "海石公司"@zh-Hans .
                ex:app a fm:Product ; fm:kind kind:app ; rdfs:label "Ladder"@en , "云梯APP"@zh-Hans .
                ex:model a fm:Product ; fm:kind kind:app ; rdfs:label "Walker-3 Large"@en , "行者3大模型"@zh-Hans .
                ex:judge-same a fm:IdentityJudgement ; fm:compares ex:beta ; fm:name "Bettaverk"@en ; fm:verdict kind:same ;
                    fm:reason "A slip."@en , "笔误。"@zh-Hans ; fm:decidedBy "us" ; dcterms:source ex:article .
                ex:judge-unsure a fm:IdentityJudgement ; fm:compares ex:beta ; fm:name "贝塔车间"@zh-Hans ; fm:verdict kind:unsure ;
                    fm:reason "Open."@en , "未定。"@zh-Hans ; fm:decidedBy "us" ; dcterms:source ex:article .
                ex:judge-different a fm:IdentityJudgement ; fm:compares ex:beta ; fm:name "BetaWorks"@en ; fm:verdict kind:different ;
                    fm:reason "Another firm."@en , "另一企业。"@zh-Hans ; fm:decidedBy "us" ; dcterms:source ex:article .
                """.formatted(Fixtures.evidence(38, 105, "stated")))) {
            matcher = store.read(Matcher::from);
        }
    }

    private static Matching match(String text, String type, String... context) {
        return matcher.match(matcher.mention(text, type, Arrays.asList(context)));
    }

    /** The verdict, the entity that comes first, and the features that were found. */
    private static String found(String text, String type, String... context) {
        var matching = match(text, type, context);
        if (matching.candidates().isEmpty()) {
            return "NONE";
        }
        var best = matching.candidates().get(0);
        return matching.verdict() + " " + best.iri().replace(Fixtures.EX, "") + " "
                + best.reasons().stream().map(reason -> reason.feature().name()).collect(Collectors.joining("+"));
    }

    @ParameterizedTest(name = "{0} [{1}]: {2}")
    @CsvSource({
        "Acme Robotics, organization, MATCH acme LABEL",
        "ACME, '', MATCH acme OTHER_NAME",
        "ＡＣＭＥ, '', MATCH acme OTHER_NAME+SPACING",
        "Ac-me, '', MATCH acme OTHER_NAME+SPACING",
        "雲梯, organization, MATCH cloud OTHER_NAME+SCRIPT",
        "'Acme Robotics Co., Ltd.', organization, MATCH acme LABEL+LEGAL_FORM",
        "Acme GmbH, organization, MATCH acme OTHER_NAME+LEGAL_FORM",
        "北京云梯科技有限公司, organization, MATCH cloud LABEL+PLACE+LEGAL_FORM",
        "云梯集团股份有限公司, organization, MATCH cloud OTHER_NAME+LEGAL_FORM",
        "海石有限公司, organization, MATCH stone LABEL+LEGAL_FORM",
        "Cloudladder Technologies, organization, MATCH cloud LABEL+TRADE_KNOWN",
        "云梯网络, organization, UNSURE cloud LABEL+TRADE_OPEN",
        "Cloudladder Software Inc., organization, UNSURE cloud LABEL+TRADE_OPEN",
        "云梯, product, MATCH app LABEL+SHORT_NAME",
        "Yunti Keji, organization, MATCH cloud LABEL+READING",
        "Cloudlader, organization, MATCH cloud LABEL+MISSPELT",
        "Clodladdre, organization, UNSURE cloud LABEL+MISSPELT_MUCH",
        "艾克美机器人, organization, MATCH acme LABEL+HOMOPHONE",
        "单天名, person, UNSURE shan LABEL+HOMOPHONE_SHORT",
        "Bettaverk, '', MATCH beta OTHER_NAME",
        "贝塔车间, '', UNSURE beta JUDGED_UNSURE",
        "Beta Works, organization, NONE",
        "Acme, person, NONE acme OTHER_NAME+OTHER_TYPE",
        "Rain, person, NONE rain LABEL+ONLY_THERE",
        "T. V. Nolan, person, UNSURE nolan LABEL+PART",
        "Nolan, person, UNSURE nolan LABEL+PART",
        "Theresa Nolan, person, NONE",
    })
    void eachFeatureIsNamed(String text, String type, String expected) {
        assertEquals(expected, found(text, type));
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({
        "Zeng Xiaoxing, zeng", "Xiaoxing Zeng, zeng", "ZENG Xiao-xing, zeng", "Zēng Xiǎoxíng, zeng", "zeng1 xiao3 xing2, zeng",
        "Xie Liqun, xie", "Qiu Yingjie, qiu", "Ou Zhihang, ou", "Yuchi Gongming, yuchi", "Gongming Yu Chi, yuchi",
        "Ouyang Xiuyuan, ouyang", "'Ou-Yang, Xiu-Yuan', ouyang", "Xiuyuan Ouyang, ouyang",
        "Lü Siyuan, lv", "Lyu Siyuan, lv", "LV Siyuan, lv", "Siyuan Lu, lv", "Tianming Shan, shan", "Lee Ann, ann",
    })
    void aPersonIsFoundByTheReadingOfTheSurnameInEitherOrder(String text, String expected) {
        assertEquals(expected, match(text, "person").match().orElseThrow().iri().replace(Fixtures.EX, ""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Dan Tianming", "Ceng Xiaoxing", "Jie Liqun", "Chou Yingjie", "Qu Zhihang", "Weichi Gongming", "Tian Mingshan", "Zengxiao Xing"})
    void aReadingThatNoSurnameHasMeansNobody(String text) {
        assertEquals(Matching.Verdict.NONE, match(text, "person").verdict());
    }

    @Test
    void nobodyGuessesOverATie() {
        var tie = match("Kim Park", "person");
        assertEquals(Matching.Verdict.UNSURE, tie.verdict());
        assertEquals(List.of("kim-a", "kim-b"), tie.candidates().stream().map(c -> c.iri().replace(Fixtures.EX, "")).toList());
        assertTrue(tie.match().isEmpty());
    }

    @Test
    void anEmployerInTheGraphSettlesATie() {
        assertEquals("MATCH kim-b LABEL+CONTEXT_FITS", found("Kim Park", "person", "艾可美机器人"));
    }

    @Test
    void anotherEmployerMakesANamesake() {
        assertEquals("UNSURE shan LABEL+CONTEXT_OPEN", found("单天明", "person", "Acme"));
        assertEquals("UNSURE shan LABEL+CONTEXT_OPEN", found("单天明", "person", "a firm that nobody knows"));
        assertEquals("NONE shan LABEL+HOMOPHONE_SHORT+CONTEXT_OPEN", found("单天名", "person", "Acme"));
    }

    @Test
    void aJudgementGoesBeforeWhatIsFound() {
        assertTrue(match("BetaWorks", "").candidates().isEmpty(), "judged to be another");
        assertEquals("MATCH beta LABEL+LEGAL_FORM", found("Beta Works Inc.", ""), "of which nobody judged");
    }

    @Test
    void anotherFigureIsAnotherModel() {
        assertEquals("MATCH model LABEL+SPACING", found("walker 3 large", "product"));
        assertEquals("NONE", found("Walker-4 Large", "product"));
        assertEquals("NONE", found("Walker-3 Larger", "product"));
    }

    @Test
    void theReasonsMakeTheScoreAndAreSaidInTwoLanguages() {
        var best = match("Cloudladder Software Inc.", "organization").candidates().get(0);
        assertEquals(best.score(), best.reasons().stream().mapToDouble(r -> r.feature().weight()).reduce(1, (a, b) -> a * b), 1e-9);
        assertEquals(List.of("the name itself (Cloudladder)", "a trade word that the entity is not known by: perhaps another of its family"),
                best.reasons().stream().map(reason -> reason.words("en")).toList());
        assertEquals("名称一致 (Cloudladder)", best.reasons().get(0).words("zh-Hans"));
        for (var feature : Feature.values()) {
            assertTrue(Chinese.inHan(feature.words("zh")) && !Chinese.inHan(feature.words("en")), feature.name());
        }
    }

    @Test
    void anUnknownTypeIsRefusedWithThoseThereAre() {
        var error = assertThrows(FirmamentException.class, () -> match("Acme", "planet"));
        assertTrue(error.getMessage().startsWith("No class or kind is called \"planet\". There are: "), error.getMessage());
        assertTrue(error.getMessage().contains("Organization") && error.getMessage().contains("firm"), error.getMessage());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "·", "😀", "\u202Eemca", "a\u0000b", "' OR 1=1", "<script>", "有限公司", "Inc.", "&&&", "+", "\uD800", "«»", "AND OR NOT", "*:*", "1 2 3"})
    void strangeTextsMeanNothing(String text) {
        assertEquals(Matching.Verdict.NONE, match(text, "").verdict());
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "字", "xian ", "有限公司", "😀", "\u202E", "é", "ﷺ"})
    void longTextsMeanNothingAndCostNothing(String part) {
        assertTimeout(Duration.ofSeconds(5), () -> {
            assertEquals(Matching.Verdict.NONE, match(part.repeat(10_000 / part.length()), "").verdict());
            assertEquals(Matching.Verdict.NONE, match(part.repeat(199 / part.length()), "").verdict());
        });
    }

    @Test
    void marksOfDirectionAndEmojiBesideANameDoNotHideIt() {
        assertEquals("acme", match("\u200FAcme\u202C 🚀", "").match().orElseThrow().iri().replace(Fixtures.EX, ""));
    }
}
