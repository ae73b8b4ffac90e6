package io.firmament.serve;

import io.firmament.query.Answer;
import io.firmament.query.Row;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * An answer as a table for people: columns without values are left out, a value stands with its unit, what tells of a
 * passage is read as one, and rows that differ in their passage only become one row with several passages.
 *
 * @param heads the columns
 * @param proofs the columns of passages, behind them
 * @param rows the rows
 * @param places for each row of the answer, in which row of the table it stands, from 0
 */
record Grid(List<Head> heads, List<Head> proofs, List<Line> rows, List<Integer> places) {

    private static final List<String> PASSAGE = List.of("certainty", "speaker", "article", "start", "end", "statement");
    /** A question that sets two statements against each other names the second one's columns so. */
    private static final List<String> SIDES = List.of("", "other");
    /** Shown in the cell of the value that they belong to. */
    private static final Set<String> WITH_VALUE = Set.of("unit", "qualifier", "statistic", "per", "least", "greatest");
    /** A statement may have several of these; they share its row. */
    private static final Set<String> SEVERAL = Set.of("topic", "about");
    /** The bounds of a value that is no single number. */
    private static final List<String> BETWEEN = List.of("least", "greatest");
    /** What the date means in days: for filters, not for the eye. */
    private static final List<String> BOUNDS = List.of("earliest", "latest");

    /** A column. */
    record Head(String text, boolean numeric) {}

    /**
     * A row.
     *
     * @param cells in the order of the columns
     * @param proofs in the order of the columns of passages
     * @param doubted whether the sources do not put it forward as a fact
     */
    record Line(List<Values> cells, List<Proof> proofs, boolean doubted) {}

    /** What stands in one cell of the table: as a rule one value. */
    record Values(Set<Cell> all) {
        Values(Cell first) {
            this(new LinkedHashSet<>(Set.of(first)));
        }

        boolean numeric() {
            return all.stream().allMatch(Cell::numeric);
        }
    }

    /**
     * What a row rests on.
     *
     * @param passages the passages
     * @param statement where the statement is shown; empty if the row is about none
     */
    record Proof(List<Passage> passages, String statement) {}

    /** Passages of an article that say it in the same way: how surely, by whom, and from which to which character. */
    record Passage(Cell certainty, Cell speaker, Cell article, List<String> spans) {
        boolean saysAs(Passage other) {
            return certainty.equals(other.certainty) && speaker.equals(other.speaker) && article.equals(other.article);
        }

        String span() {
            return String.join(", ", spans);
        }

        boolean hasSpeaker() {
            return !speaker.text().isEmpty();
        }

        boolean hasArticle() {
            return !article.text().isEmpty();
        }
    }

    int size() {
        return rows.size();
    }

    /** All of an answer. */
    static Grid of(Answer answer, Visit visit) {
        return of(answer.columns(), answer.rows(), visit, column -> true);
    }

    /** Some rows of an answer, and of its columns those that the filter lets through. */
    static Grid of(List<String> columns, List<Row> rows, Visit visit, Predicate<String> filter) {
        var sides = SIDES.stream()
                .filter(side -> Stream.of("article", "start", "end").allMatch(c -> columns.contains(of(side, c))))
                .toList();
        var shown = List.copyOf(shown(columns, rows, sides, filter));
        Map<List<Object>, Line> lines = new LinkedHashMap<>();
        Map<List<Object>, Integer> places = new HashMap<>();
        List<Integer> placed = new ArrayList<>();
        for (var row : rows) {
            var cells = shown.stream().map(column -> cell(row, column, visit)).toList();
            var proofs = sides.stream().map(side -> new Proof(new ArrayList<>(), statement(row, side, visit))).toList();
            var single = IntStream.range(0, shown.size()).filter(i -> !SEVERAL.contains(shown.get(i))).mapToObj(cells::get).toList();
            // Without passages each row stands for itself.
            List<Object> key = sides.isEmpty() ? List.of(lines.size()) : List.of(single, proofs);
            var line = lines.computeIfAbsent(
                    key,
                    k -> new Line(
                            cells.stream().map(Values::new).toList(),
                            copy(proofs),
                            columns.contains("asserted") && row.term("asserted").isEmpty()));
            placed.add(places.computeIfAbsent(key, k -> places.size()));
            for (int i = 0; i < cells.size(); i++) {
                line.cells().get(i).all().add(cells.get(i));
            }
            for (int i = 0; i < sides.size(); i++) {
                if (row.term(of(sides.get(i), "article")).isPresent()) {
                    add(line.proofs().get(i).passages(), passage(row, sides.get(i), visit, filter.test("article")));
                }
            }
        }
        return new Grid(
                shown.stream().map(column -> head(column, rows, visit)).toList(),
                sides.stream().map(side -> new Head(visit.words().get(side + "Rests"), false)).toList(),
                List.copyOf(lines.values()),
                List.copyOf(placed));
    }

