package io.firmament.picture;

import io.firmament.picture.Plot.Mark;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Which of some have to do with which of others: a dot where a row and a column meet, with sums at the ends. A row with
 * several dots has them tied by a line, so that what columns share is seen at a glance.
 *
 * @param row the column of the answer that makes the rows
 * @param column the one that makes the columns
 */
public record MatrixPicture(String row, String column) implements Painter {

    private static final double LEFT = 230;
    private static final double CELL = 28;
    private static final double WIDEST = 84;
    /** How the heads of the columns lean. */
    private static final double TILT = Math.toRadians(40);

    @Override
    public boolean draws(Mark mark) {
        return mark.row().term(row).isPresent() && mark.row().term(column).isPresent();
    }

    @Override
    public String draw(Plot plot) {
        var rows = ordered(plot.marks(), row, column);
        var columns = ordered(plot.marks(), column, row);
        var step = Math.max(CELL, Math.min(WIDEST, (WIDTH - LEFT - 200) / columns.size()));
        var right = LEFT + columns.size() * step;
        var longest = columns.stream().mapToDouble(marks -> Svg.width(head(marks), Svg.TEXT)).max().orElse(0);
        var top = 34 + longest * Math.sin(TILT);
        var bottom = top + rows.size() * CELL;
        var svg = new Svg(Math.max(760, right + 160), bottom + CELL + 6, plot.name(), false);
        for (int i = 0; i < columns.size(); i++) {
            var x = LEFT + (i + 0.5) * step;
            svg.leaf("path", "class", "grid", "d", "M" + Svg.number(x) + " " + Svg.number(top) + " V" + Svg.number(bottom));
            head(svg, head(columns.get(i)), columns.get(i).get(0).label(column), x, top);
            svg.text(x, bottom + 20, "small middle", String.valueOf(others(columns.get(i), row).size()));
        }
        for (int i = 0; i < rows.size(); i++) {
            row(svg, rows.get(i), columns, step, top + (i + 0.5) * CELL, right);
        }
        svg.text(LEFT - 14, bottom + 20, "small end", plot.texts().get("inAll"));
        svg.text(right + 18, top - 12, "small middle", plot.texts().get("inAll"));
        return svg.done();
    }

    /** The marks by what a column says, those first that have to do with most of the others. */
    private static List<List<Mark>> ordered(List<Mark> marks, String by, String other) {
        Map<String, List<Mark>> groups = new LinkedHashMap<>();
        marks.forEach(mark -> groups.computeIfAbsent(mark.row().term(by).toString(), g -> new ArrayList<>()).add(mark));
        return groups.values().stream()
                .sorted(Comparator.comparing((List<Mark> group) -> -others(group, other).size())
                        .thenComparing(group -> group.get(0).label(by)))
                .toList();
    }

    private static TreeSet<String> others(List<Mark> group, String column) {
        return group.stream().map(mark -> mark.row().term(column).toString()).collect(Collectors.toCollection(TreeSet::new));
    }

    private String head(List<Mark> marks) {
        return Svg.fit(marks.get(0).label(column), 190, Svg.TEXT);
    }

    private static void head(Svg svg, String head, String whole, double x, double top) {
        svg.open("g", "transform", "translate(" + Svg.number(x + 4) + " " + Svg.number(top - 10) + ") rotate(-" + Math.round(Math.toDegrees(TILT)) + ")");
        svg.title(whole).text(0, 0, "begin", head).close();
    }

    private void row(Svg svg, List<Mark> marks, List<List<Mark>> columns, double step, double y, double right) {
        var label = marks.get(0).label(row);
        var shared = others(marks, column).size() > 1;
        svg.leaf("path", "class", "grid", "d", "M" + LEFT + " " + Svg.number(y) + " H" + Svg.number(right));
        svg.open("g").title(label).text(LEFT - 14, y + 5, shared ? "end strong" : "end", Svg.fit(label, LEFT - 24, Svg.TEXT)).close();
        svg.open("g", "class", shared ? "ink-1" : "ink-8");
        List<Double> places = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            if (meets(marks, columns.get(i)).findAny().isPresent()) {
                places.add(LEFT + (i + 0.5) * step);
            }
        }
        if (shared) {
            svg.leaf("path", "class", "tie", "d", "M" + Svg.number(places.get(0)) + " " + Svg.number(y) + " H" + Svg.number(places.get(places.size() - 1)));
        }
        for (int i = 0; i < columns.size(); i++) {
            var both = meets(marks, columns.get(i)).toList();
            if (!both.isEmpty()) {
                svg.mark(both.get(0).href(), both.stream().allMatch(Mark::doubted) ? "doubt" : "sure");
                svg.title(both.stream().map(Mark::told).collect(Collectors.joining("\n\n")));
                svg.leaf("circle", "cx", LEFT + (i + 0.5) * step, "cy", y, "r", 7.0).close();
            }
        }
        svg.close();
        svg.text(right + 18, y + 5, shared ? "middle strong" : "small middle", String.valueOf(others(marks, column).size()));
    }

    private static java.util.stream.Stream<Mark> meets(List<Mark> row, List<Mark> column) {
        return row.stream().filter(column::contains);
    }
}
