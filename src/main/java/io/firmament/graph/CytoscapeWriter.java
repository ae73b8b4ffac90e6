package io.firmament.graph;

import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.jena.atlas.json.JsonString;

/** <a href="https://js.cytoscape.org/#notation/elements-json">Cytoscape.js' elements JSON</a>, which Cytoscape reads as well. */
final class CytoscapeWriter implements GraphWriter {

    private final Writer out;
    private boolean first = true;

    CytoscapeWriter(OutputStream out) {
        this.out = new OutputStreamWriter(out, StandardCharsets.UTF_8);
    }

    @Override
    public void begin() {
        write("{\"elements\":{\"nodes\":[");
    }

    @Override
    public void vertex(Vertex vertex) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("id", vertex.iri());
        data.put("label", vertex.label());
        data.put("otherLabel", vertex.otherLabel());
        data.put("type", vertex.type());
        data.put("kind", vertex.kind());
        data.put("kindLabel", vertex.kindLabel());
        data.put("asserted", vertex.asserted());
        data.put("since", vertex.since());
        data.put("until", vertex.until());
        element(data);
    }

    private boolean edges;

    private void beginEdges() {
        if (!edges) {
            edges = true;
            first = true;
            write("\n],\"edges\":[");
        }
    }

    @Override
    public void edge(Edge edge) {
        beginEdges();
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("id", edge.id());
        data.put("source", edge.from());
        data.put("target", edge.to());
        data.put("property", edge.property());
        data.put("label", edge.label());
        data.put("theme", edge.theme());
        data.put("themeLabel", edge.themeLabel());
        data.put("mutual", edge.mutual());
        data.put("lasts", edge.lasts());
        data.put("ended", edge.ended());
        data.put("disputed", edge.disputed());
        data.put("since", edge.since());
        data.put("until", edge.until());
        data.put("told", edge.told());
        data.put("articles", edge.articles());
        data.put("certainty", edge.certainty());
        data.put("statements", edge.statements());
        element(data);
    }

    @Override
    public void end() {
        beginEdges();
        write("\n]}}\n");
        try {
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void element(Map<String, Object> data) {
        data.values().removeIf(java.util.Objects::isNull);
        write((first ? "\n" : ",\n") + "{\"data\":" + data.entrySet().stream()
                .map(e -> json(e.getKey()) + ":" + json(e.getValue()))
                .collect(Collectors.joining(",", "{", "}")) + "}");
        first = false;
    }

    private static String json(Object value) {
        if (value instanceof List<?> list) {
            return list.stream().map(CytoscapeWriter::json).collect(Collectors.joining(",", "[", "]"));
        }
        return value instanceof String text ? new JsonString(text).toString() : String.valueOf(value);
    }

    private void write(String text) {
        try {
            out.write(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
