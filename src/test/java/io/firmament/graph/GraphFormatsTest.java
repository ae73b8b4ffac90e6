package io.firmament.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.firmament.Fixtures;
import io.firmament.store.Store;
import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipInputStream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.Source;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.jena.atlas.json.JSON;
import org.jgrapht.graph.DefaultEdge;
import org.jgrapht.graph.DirectedPseudograph;
import org.jgrapht.nio.BaseEventDrivenImporter;
import org.jgrapht.nio.dot.DOTImporter;
import org.jgrapht.nio.graphml.GraphMLImporter;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Element;

/** What the formats of graph tools say is read back by others than their writers: as many, and the same names, however hostile. */
class GraphFormatsTest {

    private static final String HOSTILE_SLUG = "_https_x3A_::example.org:a_x5F_b:_x4E2D__x23_x_x25_20y";

    @TempDir
    private static Path folder;

    private static Store store;

    @BeforeAll
    static void derive() {
        store = Fixtures.derived(folder, Exported.HOSTILE);
    }

    @AfterAll
    static void close() {
        store.close();
    }

    static Stream<Arguments> levelsAndLanguages() {
        return Stream.of(Level.values()).flatMap(level -> Stream.of("en", "zh-Hans").map(language -> Arguments.of(level, language)));
    }

    private static List<String> labels(Level level, String language, Function<String, String> readBack) {
        return Exported.vertices(store, level, language).stream().map(Vertex::label).map(readBack).sorted().toList();
    }

    /** XML 1.0 has no word for most control characters, and one line break. */
    private static String inXml(String text) {
        return text.replace("\r\n", "\n").replaceAll("[\u0001\u0008]", "");
    }

    @ParameterizedTest
    @MethodSource("levelsAndLanguages")
    void gexfIsValidAndTellsAll(Level level, String language) throws Exception {
        var bytes = Exported.bytes(store, ExportFormat.GEXF, Selection.WHOLE, level, language);
        var schemas = Stream.of("viz-1.3.xsd", "gexf-1.3.xsd")
                .map(name -> new StreamSource(new File("src/test/resources/gexf/" + name)))
                .toArray(Source[]::new);
        SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI).newSchema(schemas).newValidator()
                .validate(new StreamSource(new ByteArrayInputStream(bytes)));

