package io.firmament.store;

import java.util.stream.Stream;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.Query;

/** The graph as it stands within one read transaction. Asks only what the SPARQL 1.1 standard can say. */
public interface View {

    /** Answers a SELECT query. */
    Table select(Query query);

    /** Answers a CONSTRUCT query; the stream must be used up within the transaction. */
    Stream<Triple> construct(Query query);
}
