package io.firmament;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.firmament.query.Row;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.riot.out.NodeFmtLib;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the graph promises to whoever uses it, on the data that we ship. */
class PromisesTest {

    private static final String PREFIXES = """
            PREFIX oa: <http://www.w3.org/ns/oa#>
            PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
            PREFIX kind: <https://w3id.org/firmament/ontology/kind/>
            PREFIX fm: <https://w3id.org/firmament/ontology#>
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

    private static List<Row> rows(String query) {
        return graph.query(PREFIXES + query).rows();
    }

    /** With no blank node in it, the sorted N-Triples of a graph are its canonical form. */
    private static String canonical(KnowledgeGraph graph) {
        return graph.store().read(view -> {
            try (var triples = view.construct(QueryFactory.create("CONSTRUCT WHERE { ?s ?p ?o }"))) {
                return triples.map(PromisesTest::line).sorted().collect(Collectors.joining());
            }
        });
    }

    private static String line(Triple triple) {
        assertFalse(triple.getSubject().isBlank() || triple.getObject().isBlank(), () -> "anonymous: " + triple);
        return NodeFmtLib.strNT(triple.getSubject()) + " " + NodeFmtLib.strNT(triple.getPredicate()) + " "
                + NodeFmtLib.strNT(triple.getObject()) + " .\n";
    }

    @Test
    void theSameInputGivesTheSameGraphByteForByte(@TempDir Path folder) {
        var first = canonical(graph);
        try (var again = KnowledgeGraph.open()) {
            assertEquals(first, canonical(again));
        }
        try (var onDisk = KnowledgeGraph.with().store(folder).open()) {
            assertEquals(first, canonical(onDisk));
        }
        assertTrue(first.lines().count() > 5000);
    }

    @Test
    void everyDirectEdgeLeadsToAStatementWithItsPassage() {
        var edges = rows("""
                SELECT ?from ?edge ?to ( COUNT(?start) AS ?passages ) WHERE {
                  { SELECT DISTINCT ?edge WHERE { ?anyCard fm:edgeProperty ?edge } }
                  ?from ?edge ?to .
                  OPTIONAL {
                    ?card fm:edgeProperty ?edge ; fm:edgeFrom ?fromProperty ; fm:edgeTo ?toProperty .
                    ?statement fm:kind/fm:edgeCard ?card ; fm:asserted true ; ?fromProperty ?from ; ?toProperty ?to ;
                      fm:evidence ?evidence .
                    ?evidence oa:hasSource ?article ; oa:start ?start .
                  }
                } GROUP BY ?from ?edge ?to""");
        assertTrue(edges.size() > 300, () -> edges.size() + " edges");
        assertEquals(List.of(), edges.stream().filter(row -> row.number("passages").orElseThrow().signum() == 0).toList());
    }

    @Test
    void noEdgeRestsOnADenialAForecastAnOpinionOrADeprecatedStatement() {
        assertEquals(List.of(), rows("""
                SELECT ?statement WHERE {
                  ?statement fm:asserted true
                  FILTER ( EXISTS { ?statement fm:rank kind:deprecated }
                    || NOT EXISTS { ?statement fm:evidence/fm:certainty ?c FILTER ( ?c IN ( kind:stated, kind:reported, kind:estimated ) ) } )
                }"""));
        assertEquals(1, rows("SELECT ?s { ?s fm:subject <https://w3id.org/firmament/id/alibaba> ; fm:object <https://w3id.org/firmament/id/modelbest> ; fm:evidence/fm:certainty kind:denied }").size());
        assertEquals(List.of(), rows("SELECT ?p { <https://w3id.org/firmament/id/alibaba> ?p <https://w3id.org/firmament/id/modelbest> }"));
    }

    @Test
    void whoJoinedFromOutsideLeavesInternalTransfersOut() {
        var movers = graph.ask("joined-from-outside", Map.of("firm", "字节", "from", "2024-01-01", "to", "2024-12-31")).rows();
        var names = movers.stream().map(row -> row.label("person")).collect(Collectors.toSet());
        assertTrue(names.containsAll(List.of("Zhou Chang", "Huang Wenhao", "Jiang Lu", "Qin Yujia")), names::toString);
        assertFalse(names.contains("Zhang Nan") || names.contains("Qi Junyuan"), names::toString);
        assertTrue(movers.stream().allMatch(row -> row.iri("certainty").isPresent() && row.number("start").isPresent()));
        assertEquals(2, graph.ask("internal-moves", Map.of("firm", "字节")).rows().stream()
                .map(row -> row.label("person")).filter(n -> n.equals("Zhang Nan") || n.equals("Qi Junyuan")).distinct().count());
    }

    @Test
    void theTwoListsOfTheSixTigersStandSideBySide() {
        var differ = graph.ask("group-members-differ", Map.of("group", "六小虎")).rows();
        assertEquals(
                List.of("01.AI by Chang Bing", "ModelBest by Sina Hummingbird", "StepFun by Chang Bing"),
                differ.stream().map(row -> row.label("member") + " by " + row.label("source")).toList());
    }

    @Test
    void pseudonymousAndUnnamedEntitiesStayInTheirArticle() {
        var anonymous = rows("SELECT ?e { ?e fm:naming ?naming }");
        assertTrue(anonymous.size() > 30, anonymous::toString);
        assertEquals(List.of(), rows("SELECT ?e { ?e fm:naming ?naming FILTER NOT EXISTS { ?e fm:onlyIn ?article } }"));
        assertEquals(List.of(), rows("SELECT ?e { ?e fm:onlyIn ?home ; skos:exactMatch|skos:closeMatch ?other }"));
        assertEquals(List.of(), rows("""
                SELECT ?e { ?e fm:onlyIn ?home . ?s fm:subject|fm:object|fm:origin ?e ; fm:evidence/oa:hasSource ?article
                  FILTER ( ?article != ?home ) }"""));
    }
}
