package io.firmament.graph;

/** How much of the graph is drawn. */
public enum Level {
    /** Entities as nodes, and between two of them one edge for all that is said by one property. */
    EDGES,
    /** Statements as nodes too, each joined with the entities that have a part in it. */
    STATEMENTS
}
