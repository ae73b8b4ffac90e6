package io.firmament.store;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Node;

/**
 * The answer to a SELECT query, whole and free of the transaction that it was read in.
 *
 * @param columns the variables, in the query's order
 * @param rows for each solution the terms by variable; an unbound variable has no entry
 */
public record Table(List<String> columns, List<Map<String, Node>> rows) {

    public Table {
        columns = List.copyOf(columns);
        rows = rows.stream().map(Collections::unmodifiableMap).toList();
    }

    /** The same rows with some columns only. */
    public Table columns(List<String> some) {
        return new Table(some, rows.stream()
                .map(row -> {
                    Map<String, Node> narrow = new LinkedHashMap<>(row);
                    narrow.keySet().retainAll(some);
                    return narrow;
                })
                .toList());
    }

    /** The same table with each row once, where it stood first. */
    public Table distinct() {
        return new Table(columns, rows.stream().distinct().toList());
    }
}
