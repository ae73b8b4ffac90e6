package io.firmament.store;

import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.Query;

/** The graph as it stands within one read transaction. Asks only what the SPARQL 1.1 standard can say. */
public interface View {

    /** Answers a SELECT query. */
    Table select(Query query);

    /**
     * Answers a SELECT query row by row, for answers that are longer than memory: a sort goes over the disk. The work may
     * ask the view other things meanwhile.
     *
     * @param work takes each row: the terms by variable, in which an unbound variable has no entry
     */
    void each(Query query, Consumer<Map<String, Node>> work);

    /** Answers a CONSTRUCT query; the stream must be used up within the transaction. */
    Stream<Triple> construct(Query query);
}
