package io.firmament.store;

import org.apache.jena.graph.Graph;
import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.update.UpdateRequest;

/** Changes the graph within one write transaction: all of it happens, or nothing. */
public interface Writer {

    /** Removes everything. */
    void clear();

    /** Adds all triples of a graph. */
    void add(Graph graph);

    /** Takes triples one by one, as a parser gives them. */
    StreamRDF stream();

    /** Applies a SPARQL 1.1 update. */
    void apply(UpdateRequest update);
}
