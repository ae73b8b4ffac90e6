package io.firmament.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.firmament.FirmamentException;
import io.firmament.KnowledgeGraph;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Starting and stopping. */
class ServerTest {

    @Test
    void aTakenPortIsSaidInOneLine() {
        var taken = ServerOptions.defaults().withPort(Site.SERVER.address().getPort());
        var error = assertThrows(FirmamentException.class, () -> Site.GRAPH.serve(taken));
        assertTrue(error.getMessage().matches("Port \\d+ is taken\\. .*--port.*"), error.getMessage());
        assertEquals(200, Site.get("/health").statusCode());
    }

    @Test
    void optionsAreChecked() {
        assertThrows(FirmamentException.class, () -> ServerOptions.defaults().withPort(70_000));
        assertThrows(FirmamentException.class, () -> new ServerOptions(0, "127.0.0.1", Duration.ofSeconds(31)));
        assertThrows(FirmamentException.class, () -> new ServerOptions(0, "127.0.0.1", Duration.ZERO));
        assertThrows(FirmamentException.class, () -> Site.GRAPH.serve(new ServerOptions(0, "nowhere.invalid", ServerOptions.DEFAULT_TIMEOUT)));
    }

    @ParameterizedTest
    @CsvSource({"https://example.org, https://example.org/", "http://example.org:8080/, http://example.org:8080/", "HTTPS://[::1]:3030, HTTPS://[::1]:3030/"})
    void aBaseIsTheAddressOfAWholeServer(String said, URI base) {
        assertEquals(base, ServerOptions.defaults().withPort(1).withBase(said).withPort(2).base().orElseThrow());
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "", "example.org", "//example.org/", "ftp://example.org/", "https:///", "https://example.org/firmament", "https://example.org/?a=b",
        "https://example.org/#top", "https://me@example.org/", "https://exa mple.org/", "mailto:me@example.org"
    })
    void whatIsNoBaseIsRefusedWithAnExample(String said) {
        var error = assertThrows(FirmamentException.class, () -> ServerOptions.defaults().withBase(said));
        assertTrue(error.getMessage().matches("(?s).* is no (base: .*https://example\\.org/|address: ).*"), error.getMessage());
    }

    @Test
    void aClosedServerAnswersNoMoreAndTheGraphStaysOpen() {
        URI address;
        try (var server = Site.GRAPH.serve(ServerOptions.defaults().withPort(0))) {
            address = server.address();
            assertTrue(address.toString().matches("http://127\\.0\\.0\\.1:\\d+/"), address.toString());
        }
        assertThrows(ConnectException.class, () -> address.toURL().openStream().close());
        assertTrue(Site.GRAPH.query("SELECT * WHERE { ?s ?p ?o } LIMIT 1").rows().size() == 1);
    }

    @Test
    void anExportThatTakesTooLongIsRefusedInALineAsEverythingIs() throws Exception {
        try (var graph = KnowledgeGraph.open();
                var server = graph.serve(new ServerOptions(0, ServerOptions.LOOPBACK, Duration.ofMillis(1)))) {
            var answer = HttpClient.newHttpClient()
                    .send(HttpRequest.newBuilder(server.address().resolve("/export/turtle")).build(), BodyHandlers.ofString());
            assertEquals(503, answer.statusCode());
            assertEquals("text/plain", Site.type(answer));
            assertEquals(1, answer.body().lines().count(), answer.body());
            assertEquals("nosniff", answer.headers().firstValue("X-Content-Type-Options").orElse(""));
            assertTrue(answer.headers().firstValue("Content-Disposition").isEmpty());
        }
    }

    @Test
    void manyAskAtOnce() throws Exception {
        var threads = Executors.newFixedThreadPool(32);
        try {
            var statuses = threads.invokeAll(IntStream.range(0, 200)
                    .<java.util.concurrent.Callable<Integer>>mapToObj(i -> () -> (i % 2 == 0
                            ? Site.query("SELECT (COUNT(*) AS ?n) { ?s ?p ?o }")
                            : Site.html("/id/bytedance")).statusCode())
                    .toList());
            for (var status : statuses) {
                assertEquals(200, status.get());
            }
        } finally {
            threads.shutdownNow();
        }
    }
}
