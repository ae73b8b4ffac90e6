package io.firmament.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.firmament.store.Store;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.Lang;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Why a query over two people and a firm has no answer. */
class WhyEmptyTest {

    private static final String GRAPH = """
            PREFIX ex: <https://example.org/>
            PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
            ex:ann a ex:Person ; ex:worksFor ex:acme ; ex:name "Ann"@en ; ex:since "2024-01-01"^^xsd:date ; ex:age 30 .
            ex:bob a ex:Person ; ex:worksFor ex:acme ; ex:knows ex:ann .
            ex:acme a ex:Firm ; ex:name "Acme"@en , "\u963f\u514b\u6885"@zh-Hans .
            ex:lone a ex:Firm .
            """;

    private static List<Reason> why(String query, int probes, Duration time) {
        try (var store = Store.inMemory()) {
            store.write(writer -> writer.add(RDFParser.fromString(GRAPH, Lang.TURTLE).toGraph()));
            var parsed = QueryFactory.create("PREFIX ex: <https://example.org/> " + query);
            return store.read(view -> WhyEmpty.of(parsed, view, probes, time));
        }
    }

    private static String why(String query) {
        return why(query, 40, Duration.ofSeconds(20)).stream()
                .map(reason -> reason.fault() + " " + reason.part() + (reason.other().isEmpty() ? "" : " | " + reason.other()))
                .collect(Collectors.joining("; "));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '!', value = {
        // A pattern by itself, wherever it stands.
        "SELECT * { ?x ex:founded ?y } ! ALONE ?x ex:founded ?y",
        "SELECT * { ?x ex:worksFor ?y . ?y ex:founded ?z . ?x ex:nothing 1 } ! ALONE ?y ex:founded ?z; ALONE ?x ex:nothing 1",
        "SELECT * { ?x ex:worksFor [ ex:founded ?y ] } ! ALONE [] ex:founded ?y",
        "SELECT * { ?x ex:worksFor/ex:founded ?y } ! ALONE ?x ex:worksFor/ex:founded ?y",
        "SELECT * { { ?x ex:founded ?y } UNION { ?x ex:nothing ?y } } ! ALONE ?x ex:founded ?y; ALONE ?x ex:nothing ?y",
        "SELECT * { { { ?x ex:founded ?y } } ?x a ex:Person } ! ALONE ?x ex:founded ?y",
        "SELECT * { { SELECT ?x { ?x ex:founded ?y } } ?x a ex:Person } ! ALONE ?x ex:founded ?y",
        "SELECT (COUNT(*) AS ?n) { ?x ex:founded ?y } GROUP BY ?x ! ALONE ?x ex:founded ?y",
        "ASK { ?x ex:founded ?y } ! ALONE ?x ex:founded ?y",
        "CONSTRUCT { ?x a ?y } { ?x ex:founded ?y } ! ALONE ?x ex:founded ?y",
        "DESCRIBE ?x { ?x ex:founded ?y } ! ALONE ?x ex:founded ?y",
        // What people get wrong most often, and what would be right.
        "SELECT * { ex:acme ex:worksFor ?x } ! REVERSED ex:acme ex:worksFor ?x | ?x ex:worksFor ex:acme",
        "SELECT * { ?firm ex:worksFor ?x . ?firm a ex:Firm } ! REVERSED ?firm ex:worksFor ?x | ?x ex:worksFor ?firm",
        "SELECT * { ?x ex:name 'Acme' } ! LITERAL ?x ex:name \"Acme\" | ?x ex:name \"Acme\"@en",
        "SELECT * { ?x ex:since '2024-01-01' } ! LITERAL ?x ex:since \"2024-01-01\" | ?x ex:since \"2024-01-01\"^^<http://www.w3.org/2001/XMLSchema#date>",
        "SELECT * { ?x ex:name ?n FILTER ( ?n = 'Acme' ) } ! COMPARED FILTER ( ?n = \"Acme\" ) | FILTER ( str(?n) = \"Acme\" )",
        "SELECT * { ?x ex:name ?n FILTER ( LANG(?n) = 'zh' ) } ! COMPARED FILTER ( lang(?n) = \"zh\" ) | FILTER langMatches(lang(?n), \"zh\")",
        // What matches alone, but not with the rest.
        "SELECT * { ?x ex:knows ?y . ?y a ex:Firm } ! TOGETHER ?y a ex:Firm | ?x ex:knows ?y",
        "SELECT * { ?x a ex:Firm . ?x ex:name ?n . ?x ex:age ?a } ! TOGETHER ?x ex:age ?a | ?x a ex:Firm",
        "SELECT * { ?x ex:age ?a FILTER ( ?a > 99 ) } ! FILTER FILTER ( ?a > 99 )",
        "SELECT * { ?x a ex:Person OPTIONAL { ?x ex:founded ?f } FILTER ( BOUND(?f) ) } ! FILTER FILTER bound(?f)",
        "SELECT * { ?x a ex:Person MINUS { ?x ex:worksFor ex:acme } } ! MINUS MINUS { ?x ex:worksFor ex:acme }",
        "SELECT * { ?x a ex:Person FILTER NOT EXISTS { ?x ex:worksFor ?f } } ! FILTER FILTER NOT EXISTS { ?x ex:worksFor ?f }",
        "SELECT * { VALUES ?x { ex:lone } ?x ex:worksFor ?y } ! TOGETHER ?x ex:worksFor ?y | VALUES ?x { ex:lone }",
        // Around the pattern.
        "SELECT ?x { ?x ex:worksFor ?f } GROUP BY ?x HAVING (COUNT(*) > 5) ! HAVING HAVING ( count(*) > 5 )",
        "SELECT * { ?x ex:worksFor ?f } LIMIT 0 ! SLICE LIMIT 0",
        "SELECT * { ?x ex:worksFor ?f } LIMIT 5 OFFSET 50 ! SLICE LIMIT 5 OFFSET 50",
        "SELECT * { GRAPH ?g { ?x ex:worksFor ?f } } ! GRAPH GRAPH ?g",
        "SELECT * FROM <x:y> { ?x ex:worksFor ?f } ! GRAPH FROM",
        "SELECT * { ?x a ex:Person } VALUES ?x { ex:lone } ! TOGETHER VALUES ?x { ex:lone } | ?x a ex:Person",
    })
    void theReasonIsTheSmallestPart(String query, String reasons) {
        assertEquals(reasons, why(query));
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "SELECT * { ?x ex:worksFor ?y }", "SELECT * { ?x a ex:Person OPTIONAL { ?x ex:founded ?y } }", "ASK { ?x ?y ?z }", "SELECT (1 AS ?one) { }",
        "DESCRIBE ex:acme", "SELECT ?x { ?x ex:worksFor ?f } GROUP BY ?x HAVING (COUNT(*) = 1)", "SELECT * { BIND ( 1 AS ?x ) }"
    })
    void whatHasAnAnswerHasNoReasons(String query) {
        assertEquals("", why(query));
    }

    @Test
    void thereIsAnEndToAsking() {
        var many = "SELECT * { " + "?x ex:nothing ?y . ".repeat(500) + "}";
        assertTrue(why(many, 10, Duration.ofSeconds(20)).size() < 10);
        assertEquals(List.of(), why(many, 10, Duration.ZERO));
        assertEquals(List.of(), why(many, 0, Duration.ofSeconds(20)));
    }

    @Test
    void aReasonIsALine() {
        var union = "SELECT * { ?x a ex:Person MINUS { " + "?x ex:worksFor ex:acme . ".repeat(100) + "} }";
        var part = why(union, 40, Duration.ofSeconds(20)).get(0).part();
        assertTrue(part.length() < 250 && part.lines().count() == 1, part);
    }
}
