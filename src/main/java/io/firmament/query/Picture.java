package io.firmament.query;

import io.firmament.FirmamentException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.apache.jena.query.Query;

/**
 * How an answer is best looked at: a kind of picture, and which columns it is drawn from. Figures with their bounds, units
 * and hedges, dates with their bounds, and what a row rests on are found by the names that these columns always have.
 *
 * @param kind what is drawn
 * @param columns the columns, as the kind wants them
 */
public record Picture(Kind kind, List<String> columns) {

    /** What can be drawn. */
    public enum Kind {
        /** Who or how many went from where to where. */
        FLOW("origin destination who", 3, 3),
        /** What happened when, in a lane for each value of the first column. */
        TIMELINE("lane label…", 2, 9, "earliest", "latest"),
        /** Which of some have to do with which of others. */
        MATRIX("row column", 2, 2),
        /** Figures in time, in a panel for each value of the first column and each unit. */
        CHART("panel label…", 2, 9, "value", "least", "greatest", "unit", "earliest", "latest"),
        /** From how much to how much, row under row, in a panel for each unit. */
        RANGES("least greatest label…", 3, 9, "unit");

        private final String form;
        private final int fewest;
        private final int most;
        private final List<String> needs;

        Kind(String form, int fewest, int most, String... needs) {
            this.form = form;
            this.fewest = fewest;
            this.most = most;
            this.needs = List.of(needs);
        }

        /** The name used in headers. */
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * Reads the header form: the kind, and its columns.
     *
     * @throws FirmamentException if there is no such kind, or the query does not select what it is drawn from
     */
    static Picture parse(String text, Query query) {
        var words = Arrays.asList(text.split("\\s+"));
        var kind = Arrays.stream(Kind.values())
                .filter(k -> k.label().equals(words.get(0)))
                .findFirst()
                .orElseThrow(() -> new FirmamentException("no picture " + words.get(0) + "; there are "
                        + Arrays.stream(Kind.values()).map(k -> k.label() + " " + k.form).toList()));
        var columns = words.subList(1, words.size());
        if (columns.size() < kind.fewest || columns.size() > kind.most) {
            throw new FirmamentException("a picture is written  " + kind.label() + " " + kind.form + "; found: " + text);
        }
        for (var needed : List.of(columns, kind.needs)) {
            for (var column : needed) {
                if (!query.getResultVars().contains(column)) {
                    throw new FirmamentException("the picture " + kind.label() + " is drawn from ?" + column
                            + ", which the query does not select; it selects " + query.getResultVars());
                }
            }
        }
        return new Picture(kind, List.copyOf(columns));
    }
}
