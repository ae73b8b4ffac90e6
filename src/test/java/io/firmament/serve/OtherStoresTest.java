package io.firmament.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.firmament.FirmamentException;
import io.firmament.KnowledgeGraph;
import io.firmament.query.Row;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same questions over a graph behind an endpoint, and the same server over a graph on disk. */
class OtherStoresTest {

    private static List<String> rows(KnowledgeGraph graph, String question, Map<String, String> parameters) {
        return graph.ask(question, parameters).rows().stream().map(Row::toString).toList();
    }

    @Test
    void aGraphBehindAnEndpointAnswersAsOneThatIsHere() {
        try (var remote = KnowledgeGraph.with().endpoint(Site.SERVER.address() + "sparql").open()) {
            for (var question : Map.of(
                            "investors-of-firm", Map.of("firm", "智谱"),
                            "career", Map.of("person", "周暢"),
                            "shortest-chain", Map.of("from", "周畅", "to", "MiniMax"),
                            "group-members-differ", Map.of("group", "六小虎"))
                    .entrySet()) {
                assertEquals(rows(Site.GRAPH, question.getKey(), question.getValue()), rows(remote, question.getKey(), question.getValue()));
            }
            assertThrows(FirmamentException.class, () -> remote.serve(ServerOptions.defaults().withPort(0)));
        }
    }

    @Test
    void aGraphOnDiskIsServedAsOneInMemory(@TempDir Path folder) throws Exception {
        var path = "query/talent-flow?format=csv";
        try (var graph = KnowledgeGraph.with().store(folder).open();
                var server = graph.serve(ServerOptions.defaults().withPort(0).withBase(Site.SERVER.address().toString()))) {
            assertEquals(get(Site.SERVER.address().resolve(path)), get(server.address().resolve(path)));
            // The entity tag is of the bytes: caches of several servers over one graph, reached at one address, agree.
            for (var document : List.of("id/zhou-chang.ttl", "id/bytedance.jsonld", "id/bytedance.rdf", "ontology.ttl", "id/zhou-chang.html")) {
                assertEquals(tag(Site.SERVER.address().resolve(document)), tag(server.address().resolve(document)), document);
            }
            assertTrue(get(server.address().resolve("sparql?query=ASK%7B%3Fs%20%3Fp%20%3Fo%7D")).contains("true"));
            assertThrows(FirmamentException.class, () -> KnowledgeGraph.with().store(folder).open(), "open already");
        }
    }

    private static String tag(URI address) throws Exception {
        return HttpClient.newHttpClient().send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.discarding())
                .headers().firstValue("ETag").orElseThrow();
    }

    private static String get(URI address) throws Exception {
        var response = HttpClient.newHttpClient().send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString());
        assertEquals(200, response.statusCode(), response::body);
        return response.body();
    }
}
