package io.firmament.graph;

import io.firmament.store.View;
import io.firmament.vocab.Prefixes;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.apache.jena.atlas.RuntimeIOException;
import org.apache.jena.query.Query;
import org.apache.jena.riot.RDFFormat;
import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.riot.system.StreamRDFWriter;

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
    CSV("application/zip", "zip", drawn(CsvWriter::new)),
    /** <a href="https://www.w3.org/TR/json-ld11/">JSON-LD 1.1</a>, with the names of the {@link #CONTEXT}. */
    JSONLD("application/ld+json", "jsonld", described((view, out) -> new JsonLdWriter(out, JsonLdContext.from(view), JsonLdContext.ADDRESS))),
    /** <a href="https://www.w3.org/TR/n-quads/">N-Quads</a>, a line for each triple. */
    NQUADS("application/n-quads", "nq", described((view, out) -> StreamRDFWriter.getWriterStream(out, RDFFormat.NQUADS))),
    /** <a href="https://www.w3.org/TR/turtle/">Turtle</a>. */
    TURTLE("text/turtle", "ttl", described((view, out) -> StreamRDFWriter.getWriterStream(out, RDFFormat.TURTLE_BLOCKS))),
    /** The JSON-LD context: it is of the ontology, whatever is selected. */
    CONTEXT("application/ld+json", "jsonld", (view, edgesFrom, selection, level, language, out) ->
            new TextOut(out).write(JsonLdContext.from(view).document()).flush());

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

    /** All that is said, at every level and in every language. */
    private static Writing described(BiFunction<View, OutputStream, StreamRDF> writer) {
        return (view, edgesFrom, selection, level, language, out) -> {
            try {
                var to = writer.apply(view, out);
                to.start();
                Prefixes.all().forEach(to::prefix);
                Triples.each(view, selection, to::triple);
                to.finish();
            } catch (RuntimeIOException e) {
                throw new UncheckedIOException(e.getCause() instanceof IOException cause ? cause : new IOException(e));
            }
        };
    }
}
