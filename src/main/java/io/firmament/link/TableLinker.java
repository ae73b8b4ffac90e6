package io.firmament.link;

import io.firmament.FirmamentException;
import io.firmament.match.Candidate;
import io.firmament.match.Matcher;
import io.firmament.match.Matching;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Puts our IRIs beside the names in somebody's table, with score and reason. What is not sure gets no IRI: it goes into a
 * table of its own, one row per candidate, for a person to decide. Reads and writes row by row, so a table may be of any
 * size. Safe for use by many threads.
 */
public final class TableLinker {

    /** The columns that are added. */
    static final List<String> ADDED =
            List.of("firmament_iri", "firmament_label", "firmament_score", "firmament_verdict", "firmament_reason");

    /** So many names are not asked again. */
    private static final int REMEMBERED = 20_000;

    private final Matcher matcher;
    private final String language;

    /**
     * Which columns of a table say what.
     *
     * @param name the names
     * @param context what belongs to them, such as employers; may be empty
     * @param type classes or kinds, by name; empty if the table does not say
     */
    public record Columns(String name, List<String> context, Optional<String> type) {}

    /**
     * What became of a table.
     *
     * @param match rows with an IRI
     * @param unsure rows that a person must decide
     * @param none rows whose name means nothing in the graph
     * @param candidates rows of the review; if there are none, it was not written
     */
    public record Counts(long match, long unsure, long none, long candidates) {

        /** All rows. */
        public long rows() {
            return match + unsure + none;
        }
    }

    /** What is asked about a row; the same is asked once. */
    private record Asked(String name, String type, List<String> context) {}

    /** The values that are added to a row. */
    private record Answer(Matching.Verdict verdict, List<String> added) {}

    /**
     * A linker of tables.
     *
     * @param language a language tag, in which labels and reasons are given
     */
    public TableLinker(Matcher matcher, String language) {
        this.matcher = matcher;
        this.language = language;
    }

    /**
     * Links a table.
     *
     * @param table the file to read
     * @param format how it is written; what comes out is written the same way
     * @param type the class or kind that all names are of; empty for any, or where a column says it
     * @param out where the table goes, with our columns behind its own
     * @param review where the rows go that a person must decide
     * @param replace whether these two may exist already
     * @throws FirmamentException if the table cannot be read or a result cannot be written; then neither is
     */
    public Counts link(Path table, TableFormat format, Columns columns, String type, Path out, Path review, boolean replace) {
        refuseSame(table, out, review);
        try (var rows = TableReader.open(table, format);
                var linkedFile = new NewFile(out, replace);
                var reviewFile = new NewFile(review, replace);
                var linked = new TableWriter(linkedFile, format, rows.lineBreak(), rows.marked());
                var reviews = new TableWriter(reviewFile, format, rows.lineBreak(), rows.marked())) {
            var run = new Run(rows, columns, type, linked, reviews);
            run.all();
            if (run.candidates > 0) {
                reviewFile.setAside();
                reviews.keep();
            }
            linked.keep();
            return new Counts(
                    run.counts[Matching.Verdict.MATCH.ordinal()],
                    run.counts[Matching.Verdict.UNSURE.ordinal()],
                    run.counts[Matching.Verdict.NONE.ordinal()],
                    run.candidates);
        } catch (CharacterCodingException e) {
            throw new FirmamentException("The encoding of " + table + ", " + format.encoding()
                    + ", has no room for what is added to it. Save the table in UTF-8 and link that.", e);
        } catch (IOException e) {
            throw new FirmamentException("Cannot write " + out + ": " + e, e);
        }
    }

    private static void refuseSame(Path table, Path out, Path review) {
        try {
            for (var result : List.of(out, review)) {
                if (Files.exists(result) && Files.exists(table) && Files.isSameFile(result, table)) {
                    throw new FirmamentException("The result would be written over " + table + ". Name another file.");
                }
            }
            if (out.toAbsolutePath().normalize().equals(review.toAbsolutePath().normalize())) {
                throw new FirmamentException("The table and its review cannot both be written to " + out + ".");
            }
        } catch (IOException e) {
            throw new FirmamentException("Cannot read " + table + ": " + e, e);
        }
    }

