package io.firmament.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.firmament.FirmamentException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.jena.fuseki.main.FusekiServer;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.ARQ;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryCancelledException;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.update.UpdateFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class StoreTest {

    private static final Query ALL = QueryFactory.create("SELECT ?s ?o WHERE { ?s <https://example.org/p> ?o } ORDER BY ?s ?o");

    @TempDir
    private Path folder;

    /** Where a graph on this machine can lie. */
    enum Place {
        MEMORY,
        DISK;

        Store open(Path folder) {
            return this == MEMORY ? Store.inMemory() : Store.onDisk(folder.resolve("store"));
        }
    }

    private static Graph graph(String... slugs) {
        var graph = GraphFactory.createDefaultGraph();
        for (var slug : slugs) {
            graph.add(Triple.create(
                    NodeFactory.createURI("https://example.org/" + slug),
                    NodeFactory.createURI("https://example.org/p"),
                    NodeFactory.createLiteralLang("名 " + slug, "zh-Hans")));
        }
        return graph;
    }

    private static List<String> texts(Store store) {
        return store.read(view -> view.select(ALL).rows().stream().map(row -> row.get("o").getLiteralLexicalForm()).toList());
    }

    @ParameterizedTest
    @EnumSource(Place.class)
    void whoReadsRowByRowIsHeldToTheTimeLimitOnlyUntilTheFirst(Place place) {
        try (var store = place.open(folder)) {
            store.write(writer -> writer.add(graph("a", "b", "c")));
            store.dataset().orElseThrow().getContext().set(ARQ.queryTimeout, "300");
            var rows = new AtomicInteger();
            store.read(view -> {
                view.each(ALL, row -> {
                    pause(Duration.ofMillis(250));
                    rows.incrementAndGet();
                });
                return rows;
            });
            assertEquals(3, rows.get());
            var endless = QueryFactory.create("SELECT ?s WHERE { ?s ?p ?o . " + joins(14) + " FILTER ( STR(?s) = STR(?o14) ) }");
            assertThrows(QueryCancelledException.class, () -> store.read(view -> {
                view.each(endless, row -> { });
                return view;
            }));
        }
    }

    /** A product that has no row and takes for ever to find that out. */
    private static String joins(int many) {
        return IntStream.rangeClosed(1, many).mapToObj(i -> "?s%1$d ?p%1$d ?o%1$d . ".formatted(i)).collect(Collectors.joining());
    }

    private static void pause(Duration time) {
        try {
            Thread.sleep(time.toMillis());
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aNewStoreIsEmptyAndAnswersWithItsColumns(Place place) {
        try (var store = place.open(folder)) {
            assertEquals(new Table(List.of("s", "o"), List.of()), store.read(view -> view.select(ALL)));
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatIsWrittenIsRead(Place place) {
        try (var store = place.open(folder)) {
            store.write(writer -> {
                writer.add(graph("a", "b"));
                writer.apply(UpdateFactory.create(
                        "INSERT { <https://example.org/c> ?p ?o } WHERE { <https://example.org/a> ?p ?o }"));
            });
            assertEquals(List.of("名 a", "名 b", "名 a"), texts(store));
            assertEquals(
                    Set.copyOf(graph("a", "b").stream().toList()),
                    store.read(view -> view.construct(QueryFactory.create(
                                    "CONSTRUCT WHERE { ?s ?p ?o }")).filter(t -> !t.getSubject().getURI().endsWith("/c"))
                            .collect(Collectors.toSet())));
        }
    }

    @ParameterizedTest
    @EnumSource
    void clearRemovesEverythingInTheSameTransaction(Place place) {
        try (var store = place.open(folder)) {
            store.write(writer -> writer.add(graph("a")));
            store.write(writer -> {
                writer.clear();
                writer.add(graph("b"));
            });
            assertEquals(List.of("名 b"), texts(store));
        }
    }

    @ParameterizedTest
    @EnumSource
    void aWriteThatThrowsLeavesNothing(Place place) {
        try (var store = place.open(folder)) {
            store.write(writer -> writer.add(graph("a")));
            assertThrows(IllegalStateException.class, () -> store.write(writer -> {
                writer.clear();
                writer.add(graph("b"));
                throw new IllegalStateException("in the middle");
            }));
            assertEquals(List.of("名 a"), texts(store));
            store.write(writer -> writer.add(graph("c")));
            assertEquals(List.of("名 a", "名 c"), texts(store), "the store goes on");
        }
    }

    @Test
    void aStoreOnDiskIsThereAgainWhenItIsReopened() {
        try (var store = Store.onDisk(folder)) {
            store.write(writer -> writer.add(graph("a")));
        }
        try (var store = Store.onDisk(folder)) {
            assertEquals(List.of("名 a"), texts(store));
        }
    }

    @Test
    void aFolderThatIsAFileIsRefused() throws IOException {
        var file = Files.writeString(folder.resolve("file"), "no folder");
        var error = assertThrows(FirmamentException.class, () -> Store.onDisk(file));
        assertTrue(error.getMessage().contains("cannot be used as a store"), error.getMessage());
    }

    @Test
    void aStoreThatAnotherProcessUsesIsRefused() throws Exception {
        try (var store = Store.onDisk(folder)) {
            store.write(writer -> writer.add(graph("a")));
            var other = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                            "-cp",
                            System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                            OtherProcess.class.getName(),
                            folder.toString())
                    .redirectErrorStream(true)
                    .start();
            var said = new String(other.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertTrue(other.waitFor(20, TimeUnit.SECONDS));
            assertTrue(said.contains("is in use by another process"), said);
            assertEquals(List.of("名 a"), texts(store), "and stays whole");
        }
    }

    /** Opens a store, and says what became of it. */
    static final class OtherProcess {

        private OtherProcess() {}

        public static void main(String[] arguments) {
            try (var store = Store.onDisk(Path.of(arguments[0]))) {
                System.out.println("opened " + texts(store));
            } catch (FirmamentException e) {
                System.out.println(e.getMessage());
            }
        }
    }

    @Test
    void aRemoteEndpointGivesTheSameAnswersAndIsForReadingOnly() {
        try (var local = Store.inMemory()) {
            local.write(writer -> writer.add(graph("a", "b")));
            var server = FusekiServer.create().port(0).loopback(true).add("/ds", local.dataset().orElseThrow()).start();
            try (var remote = Store.remote("http://localhost:" + server.getPort() + "/ds/sparql")) {
                assertEquals(local.<Table>read(view -> view.select(ALL)), remote.<Table>read(view -> view.select(ALL)));
                var construct = QueryFactory.create("CONSTRUCT WHERE { ?s ?p ?o }");
                assertEquals(
                        local.<Set<Triple>>read(view -> view.construct(construct).collect(Collectors.toSet())),
                        remote.<Set<Triple>>read(view -> view.construct(construct).collect(Collectors.toSet())));
                assertTrue(remote.dataset().isEmpty());
                var error = assertThrows(FirmamentException.class, () -> remote.write(Writer::clear));
                assertTrue(error.getMessage().contains("for reading only"), error.getMessage());
                assertFalse(texts(local).isEmpty());
            } finally {
                server.stop();
            }
        }
    }

    @Test
    void anEndpointThatIsNotThereIsNamed() throws IOException {
        int port;
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        try (var remote = Store.remote("http://localhost:" + port + "/sparql")) {
            var error = assertThrows(FirmamentException.class, () -> texts(remote));
            assertTrue(error.getMessage().startsWith("The endpoint http://localhost:" + port + "/sparql did not answer"), error.getMessage());
        }
    }

    @Test
    void anEndpointThatAnswersWithAnErrorIsNamed() {
        var server = FusekiServer.create().port(0).loopback(true).start();
        try (var remote = Store.remote("http://localhost:" + server.getPort() + "/nowhere")) {
            var error = assertThrows(FirmamentException.class, () -> texts(remote));
            assertTrue(error.getMessage().contains("/nowhere did not answer: "), error.getMessage());
        } finally {
            server.stop();
        }
    }
}
