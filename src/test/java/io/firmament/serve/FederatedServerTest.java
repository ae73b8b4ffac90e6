package io.firmament.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.firmament.FirmamentException;
import io.firmament.KnowledgeGraph;
import io.firmament.Mirror;
import io.firmament.federate.Services;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A server that may ask one other, and the question that does. Some three seconds. */
class FederatedServerTest {

    private static final String QUESTION = "query/firms-beside-wikidata";
    private static final String THERE = "PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#> PREFIX skos: <http://www.w3.org/2004/02/skos/core#> "
            + "SELECT ?firm ?name { ?firm skos:exactMatch ?item SERVICE <%s> { ?item rdfs:label ?name FILTER ( LANG(?name) = \"zh\" ) } }";

    private static Mirror mirror;
    private static KnowledgeGraph graph;
    private static Server server;

    @BeforeAll
    static void start() {
        mirror = new Mirror();
        graph = KnowledgeGraph.with().home(Path.of(".")).services(Services.of(List.of(
                Mirror.WIKIDATA + "=" + mirror.address(), "https://gone.example/=http://127.0.0.1:1/"))).open();
        server = graph.serve(ServerOptions.defaults().withPort(0));
    }

    @AfterAll
    static void stop() {
        server.close();
        graph.close();
        mirror.close();
    }

    private static HttpResponse<String> get(String path, String accept) throws Exception {
        return HttpClient.newHttpClient().send(
                HttpRequest.newBuilder(URI.create(server.address() + path)).header("Accept", accept).build(), BodyHandlers.ofString());
    }

    private static HttpResponse<String> query(String query) throws Exception {
        return get("sparql?query=" + Site.encode(query), "text/csv");
    }

    @Test
    void theEndpointJoinsOurGraphWithTheOther() throws Exception {
        var answer = query(THERE.formatted(Mirror.WIKIDATA));
        assertEquals(200, answer.statusCode(), answer::body);
        assertEquals(4 + 1, answer.body().lines().count(), answer::body);
        assertTrue(answer.body().contains("/id/tencent,\u817E\u8BAF"), answer::body);
    }

    @Test
    void whatIsNotAllowedIsRefused() throws Exception {
        for (var other : List.of("https://dbpedia.org/sparql", mirror.address(), "http://127.0.0.1:" + server.address().getPort() + "/sparql")) {
            for (var query : List.of(THERE.formatted(other), THERE.replace("SERVICE", "SERVICE SILENT").formatted(other))) {
                var answer = query(query);
                assertEquals(400, answer.statusCode(), answer::body);
                assertTrue(answer.body().contains("SERVICE is not available for that name"), answer::body);
                assertFalse(answer.body().contains("localhost"), answer::body);
            }
        }
        var answer = query("SELECT * { ?s ?p ?o FILTER EXISTS { SERVICE <" + Mirror.WIKIDATA + "> { ?s ?q ?r } } }");
        assertEquals(400, answer.statusCode(), answer::body);
        assertEquals(400, query("SELECT * { SERVICE <" + Mirror.WIKIDATA + "> { ?s <java:java.lang.System> ?o } }").statusCode(), "as in any query");
    }

    @Test
    void whenTheOtherFailsItIsSaidWhich() throws Exception {
        var answer = query(THERE.formatted("https://gone.example/"));
        assertEquals(502, answer.statusCode());
        assertEquals("The service https://gone.example/ cannot be reached.", answer.body().strip());
        assertEquals(200, query(THERE.replace("SERVICE", "SERVICE SILENT").formatted("https://gone.example/")).statusCode());
    }

    @Test
    void theQuestionIsAPageAndData() throws Exception {
        var page = get(QUESTION + "?firm=xiaomi", "text/html");
        assertEquals(200, page.statusCode(), page::body);
        assertTrue(page.body().contains("Ida Invented") && page.body().contains("Lei Jun"), page::body);
        assertTrue(page.body().contains("<code>" + Mirror.WIKIDATA + "</code>"), "it says whom it asks");
        assertFalse(page.body().contains("--service"), page::body);
        assertTrue(get(QUESTION + "?lang=zh", "text/html").body().contains("\u865A\u6784\u8005"));
        assertTrue(get("id/xiaomi", "text/html").body().contains(QUESTION + "?firm=xiaomi"));
        var all = get(QUESTION, "text/csv");
        assertEquals(5 + 1, all.body().lines().count(), all::body);
        assertTrue(get("sparql", "text/html").body().contains("question=firms-beside-wikidata\""));
    }

    @Test
    void whereItIsNotAllowedThePageSaysHowToAllowIt() {
        var page = Site.html("/" + QUESTION + "?firm=xiaomi");
        assertEquals(200, page.statusCode());
        assertTrue(page.body().contains("<code>serve --service " + Mirror.WIKIDATA + "</code>"), page::body);
        var data = Site.get("/" + QUESTION + "?firm=xiaomi", "Accept", "text/csv");
        assertEquals(400, data.statusCode());
        assertTrue(data.body().contains("--service " + Mirror.WIKIDATA), data::body);
        assertFalse(Site.html("/id/xiaomi").body().contains(QUESTION), "no way into a dead end");
    }

    @Test
    void theLibraryAsksNoOthersEither() {
        assertThrows(FirmamentException.class, () -> Site.GRAPH.query(THERE.formatted(Mirror.WIKIDATA)));
        assertThrows(FirmamentException.class, () -> Site.GRAPH.ask("firms-beside-wikidata", Map.of()));
        assertEquals(4, graph.query(THERE.formatted(Mirror.WIKIDATA)).rows().size());
        var mirrored = KnowledgeGraph.with().endpoint(Site.SPARQL).services(mirror.services());
        assertThrows(FirmamentException.class, mirrored::open, "the other end asks by names alone");
    }
}
