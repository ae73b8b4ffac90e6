package io.firmament.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.firmament.FirmamentException;
import java.net.ConnectException;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

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
        assertThrows(FirmamentException.class, () -> Site.GRAPH.serve(new ServerOptions(0, "nowhere.invalid", Duration.ofSeconds(1))));
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
