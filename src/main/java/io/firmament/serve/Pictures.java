package io.firmament.serve;

import io.firmament.picture.ChartPicture;
import io.firmament.picture.FlowPicture;
import io.firmament.picture.MatrixPicture;
import io.firmament.picture.Painter;
import io.firmament.picture.Plot;
import io.firmament.picture.Plot.Mark;
import io.firmament.picture.RangesPicture;
import io.firmament.picture.TimelinePicture;
import io.firmament.query.Answer;
import io.firmament.query.Picture;
import io.firmament.query.Question;
import io.firmament.query.Row;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Draws the answers of the questions whose header says how. */
final class Pictures {

    /** More marks than this are a carpet, not a picture. */
    private static final int MOST = 160;

    private Pictures() {}

    /**
     * Draws an answer.
     *
     * @param grid the answer as the table of its page
     * @param page the address of that page; empty if the picture stands on it
     * @return {@code svg}, markup that is safe as it stands; {@code caption}, how to read it; {@code apart}, with {@code href}
     *     and {@code text}, the rows that could not be drawn; empty if the question has no picture or nothing can be drawn
     */
    static Optional<Map<String, Object>> of(Question question, Answer answer, Grid grid, String page, Visit visit) {
        return question.picture().flatMap(picture -> {
            var painter = painter(picture);
            var all = plot(HomePage.summary(question, visit), answer, grid, page, visit);
            var drawn = all.marks().stream().filter(painter::draws).toList();
            if (drawn.isEmpty()) {
                return Optional.empty();
            }
            var words = visit.words();
            var caption = words.get("reads_" + picture.kind().label())
                    + (drawn.stream().anyMatch(Mark::doubted) ? " " + words.get("readsDoubt") : "")
                    + (drawn.size() > MOST ? " " + words.get("readsSome", MOST, drawn.size()) : "");
            return Optional.of(Map.of(
                    "svg", painter.draw(new Plot(all.name(), drawn.stream().limit(MOST).toList(), words)),
                    "caption", caption,
                    "apart", all.marks().stream()
                            .filter(mark -> !painter.draws(mark))
                            .map(mark -> Map.of("href", mark.href(), "text", name(picture, mark)))
                            .toList()));
        });
    }

    /**
     * Makes marks of an answer.
     *
     * @param page the address of the page that has the table; empty if it is this one
     */
    private static Plot plot(String name, Answer answer, Grid grid, String page, Visit visit) {
        List<Mark> marks = new ArrayList<>();
        Set<Integer> seen = new LinkedHashSet<>();
        for (int i = 0; i < answer.rows().size(); i++) {
            var place = grid.places().get(i);
            if (seen.add(place)) {
                var line = grid.rows().get(place);
                marks.add(mark(answer.rows().get(i), page + "#row-" + (place + 1), line.doubted(), told(grid, line, visit), visit));
            }
        }
        return new Plot(name, List.copyOf(marks), visit.words());
    }

    private static Mark mark(Row row, String href, boolean doubted, String told, Visit visit) {
        UnaryOperator<String> read = column -> Cell.of(row, column, visit).text();
        var figure = Stream.of("value", "least", "greatest").anyMatch(column -> row.term(column).isPresent())
                ? Grid.figure(row, visit).text()
                : "";
        var until = read.apply("until").isEmpty() ? "" : " – " + read.apply("until");
        var date = Stream.of(read.apply("date"), read.apply("since") + until, Grid.bounds(row).text())
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse("");
        return new Mark(row, href, doubted, told, figure, date, read);
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

    private static String name(Picture picture, Mark mark) {
        return mark.labels(picture.columns(), Set.of()) + (mark.figure().isEmpty() ? "" : " \u00b7 " + mark.figure());
    }

    private static Painter painter(Picture picture) {
        var columns = picture.columns();
        var rest = List.copyOf(columns.subList(1, columns.size()));
        return switch (picture.kind()) {
            case FLOW -> new FlowPicture(columns.get(0), columns.get(1), columns.get(2));
            case TIMELINE -> new TimelinePicture(columns.get(0), rest);
            case MATRIX -> new MatrixPicture(columns.get(0), columns.get(1));
            case CHART -> new ChartPicture(columns.get(0), rest);
            case RANGES -> new RangesPicture(columns.get(0), columns.get(1), rest.subList(1, rest.size()));
        };
    }
}
