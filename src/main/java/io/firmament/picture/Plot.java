package io.firmament.picture;

import io.firmament.query.Row;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * An answer that is about to be drawn: a mark for each row of its table.
 *
 * @param name what the picture shows
 * @param marks in the order of the table
 * @param texts the words of whoever looks
 */
public record Plot(String name, List<Mark> marks, Texts texts) {

    /**
     * A row of the table.
     *
     * @param row what the answer says, the first of its rows that the table puts together
     * @param href where the table has it
     * @param doubted whether the sources do not put it forward as a fact
     * @param told all that the table says of it
     * @param figure the figure with its bounds, hedges and unit, as the source gives it; empty if it gives none
     * @param date the date as the source gives it; empty if it gives none
     * @param read what to read of a column; empty if there is nothing
     */
    public record Mark(Row row, String href, boolean doubted, String told, String figure, String date, UnaryOperator<String> read) {

        String label(String column) {
            return read.apply(column);
        }

        /** What to read of some columns, once each, without some texts. */
        public String labels(List<String> columns, Set<String> without) {
            return columns.stream()
                    .map(this::label)
                    .filter(text -> !text.isEmpty() && !without.contains(text))
                    .distinct()
                    .collect(Collectors.joining(" · "));
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

    /** The texts in some columns that most of the marks share, and that therefore tell none from the others. */
    Set<String> common(List<String> columns) {
        Map<String, Long> told = marks.stream()
                .flatMap(mark -> columns.stream().map(mark::label).distinct())
                .collect(Collectors.groupingBy(text -> text, Collectors.counting()));
        return told.keySet().stream()
                .filter(text -> marks.size() > 3 && 2 * told.get(text) > marks.size())
                .collect(Collectors.toSet());
    }
}
