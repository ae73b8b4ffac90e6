package io.firmament.graph;

import java.io.OutputStream;
import java.util.List;

/**
 * <a href="http://graphml.graphdrawing.org/specification.html">GraphML</a> with typed keys, for yEd, Gephi, Cytoscape, igraph
 * and NetworkX.
 */
final class GraphmlWriter implements GraphWriter {

    private static final String NAMESPACE = "http://graphml.graphdrawing.org/xmlns";

    private final Xml xml;

    GraphmlWriter(OutputStream out) {
        xml = new Xml(out);
    }

    @Override
    public void begin() {
        xml.open("graphml", "xmlns", NAMESPACE, "xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance",
                "xsi:schemaLocation", NAMESPACE + " " + NAMESPACE + "/1.0/graphml.xsd");
        key("node", "iri", "string", "Its IRI, where everything about it is found.");
        Attribute.OF_VERTEX.forEach(attribute -> key("node", attribute.name(), type(attribute.type()), attribute.meaning()));
        Attribute.OF_EDGE.forEach(attribute -> key("edge", attribute.name(), type(attribute.type()), attribute.meaning()));
        xml.open("graph", "id", "firmament", "edgedefault", "directed");
    }

    @Override
    public void vertex(Vertex vertex) {
        xml.open("node", "id", Slug.of(vertex.iri())).text("data", vertex.iri(), "key", key("node", "iri"));
        data("node", Attribute.OF_VERTEX, vertex);
    }

    @Override
    public void beginEdges() {
        // Nodes and edges stand side by side.
    }

    @Override
    public void edge(Edge edge) {
        xml.open("edge", "id", Slug.of(edge), "source", Slug.of(edge.from()), "target", Slug.of(edge.to()),
                "directed", edge.mutual() ? "false" : null);
        data("edge", Attribute.OF_EDGE, edge);
    }

    @Override
    public void end() {
        xml.end();
    }

    private void key(String of, String name, String type, String meaning) {
        xml.open("key", "id", key(of, name), "for", of, "attr.name", name, "attr.type", type).text("desc", meaning).close();
    }

    private static String key(String of, String name) {
        return of + "." + name;
    }

    private static String type(Attribute.Type type) {
        return switch (type) {
            case FLAG -> "boolean";
            case NUMBER -> "int";
            default -> "string";
        };
    }

    private <T> void data(String name, List<Attribute<T>> attributes, T of) {
        for (var attribute : attributes) {
            var text = attribute.text(of);
            if (!text.isEmpty()) {
                xml.text("data", text, "key", key(name, attribute.name()));
            }
        }
        xml.close();
    }
}
