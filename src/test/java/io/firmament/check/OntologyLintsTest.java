package io.firmament.check;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.firmament.Fixtures;
import io.firmament.read.BatchReader;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The lints about the ontology itself, each on a small addition to it that is broken. */
class OntologyLintsTest {

    private static final String DEFINITION = "skos:definition \"Something new.\"@en , \"新的东西。\"@zh-Hans";
    private static final String WORDS = " rdfs:label \"new\"@en , \"新\"@zh-Hans ; " + DEFINITION + " .\n";

    @TempDir
    private Path folder;

    /** Rule, node and message of each finding. */
    private List<String> findings(String turtle) {
        var addition = new BatchReader().add(Fixtures.file(folder, "addition.ttl", turtle)).batch();
        return Fixtures.checker().check(addition).findings().stream()
                .map(f -> f.rule() + " " + f.node() + " " + f.message())
                .toList();
    }

    @Test
    void aCompleteAdditionIsWelcome() {
        assertEquals(List.of(), findings("""
                kind:partnership a fm:StatementKind ; skos:inScheme kind:statements ; fm:edgeCard card:new ;%s
                card:new a fm:EdgeCard ; fm:edgeFrom fm:subject ; fm:edgeTo fm:object ; fm:edgeProperty fm:competesWith .
                """.formatted(WORDS)));
    }

    @Test
    void aTermNeedsAnEnglishLabel() {
        assertEquals(
                List.of("term-without-words fm:New The term lacks its English label."),
                findings("fm:New a owl:Class ; rdfs:label \"新\"@zh-Hans ; " + DEFINITION + " ."));
    }

    @Test
    void aTermNeedsAChineseLabel() {
        assertEquals(
                List.of("term-without-words fm:isNew The term lacks its Chinese label."),
                findings("fm:isNew a owl:ObjectProperty ; rdfs:label \"new\"@en ; " + DEFINITION + " ."));
    }

    @Test
    void aTermNeedsADefinitionInBothLanguages() {
        assertEquals(
                List.of(
                        "term-without-words kind:new The term lacks its Chinese definition.",
                        "term-without-words kind:new The term lacks its English definition."),
                findings("kind:new a fm:Kind ; skos:inScheme kind:roles ; rdfs:label \"new\"@en , \"新\"@zh-Hans ."));
        assertEquals(
                List.of("term-without-words kind:new The term lacks its Chinese definition."),
                findings("kind:new a fm:Kind ; skos:inScheme kind:roles ; rdfs:label \"new\"@en , \"新\"@zh-Hans ;"
                        + " skos:definition \"Something new.\"@en ."));
    }

    @Test
    void aNoteIsInBothLanguagesIfThereIsOne() {
        assertEquals(
                List.of("term-without-words fm:New The term lacks its English note."),
                findings("fm:New a owl:Class ; skos:scopeNote \"不是旧的。\"@zh-Hans ;" + WORDS));
    }

    @Test
    void aKindBelongsToAScheme() {
        assertEquals(
                List.of("kind-without-scheme kind:new A kind belongs to one scheme: write skos:inScheme."),
                findings("kind:new a fm:Kind ;" + WORDS));
    }

    @Test
    void aDeprecatedTermSaysWhatReplacesItSinceWhenAndWhy() {
        var old = "fm:old a owl:ObjectProperty ; owl:deprecated true ;%s" + WORDS;
        var note = " <https://w3id.org/firmament/ontology/0.2.0> dcterms:isVersionOf <https://w3id.org/firmament/ontology> .\n"
                + "ex:change dcterms:isPartOf <https://w3id.org/firmament/ontology/0.2.0> ;"
                + " <http://www.w3.org/1999/02/22-rdf-syntax-ns#value> \"Renamed.\"@en , \"改名。\"@zh-Hans .";
        assertEquals(
                List.of(
                        "deprecated-without-replacement fm:old A deprecated term needs its dcterms:isReplacedBy, a term in force.",
                        "deprecated-without-replacement fm:old A deprecated term needs its skos:changeNote, of a version, in en.",
                        "deprecated-without-replacement fm:old A deprecated term needs its skos:changeNote, of a version, in zh-Hans."),
                findings(old.formatted("")));
        assertEquals(List.of(), findings(old.formatted(" dcterms:isReplacedBy fm:about ; skos:changeNote ex:change ;") + note));
        assertEquals(
                List.of("deprecated-without-replacement fm:old A deprecated term needs its skos:changeNote, of a version, in zh-Hans."),
                findings(old.formatted(" dcterms:isReplacedBy fm:about ; skos:changeNote ex:change ;")
                        + note.replace(" , \"改名。\"@zh-Hans", "")));
    }

    @Test
    void anEdgeCardIsCompleteAndUsed() {
        var message = "An edge card has one fm:edgeFrom, one fm:edgeTo and one fm:edgeProperty, and a kind of statement that uses it.";
        var kind = "kind:new a fm:StatementKind ; skos:inScheme kind:statements ; fm:edgeCard card:new ;" + WORDS;
        var finding = List.of("edge-card-incomplete https://w3id.org/firmament/ontology/card/new " + message);

        assertEquals(finding, findings(kind + "card:new a fm:EdgeCard ; fm:edgeFrom fm:subject ; fm:edgeTo fm:object ."));
        assertEquals(finding, findings(
                kind + "card:new a fm:EdgeCard ; fm:edgeFrom fm:subject ; fm:edgeTo fm:object ; fm:edgeProperty fm:makes , fm:raised ."));
        assertEquals(finding, findings(
                "card:new a fm:EdgeCard ; fm:edgeFrom fm:subject ; fm:edgeTo fm:object ; fm:edgeProperty fm:makes ."));
    }

    @Test
    void aMisspeltTermInACardIsUnknown() {
        assertEquals(
                List.of("unknown-term https://w3id.org/firmament/ontology/card/new fm:workedFro is not in the ontology:"
                        + " check its spelling, or add it as ontology/STYLE.md says."),
                findings("kind:new a fm:StatementKind ; skos:inScheme kind:statements ; fm:edgeCard card:new ;" + WORDS
                        + "card:new a fm:EdgeCard ; fm:edgeFrom fm:subject ; fm:edgeTo fm:object ; fm:edgeProperty fm:makes ;"
                        + " fm:endedBy fm:workedFro ."));
    }
}
