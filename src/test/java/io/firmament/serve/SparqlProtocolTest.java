package io.firmament.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.firmament.federate.Services;
import java.net.http.HttpRequest.BodyPublishers;
import org.apache.jena.graph.Graph;
import org.apache.jena.riot.RDFLanguages;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.ResultSetMgr;
import org.apache.jena.sparql.exec.http.QueryExecutionHTTP;
import org.apache.jena.sparql.exec.http.QuerySendMode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the SPARQL 1.1 protocol promises, with a real client and by hand. */
class SparqlProtocolTest {

    private static final String PEOPLE = "SELECT ?p WHERE { ?p a <https://w3id.org/firmament/ontology#Person> }";
    private static final String THREE = "CONSTRUCT { ?s ?p ?o } WHERE { { SELECT * WHERE { ?s ?p ?o } LIMIT 3 } }";

    @ParameterizedTest
    @EnumSource(value = QuerySendMode.class, names = {"asGetAlways", "asPost", "asPostForm"})
    void aRealClientAsksInEveryWay(QuerySendMode mode) {
        try (var people = QueryExecutionHTTP.service(Site.SPARQL).query(PEOPLE).sendMode(mode).build()) {
            var rows = people.execSelect();
            assertTrue(rows.hasNext());
            assertEquals(java.util.List.of("p"), rows.getResultVars());
        }
        try (var ask = QueryExecutionHTTP.service(Site.SPARQL).query("ASK { ?s ?p ?o }").sendMode(mode).build()) {
            assertTrue(ask.execAsk());
        }
        try (var three = QueryExecutionHTTP.service(Site.SPARQL).query(THREE).sendMode(mode).build()) {
            assertEquals(3, three.execConstruct().size());
        }
        try (var none = QueryExecutionHTTP.service(Site.SPARQL).query("DESCRIBE <x:nobody>").sendMode(mode).build()) {
            assertTrue(none.execDescribe().isEmpty());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "application/sparql-results+json", "application/sparql-results+xml", "text/csv", "text/tab-separated-values"
    })
    void rowsComeInEveryFormat(String type) {
        var answer = Site.query(PEOPLE, "Accept", type);
        assertEquals(200, answer.statusCode());
        assertEquals(type, Site.type(answer));
        if (type.equals("text/csv")) {
            assertEquals(people(), answer.body().lines().count() - 1);
            return;
        }
        var lang = RDFLanguages.contentTypeToLang(type);
        var rows = ResultSetMgr.read(new java.io.ByteArrayInputStream(answer.body().getBytes(java.nio.charset.StandardCharsets.UTF_8)), lang);
        int count = 0;
        for (; rows.hasNext(); rows.next()) {
            count++;
        }
        assertEquals(people(), count);
    }

