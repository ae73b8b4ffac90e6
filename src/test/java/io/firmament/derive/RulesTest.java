package io.firmament.derive;

import static io.firmament.Fixtures.evidence;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.firmament.FirmamentException;
import io.firmament.Fixtures;
import io.firmament.store.Store;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.QueryFactory;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RulesTest {

    private static final String PAT = "ex:pat a fm:Person ; rdfs:label \"Pat\"@en , \"帕特\"@zh-Hans .\n";
    private static final String STATED = evidence(1, 9, "stated");

    @TempDir
    private Path folder;

    private static String said(String slug, String kind, String subject, String object, String rest) {
        return "ex:%s a fm:Statement ; fm:kind kind:%s ; fm:subject ex:%s ; fm:object ex:%s ; %s .\n"
                .formatted(slug, kind, subject, object, rest);
    }

    private static String stated(String kind, String subject, String object) {
        return said(subject + "-" + kind + "-" + object, kind, subject, object, STATED);
    }

    private static String on(String date, String kind, String subject, String object) {
        return said(subject + "-" + kind + "-" + object, kind, subject, object, "fm:date \"" + date + "\" ; " + STATED);
    }

    /** The rows of a query over what the rules make of some Turtle, short. */
    private Set<String> rows(String turtle, String query) {
        try (var store = Fixtures.derived(folder, turtle)) {
            return rows(store, query);
        }
    }

    private static Set<String> rows(Store store, String query) {
        var parsed = QueryFactory.create("""
                PREFIX fm: <https://w3id.org/firmament/ontology#>
                PREFIX kind: <https://w3id.org/firmament/ontology/kind/>
                PREFIX ex: <https://example.org/>
                PREFIX oa: <http://www.w3.org/ns/oa#>
                PREFIX org: <http://www.w3.org/ns/org#>
                PREFIX schema: <https://schema.org/>
                """ + query);
        return store.read(view -> view.select(parsed).rows().stream()
                .map(row -> parsed.getResultVars().stream()
                        .map(v -> row.containsKey(v) ? shortForm(row.get(v)) : "-")
                        .collect(Collectors.joining(" ")))
                .collect(Collectors.toCollection(TreeSet::new)));
    }

    private static String shortForm(Node node) {
        return node.isURI() ? node.getURI().replaceFirst("^.*[/#]", "") : node.isBlank() ? "_" : node.getLiteralLexicalForm();
    }

    /** The direct edges from and to Pat. */
    private Set<String> edgesOfPat(String turtle) {
        return rows(PAT + turtle, "SELECT ?edge ?to WHERE { ?card fm:edgeProperty ?edge . ex:pat ?edge ?to }");
    }

    @Nested
    class DateBounds {

        @ParameterizedTest
        @CsvSource({
            "2023, 2023-01-01, 2023-12-31",
            "2024-H1, 2024-01-01, 2024-06-30",
            "2024-H2, 2024-07-01, 2024-12-31",
            "2024-Q1, 2024-01-01, 2024-03-31",
            "2024-Q2, 2024-04-01, 2024-06-30",
            "2024-Q3, 2024-07-01, 2024-09-30",
            "2024-Q4, 2024-10-01, 2024-12-31",
            "2024-01, 2024-01-01, 2024-01-31",
            "2023-02, 2023-02-01, 2023-02-28",
            "2024-02, 2024-02-01, 2024-02-29",
            "1900-02, 1900-02-01, 1900-02-28",
            "2000-02, 2000-02-01, 2000-02-29",
            "2024-04, 2024-04-01, 2024-04-30",
            "2024-12, 2024-12-01, 2024-12-31",
            "2024-02-29, 2024-02-29, 2024-02-29"
        })
        void aDateMeansItsFirstAndLastDay(String date, String earliest, String latest) {
            assertEquals(
                    Set.of(earliest + " " + latest),
                    rows(on(date, "rivalry", "acme", "beta"), "SELECT ?e ?l WHERE { ex:acme-rivalry-beta fm:earliest ?e ; fm:latest ?l }"));
        }

        @Test
        void aStartBoundsBelowAndAnEndAbove() {
            var rows = rows(
                    said("x", "rivalry", "acme", "beta", "fm:start \"2020\" ; fm:end \"2024-02\" ; " + STATED),
                    "SELECT ?e ?l WHERE { ex:x fm:earliest ?e ; fm:latest ?l }");
            assertEquals(Set.of("2020-01-01 2024-02-29"), rows);
        }

        @Test
        void anEndAloneTellsNoEarliestDay() {
            var rows = rows(
                    said("x", "rivalry", "acme", "beta", "fm:end \"2024\" ; " + STATED),
                    "SELECT ?bound ?day WHERE { VALUES ?bound { fm:earliest fm:latest } ex:x ?bound ?day }");
            assertEquals(Set.of("latest 2024-12-31"), rows);
        }

        @Test
        void boundsThatACuratorWroteAreKept() {
            var rows = rows(
                    said("x", "rivalry", "acme", "beta", "fm:date \"2024\" ; fm:latest \"2024-05-05\"^^xsd:date ; " + STATED),
                    "SELECT ?e ?l WHERE { ex:x fm:earliest ?e ; fm:latest ?l }");
            assertEquals(Set.of("2024-01-01 2024-05-05"), rows);
        }

        @Test
        void theDateOfAnEventHasBoundsToo() {
            var rows = rows("", "SELECT ?e ?l WHERE { ex:seed-round fm:earliest ?e ; fm:latest ?l }");
            assertEquals(Set.of("2024-01-01 2024-03-31"), rows);
        }
    }

    @Nested
    class Evidence {

        @Test
        void anEvidenceIsNamedByItsStatementArticleAndSpan() {
            try (var store = Fixtures.derived(folder, stated("rivalry", "acme", "beta"))) {
                assertEquals(
                        Set.of("https://example.org/acme-rivalry-beta/acme-hires/1-9"),
                        rows(store, "SELECT (STR(?e) AS ?s) WHERE { ex:acme-rivalry-beta fm:evidence ?e . ?e a fm:Evidence }"));
            }
        }

        @Test
        void aSpanOnASelectorIsLiftedToTheEvidenceAndTheSelectorIsGone() {
            var turtle = said("x", "rivalry", "acme", "beta", "fm:evidence [ oa:hasSource ex:article ; fm:certainty kind:stated ;"
                    + " oa:hasSelector [ a oa:TextPositionSelector ; oa:start 3 ; oa:end 7 ] ]");
            assertEquals(Set.of("3-7 3 7"), rows(turtle, "SELECT ?e ?s ?t WHERE { ex:x fm:evidence ?e . ?e oa:start ?s ; oa:end ?t }"));
            assertEquals(Set.of(), rows(turtle, "SELECT ?s WHERE { { ?s a oa:TextPositionSelector } UNION { ?x oa:hasSelector ?s } }"));
        }

        @Test
        void anEvidenceWithAnIriKeepsIt() {
            var turtle = said("x", "rivalry", "acme", "beta", "fm:evidence ex:mine")
                    + "ex:mine oa:hasSource ex:article ; oa:start 3 ; oa:end 7 ; fm:certainty kind:stated .";
            assertEquals(Set.of("mine"), rows(turtle, "SELECT ?e WHERE { ex:x fm:evidence ?e }"));
        }

        @Test
        void nothingThatIsServedIsAnonymous() {
            assertEquals(Set.of(), rows(stated("rivalry", "acme", "beta"), "SELECT ?s ?p WHERE { ?s ?p ?o FILTER ( isBlank(?s) || isBlank(?o) ) }"));
        }
    }

    @Test
    void applyingTheRulesTwiceChangesNothing() {
        var turtle = PAT + on("2024-02", "joining", "pat", "acme") + stated("leaving", "pat", "beta") + stated("rivalry", "beta", "acme");
        try (var store = Fixtures.derived(folder, turtle)) {
            var once = triples(store);
            store.write(Rules.from(Fixtures.ONTOLOGY.resolve("rules"))::apply);
            assertEquals(once, triples(store));
        }
    }

    private static Set<Triple> triples(Store store) {
        return store.read(view -> view.construct(QueryFactory.create("CONSTRUCT WHERE { ?s ?p ?o }")).collect(Collectors.toSet()));
    }

    @Nested
    class Asserted {

        @ParameterizedTest
        @ValueSource(strings = {"stated", "reported", "estimated"})
        void whatIsPutForwardAsAFactIsDrawn(String certainty) {
            assertEquals(Set.of("worksFor acme"), edgesOfPat(said("x", "role", "pat", "acme", evidence(1, 9, certainty))));
        }

        @ParameterizedTest
        @ValueSource(strings = {"forecast", "opinion", "denied"})
        void whatIsNotIsNotDrawn(String certainty) {
            assertEquals(Set.of(), edgesOfPat(said("x", "role", "pat", "acme", evidence(1, 9, certainty))));
        }

        @Test
        void onePassageThatAssertsIsEnough() {
            assertEquals(Set.of("worksFor acme"),
                    edgesOfPat(said("x", "role", "pat", "acme", evidence(1, 9, "denied") + " ; " + evidence(20, 30, "stated"))));
        }

        @Test
        void whatIsDeprecatedIsNotDrawnAndStays() {
            var turtle = said("x", "role", "pat", "acme",
                    "fm:rank kind:deprecated ; fm:reason \"Wrong.\"@en ; fm:decidedBy \"us\" ; " + STATED);
            assertEquals(Set.of(), edgesOfPat(turtle));
            assertEquals(Set.of("x"), rows(PAT + turtle, "SELECT ?x WHERE { ?x fm:rank kind:deprecated }"));
        }

        @ParameterizedTest
        @ValueSource(strings = {"ex:x fm:contradicts ex:y .", "ex:y fm:contradicts ex:x ."})
        void aPreferredStatementOutvotesWhatItContradictsWhicheverSaysSo(String contradiction) {
            var turtle = said("x", "role", "pat", "acme", STATED)
                    + said("y", "role", "pat", "beta", "fm:rank kind:preferred ; " + STATED) + contradiction;
            assertEquals(Set.of("worksFor beta"), edgesOfPat(turtle));
        }

        @Test
        void aContradictionThatNobodyDecidedLeavesBothDrawn() {
            var turtle = said("x", "role", "pat", "acme", "fm:contradicts ex:y ; " + STATED) + said("y", "role", "pat", "beta", STATED);
            assertEquals(Set.of("worksFor acme", "worksFor beta"), edgesOfPat(turtle));
        }

        @Test
        void anEndingThatIsOnlyForecastEndsNothing() {
            var turtle = stated("role", "pat", "acme") + said("x", "leaving", "pat", "acme", evidence(1, 9, "forecast"));
            assertEquals(Set.of("worksFor acme"), edgesOfPat(turtle));
        }
    }

    @Nested
    class Edges {

        @Test
        void joiningDrawsWhereToAndWhereFrom() {
            assertEquals(Set.of("worksFor acme", "workedFor beta"),
                    edgesOfPat(said("x", "joining", "pat", "acme", "fm:origin ex:beta ; " + STATED)));
        }

        @Test
        void leavingEndsTheEdge() {
            assertEquals(Set.of("workedFor acme"), edgesOfPat(stated("joining", "pat", "acme") + stated("leaving", "pat", "acme")));
        }

        @Test
        void anEndingAfterTheJoiningEndsTheEdge() {
            assertEquals(Set.of("workedFor acme"),
                    edgesOfPat(on("2023-05", "joining", "pat", "acme") + on("2024-01", "leaving", "pat", "acme")));
        }

        @Test
        void anEndingBeforeTheJoiningDoesNot() {
            assertEquals(Set.of("workedFor acme", "worksFor acme"),
                    edgesOfPat(on("2024-05", "joining", "pat", "acme") + on("2023", "leaving", "pat", "acme")));
        }

        @Test
        void anEndingThatMayHaveComeAfterTheJoiningEndsTheEdge() {
            assertEquals(Set.of("workedFor acme"),
                    edgesOfPat(on("2024", "joining", "pat", "acme") + on("2024-08", "leaving", "pat", "acme")));
        }

        @Test
        void anEndingThatMayHaveComeBeforeTheReturnDoesNot() {
            assertEquals(Set.of("workedFor acme", "worksFor acme"),
                    edgesOfPat(on("2024-06", "returning", "pat", "acme") + on("2024", "leaving", "pat", "acme")));
        }

        @Test
        void anEndingElsewhereDoesNot() {
            assertEquals(Set.of("workedFor beta", "worksFor acme"),
                    edgesOfPat(stated("joining", "pat", "acme") + stated("leaving", "pat", "beta")));
        }

        @Test
        void anEndingAtTheFirmEndsTheEdgeToItsUnit() {
            assertEquals(Set.of("workedFor acme"), edgesOfPat(stated("role", "pat", "laboratory") + stated("leaving", "pat", "acme")));
        }

        @Test
        void anEndingAtTheUnitDoesNotEndTheEdgeToTheFirm() {
            assertEquals(Set.of("workedFor laboratory", "worksFor acme"),
                    edgesOfPat(stated("role", "pat", "acme") + stated("leaving", "pat", "laboratory")));
        }

        @Test
        void whoReturnsAfterLeavingWorksThereAgainEvenWithoutDates() {
            assertEquals(Set.of("workedFor acme", "worksFor acme"),
                    edgesOfPat(stated("leaving", "pat", "acme") + stated("returning", "pat", "acme")));
            assertEquals(Set.of("workedFor acme", "worksFor acme"),
                    edgesOfPat(on("2023", "leaving", "pat", "acme") + on("2024", "returning", "pat", "acme")));
        }

        @Test
        void whoLeavesAfterReturningDoesNot() {
            assertEquals(Set.of("workedFor acme"),
                    edgesOfPat(on("2023", "returning", "pat", "acme") + on("2024", "leaving", "pat", "acme")));
        }

        @Test
        void aCareerTellsOfEachStepWhenItEnded() throws IOException {
            var career = Files.readString(Path.of("queries/hires/career.rq")).replace("$person", "<https://example.org/pat>");
            var turtle = PAT + on("2015-03", "joining", "pat", "acme")
                    + said("first-leaving", "leaving", "pat", "acme", "fm:date \"2018-05\" ; " + STATED)
                    + on("2020-01", "returning", "pat", "acme")
                    + said("second-leaving", "leaving", "pat", "acme", "fm:date \"2022-06\" ; " + STATED)
                    + on("2021-02", "role", "pat", "laboratory")
                    + on("2023-01", "joining", "pat", "beta");
            assertEquals(
                    Set.of("pat-joining-acme 2018-05-31", "pat-returning-acme 2022-06-30", "pat-role-laboratory 2022-06-30", "pat-joining-beta -",
                            "first-leaving -", "second-leaving -"),
                    rows(turtle, career.replaceFirst("SELECT .*", "SELECT DISTINCT ?statement ?ended")));
        }

        @Test
        void rivalryIsDrawnBothWaysAndAComparisonOneWay() {
            var turtle = PAT + stated("rivalry", "pat", "bo") + stated("comparison", "pat", "rain");
            assertEquals(Set.of("pat competesWith bo", "bo competesWith pat", "pat outranks rain"), rows(turtle,
                    "SELECT ?a ?edge ?b WHERE { VALUES ?edge { fm:competesWith fm:outranks } ?a ?edge ?b FILTER ( ex:pat IN ( ?a , ?b ) ) }"));
        }

        @Test
        void establishingDrawsTheUnitAsAPartOfTheFirm() {
            assertEquals(Set.of("partOf beta"),
                    rows(stated("establishing", "beta", "laboratory") + "ex:laboratory-of-acme fm:rank kind:deprecated .",
                            "SELECT ?edge ?to WHERE { VALUES ?edge { fm:partOf } ex:laboratory ?edge ?to }"));
        }

        @Test
        void aFigureAndAMentionDrawNothing() {
            assertEquals(Set.of(), edgesOfPat("ex:m a fm:Statement ; fm:kind kind:mention ; fm:subject ex:pat ; " + STATED + " ."));
        }
    }

    @Test
    void standardEdgesStandBesideOurs() {
        var turtle = PAT + stated("role", "pat", "acme") + stated("founding", "pat", "beta");
        assertEquals(Set.of("worksFor acme", "memberOf acme"),
                rows(turtle, "SELECT ?p ?o WHERE { VALUES ?p { schema:worksFor org:memberOf } ex:pat ?p ?o }"));
        assertEquals(Set.of("acme hasMember pat", "beta founder pat"),
                rows(turtle, "SELECT ?s ?p ?o WHERE { VALUES ?p { org:hasMember schema:founder } ?s ?p ?o FILTER ( ?o = ex:pat ) }"));
        assertEquals(Set.of("Person"), rows(turtle, "SELECT ?c WHERE { ex:pat a ?c FILTER ( ?c = schema:Person ) }"));
    }

    @Test
    void aRuleThatIsNoUpdateIsRefusedByFileAndLine() throws IOException {
        Files.writeString(folder.resolve("10-wrong.ru"), "INSERT {\n ?s ?p }");
        var error = assertThrows(FirmamentException.class, () -> Rules.from(folder));
        assertTrue(error.getMessage().startsWith("10-wrong.ru:2: "), error.getMessage());
    }

    @Test
    void aFolderThatIsMissingIsRefusedByName() {
        var error = assertThrows(FirmamentException.class, () -> Rules.from(folder.resolve("nowhere")));
        assertTrue(error.getMessage().contains("nowhere"), error.getMessage());
    }
}
