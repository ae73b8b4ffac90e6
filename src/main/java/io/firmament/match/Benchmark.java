package io.firmament.match;

import io.firmament.FirmamentException;
import io.firmament.vocab.Prefixes;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Predicate;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * How well names are matched, against answers that people wrote down.
 *
 * @param outcomes each name, with what was found
 */
public record Benchmark(List<Outcome> outcomes) {

    private static final CSVFormat FORMAT = CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get();

    /**
     * A name and whom it means.
     *
     * @param text the name
     * @param type the class or kind that is meant, by name; empty for any
     * @param context what is known beside it; may be empty
     * @param expected the slug of the entity, or {@code none} or {@code unsure}
     * @param split {@code train} or {@code held-out}
     * @param why what the row tries
     */
    public record Row(String text, String type, String context, String expected, String split, String why) {

        private static Row of(CSVRecord row) {
            return new Row(row.get("text"), row.get("type"), row.get("context"), row.get("expected"), row.get("split"), row.get("why"));
        }

        boolean expectsEntity() {
            return !expected.equals("none") && !expected.equals("unsure");
        }
    }

    /** A row and what came of it. */
    public record Outcome(Row row, Matching matching) {

        /** The slug of the entity, or {@code none} or {@code unsure}. */
        public String given() {
            return matching.match()
                    .map(candidate -> Prefixes.localName(candidate.iri()))
                    .orElse(matching.verdict().name().toLowerCase(Locale.ROOT));
        }

        /** Whether it is what was expected. */
        public boolean right() {
            return given().equals(row.expected);
        }

        private boolean matched() {
            return matching.verdict() == Matching.Verdict.MATCH;
        }
    }

    /**
     * The figures.
     *
     * @param rows how many names
     * @param precision of the names that were given an entity, how many were given the right one
     * @param recall of the names that mean an entity, how many were given it
     * @param right of all names, how many got what was expected, be it an entity, none or unsure
     */
    public record Figures(int rows, double precision, double recall, double right) {}

    /**
     * Matches the names of a file.
     *
     * @param file comma-separated, in UTF-8, with a header: text, type, context, expected, split, why
     * @throws FirmamentException if the file cannot be read, or has no such columns
     */
    public static Benchmark run(Path file, Matcher matcher) {
        try (var rows = CSVParser.parse(file, StandardCharsets.UTF_8, FORMAT)) {
            return new Benchmark(rows.stream()
                    .map(Row::of)
                    .map(row -> new Outcome(row, matcher.match(matcher.mention(row.text, row.type, List.of(row.context)))))
                    .toList());
        } catch (IOException | IllegalArgumentException e) {
            throw new FirmamentException(
                    "Cannot read " + file + " as a benchmark: it needs the columns text, type, context, expected, split and why. "
                            + Objects.toString(e.getMessage(), ""), e);
        }
    }

    /** The outcomes of one part, {@code train} or {@code held-out}. */
    public Benchmark split(String split) {
        return new Benchmark(outcomes.stream().filter(outcome -> outcome.row.split.equals(split)).toList());
    }

    /** What did not come as expected. */
    public List<Outcome> wrong() {
        return outcomes.stream().filter(outcome -> !outcome.right()).toList();
    }

    /** How well it went. */
    public Figures figures() {
        Predicate<Outcome> hit = outcome -> outcome.matched() && outcome.right();
        return new Figures(
                outcomes.size(),
                share(hit, Outcome::matched),
                share(hit, outcome -> outcome.row.expectsEntity()),
                share(Outcome::right, outcome -> true));
    }

    private double share(Predicate<Outcome> some, Predicate<Outcome> all) {
        var of = outcomes.stream().filter(all).count();
        return of == 0 ? 1 : (double) outcomes.stream().filter(some).count() / of;
    }
}