    private static int people() {
        return Site.GRAPH.query(PEOPLE).rows().size();
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/turtle", "application/n-triples", "application/ld+json", "application/rdf+xml"})
    void graphsComeInEveryFormat(String type) {
        for (var query : new String[] {THREE, "DESCRIBE <https://w3id.org/firmament/id/bytedance>"}) {
            var answer = Site.query(query, "Accept", type);
            assertEquals(200, answer.statusCode());
            assertEquals(type, Site.type(answer));
            Graph graph = RDFParser.fromString(answer.body(), RDFLanguages.contentTypeToLang(type)).toGraph();
            assertTrue(graph.size() >= 3, () -> type + ": " + graph.size());
        }
    }

    @Test
    void withoutAPreferenceRowsAreJsonOrXmlAndGraphsTurtle() {
        assertEquals("application/sparql-results+json", Site.type(Site.query(PEOPLE, "Accept", "*/*")));
        assertEquals("text/turtle", Site.type(Site.query(THREE, "Accept", "*/*")));
        assertEquals("text/csv", Site.type(Site.get("/sparql?format=csv&query=" + Site.encode(PEOPLE))));
    }

    @Test
    void postTakesTheQueryAsBodyOrAsForm() {
        var direct = Site.post("/sparql", "application/sparql-query; charset=UTF-8", PEOPLE, "Accept", "text/csv");
        var form = Site.post("/sparql", "application/x-www-form-urlencoded", "query=" + Site.encode(PEOPLE), "Accept", "text/csv");
        assertEquals(200, direct.statusCode());
        assertEquals(direct.body(), form.body());
        assertEquals(direct.body(), Site.query(PEOPLE, "Accept", "text/csv").body());
    }

    @Test
    void chineseIsUnderstoodInAllThreeWays() {
        var query = "SELECT ?x WHERE { ?x <http://www.w3.org/2000/01/rdf-schema#label> \"周畅\"@zh-Hans }";
        for (var answer : new String[] {
            Site.query(query, "Accept", "text/csv").body(),
            Site.post("/sparql", "application/sparql-query", query, "Accept", "text/csv").body(),
            Site.post("/sparql", "application/x-www-form-urlencoded", "query=" + Site.encode(query), "Accept", "text/csv").body()
        }) {
            assertEquals("x\r\nhttps://w3id.org/firmament/id/zhou-chang\r\n", answer);
        }
    }

    @Test
    void theDefaultGraphHoldsEverythingAndNamedGraphsAreNotFetched() {
        var nothing = "SELECT * FROM <http://127.0.0.1:1/x> WHERE { ?s ?p ?o }";
        assertEquals("s,p,o\r\n", Site.query(nothing, "Accept", "text/csv").body());
        assertEquals("s\r\n", Site.query(
                "SELECT ?s FROM NAMED <file:///etc/passwd> WHERE { GRAPH ?g { ?s ?p ?o } }", "Accept", "text/csv").body());
        assertEquals("s\r\n", Site.get("/sparql?default-graph-uri=http://127.0.0.1:1/x&query="
                + Site.encode("SELECT ?s WHERE { ?s ?p ?o }"), "Accept", "text/csv").body());
    }

    @Test
    void anyOriginMayRead() {
        var answer = Site.query("ASK {}", "Origin", "https://example.org");
        assertEquals("*", answer.headers().firstValue("Access-Control-Allow-Origin").orElse(""));
        assertFalse(answer.headers().firstValue("Access-Control-Allow-Credentials").isPresent());
        assertEquals("Content-Location, ETag, Link", answer.headers().firstValue("Access-Control-Expose-Headers").orElse(""));
        var preflight = Site.send("OPTIONS", "/sparql", BodyPublishers.noBody(),
                "Origin", "https://example.org", "Access-Control-Request-Method", "POST");
        assertEquals(204, preflight.statusCode());
        assertEquals("GET, HEAD, POST, OPTIONS", preflight.headers().firstValue("Access-Control-Allow-Methods").orElse(""));
        assertEquals("*", preflight.headers().firstValue("Access-Control-Allow-Origin").orElse(""));
    }

    @Test
    void headHasTheHeadersAndNoBody() {
        var head = Site.send("HEAD", "/sparql?query=" + Site.encode("ASK {}"), BodyPublishers.noBody(), "Accept", "application/sparql-results+json");
        assertEquals(200, head.statusCode());
        assertEquals("application/sparql-results+json", Site.type(head));
        assertEquals("", head.body());
        var description = Site.send("HEAD", "/sparql", BodyPublishers.noBody(), "Accept", "text/turtle");
        assertEquals(200, description.statusCode());
        assertEquals("text/turtle", Site.type(description));
    }

    @Test
    void theShippedQuestionsPassTheGuard() {
        for (var question : Site.GRAPH.catalogue().questions()) {
            QueryGuard.check(question.text(), Services.of(question.services()));
        }
    }

    @Test
    void honestQueriesPassTheGuard() {
        for (var query : new String[] {
            "SELECT (SUM(?v * 1.5) AS ?s) (GROUP_CONCAT(DISTINCT ?l; separator=\", \") AS ?n) WHERE { ?x <https://w3id.org/firmament/ontology#value> ?v ; <https://w3id.org/firmament/ontology#metric> ?l } GROUP BY ?x HAVING (COUNT(*) > 1)",
            "PREFIX xsd: <http://www.w3.org/2001/XMLSchema#> SELECT (xsd:integer(\"5\") AS ?x) (YEAR(NOW()) AS ?y) {}",
            "SELECT * WHERE { ?s ?p ?o FILTER ( REGEX(STR(?o), \"^(Byte|字).*[a-z]+$\", \"i\") && 1 < 2 ) } LIMIT 1",
            "SELECT * WHERE { ?s (<x:a>/<x:b>*|^<x:c>)? ?o . ?o !(<x:d>|^<x:e>) ?z }",
            "SELECT * WHERE { " + "{".repeat(100) + "}".repeat(100) + " }",
            "SELECT * WHERE { ?s ?p \"unclosed ( [ { in a string\" # and ((((( in a comment\n }",
            "SELECT * WHERE { VALUES ?x { " + "<x:thing> ".repeat(5000) + "} ?x ?p ?o } LIMIT 1",
            "SELECT ?s WHERE { ?s <http://www.w3.org/2000/01/rdf-schema#member> ?o }",
        }) {
            assertEquals(200, Site.post("/sparql", "application/sparql-query", query).statusCode(), query);
        }
    }
}
