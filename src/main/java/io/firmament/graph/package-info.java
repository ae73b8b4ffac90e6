/**
 * The graph as nodes and edges: what lies between two entities. Whole paths cannot be said in SPARQL, so they are searched here, one breadth-first step per query. Works over any store.
 */
@NullMarked
package io.firmament.graph;

import org.jspecify.annotations.NullMarked;
