package io.firmament.graph;

import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** <a href="https://js.cytoscape.org/#notation/elements-json">Cytoscape.js' elements JSON</a>, which Cytoscape reads as well. */
final class CytoscapeWriter implements GraphWriter {

    private final TextOut out;
    private boolean first = true;

    CytoscapeWriter(OutputStream out) {
        this.out = new TextOut(out);
    }

    @Override
    public void begin() {
        out.write("{\"elements\":{\"nodes\":[");
    }

    @Override
    public void vertex(Vertex vertex) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("id", vertex.iri());
        element(data, Attribute.OF_VERTEX, vertex);
    }

    @Override
    public void beginEdges() {
        first = true;
        out.write("\n],\"edges\":[");
    }

    @Override
    public void edge(Edge edge) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("id", edge.id());
        data.put("source", edge.from());
        data.put("target", edge.to());
        element(data, Attribute.OF_EDGE, edge);
    }

    @Override
    public void end() {
        out.write("\n]}}\n").flush();
    }

    private <T> void element(Map<String, Object> data, List<Attribute<T>> attributes, T of) {
        attributes.forEach(attribute -> data.put(attribute.name(), attribute.value().apply(of)));
        out.write(first ? "\n" : ",\n").write(Json.of(Map.of("data", data)));
        first = false;
    }
}
