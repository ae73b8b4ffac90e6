package io.firmament.picture;

import io.firmament.picture.Plot.Mark;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What happened when: a lane for each value of a column, a dot for what is known to the month, a pale bar for what lies
 * between two days, a full one for what lasted, an arrow for what goes on from a day or had come by one.
 *
 * @param lane the column that makes the lanes
 * @param labels the columns that a mark is called by
 */
public record TimelinePicture(String lane, List<String> labels) implements Painter {

    private static final double LEFT = 168;
    private static final double ROW = 20;
    private static final double AXIS = 24;
    private static final double PAD = 7;
    /** Room for a mark's text. */
    private static final double TEXT = 330;
    private static final double ARROW = 16;
    /** A stretch of days up to this is a point. */
    private static final int MONTH = 31;

    /** A mark in its place: where it begins and ends, and where its text does. */
    private record Placed(Mark mark, String label, double from, double to, boolean after, double left, double right) {}

    @Override
    public boolean draws(Mark mark) {
        return mark.dated();
    }

    @Override
    public String draw(Plot plot) {
        var scale = TimeScale.crowded(
                plot.marks().stream().flatMap(mark -> Stream.concat(mark.earliest().or(mark::latest).stream(), mark.ended().stream())).toList(), LEFT + 8, WIDTH - 40);
        Map<String, List<Mark>> lanes = new LinkedHashMap<>();
        plot.marks().stream()
                .sorted(Comparator.comparing(mark -> mark.earliest().or(mark::latest).orElseThrow()))
                .forEach(mark -> lanes.computeIfAbsent(mark.label(lane), l -> new ArrayList<>()).add(mark));
        Map<String, List<List<Placed>>> rows = new LinkedHashMap<>();
        var common = plot.common(labels);
        lanes.forEach((name, marks) -> rows.put(name, stacked(marks, scale, common)));
        var height = AXIS + rows.values().stream().mapToDouble(lane -> lane.size() * ROW + 2 * PAD).sum();
        var svg = new Svg(WIDTH, height + 4, plot.name(), false);
        scale.draw(svg, 0, height, plot.texts().locale());
        double y = AXIS;
        int ink = 0;
        for (var entry : rows.entrySet()) {
            svg.leaf("path", "class", "line", "d", "M0 " + Svg.number(y) + " H" + Svg.number(WIDTH));
            svg.open("g", "class", "ink-" + (ink++ % 8 + 1));
            svg.open("g").title(entry.getKey()).text(4, y + PAD + 14, "heading", Svg.fit(entry.getKey(), LEFT - 12, 13)).close();
            for (int i = 0; i < entry.getValue().size(); i++) {
                for (var placed : entry.getValue().get(i)) {
                    draw(svg, placed, y + PAD + (i + 0.5) * ROW);
                }
            }
            svg.close();
            y += entry.getValue().size() * ROW + 2 * PAD;
        }
        return svg.done();
    }

    /** Each mark in the first row where it and its text have room. */
    private List<List<Placed>> stacked(List<Mark> marks, TimeScale scale, Set<String> common) {
        List<List<Placed>> rows = new ArrayList<>();
        for (var mark : marks) {
            var placed = placed(mark, scale, common);
            rows.stream()
                    .filter(row -> row.stream().allMatch(other -> other.right() < placed.left() || placed.right() < other.left()))
                    .findFirst()
                    .orElseGet(() -> {
                        rows.add(new ArrayList<>());
                        return rows.get(rows.size() - 1);
                    })
                    .add(placed);
        }
        return rows;
    }

    private Placed placed(Mark mark, TimeScale scale, Set<String> common) {
        var first = mark.earliest().or(mark::latest).orElseThrow();
        var last = mark.latest().map(day -> day.plusDays(1)).orElse(first);
        var point = isPoint(mark);
        double from = point ? (scale.x(first) + scale.x(last)) / 2 : scale.x(first);
        double to = mark.ended().map(day -> scale.x(day)).orElse(point ? from : scale.x(last));
        var before = mark.earliest().isEmpty() ? ARROW : 5;
        var behind = isOpen(mark) ? ARROW : 5;
        var label = Svg.fit(label(mark, common), TEXT, 13);
        var width = Svg.width(label, 13) + 8;
        var after = to + behind + width < WIDTH || from - before - width < LEFT;
        return new Placed(
                mark, label, from, to, after, from - before - (after ? 0 : width), to + behind + (after ? width : 0));
    }

    private static boolean isPoint(Mark mark) {
        return mark.ended().isEmpty() && (mark.earliest().isEmpty() || mark.latest().isEmpty()
                || ChronoUnit.DAYS.between(mark.earliest().get(), mark.latest().get()) <= MONTH);
    }

    private static boolean isOpen(Mark mark) {
        return mark.latest().isEmpty() && mark.ended().isEmpty();
    }

    private String label(Mark mark, Set<String> common) {
        var label = Stream.of(mark.labels(labels, common), mark.figure()).filter(text -> !text.isEmpty()).collect(Collectors.joining(" · "));
        return label.isEmpty() ? mark.label(lane) : label;
    }

    private static void draw(Svg svg, Placed placed, double y) {
        var mark = placed.mark();
        svg.mark(mark.href(), mark.doubted() ? "doubt" : "sure").title(mark.told());
        if (isPoint(mark)) {
            svg.leaf("circle", "cx", placed.from(), "cy", y, "r", 4.5);
        } else {
            svg.leaf("rect", "class", mark.label("since").isEmpty() && mark.ended().isEmpty() ? "within" : "bar",
                    "x", placed.from(), "y", y - 4.5, "width", Math.max(9, placed.to() - placed.from()), "height", 9.0, "rx", 4.5);
        }
        if (isOpen(mark)) {
            svg.leaf("path", "class", "edge", "d", "M" + at(placed.to() + 4.5, y) + " h9 m-4 -4 l4 4 l-4 4");
        }
        if (mark.earliest().isEmpty()) {
            svg.leaf("path", "class", "edge", "d", "M" + at(placed.from() - 4.5, y) + " h-9 m4 -4 l-4 4 l4 4");
        }
        svg.text(placed.after() ? placed.to() + (isOpen(mark) ? ARROW : 5) + 3 : placed.from() - (mark.earliest().isEmpty() ? ARROW : 5) - 3,
                y + 4.5, placed.after() ? "label" : "label end", placed.label());
        svg.close();
    }

    private static String at(double x, double y) {
        return Svg.number(x) + " " + Svg.number(y);
    }
}
