package io.firmament.graph;

import java.io.OutputStream;
import java.util.function.Function;

/** The formats that a drawing is written in. */
public enum ExportFormat {
    /** For <a href="https://js.cytoscape.org/">Cytoscape.js</a> and <a href="https://cytoscape.org/">Cytoscape</a>. */
    CYTOSCAPE("application/json", "cyjs", CytoscapeWriter::new);

    private final String mediaType;
    private final String extension;
    private final Function<OutputStream, GraphWriter> writer;

    ExportFormat(String mediaType, String extension, Function<OutputStream, GraphWriter> writer) {
        this.mediaType = mediaType;
        this.extension = extension;
        this.writer = writer;
    }

    /** The media type, without parameters. */
    public String mediaType() {
        return mediaType;
    }

    /** What the name of a file ends with, without the dot. */
    public String extension() {
        return extension;
    }

    /** Writes what is selected of a drawing, in UTF-8; the stream stays open. */
    public void write(Drawing drawing, Selection selection, Level level, OutputStream out) {
        var to = writer.apply(out);
        to.begin();
        drawing.entities(selection, to::vertex);
        if (level == Level.STATEMENTS) {
            drawing.statements(selection, to::vertex);
            drawing.parts(selection, to::edge);
        } else {
            drawing.edges(selection, to::edge);
        }
        to.end();
    }
}
