package io.firmament.graph;

import io.firmament.store.View;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.apache.jena.query.Query;

/** What a graph, or a part of it, is written as. */
public enum ExportFormat {
    /** <a href="https://gexf.net/">GEXF 1.3</a>, in which things have their time: for Gephi. */
    GEXF("application/gexf+xml", "gexf", drawn(GexfWriter::new)),
    /** <a href="http://graphml.graphdrawing.org/">GraphML</a>: for yEd, igraph, NetworkX and most others. */
    GRAPHML("application/graphml+xml", "graphml", drawn(GraphmlWriter::new)),
    /** For <a href="https://js.cytoscape.org/">Cytoscape.js</a> and <a href="https://cytoscape.org/">Cytoscape</a>. */
    CYTOSCAPE("application/json", "cyjs", drawn(CytoscapeWriter::new)),
    /** <a href="https://graphviz.org/doc/info/lang.html">DOT</a>: for Graphviz. */
    DOT("text/vnd.graphviz", "dot", drawn(DotWriter::new)),
    /** Nodes and edges as CSV with their <a href="https://www.w3.org/TR/tabular-data-primer/">CSVW</a> description, in a zip. */
    CSV("application/zip", "zip", drawn(CsvWriter::new));

    /** Writes what is selected of a graph. */
    private interface Writing {
        void write(View view, Query edgesFrom, Selection selection, Level level, String language, OutputStream out);
    }

    private final String mediaType;
    private final String extension;
    private final Writing writing;

    ExportFormat(String mediaType, String extension, Writing writing) {
        this.mediaType = mediaType;
        this.extension = extension;
        this.writing = writing;
    }

    /** The format of a name as people write it, in small letters. */
    public static Optional<ExportFormat> named(String name) {
        return Arrays.stream(values()).filter(format -> format.toString().equals(name)).findFirst();
    }

    /** The names of all. */
    public static List<String> names() {
        return Arrays.stream(values()).map(ExportFormat::toString).toList();
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The media type, without parameters. */
    public String mediaType() {
        return mediaType;
    }

    /** What the name of a file ends with, without the dot. */
    public String extension() {
        return extension;
    }

    /**
     * Writes what is selected of a graph, piece by piece, so that its size does not matter; the stream stays open.
     *
     * @param view the graph
     * @param edgesFrom the question that {@link Drawing} asks
     * @param language the language tag of the labels, where there are such
     */
    public void write(View view, Query edgesFrom, Selection selection, Level level, String language, OutputStream out) {
        writing.write(view, edgesFrom, selection, level, language, out);
    }

    private static Writing drawn(Function<OutputStream, GraphWriter> writer) {
        return (view, edgesFrom, selection, level, language, out) -> {
            var drawing = new Drawing(view, selection, edgesFrom, language);
            var to = writer.apply(out);
            to.begin();
            drawing.entities(to::vertex);
            if (level == Level.STATEMENTS) {
                drawing.statements(to::vertex);
            }
            to.beginEdges();
            if (level == Level.STATEMENTS) {
                drawing.parts(to::edge);
            } else {
                drawing.edges(to::edge);
            }
            to.end();
        };
    }
}
