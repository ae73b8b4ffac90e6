/**
 * The graph as nodes and edges: drawn and written for other tools piece by piece, whatever its size, and searched for what
 * lies between two entities. Whole paths cannot be said in SPARQL, so they are searched here, one breadth-first step per
 * query. Works over any store.
 */
@NullMarked
package io.firmament.graph;

import org.jspecify.annotations.NullMarked;
