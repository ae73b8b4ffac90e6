package io.firmament.graph;

/** Writes a drawing in one format, piece by piece: all nodes first, then all edges. */
interface GraphWriter {

    /** Begins the document and its nodes. */
    void begin();

    void vertex(Vertex vertex);

    /** Ends the nodes and begins the edges. */
    void beginEdges();

    void edge(Edge edge);

    /** Ends the document and flushes it; the stream below stays open. */
    void end();
}