        var document = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new ByteArrayInputStream(bytes));
        var nodes = elements(document.getElementsByTagName("node"));
        // Attributes of XML hold one line.
        assertEquals(
                labels(level, language, text -> inXml(text).replaceAll("[\n\t]", " ")),
                nodes.stream().map(node -> node.getAttribute("label")).sorted().toList());
        var edges = elements(document.getElementsByTagName("edge"));
        assertEquals(Exported.edges(store, level, language).size(), edges.size());
        var declared = elements(document.getElementsByTagName("attribute")).stream().map(a -> a.getAttribute("id")).toList();
        elements(document.getElementsByTagName("attvalue")).forEach(
                value -> assertTrue(declared.contains(value.getAttribute("for")), value.getAttribute("for")));
        if (level == Level.EDGES) {
            var funded = edges.stream().filter(edge -> edge.getAttribute("target").equals(HOSTILE_SLUG)).findFirst().orElseThrow();
            assertEquals("2024-02-01", funded.getAttribute("start"));
            assertEquals("", funded.getAttribute("end"));
            assertEquals(
                    Exported.edges(store, level, language).stream().filter(Edge::mutual).count(),
                    edges.stream().filter(edge -> edge.getAttribute("type").equals("undirected")).count());
        } else {
            assertTrue(nodes.stream().anyMatch(
                    node -> node.getAttribute("start").equals("2024-02-01") && node.getAttribute("end").equals("2024-02-29")));
        }
    }

    private static List<Element> elements(org.w3c.dom.NodeList list) {
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < list.getLength(); i++) {
            elements.add((Element) list.item(i));
        }
        return elements;
    }

    /** Reads with JGraphT; the labels of nodes by identifier. */
    private static Map<String, String> readBack(
            BaseEventDrivenImporter<String, DefaultEdge> importer, DirectedPseudograph<String, DefaultEdge> graph, Runnable read) {
        Map<String, String> labels = new HashMap<>();
        importer.addVertexAttributeConsumer((vertex, attribute) -> {
            if (vertex.getSecond().equals("label")) {
                labels.put(vertex.getFirst(), attribute.getValue());
            }
        });
        read.run();
        return labels;
    }

    private static DirectedPseudograph<String, DefaultEdge> pseudograph() {
        return new DirectedPseudograph<>(DefaultEdge.class);
    }

    @ParameterizedTest
    @MethodSource("levelsAndLanguages")
    void graphmlIsReadBackByJGraphT(Level level, String language) {
        var importer = new GraphMLImporter<String, DefaultEdge>();
        importer.setSchemaValidation(true);
        importer.setVertexFactory(id -> id);
        var graph = pseudograph();
        var text = Exported.text(store, ExportFormat.GRAPHML, level, language);
        var labels = readBack(importer, graph, () -> importer.importGraph(graph, new StringReader(text)));
        assertEquals(labels(level, language, GraphFormatsTest::inXml), labels.values().stream().sorted().toList());
        assertEquals(Exported.edges(store, level, language).size(), graph.edgeSet().size());
    }

    @ParameterizedTest
    @MethodSource("levelsAndLanguages")
    void dotIsReadBackByJGraphT(Level level, String language) {
        var importer = new DOTImporter<String, DefaultEdge>();
        importer.setVertexFactory(id -> id);
        var graph = pseudograph();
        // JGraphT knows no escape but that of the quotation mark.
        var text = Exported.text(store, ExportFormat.DOT, level, language).replace("\\\\", "/").replace("\\n", " ");
        var labels = readBack(importer, graph, () -> importer.importGraph(graph, new StringReader(text)));
        assertEquals(
                // What would be an entity to Graphviz is written as its text.
                labels(level, language, label -> inXml(label).replaceAll("[\t\n]", " ").replace('\\', '/').replace("&amp;", "&amp;amp;")),
                labels.values().stream().sorted().toList());
        assertEquals(Exported.edges(store, level, language).size(), graph.edgeSet().size());
    }

    @Test
    void dotIsReadByGraphviz() throws Exception {
        assumeTrue(Stream.of(System.getenv("PATH").split(File.pathSeparator)).anyMatch(p -> Files.isExecutable(Path.of(p, "dot"))),
                "Graphviz is not installed: dot is not in the PATH");
        var file = Files.write(folder.resolve("all.dot"), Exported.bytes(store, ExportFormat.DOT, Selection.WHOLE, Level.EDGES, "en"));
        var process = new ProcessBuilder("dot", "-Tplain", file.toString()).redirectErrorStream(true).start();
        var plain = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), plain);
        assertEquals(Exported.vertices(store, Level.EDGES, "en").size(), plain.lines().filter(line -> line.startsWith("node ")).count());
        assertEquals(Exported.edges(store, Level.EDGES, "en").size(), plain.lines().filter(line -> line.startsWith("edge ")).count());
    }

    @ParameterizedTest
    @MethodSource("levelsAndLanguages")
    void cytoscapeIsJsonWithTheSameNames(Level level, String language) {
        var elements = JSON.parse(Exported.text(store, ExportFormat.CYTOSCAPE, level, language)).get("elements").getAsObject();
        var read = elements.get("nodes").getAsArray().stream()
                .map(node -> node.getAsObject().get("data").getAsObject().get("label").getAsString().value()).sorted().toList();
        assertEquals(labels(level, language, text -> text), read);
        assertEquals(Exported.edges(store, level, language).size(), elements.get("edges").getAsArray().size());
    }

    @ParameterizedTest
    @MethodSource("levelsAndLanguages")
    void csvIsReadBackByItsDescription(Level level, String language) throws IOException {
        var files = unzip(Exported.bytes(store, ExportFormat.CSV, Selection.WHOLE, level, language));
        assertEquals(List.of("nodes.csv", "edges.csv", "csv-metadata.json"), List.copyOf(files.keySet()));
        Map<String, List<Map<String, String>>> rows = new HashMap<>();
        for (var table : JSON.parse(files.get("csv-metadata.json")).get("tables").getAsArray()) {
            var url = table.getAsObject().get("url").getAsString().value();
            var columns = table.getAsObject().get("tableSchema").getAsObject().get("columns").getAsArray();
            try (var csv = CSVParser.parse(files.get(url), CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get())) {
                assertEquals(columns.stream().map(c -> c.getAsObject().get("name").getAsString().value()).toList(), csv.getHeaderNames());
                rows.put(url, csv.stream().map(record -> record.toMap()).toList());
            }
            for (var column : columns) {
                var name = column.getAsObject().get("name").getAsString().value();
                var pattern = switch (column.getAsObject().get("datatype").getAsString().value()) {
                    case "boolean" -> "true|false";
                    case "integer" -> "\\d+";
                    case "date" -> "\\d{4}-\\d\\d-\\d\\d";
                    case "anyURI" -> "https?://\\S+";
                    default -> "(?s).+";
                };
                rows.get(url).forEach(row -> assertTrue(row.get(name).isEmpty() || row.get(name).matches(pattern), name + ": " + row));
            }
        }
        assertEquals(labels(level, language, text -> text), rows.get("nodes.csv").stream().map(row -> row.get("label")).sorted().toList());
        var ids = rows.get("nodes.csv").stream().map(row -> row.get("id")).collect(Collectors.toSet());
        rows.get("edges.csv").forEach(row -> assertTrue(ids.contains(row.get("source")) && ids.contains(row.get("target")), row::toString));
        assertEquals(Exported.edges(store, level, language).size(), rows.get("edges.csv").size());
    }

    private static Map<String, String> unzip(byte[] bytes) throws IOException {
        Map<String, String> files = new LinkedHashMap<>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return files;
    }

    @Test
    void identifiersAreNamesInXmlAndNoTwoAreTheSame() {
        var slugs = Exported.vertices(store, Level.STATEMENTS, "en").stream().map(vertex -> Slug.of(vertex.iri())).toList();
        assertTrue(slugs.contains(HOSTILE_SLUG), slugs::toString);
        assertEquals(slugs.size(), slugs.stream().distinct().count());
        slugs.forEach(slug -> assertTrue(slug.matches("[A-Za-z0-9._:-]+"), slug));
        assertEquals("statement:x", Slug.of("https://w3id.org/firmament/id/statement/x"));
        assertFalse(Slug.of("https://w3id.org/firmament/id/a_b").equals(Slug.of("https://w3id.org/firmament/id/a-b")));
    }
}
