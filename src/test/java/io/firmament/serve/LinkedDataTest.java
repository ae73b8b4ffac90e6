package io.firmament.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.RDFLanguages;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.vocabulary.RDF;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever has an IRI of ours answers at its address, for people and for programs. */
class LinkedDataTest {

    private static final String ROOT = "https://w3id.org/firmament";

    private static Graph graph(String path, String type) {
        var answer = Site.get(path, "Accept", type);
        assertEquals(200, answer.statusCode(), answer.body());
        assertEquals(type, Site.type(answer));
        return RDFParser.fromString(answer.body(), RDFLanguages.contentTypeToLang(type)).toGraph();
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/turtle", "application/n-triples", "application/ld+json", "application/rdf+xml"})
    void anEntityIsDescribedInEverySyntax(String type) {
        var about = NodeFactory.createURI(ROOT + "/id/zhou-chang");
        var graph = graph("/id/zhou-chang", type);
        assertTrue(graph.contains(about, RDF.type.asNode(), NodeFactory.createURI(ROOT + "/ontology#Person")));
        assertTrue(graph.contains(Node.ANY, NodeFactory.createURI(ROOT + "/ontology#subject"), about), "its statements");
        assertTrue(graph.contains(Node.ANY, NodeFactory.createURI("http://www.w3.org/ns/oa#hasSource"), Node.ANY), "their evidence");
        assertTrue(graph.isIsomorphicWith(graph("/id/zhou-chang", "application/n-triples")));
    }

    @ParameterizedTest
    @CsvSource({"ttl, text/turtle", "nt, application/n-triples", "jsonld, application/ld+json", "rdf, application/rdf+xml", "html, text/html"})
    void theFormatMayStandInTheAddress(String format, String type) {
        assertEquals(type, Site.type(Site.get("/id/bytedance?format=" + format)));
    }

    @Test
    void everyThingOfOursHasAPage() {
        // One of each class, and one of each kind of node that statements lead to.
        var rows = Site.GRAPH.query("""
                SELECT ?class (SAMPLE(?x) AS ?thing) WHERE {
                  ?x a ?class FILTER ( STRSTARTS(STR(?x), "https://w3id.org/firmament/") )
                } GROUP BY ?class ORDER BY ?class""").rows();
        assertTrue(rows.size() > 8);
        for (var row : rows) {
            var path = row.iri("thing").orElseThrow().substring(ROOT.length()).replaceFirst("#.*", "");
            assertEquals(200, Site.html(path).statusCode(), path);
            assertEquals(200, Site.get(path, "Accept", "text/turtle").statusCode(), path);
        }
    }

    @Test
    void anEntityPageHasNamesEdgesStatementsAndQuestions() {
        var html = Site.html("/id/zhou-chang").body();
        for (var part : new String[] {"Zhou Chang", "周畅", "周暢", "/id/bytedance", "/id/statement/zhou-chang-joins-bytedance",
            "/id/article/bytedance-catches-up", "reported", "/query/career?person=zhou-chang", "https://w3id.org/firmament/id/zhou-chang"}) {
            assertTrue(html.contains(part), part);
        }
    }

    @Test
    void whoIsKnownFromOneArticleOnlyIsMarked() {
        var one = Site.GRAPH.query("SELECT ?x WHERE { ?x <" + ROOT + "/ontology#onlyIn> ?a } ORDER BY ?x LIMIT 1").rows().get(0);
        assertTrue(Site.html(one.iri("x").orElseThrow().substring(ROOT.length())).body().contains("never merged")
                || Site.html(one.iri("x").orElseThrow().substring(ROOT.length())).body().contains("not merged"));
    }

    @Test
    void aStatementShowsItsPassages() {
        var html = Site.html("/id/statement/zhou-chang-joins-bytedance").body();
        assertTrue(html.contains("Zhou Chang → ByteDance"), html);
        assertTrue(html.contains("/id/article/bytedance-catches-up") && html.contains("174–192"), html);
    }

    @Test
    void anEvidenceHasAPageToo() {
        var one = Site.GRAPH.query("SELECT ?e WHERE { ?s <" + ROOT + "/ontology#evidence> ?e } ORDER BY ?e LIMIT 1").rows().get(0);
        assertEquals(200, Site.html(one.iri("e").orElseThrow().substring(ROOT.length())).statusCode());
    }

    @Test
    void theOntologyAnswersWhole() {
        var graph = graph("/ontology", "text/turtle");
        assertTrue(graph.contains(NodeFactory.createURI(ROOT + "/ontology#worksFor"), Node.ANY, Node.ANY));
        assertTrue(graph.contains(NodeFactory.createURI(ROOT + "/ontology"), Node.ANY, Node.ANY));
        assertTrue(Site.html("/ontology").body().contains("id=\"worksFor\""));
        assertEquals(200, Site.html("/ontology/kind/joining").statusCode());
    }

    @Test
    void theUnknownIsNotFoundAndNearNamesAreOffered() {
        var line = Site.get("/id/bytedanc", "Accept", "text/turtle");
        assertEquals(404, line.statusCode());
        assertEquals(1, line.body().lines().count());
        var html = Site.html("/id/bytedanc");
        assertEquals(404, html.statusCode());
        assertTrue(html.body().contains("href=\"/id/bytedance\""), html.body());
    }
}
