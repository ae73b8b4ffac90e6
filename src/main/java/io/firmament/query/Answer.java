package io.firmament.query;

import io.firmament.FirmamentException;
import io.firmament.store.Table;
import io.firmament.store.View;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/** The rows that answer a question, with the labels of what is in them. Immutable, and free of any transaction. */
public final class Answer implements Iterable<Row> {

    private final Table table;
    private final Labels labels;

    private Answer(Table table, Labels labels) {
        this.table = table;
        this.labels = labels;
    }

    /** Makes an answer of a table, with labels from the view that the table was read from. */
    public static Answer of(Table table, View view) {
        return new Answer(table, Labels.of(table, view));
    }

    /** The columns, in the question's order. */
    public List<String> columns() {
        return table.columns();
    }

    /**
     * The same answer with some of its columns only; rows that differ in the others only become one.
     *
     * @throws FirmamentException if there is no such column
     */
    public Answer columns(List<String> some) {
        for (var column : some) {
            if (!columns().contains(column)) {
                throw new FirmamentException("No column " + column + ". The answer has: " + columns());
            }
        }
        return new Answer(table.columns(some).distinct(), labels);
    }

    /** The rows, in the question's order. */
    public List<Row> rows() {
        return table.rows().stream().map(row -> new Row(row, labels)).toList();
    }

    @Override
    public Iterator<Row> iterator() {
        return rows().iterator();
    }

    /** The terms alone, as the query gave them. */
    public Table table() {
        return table;
    }

    /**
     * The terms, and after each column of things that have labels one more with those, named as the column with
     * {@code Label} behind it, unless the query has such a column itself: for spreadsheets and scripts.
     */
    public Table labelled(String language) {
        List<String> columns = new ArrayList<>();
        Set<String> labelled = new HashSet<>();
        for (var column : table.columns()) {
            columns.add(column);
            if (!table.columns().contains(column + "Label")
                    && table.rows().stream().anyMatch(row -> row.containsKey(column) && labels.has(row.get(column)))) {
                columns.add(column + "Label");
                labelled.add(column);
            }
        }
        List<Map<String, Node>> rows = new ArrayList<>();
        for (var row : table.rows()) {
            Map<String, Node> wide = new LinkedHashMap<>(row);
            row.forEach((column, node) -> {
                if (labelled.contains(column)) {
                    wide.put(column + "Label", NodeFactory.createLiteralString(labels.of(node, language)));
                }
            });
            rows.add(wide);
        }
        return new Table(columns, rows);
    }
}