    /** One table on its way. */
    private final class Run {

        private final TableReader rows;
        private final TableWriter linked;
        private final TableWriter reviews;
        private final String wanted;
        private final int name;
        private final List<Integer> context;
        private final Optional<Integer> type;
        private final Map<Asked, Answer> answers = new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<Asked, Answer> eldest) {
                return size() > REMEMBERED;
            }
        };
        private final long[] counts = new long[Matching.Verdict.values().length];
        private long candidates;

        Run(TableReader rows, Columns columns, String wanted, TableWriter linked, TableWriter reviews) throws IOException {
            this.rows = rows;
            this.linked = linked;
            this.reviews = reviews;
            this.wanted = wanted;
            this.name = rows.column(columns.name());
            this.context = columns.context().stream().map(rows::column).toList();
            this.type = columns.type().map(rows::column);
            rows.header().stream().filter(ADDED::contains).findFirst().ifPresent(column -> {
                throw new FirmamentException("The table has a column " + column + " already. Link the table that it was made from.");
            });
            linked.write(joined(rows.header(), ADDED));
            reviews.write(Review.header(columns.context()));
        }

        void all() throws IOException {
            for (var row = rows.next(); row.isPresent(); row = rows.next()) {
                var values = row.get().values();
                var answer = answer(row.get());
                counts[answer.verdict().ordinal()]++;
                linked.write(joined(values, answer.added()));
            }
        }

        private Answer answer(TableReader.Row row) throws IOException {
            var values = row.values();
            var asked = new Asked(
                    values.get(name).strip(),
                    type.map(column -> values.get(column).strip()).filter(given -> !given.isEmpty()).orElse(wanted),
                    context.stream().map(column -> values.get(column).strip()).toList());
            var known = answers.get(asked);
            if (known != null) {
                return known;
            }
            var matching = match(asked, row.line());
            var answer = new Answer(matching.verdict(), added(matching));
            answers.put(asked, answer);
            if (matching.verdict() == Matching.Verdict.UNSURE) {
                for (var candidate : matching.possible()) {
                    candidates++;
                    reviews.write(Review.row(row.line(), asked.name(), asked.context(), candidate, language));
                }
            }
            return answer;
        }

        private Matching match(Asked asked, long line) {
            try {
                return matcher.match(matcher.mention(asked.name(), asked.type(), asked.context()));
            } catch (FirmamentException e) {
                throw type.isEmpty() ? e : new FirmamentException("Line " + line + ": " + e.getMessage(), e);
            }
        }
    }

    private List<String> added(Matching matching) {
        var verdict = matching.verdict().name().toLowerCase(Locale.ROOT);
        return switch (matching.verdict()) {
            case MATCH -> {
                var best = matching.candidates().get(0);
                yield List.of(best.iri(), TableWriter.guarded(label(best)), score(best), verdict, TableWriter.guarded(best.words(language)));
            }
            case UNSURE -> {
                var possible = matching.possible();
                var reason = possible.size() == 1
                        ? label(possible.get(0)) + ": " + possible.get(0).words(language)
                        : possible.stream().map(this::label).collect(Collectors.joining(" / "));
                yield List.of("", "", score(possible.get(0)), verdict, TableWriter.guarded(reason));
            }
            case NONE -> {
                var reason = matching.ruledOut().stream()
                        .map(candidate -> label(candidate) + ": " + candidate.words(language))
                        .collect(Collectors.joining(" / "));
                yield List.of("", "", "", verdict, TableWriter.guarded(reason));
            }
        };
    }

    private String label(Candidate candidate) {
        return candidate.label(language);
    }

    static String score(Candidate candidate) {
        return String.format(Locale.ROOT, "%.2f", candidate.score());
    }

    private static List<String> joined(List<String> some, List<String> more) {
        var all = new ArrayList<>(some);
        all.addAll(more);
        return all;
    }
}
