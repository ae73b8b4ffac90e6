package io.firmament.serve;

import io.firmament.query.Answer;
import io.firmament.query.Row;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * An answer that is about to be drawn: a mark for each row of its table.
 *
 * @param name what the picture shows
 * @param marks in the order of the table
 * @param visit who looks
 */
record Plot(String name, List<Mark> marks, Visit visit) {

    /**
     * A row of the table.
     *
     * @param row what the answer says, the first of its rows that the table puts together
     * @param href where the table has it
     * @param doubted whether the sources do not put it forward as a fact
     * @param told all that the table says of it
     * @param visit who looks
     */
    record Mark(Row row, String href, boolean doubted, String told, Visit visit) {

        /** What to read of a column; empty if there is nothing. */
        String label(String column) {
            return row.term(column).map(term -> Cell.of(term, row.label(column, visit.language().tag), visit).text()).orElse("");
        }

        /** What to read of some columns, once each, without some texts. */
        String labels(List<String> columns, Set<String> without) {
            return columns.stream()
                    .map(this::label)
                    .filter(text -> !text.isEmpty() && !without.contains(text))
                    .distinct()
                    .collect(Collectors.joining(" · "));
        }

        /** The figure with its bounds, hedges and unit, as the source gives it. */
        String figure() {
            return Stream.of("value", "least", "greatest").anyMatch(column -> row.term(column).isPresent())
                    ? Grid.figure(row, visit).text()
                    : "";
        }

        /** The date as the source gives it; empty if it gives none. */
        String date() {
            return Stream.of(label("date"), label("since") + (label("until").isEmpty() ? "" : " – " + label("until")), Grid.bounds(row).text())
                    .filter(text -> !text.isEmpty())
                    .findFirst()
                    .orElse("");
        }

        Optional<LocalDate> earliest() {
            return row.day("earliest");
        }

        Optional<LocalDate> latest() {
            return row.day("latest");
        }

        /** The day by which it held no longer, as another statement tells. */
        Optional<LocalDate> ended() {
            return earliest().isEmpty() ? Optional.empty() : row.day("ended");
        }

        boolean dated() {
            return earliest().isPresent() || latest().isPresent();
        }

        /** Who gives it: the one who is quoted, else the article. */
        String source() {
            return label("speaker").isEmpty() ? label("article") : label("speaker");
        }
    }

    /**
     * Makes marks of an answer.
     *
     * @param page the address of the page that has the table; empty if it is this one
     */
    static Plot of(String name, Answer answer, Grid grid, String page, Visit visit) {
        List<Mark> marks = new ArrayList<>();
        Set<Integer> seen = new LinkedHashSet<>();
        for (int i = 0; i < answer.rows().size(); i++) {
            var place = grid.places().get(i);
            if (seen.add(place)) {
                var line = grid.rows().get(place);
                marks.add(new Mark(answer.rows().get(i), page + "#row-" + (place + 1), line.doubted(), told(grid, line, visit), visit));
            }
        }
        return new Plot(name, List.copyOf(marks), visit);
    }

    /** The texts in some columns that most of the marks share, and that therefore tell none from the others. */
    Set<String> common(List<String> columns) {
        Map<String, Long> told = marks.stream()
                .flatMap(mark -> columns.stream().map(mark::label).distinct())
                .collect(Collectors.groupingBy(text -> text, Collectors.counting()));
        return told.keySet().stream()
                .filter(text -> marks.size() > 3 && 2 * told.get(text) > marks.size())
                .collect(Collectors.toSet());
    }

    private static String told(Grid grid, Grid.Line line, Visit visit) {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < grid.heads().size(); i++) {
            var text = line.cells().get(i).all().stream().map(Cell::text).filter(t -> !t.isEmpty()).collect(Collectors.joining(", "));
            if (!text.isEmpty()) {
                lines.add(grid.heads().get(i).text() + visit.words().get("colon") + text);
            }
        }
        if (line.doubted()) {
            lines.add(visit.words().get("notAsFact"));
        }
        line.proofs().stream().flatMap(proof -> proof.passages().stream())
                .map(passage -> Stream.of(passage.certainty(), passage.speaker(), passage.article())
                        .map(Cell::text)
                        .filter(text -> !text.isEmpty())
                        .collect(Collectors.joining(" · ")))
                .distinct()
                .forEach(lines::add);
        return String.join("\n", lines);
    }
}
