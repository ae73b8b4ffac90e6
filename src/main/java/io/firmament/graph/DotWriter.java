package io.firmament.graph;

import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** <a href="https://graphviz.org/doc/info/lang.html">DOT</a> for Graphviz: dotted what is disputed, grey what has ended. */
final class DotWriter implements GraphWriter {

    private static final int WIDEST = 5;

    private final TextOut out;

    DotWriter(OutputStream out) {
        this.out = new TextOut(out);
    }

    @Override
    public void begin() {
        out.write("""
                digraph firmament {
                  graph [charset="UTF-8", overlap="false", splines="true"];
                  node [shape="box", style="rounded", fontname="sans-serif"];
                  edge [fontname="sans-serif", fontsize="10"];
                """);
    }

    @Override
    public void vertex(Vertex vertex) {
        List<String> attributes = new ArrayList<>();
        attributes.add(attribute("URL", vertex.iri()));
        attributes.add(attribute("color", color(vertex.type())));
        attributes(attributes, Attribute.OF_VERTEX, vertex);
        out.write("  " + quoted(Slug.of(vertex.iri())) + list(attributes));
    }

    @Override
    public void beginEdges() {
        // Nodes and edges stand side by side.
    }

    @Override
    public void edge(Edge edge) {
        List<String> attributes = new ArrayList<>();
        attributes.add(attribute("color", edge.ended() ? "gray" : color(edge.theme())));
        attributes.add(attribute("penwidth", String.valueOf(Math.min(WIDEST, Math.max(1, edge.articles())))));
        if (edge.disputed()) {
            attributes.add(attribute("style", "dotted"));
        }
        if (edge.mutual()) {
            attributes.add(attribute("dir", "none"));
        }
        attributes(attributes, Attribute.OF_EDGE, edge);
        out.write("  " + quoted(Slug.of(edge.from())) + " -> " + quoted(Slug.of(edge.to())) + list(attributes));
    }

    @Override
    public void end() {
        out.write("}\n").flush();
    }

    private static <T> void attributes(List<String> attributes, List<Attribute<T>> all, T of) {
        for (var attribute : all) {
            var text = attribute.text(of);
            if (!text.isEmpty()) {
                attributes.add(attribute(attribute.name(), text));
            }
        }
    }

    private static String list(List<String> attributes) {
        return attributes.stream().collect(Collectors.joining(", ", " [", "];\n"));
    }

    private static String attribute(String name, String value) {
        return name + "=" + quoted(value);
    }

    private static String color(String name) {
        return "#%06X".formatted(Palette.color(name));
    }

    /** In quotes, as a text in which Graphviz reads no escapes, no entities and no control characters. */
    private static String quoted(String text) {
        return '"'
                + text.replace("\\", "\\\\")
                        .replace("\"", "\\\"")
                        .replaceAll("\r\n?|\n", "\\\\n")
                        .replace('\t', ' ')
                        .replaceAll("\\p{Cntrl}", "")
                        .replaceAll("&(?=#?\\w+;)", "&amp;")
                + '"';
    }
}
