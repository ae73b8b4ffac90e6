package io.firmament.link;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.firmament.FirmamentException;
import io.firmament.Fixtures;
import io.firmament.vocab.FM;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NamesTest {

    private static final String ENTITY = FM.Entity.getURI();
    private static final String PERSON = FM.NS + "Person";
    private static final String ORGANIZATION = FM.NS + "Organization";

    private static Names names;

    @BeforeAll
    static void readNames(@TempDir Path folder) {
        try (var store = Fixtures.derived(folder, """
                ex:zoe a fm:Person ; rdfs:label "Zoé Ångström"@en , "佐伊"@zh-Hans ; skos:altLabel "Robotics fan"@en .
                ex:smith-a a fm:Person ; rdfs:label "John Smith"@en , "史密斯甲"@zh-Hans .
                ex:smith-b a fm:Person ; rdfs:label "John Smith"@en , "史密斯乙"@zh-Hans .
                ex:fan a fm:Organization ; fm:kind kind:firm ; rdfs:label "Robotics"@en , "机器人"@zh-Hans .
                <https://w3id.org/firmament/id/ours> a fm:Organization ; fm:kind kind:firm ; rdfs:label "Ours"@en , "我们"@zh-Hans .
                """)) {
            names = store.read(Names::from);
        }
    }

    private static List<String> found(String text) {
        return names.search(text, ENTITY, 10).stream().map(m -> m.iri().replace(Fixtures.EX, "") + " " + m.how()).toList();
    }

    private static String resolved(String text, String thingClass) {
        return names.resolve(text, thingClass).replace(Fixtures.EX, "");
    }

    @Test
    void aSlugThatLacksItsLastWordIsNear(@TempDir Path folder) {
        try (var store = Fixtures.derived(folder, """
                @prefix id: <https://w3id.org/firmament/id/> .
                id:orbit-ai a fm:Organization ; rdfs:label "Orbit AI"@en , "轨道AI"@zh-Hans .
                id:orbis a fm:Organization ; rdfs:label "Orbis"@en , "奥比斯"@zh-Hans .
                id:orbital-park a fm:Organization ; rdfs:label "Orbital Park"@en , "轨道园"@zh-Hans .
                """)) {
            var near = store.read(Names::from).near(FM.ID + "orbit", 5).stream().map(Match::iri).toList();
            assertEquals(List.of(FM.ID + "orbis", FM.ID + "orbit-ai"), near);
        }
    }

    @ParameterizedTest(name = "\"{0}\" is \"{1}\"")
    @CsvSource({
        "OpenAI, openai", // case
        "ＯｐｅｎＡＩ, openai", // full width
        "Zoé Ångström, zoeangstrom", // accents
        "'01.AI', 01ai", // punctuation
        "'  a\u3000b\tc ', abc", // spaces, an ideographic one among them
        "⼈⼯智能, 人工智能", // Kangxi radicals, as PDF files have them
        "ﬁrm, firm", // ligature
        "埃隆·马斯克, 埃隆马斯克",
        "百川智能（Baichuan）, 百川智能baichuan",
    })
    void namesThatReadTheSameFoldToTheSame(String written, String folded) {
        assertEquals(folded, Names.fold(written));
        assertEquals(folded, Names.fold(folded), "folding twice changes nothing");
    }

    @ParameterizedTest
    @CsvSource({"acme robotics", "ACME", "艾可美机器人", "艾可美機器人", "ａｃｍｅ", "https://example.org/acme", "acme"})
    void anEntityIsFoundByAnyOfItsNamesInAnyScript(String text) {
        assertEquals("acme", resolved(text, ORGANIZATION));
    }

    @Test
    void exactNamesComeBeforeStartsAndStartsBeforeInsides() {
        assertEquals(List.of("fan EXACT", "zoe START", "acme INSIDE"), found("Robotics"));
    }

    @Test
    void ofTheNamesThatFitOneThingTheBestCounts() {
        assertEquals("acme EXACT", found("acme").get(0));
        assertEquals(1, found("acme").stream().filter(f -> f.startsWith("acme ")).count());
    }

    @Test
    void noMoreThanTheLimitIsFound() {
        assertEquals(1, names.search("o", ENTITY, 1).size());
    }

    @Test
    void aMatchTellsWhatIsNeededToChoose() {
        var match = names.search("艾可美機器人", ENTITY, 1).get(0);
        assertEquals("Acme Robotics", match.label());
        assertEquals("艾可美机器人", match.labelZh());
        assertEquals(Set.of("firm"), match.kinds());
        assertEquals("艾可美機器人", match.name());
        assertTrue(match.types().containsAll(Set.of(ENTITY, ORGANIZATION)));
    }

    @Test
    void nothingAndMerePunctuationFindNothing() {
        assertEquals(List.of(), found(""));
        assertEquals(List.of(), found(" ·!"));
    }

    @Test
    void articlesAreFoundByIdentifierAndKindsByNotation() {
        assertEquals("article", resolved("acme-hires", FM.Article.getURI()));
        assertEquals(FM.KIND + "CNY", resolved("cny", FM.NS + "Kind"));
    }

    @Test
    void aSlugAndAPrefixedNameResolve() {
        assertEquals("four-walkers", resolved("four-walkers", ENTITY));
        assertEquals(FM.ID + "ours", resolved("id:ours", ORGANIZATION));
        assertEquals(FM.ID + "ours", resolved("ours", ORGANIZATION));
    }

    @Test
    void aSlugSettlesWhatANameLeavesOpen() {
        assertEquals("fan", resolved("Robotics", ORGANIZATION));
        assertEquals("smith-a", resolved("smith-a", PERSON));
    }

    @Test
    void aNameThatSeveralHaveIsRefusedWithTheCandidates() {
        var error = assertThrows(FirmamentException.class, () -> names.resolve("john smith", PERSON));
        assertEquals("\"john smith\" fits several; say which: smith-a (John Smith, 史密斯甲), smith-b (John Smith, 史密斯乙)", error.getMessage());
    }

    @Test
    void anUnknownNameIsRefusedWithSuggestions() {
        var error = assertThrows(FirmamentException.class, () -> names.resolve("smith", PERSON));
        assertEquals(
                "No person is named \"smith\". Did you mean: smith-a (John Smith, 史密斯甲), smith-b (John Smith, 史密斯乙)",
                error.getMessage());
    }

    @Test
    void aNameLikeNoOtherIsRefusedWithoutSuggestions() {
        var error = assertThrows(FirmamentException.class, () -> names.resolve("xyzzy", PERSON));
        assertEquals("No person is named \"xyzzy\".", error.getMessage());
    }

    @Test
    void aThingOfAnotherClassIsNotMeant() {
        assertThrows(FirmamentException.class, () -> names.resolve("Ann Lee", ORGANIZATION));
        assertThrows(FirmamentException.class, () -> names.resolve(Fixtures.EX + "ann", ORGANIZATION));
        assertEquals(List.of(), names.search("ann", ORGANIZATION, 10));
    }
}