    private static Set<String> shown(List<String> columns, List<Row> rows, List<String> sides, Predicate<String> filter) {
        Set<String> shown = new LinkedHashSet<>();
        for (var column : columns) {
            var hidden = sides.stream().anyMatch(side -> PASSAGE.stream().anyMatch(part -> of(side, part).equals(column)))
                    || columns.contains("value") && WITH_VALUE.contains(column)
                    || columns.contains("date") && BOUNDS.contains(column)
                    || column.equals("asserted");
            if (!hidden && filter.test(column) && rows.stream().anyMatch(row -> filled(row, column))) {
                shown.add(column);
            }
        }
        return shown;
    }

    private static boolean filled(Row row, String column) {
        return row.term(column).isPresent()
                || column.equals("value") && BETWEEN.stream().anyMatch(c -> row.term(c).isPresent())
                || column.equals("date") && !bounds(row).text().isEmpty();
    }

    private static String of(String side, String column) {
        return side.isEmpty() ? column : side + Character.toUpperCase(column.charAt(0)) + column.substring(1);
    }

    private static Head head(String column, List<Row> rows, Visit visit) {
        return new Head(
                visit.words().name(column),
                column.equals("value")
                        || rows.stream().filter(row -> row.term(column).isPresent()).allMatch(row -> row.number(column).isPresent()));
    }

    /** The key of a row must not grow with its passages. */
    private static List<Proof> copy(List<Proof> proofs) {
        return proofs.stream().map(proof -> new Proof(new ArrayList<>(), proof.statement())).toList();
    }

    private static String statement(Row row, String side, Visit visit) {
        return row.iri(of(side, "statement")).flatMap(Places::path).map(visit::href).orElse("");
    }

    private static void add(List<Passage> passages, Passage another) {
        passages.stream().filter(another::saysAs).findFirst().ifPresentOrElse(
                same -> another.spans().stream().filter(span -> !same.spans().contains(span)).forEach(same.spans()::add),
                () -> passages.add(another));
    }

    private static Passage passage(Row row, String side, Visit visit, boolean withArticle) {
        return new Passage(
                cell(row, of(side, "certainty"), visit),
                cell(row, of(side, "speaker"), visit),
                withArticle ? cell(row, of(side, "article"), visit) : Cell.EMPTY,
                new ArrayList<>(List.of(row.label(of(side, "start")) + "–" + row.label(of(side, "end")))));
    }

    private static Cell cell(Row row, String column, Visit visit) {
        return column.equals("value") && filled(row, column) ? figure(row, visit)
                : column.equals("date") && row.term(column).isEmpty() ? bounds(row)
                : Cell.of(row, column, visit);
    }

    /** Where a source gives bounds only: from the earliest to the latest day, one of which may be open. */
    static Cell bounds(Row row) {
        var days = BOUNDS.stream().map(bound -> row.label(bound)).toList();
        var told = days.stream().anyMatch(day -> !day.isEmpty()) && row.term("since").isEmpty() && row.term("until").isEmpty();
        return told ? new Cell(String.join(" – ", days).strip(), "", "", false) : Cell.EMPTY;
    }

    /** The value or its bounds, with what hedges it, its unit, and what it counts for. */
    static Cell figure(Row row, Visit visit) {
        return new Cell(figure(BETWEEN, column -> Cell.of(row, column, visit).text()), "", "", true);
    }

    /** A figure as it is read, from its parts by name, of which any may be empty. */
    static String figure(List<String> bounds, UnaryOperator<String> part) {
        var number = part.apply("value").isEmpty()
                ? bounds.stream().map(part).collect(Collectors.joining("–"))
                : part.apply("value");
        var parts = Stream.of(part.apply("qualifier"), part.apply("statistic"), number, part.apply("unit"))
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(" "));
        return part.apply("per").isEmpty() ? parts : parts + " / " + part.apply("per");
    }
}
