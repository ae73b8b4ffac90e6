package io.firmament;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.firmament.vocab.FM;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The graph in the terms of others: the same facts, all of them, and no more. Some five seconds. */
class StandardTermsTest {

    private static final Path QUERIES = Path.of("src/test/resources/standard");
    private static final String PREFIXES = """
            PREFIX fm: <https://w3id.org/firmament/ontology#>
            PREFIX foaf: <http://xmlns.com/foaf/0.1/>
            PREFIX owl: <http://www.w3.org/2002/07/owl#>
            PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
            PREFIX schema: <https://schema.org/>
            PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
            """;

    private static KnowledgeGraph graph;

    @BeforeAll
    static void open() {
        graph = KnowledgeGraph.open();
    }

    @AfterAll
    static void close() {
        graph.close();
    }

    private static Set<String> rows(String query) {
        var answer = graph.query(query);
        return answer.table().rows().stream()
                .map(row -> answer.columns().stream().map(column -> "" + row.get(column)).toList().toString())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @TestFactory
    Stream<DynamicTest> aQueryInStandardTermsFindsWhatOursFind() throws IOException {
        try (var files = Files.list(QUERIES)) {
            var standard = files.filter(file -> !file.toString().endsWith("-ours.rq")).sorted().toList();
            assertTrue(standard.size() >= 12, standard::toString);
            return standard.stream().map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> {
                var query = Files.readString(file);
                assertFalse(query.contains("w3id.org/firmament"), "only the terms of others");
                var found = rows(query);
                assertFalse(found.isEmpty());
                assertEquals(rows(Files.readString(Path.of(file.toString().replace(".rq", "-ours.rq")))), found);
            }));
        }
    }

    /** The properties of others that an alignment leads to, with what says so. */
    private static Set<String> aligned() {
        return graph.query(PREFIXES + """
                SELECT DISTINCT ?other WHERE {
                  ?property rdfs:subPropertyOf|owl:inverseOf|fm:impliesInverse ?other
                  FILTER ( !STRSTARTS(STR(?other), STR(fm:)) )
                }""").rows().stream().map(row -> row.iri("other").orElseThrow()).collect(Collectors.toCollection(TreeSet::new));
    }

    @TestFactory
    Stream<DynamicTest> aFactHasItsStandardFormAndNothingElseHasIt() {
        var aligned = aligned();
        assertTrue(aligned.size() > 15, aligned::toString);
        return aligned.stream().map(property -> DynamicTest.dynamicTest(property, () -> {
            var expected = new TreeSet<String>();
            var sources = graph.query(PREFIXES + "SELECT ?source ?way WHERE { ?source ?way <" + property
                    + "> FILTER ( ?way IN ( rdfs:subPropertyOf, owl:inverseOf, fm:impliesInverse ) ) }").rows();
            for (var row : sources) {
                var forward = row.iri("way").orElseThrow().endsWith("subPropertyOf");
                expected.addAll(pairs(row.iri("source").orElseThrow(), forward, fits(property)));
            }
            assertFalse(expected.isEmpty(), "an alignment of nothing");
            assertEquals(expected, pairs(property, true, ""));
        }));
    }

    private static Set<String> pairs(String property, boolean forward, String fits) {
        return rows("SELECT ?s ?o WHERE { " + (forward ? "?s <" + property + "> ?o" : "?o <" + property + "> ?s") + fits + " }");
    }

    /** That both ends are of the classes that a property asks for, if it asks for any. */
    private static String fits(String property) {
        var fits = new StringBuilder();
        for (var end : new String[][] {{"domain", "?s"}, {"range", "?o"}}) {
            graph.query(PREFIXES + "SELECT ?class WHERE { <" + property + "> rdfs:" + end[0] + " ?class }")
                    .forEach(row -> fits.append(" . ").append(end[1]).append(" a <").append(row.iri("class").orElseThrow()).append(">"));
        }
        return fits.toString();
    }

    @Test
    void classesOfOthersHoldWhatOursHold() {
        var classes = graph.query(PREFIXES + """
                SELECT ?ours ?theirs WHERE {
                  ?ours rdfs:subClassOf ?theirs FILTER ( STRSTARTS(STR(?ours), STR(fm:)) && !STRSTARTS(STR(?theirs), STR(fm:)) )
                }""").rows();
        assertTrue(classes.size() > 10, classes::toString);
        for (var row : classes) {
            var theirs = row.iri("theirs").orElseThrow();
            var ours = rows(PREFIXES + "SELECT DISTINCT ?it WHERE { ?it a ?ours . ?ours rdfs:subClassOf <" + theirs
                    + "> FILTER ( STRSTARTS(STR(?ours), \"" + FM.NS + "\") ) }");
            assertEquals(ours, rows("SELECT ?it WHERE { ?it a <" + theirs + "> }"), theirs);
        }
    }

    @Test
    void onlyVerifiedIdentityIsTheSame() {
        assertEquals(rows(PREFIXES + "SELECT ?s ?o { ?s a fm:Entity ; skos:exactMatch ?o }"), rows(PREFIXES + "SELECT ?s ?o { ?s schema:sameAs ?o }"));
    }

    @Test
    void whoIsNoAgentIsNotMadeOne() {
        assertEquals(Set.of(), rows(PREFIXES + "SELECT ?it { ?it a foaf:Agent , fm:Product }"));
        assertEquals(Set.of(), rows(PREFIXES + "SELECT ?it { { ?it schema:worksFor ?o } UNION { ?o schema:employee ?it } ?it a fm:Group }"));
        assertEquals(Set.of(), rows(PREFIXES + "SELECT ?it { ?x schema:manufacturer ?it . ?it a fm:Person }"));
    }
}
