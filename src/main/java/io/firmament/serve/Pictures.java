package io.firmament.serve;

import io.firmament.query.Answer;
import io.firmament.query.Picture;
import io.firmament.query.Question;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

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
            var all = Plot.of(HomePage.summary(question, visit), answer, grid, page, visit);
            var drawn = all.marks().stream().filter(painter::draws).toList();
            if (drawn.isEmpty()) {
                return Optional.empty();
            }
            var words = visit.words();
            var caption = words.get("reads_" + picture.kind().label())
                    + (drawn.stream().anyMatch(Plot.Mark::doubted) ? " " + words.get("readsDoubt") : "")
                    + (drawn.size() > MOST ? " " + words.get("readsSome", MOST, drawn.size()) : "");
            return Optional.of(Map.of(
                    "svg", painter.draw(new Plot(all.name(), drawn.stream().limit(MOST).toList(), visit)),
                    "caption", caption,
                    "apart", all.marks().stream()
                            .filter(mark -> !painter.draws(mark))
                            .map(mark -> Map.of("href", mark.href(), "text", name(picture, mark)))
                            .toList()));
        });
    }

    private static String name(Picture picture, Plot.Mark mark) {
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
