package io.firmament.link;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.firmament.Fixtures;
import io.firmament.match.EditDistance;
import io.firmament.store.Store;
import io.firmament.vocab.FM;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TermsTest {

    private static Terms terms;

    @BeforeAll
    static void readTerms() {
        try (var store = Store.inMemory()) {
            store.write(writer -> writer.add(Fixtures.ontology().graph()));
            terms = store.read(Terms::from);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "foundedBy, founded", "worksAt, worksFor", "WorksFor, worksFor", "wroksFor, worksFor", "invested, investedIn", "statement, Statement",
        "partof, partOf", "hasEvidence, evidence", "organisation, Organization"
    })
    void theNearestTermIsTheOneMeant(String wrong, String right) {
        assertEquals(FM.NS + right, terms.near(FM.NS + wrong, 3).get(0).iri());
    }

    @Test
    void aKindIsNearAKindAndATermATerm() {
        assertEquals(FM.KIND + "joining", terms.near(FM.KIND + "joinin", 1).get(0).iri());
        assertTrue(terms.near(FM.NS + "joinin", 5).stream().allMatch(term -> term.iri().startsWith(FM.NS)));
    }

    @Test
    void whatIsLikeNothingHasNothingNear() {
        assertEquals(0, terms.near(FM.NS + "qqqqqqqq", 3).size());
        assertEquals(2, terms.near(FM.NS + "date", 2).size());
    }

    @Test
    void termsKnowWhatTheyAreAndMean() {
        var worksFor = terms.all().stream().filter(term -> term.iri().equals(FM.NS + "worksFor")).findFirst().orElseThrow();
        assertTrue(worksFor.type().endsWith("#ObjectProperty"));
        assertEquals("works for", worksFor.label());
        assertTrue(!worksFor.labelZh().isEmpty() && worksFor.definition().endsWith("."));
    }

    @ParameterizedTest
    @CsvSource({"'', '', 0", "a, '', 1", "abc, abc, 0", "abc, acb, 1", "abc, abxc, 1", "kitten, sitting, 3", "ab, ba, 1"})
    void theDistanceCountsLetters(String one, String other, int distance) {
        assertEquals(distance, EditDistance.distance(one, other));
        assertEquals(distance, EditDistance.distance(other, one));
    }
}
