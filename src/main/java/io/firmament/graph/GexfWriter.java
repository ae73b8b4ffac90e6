package io.firmament.graph;

import java.io.OutputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * <a href="https://gexf.net/">GEXF 1.3</a> for Gephi, in which things have their time: an edge from the first day that its
 * dates allow to the last that it held, a statement through the days that its date may mean. What goes on has no end, what
 * nobody dates is always there.
 */
final class GexfWriter implements GraphWriter {

    private static final String NAMESPACE = "http://gexf.net/1.3";

    private final Xml xml;

    GexfWriter(OutputStream out) {
        xml = new Xml(out);
    }

    @Override
    public void begin() {
        xml.open("gexf", "xmlns", NAMESPACE, "xmlns:viz", NAMESPACE + "/viz", "version", "1.3");
        xml.open("meta").text("creator", "Firmament").text("description", "Firms, people, products and deals").close();
        xml.open("graph", "defaultedgetype", "directed", "mode", "dynamic", "timeformat", "date", "timerepresentation", "interval");
        xml.open("attributes", "class", "node").empty("attribute", "id", "iri", "title", "iri", "type", "anyURI");
        declare(Attribute.OF_VERTEX);
        xml.open("attributes", "class", "edge");
        declare(Attribute.OF_EDGE);
        xml.open("nodes");
    }

    private <T> void declare(List<Attribute<T>> attributes) {
        for (var attribute : attributes) {
            if (!attribute.name().equals(Attribute.LABEL)) {
                xml.empty("attribute", "id", attribute.name(), "title", attribute.name(), "type", type(attribute.type()));
            }
        }
        xml.close();
    }

    @Override
    public void vertex(Vertex vertex) {
        xml.open("node", "id", Slug.of(vertex.iri()), "label", vertex.label(),
                "start", vertex.since(), "end", end(vertex.since(), vertex.until()));
        xml.open("attvalues").empty("attvalue", "for", "iri", "value", vertex.iri());
        values(Attribute.OF_VERTEX, vertex);
        color(vertex.type());
        xml.close();
    }

    @Override
    public void beginEdges() {
        xml.close().open("edges");
    }

    @Override
    public void edge(Edge edge) {
        // Gephi keeps edges between the same two apart by their kind.
        xml.open("edge", "id", Slug.of(edge), "source", Slug.of(edge.from()), "target", Slug.of(edge.to()),
                "type", edge.mutual() ? "undirected" : null, "kind", edge.label(), "label", edge.label(),
                "weight", String.valueOf(Math.max(1, edge.articles())),
                "start", edge.since(), "end", end(edge.since(), edge.until()));
        xml.open("attvalues");
        values(Attribute.OF_EDGE, edge);
        color(edge.theme());
        if (edge.disputed()) {
            xml.empty("viz:shape", "value", "dotted");
        }
        xml.close();
    }

    @Override
    public void end() {
        xml.close().close().end();
    }

    /** Nothing ends before it begins, even where sources say so. */
    private static @Nullable String end(@Nullable String since, @Nullable String until) {
        return since != null && until != null && until.compareTo(since) < 0 ? null : until;
    }

    private <T> void values(List<Attribute<T>> attributes, T of) {
        for (var attribute : attributes) {
            var text = attribute.text(of);
            if (!text.isEmpty() && !attribute.name().equals(Attribute.LABEL)) {
                xml.empty("attvalue", "for", attribute.name(), "value", text);
            }
        }
        xml.close();
    }

    private void color(String of) {
        var color = Palette.color(of);
        xml.empty("viz:color", "r", channel(color, 16), "g", channel(color, 8), "b", channel(color, 0));
    }

    private static String channel(int color, int shift) {
        return String.valueOf(color >> shift & 0xFF);
    }

    private static String type(Attribute.Type type) {
        return switch (type) {
            case FLAG -> "boolean";
            case NUMBER -> "integer";
            case IRI -> "anyURI";
            default -> "string";
        };
    }
}
