package io.firmament.serve;

import io.firmament.query.Row;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Things under one name, of which the first are shown and the rest is folded away.
 *
 * @param name what they have in common
 * @param all the things
 * @param shown how many are shown at once
 */
record Folded<T>(String name, List<T> all, int shown) {

    /** How many values stand on a page before the rest is folded away. */
    static final int VALUES = 24;

    /** Rows by name, in the order in which the names come. */
    static List<Folded<Cell>> by(List<Row> rows, Function<Row, String> name, Function<Row, Cell> cell) {
        Map<String, List<Cell>> groups = new LinkedHashMap<>();
        rows.forEach(row -> groups.computeIfAbsent(name.apply(row), n -> new ArrayList<>()).add(cell.apply(row)));
        return groups.entrySet().stream().map(group -> new Folded<>(group.getKey(), group.getValue(), VALUES)).toList();
    }

    int size() {
        return all.size();
    }

    List<T> first() {
        return all.subList(0, Math.min(shown, all.size()));
    }

    List<T> rest() {
        return all.subList(first().size(), all.size());
    }

    int more() {
        return rest().size();
    }

    boolean hasMore() {
        return more() > 0;
    }
}
