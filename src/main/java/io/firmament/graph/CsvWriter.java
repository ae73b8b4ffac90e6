package io.firmament.graph;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A zip with nodes and edges as <a href="https://www.rfc-editor.org/rfc/rfc4180">CSV</a>, and their <a
 * href="https://www.w3.org/TR/tabular-data-primer/">CSVW</a> description, which says what each column means.
 */
final class CsvWriter implements GraphWriter {

    private static final String NODES = "nodes.csv";
    private static final String EDGES = "edges.csv";

    private static final List<Attribute<Vertex>> OF_VERTEX = Stream.concat(
                    Stream.of(new Attribute<>("id", Attribute.Type.IRI, "Its IRI.", Vertex::iri)),
                    Attribute.OF_VERTEX.stream())
            .toList();
    private static final List<Attribute<Edge>> OF_EDGE = Stream.concat(
                    Stream.of(
                            new Attribute<>("source", Attribute.Type.IRI, "The node that it leads from.", Edge::from),
                            new Attribute<>("target", Attribute.Type.IRI, "The node that it leads to.", Edge::to)),
                    Attribute.OF_EDGE.stream())
            .toList();

    private final ZipOutputStream zip;
    private final TextOut out;

    CsvWriter(OutputStream out) {
        zip = new ZipOutputStream(out);
        this.out = new TextOut(zip);
    }

    @Override
    public void begin() {
        file(NODES);
        head(OF_VERTEX);
    }

    @Override
    public void vertex(Vertex vertex) {
        row(OF_VERTEX.stream().map(attribute -> attribute.text(vertex)));
    }

    @Override
    public void beginEdges() {
        file(EDGES);
        head(OF_EDGE);
    }

    @Override
    public void edge(Edge edge) {
        row(OF_EDGE.stream().map(attribute -> attribute.text(edge)));
    }

    @Override
    public void end() {
        file("csv-metadata.json");
        var edges = schema(OF_EDGE, List.of("source", "property", "target"));
        edges.put("foreignKeys", List.of(reference("source"), reference("target")));
        out.write(Json.of(ordered(
                        "@context", "http://www.w3.org/ns/csvw",
                        "tables", List.of(
                                table(NODES, schema(OF_VERTEX, List.of("id"))), table(EDGES, edges)))))
                .write("\n")
                .flush();
        try {
            zip.finish();
            zip.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void file(String name) {
        out.flush();
        try {
            var entry = new ZipEntry(name);
            // The earliest time that a zip knows, so that the same graph gives the same bytes.
            entry.setTimeLocal(LocalDateTime.of(1980, 1, 1, 0, 0));
            zip.putNextEntry(entry);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private <T> void head(List<Attribute<T>> attributes) {
        row(attributes.stream().map(Attribute::name));
    }

    private void row(Stream<String> cells) {
        out.write(cells.map(CsvWriter::cell).collect(Collectors.joining(",", "", "\r\n")));
    }

    private static String cell(String text) {
        return text.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r') ? '"' + text.replace("\"", "\"\"") + '"' : text;
    }

    private static Map<String, Object> reference(String end) {
        return ordered("columnReference", end, "reference", ordered("resource", NODES, "columnReference", "id"));
    }

    private static Map<String, Object> table(String url, Map<String, Object> schema) {
        return ordered("url", url, "tableSchema", schema);
    }

    private static <T> Map<String, Object> schema(List<Attribute<T>> attributes, List<String> key) {
        List<Object> columns = new ArrayList<>();
        for (var attribute : attributes) {
            var column = ordered(
                    "name", attribute.name(), "titles", attribute.name(), "dc:description", attribute.meaning(),
                    "datatype", attribute.type().xsd);
            if (attribute.type().several()) {
                column.put("separator", Attribute.SEPARATOR);
            }
            columns.add(column);
        }
        return ordered("columns", columns, "primaryKey", key);
    }

    private static Map<String, Object> ordered(Object... namesAndValues) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            map.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return map;
    }
}
