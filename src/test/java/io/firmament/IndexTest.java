package io.firmament;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.firmament.store.Snapshot;
import io.firmament.store.Store;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.nio.file.Path;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.update.UpdateFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IndexTest {

    private static final String NEW = "ex:new a fm:Person ; rdfs:label \"New\"@en , \"新\"@zh-Hans .";

    @TempDir
    private Path folder;

    private Home home;

    @BeforeEach
    void makeAHome() throws IOException {
        copy(Fixtures.ONTOLOGY, folder.resolve("ontology"));
        Files.createDirectories(folder.resolve("queries"));
        Files.createDirectories(folder.resolve("data"));
        Files.copy(Fixtures.BASE, folder.resolve("data/base.ttl"));
        home = Home.in(folder);
    }

    private static void copy(Path from, Path to) throws IOException {
        try (var files = Files.walk(from)) {
            for (var file : files.toList()) {
                Files.copy(file, to.resolve(from.relativize(file).toString()));
            }
        }
    }

    private static boolean holds(Store store, String iri) {
        return !store.<Boolean>read(view -> view.select(QueryFactory.create("SELECT ?p WHERE { <" + iri + "> ?p ?o } LIMIT 1")).rows().isEmpty());
    }

    private Index onDisk() {
        return Index.onDisk(folder.resolve("store"));
    }

    /** Leaves something in the store that no file says, so that one sees whether it is built again. */
    private void buildAndMark() {
        var index = onDisk();
        index.build(home, home.fingerprint());
        index.store().write(writer -> writer.apply(UpdateFactory.create("INSERT DATA { <urn:mark> <urn:p> <urn:o> }")));
        index.store().close();
    }

    @Test
    void anIndexHoldsOntologyDataAndWhatTheRulesDerive() {
        var index = Index.inMemory();
        index.build(home, home.fingerprint());
        try (var store = index.store()) {
            assertTrue(holds(store, "https://w3id.org/firmament/ontology#Statement"));
            assertTrue(holds(store, "https://example.org/acme"));
            var edge = QueryFactory.create("SELECT ?firm WHERE { <https://example.org/bo> <https://w3id.org/firmament/ontology#worksFor> ?firm }");
            assertEquals(1, store.<Integer>read(view -> view.select(edge).rows().size()));
        }
    }

    @Test
    void anIndexOnDiskIsKeptWhenNothingHasChanged() {
        buildAndMark();

        var index = onDisk();
        index.build(home, home.fingerprint());
        try (var store = index.store()) {
            assertTrue(holds(store, "urn:mark"));
        }
    }

    @Test
    void anIndexOnDiskIsBuiltAgainWhenAFileIsNewOrGone() throws IOException {
        buildAndMark();
        var file = Fixtures.file(folder.resolve("data"), "new.ttl", NEW);

        var index = onDisk();
        try (var store = index.store()) {
            index.build(home, home.fingerprint());
            assertFalse(holds(store, "urn:mark"));
            assertTrue(holds(store, "https://example.org/new"));
            assertTrue(holds(store, "https://example.org/acme"));

            Files.delete(file);
            index.build(home, home.fingerprint());
            assertFalse(holds(store, "https://example.org/new"));
            assertTrue(holds(store, "https://example.org/acme"));
        }
    }

    @Test
    void anIndexOnDiskIsBuiltAgainWhenARuleHasChanged() throws IOException {
        buildAndMark();
        Files.writeString(folder.resolve("ontology/rules/70-more.ru"), "INSERT DATA { <urn:more> <urn:p> <urn:o> }");

        var index = onDisk();
        index.build(home, home.fingerprint());
        try (var store = index.store()) {
            assertFalse(holds(store, "urn:mark"));
            assertTrue(holds(store, "urn:more"));
        }
    }

    @Test
    void invalidDataAreRefusedAndLeaveTheOldIndexAsItWas() {
        buildAndMark();
        var file = Fixtures.file(folder.resolve("data"), "new.ttl", "ex:new a fm:Person ; rdfs:label \"New\"@en .");

        var index = onDisk();
        try (var store = index.store()) {
            var error = assertThrows(FirmamentException.class, () -> index.build(home, home.fingerprint()));
            assertTrue(error.getMessage().startsWith("Nothing was loaded; the data has 1 error"), error.getMessage());
            assertTrue(error.getMessage().contains("new.ttl:12: error: https://example.org/new"), error.getMessage());
            assertTrue(holds(store, "urn:mark"));
            assertFalse(holds(store, "https://example.org/new"));
        }
        assertTrue(file.toFile().delete());
        var again = onDisk();
        again.build(home, home.fingerprint());
        try (var store = again.store()) {
            assertTrue(holds(store, "urn:mark"), "and it still counts as built of the files from before");
        }
    }

    @Test
    void acceptedContentOpensAsItWasBuiltAndOtherContentDoesNot() throws IOException {
        var builder = KnowledgeGraph.with().home(folder);
        assertTrue(builder.accept().conforms());
        var accepted = home.accepted(home.fingerprint());
        List<Triple> kept = new ArrayList<>();
        Snapshot.read(Files.readAllBytes(accepted), kept::add);
        kept.add(Triple.create(NodeFactory.createURI("urn:mark"), NodeFactory.createURI("urn:p"), NodeFactory.createURI("urn:o")));
        try (var out = Files.newOutputStream(accepted)) {
            Snapshot.write(kept, out);
        }
        try (var graph = builder.open()) {
            assertTrue(holds(graph.store(), "urn:mark"), "taken from what was kept");
            assertTrue(holds(graph.store(), "https://example.org/acme"));
        }

        Fixtures.file(folder.resolve("data"), "new.ttl", NEW);
        try (var graph = builder.open()) {
            assertFalse(holds(graph.store(), "urn:mark"), "built anew");
            assertTrue(holds(graph.store(), "https://example.org/new"));
        }
        assertTrue(builder.accept().conforms());
        try (var files = Files.list(folder.resolve("accepted"))) {
            assertEquals(1, files.count(), "the newest only");
        }
    }

    @Test
    void aKeptGraphThatIsDamagedIsBuiltAnew() throws IOException {
        var builder = KnowledgeGraph.with().home(folder);
        assertTrue(builder.accept().conforms());
        var accepted = home.accepted(home.fingerprint());
        var whole = Files.readAllBytes(accepted);
        String size;
        try (var graph = builder.open()) {
            size = size(graph);
        }
        var flipped = whole.clone();
        flipped[whole.length / 3] ^= 1;
        for (var damaged : List.of(
                flipped,
                java.util.Arrays.copyOf(whole, whole.length / 2), new byte[0], "rubbish".getBytes(StandardCharsets.UTF_8))) {
            Files.write(accepted, damaged);
            try (var graph = builder.open()) {
                assertEquals(size, size(graph), damaged.length + " bytes");
            }
        }
    }

    private static String size(KnowledgeGraph graph) {
        return graph.query("SELECT (COUNT(*) AS ?n) { ?s ?p ?o }").rows().get(0).label("n");
    }

    @Test
    void contentThatDoesNotConformIsNotAccepted() {
        Fixtures.file(folder.resolve("data"), "new.ttl", "ex:new a fm:Person ; rdfs:label \"New\"@en .");
        assertFalse(KnowledgeGraph.with().home(folder).accept().conforms());
        assertFalse(Files.exists(folder.resolve("accepted")));
    }

    @Test
    void ofManyErrorsTheFirstTwentyAreShown() {
        var people = new StringBuilder();
        for (int i = 0; i < 30; i++) {
            people.append("ex:new-").append(i).append(" a fm:Person ; rdfs:label \"New\"@en .\n");
        }
        Fixtures.file(folder.resolve("data"), "new.ttl", people.toString());

        var index = Index.inMemory();
        var error = assertThrows(FirmamentException.class, () -> index.build(home, home.fingerprint()));
        index.store().close();

        assertTrue(error.getMessage().startsWith("Nothing was loaded; the data has 30 errors:\n"), error.getMessage());
        assertEquals(22, error.getMessage().lines().count());
    }

    @Test
    void aFolderThatIsNoHomeIsRefused() {
        var error = assertThrows(FirmamentException.class, () -> Home.in(folder.resolve("data")));
        assertTrue(error.getMessage().contains("A home holds ontology, data and queries."), error.getMessage());
    }
}
