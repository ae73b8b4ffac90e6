package io.firmament.graph;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.apicatalog.jsonld.JsonLdOptions;
import com.apicatalog.jsonld.document.JsonDocument;
import io.firmament.Fixtures;
import io.firmament.KnowledgeGraph;
import io.firmament.store.Store;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.lang.LangJSONLD11;
import org.apache.jena.sparql.graph.GraphFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is exported as RDF is the graph, to the last triple, and always the same bytes. */
class RdfFormatsTest {

    private static final Map<ExportFormat, Lang> SYNTAXES =
            Map.of(ExportFormat.JSONLD, Lang.JSONLD11, ExportFormat.NQUADS, Lang.NQUADS, ExportFormat.TURTLE, Lang.TURTLE);

    @TempDir
    private static Path folder;

    private static KnowledgeGraph graph;
    private static KnowledgeGraph onDisk;

    @BeforeAll
    static void open() {
        graph = KnowledgeGraph.open();
        onDisk = KnowledgeGraph.with().store(folder).open();
    }

    @AfterAll
    static void close() {
        graph.close();
        onDisk.close();
    }

    private static byte[] bytes(KnowledgeGraph graph, ExportFormat format, Selection selection, Level level, String language) {
        var out = new ByteArrayOutputStream();
        graph.export(format, selection, level, language, out);
        return out.toByteArray();
    }

    private static byte[] bytes(ExportFormat format) {
        return bytes(graph, format, Selection.WHOLE, Level.EDGES, "en");
    }

    /** Reads without a network: the context comes from where the export has it. */
    private static Graph parse(byte[] bytes, ExportFormat format, byte[] context) {
        var options = new JsonLdOptions();
        options.setDocumentLoader((address, loading) -> {
            assertEquals("https://w3id.org/firmament/context.jsonld", address.toString());
            return JsonDocument.of(new ByteArrayInputStream(context));
        });
        var parsed = GraphFactory.createDefaultGraph();
        RDFParser.source(new ByteArrayInputStream(bytes)).lang(SYNTAXES.get(format)).set(LangJSONLD11.JSONLD_OPTIONS, options)
                .parse(parsed);
        return parsed;
    }

    private static void assertSame(Graph expected, Graph actual) {
        assertEquals(expected.size(), actual.size());
        expected.stream().filter(triple -> !actual.contains(triple)).findFirst().ifPresent(missing -> assertEquals(missing, null));
        assertTrue(actual.isIsomorphicWith(expected));
    }

    @ParameterizedTest
    @EnumSource(value = ExportFormat.class, names = {"JSONLD", "NQUADS", "TURTLE"})
    void theWholeGraphIsReadBackTripleForTriple(ExportFormat format) {
        var whole = GraphFactory.createDefaultGraph();
        graph.read(view -> {
            try (var triples = view.construct(QueryFactory.create("CONSTRUCT WHERE { ?s ?p ?o }"))) {
                triples.forEach(whole::add);
            }
            return whole;
        });
        assertSame(whole, parse(bytes(format), format, bytes(ExportFormat.CONTEXT)));
    }

    @ParameterizedTest
    @EnumSource(value = ExportFormat.class, names = {"JSONLD", "NQUADS", "TURTLE"})
    void hostileNamesAreReadBack(ExportFormat format, @TempDir Path other) {
        try (Store store = Fixtures.derived(other, Exported.HOSTILE)) {
            var context = Exported.bytes(store, ExportFormat.CONTEXT, Selection.WHOLE, Level.EDGES, "en");
            var whole = GraphFactory.createDefaultGraph();
            store.read(view -> {
                view.construct(QueryFactory.create("CONSTRUCT WHERE { ?s ?p ?o }")).forEach(whole::add);
                return whole;
            });
            assertSame(whole, parse(Exported.bytes(store, format, Selection.WHOLE, Level.EDGES, "en"), format, context));
        }
    }

    @ParameterizedTest
    @EnumSource(value = ExportFormat.class, names = {"JSONLD", "NQUADS", "TURTLE"})
    void aPartHoldsItsThingsTheirStatementsAndEvidence(ExportFormat format) {
        var chang = NodeFactory.createURI("https://w3id.org/firmament/id/zhou-chang");
        var firm = NodeFactory.createURI("https://w3id.org/firmament/id/bytedance");
        var part = parse(
                bytes(graph, format, Selection.among(Set.of(chang, firm)), Level.EDGES, "en"), format, bytes(ExportFormat.CONTEXT));
        assertTrue(part.contains(chang, fm("worksFor"), firm));
        assertFalse(part.contains(chang, fm("workedFor"), null), "leads out of the part");
        var statements = part.stream(null, fm("subject"), chang).toList();
        assertFalse(statements.isEmpty());
        statements.forEach(statement -> assertTrue(part.contains(statement.getSubject(), fm("evidence"), null)));
        var evidence = part.stream(null, fm("evidence"), null).toList();
        evidence.forEach(leads -> assertTrue(part.contains(leads.getObject(), fm("certainty"), null)));
    }

    private static org.apache.jena.graph.Node fm(String name) {
        return NodeFactory.createURI("https://w3id.org/firmament/ontology#" + name);
    }

    @ParameterizedTest
    @EnumSource(ExportFormat.class)
    void theSameGraphGivesTheSameBytesWhereverItLies(ExportFormat format) {
        // A part of it, so that this takes no time; the whole stands above.
        var some = graph.selectionOf("investors-of-firm", Map.of("firm", "zhipu-ai"));
        for (var level : Level.values()) {
            var first = bytes(graph, format, some, level, "zh-Hans");
            assertArrayEquals(first, bytes(graph, format, some, level, "zh-Hans"), "twice");
            assertArrayEquals(first, bytes(onDisk, format, some, level, "zh-Hans"), "on disk");
        }
    }

    @ParameterizedTest
    @EnumSource(value = ExportFormat.class, names = {"GEXF", "NQUADS", "TURTLE"})
    void theWholeGraphGivesTheSameBytesFromDisk(ExportFormat format) {
        assertArrayEquals(bytes(format), bytes(onDisk, format, Selection.WHOLE, Level.EDGES, "en"));
    }

    @Test
    void theContextHasTermsForClassesThingsTextsAndDays() {
        var context = org.apache.jena.atlas.json.JSON.parse(new ByteArrayInputStream(bytes(ExportFormat.CONTEXT)))
                .get("@context").getAsObject();
        assertEquals("@id", context.get("worksFor").getAsObject().get("@type").getAsString().value());
        assertEquals("@language", context.get("gist").getAsObject().get("@container").getAsString().value());
        assertEquals("xsd:date", context.get("earliest").getAsObject().get("@type").getAsString().value());
        assertEquals("fm:Person", context.get("Person").getAsObject().get("@id").getAsString().value());
        assertEquals(Optional.empty(), Optional.ofNullable(context.get("label").getAsObject().get("@type")));
    }
}
