package io.firmament.picture;

import io.firmament.picture.Plot.Mark;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Who went from where to where: origins on the left, destinations on the right, and between them a strand for each of those
 * who went, with the name, or with the number where the answer only counts.
 *
 * @param origin the column of where they left
 * @param destination the column of where they went
 * @param who the column of who went, or how many
 */
public record FlowPicture(String origin, String destination, String who) implements Painter {

    /** More strands than this are drawn together by where they come from and go, and only counted. */
    private static final int NAMED = 60;

    /** Room at the left and at the right for names, at most. */
    private static final double SIDE = 330;
    private static final double STRAND = 24;
    private static final double GAP = 10;
    private static final double MARGIN = 12;
    private static final double HALF = WIDTH / 2;
    /** Half of the room for a name in the middle. */
    private static final double NAME = 84;

    /** What is drawn as one: one who went, or all who went the same way. */
    private record Strand(Mark first, int count, String label, String told) {}

    /** One end of strands. */
    private static final class End {
        private final String label;
        private int count;
        private double top;
        private double next;

        End(String label) {
            this.label = label;
        }
    }

    @Override
    public boolean draws(Mark mark) {
        return List.of(origin, destination, who).stream().allMatch(column -> mark.row().term(column).isPresent());
    }

    @Override
    public String draw(Plot plot) {
        Map<String, End> origins = new LinkedHashMap<>();
        Map<String, End> destinations = new LinkedHashMap<>();
        var strands = strands(plot);
        for (var strand : strands) {
            end(origins, strand.first(), origin).count += strand.count();
            end(destinations, strand.first(), destination).count += strand.count();
        }
        var left = placed(origins);
        var right = placed(destinations);
        var height = Math.max(height(left), height(right));
        var side = Math.min(SIDE, 60 + Stream.concat(left.stream(), right.stream()).mapToDouble(end -> Svg.width(end.label, Svg.TEXT)).max().orElse(0));
        var svg = new Svg(WIDTH, height + 2 * MARGIN, plot.name(), false);
        List.of(left, right).forEach(ends -> ends.forEach(end -> {
            end.top += (height - height(ends)) / 2;
            end.next = end.top;
        }));
        // By where they leave and then by where they go, so that few strands cross.
        var order = strands.stream()
                .sorted(Comparator.comparing((Strand strand) -> end(origins, strand.first(), origin).top)
                        .thenComparing(strand -> end(destinations, strand.first(), destination).top))
                .toList();
        var total = strands.stream().mapToInt(Strand::count).sum();
        var middle = (height - total * STRAND) / 2 + MARGIN;
        for (var strand : order) {
            var thick = strand.count() * STRAND;
            strand(svg, strand, next(end(origins, strand.first(), origin), thick), middle + thick / 2,
                    next(end(destinations, strand.first(), destination), thick), thick, side, left.indexOf(end(origins, strand.first(), origin)));
            middle += thick;
        }
        left.forEach(end -> end(svg, end, side, -1));
        right.forEach(end -> end(svg, end, side, 1));
        return svg.done();
    }

    private List<Strand> strands(Plot plot) {
        var named = plot.marks().stream().map(mark -> key(mark) + mark.label(who)).distinct().count() <= NAMED;
        Map<String, List<Mark>> groups = new LinkedHashMap<>();
        plot.marks().forEach(mark -> groups.computeIfAbsent(key(mark) + (named ? mark.label(who) : ""), g -> new ArrayList<>()).add(mark));
        return groups.values().stream().map(this::strand).toList();
    }

    private Strand strand(List<Mark> marks) {
        var first = marks.get(0);
        var names = marks.stream().map(mark -> mark.label(who)).distinct().toList();
        var number = first.row().number(who).map(Number::intValue);
        int count = Math.max(1, number.orElse(names.size()));
        return new Strand(
                first, count, names.size() == 1 ? names.get(0) : String.valueOf(count),
                marks.stream().map(Mark::told).collect(Collectors.joining("\n\n")));
    }

    private String key(Mark mark) {
        return mark.row().term(origin) + " " + mark.row().term(destination) + " ";
    }

    private static End end(Map<String, End> ends, Mark mark, String column) {
        return ends.computeIfAbsent(mark.row().term(column).toString(), e -> new End(mark.label(column)));
    }

    /** The largest first, from the top. */
    private static List<End> placed(Map<String, End> ends) {
        var order = ends.values().stream().sorted(Comparator.comparing(end -> -end.count)).toList();
        double top = MARGIN;
        for (var end : order) {
            end.top = top;
            top += end.count * STRAND + GAP;
        }
        return order;
    }

    private static double height(List<End> ends) {
        return ends.stream().mapToDouble(end -> end.count * STRAND + GAP).sum();
    }

    /** The middle of the next free place at an end. */
    private static double next(End end, double thick) {
        end.next += thick;
        return end.next - thick / 2;
    }

    private void strand(Svg svg, Strand strand, double from, double middle, double to, double thick, double side, int ink) {
        svg.mark(strand.first().href(), "strand ink-" + (ink % 7 + 1) + (strand.first().doubted() ? " doubt" : ""));
        svg.title(strand.told());
        var path = new StringBuilder("M" + Svg.number(side) + " " + Svg.number(from));
        bend(path, side, from, HALF - NAME, middle);
        path.append(" H").append(Svg.number(HALF + NAME));
        bend(path, HALF + NAME, middle, WIDTH - side, to);
        svg.leaf("path", "class", "flow", "d", path, "stroke-width", thick - 3);
        svg.text(HALF, middle + 5, "middle", Svg.fit(strand.label(), 2 * NAME, Svg.TEXT));
        svg.close();
    }

    private static void bend(StringBuilder path, double x, double y, double toX, double toY) {
        var half = Svg.number((x + toX) / 2);
        path.append(" C").append(half).append(' ').append(Svg.number(y)).append(' ').append(half).append(' ').append(Svg.number(toY))
                .append(' ').append(Svg.number(toX)).append(' ').append(Svg.number(toY));
    }

    private static void end(Svg svg, End end, double side, int way) {
        var x = way < 0 ? side - 12 : WIDTH - side + 2;
        var height = end.count * STRAND;
        svg.open("g").title(end.label + " · " + end.count);
        svg.leaf("rect", "class", "bar", "x", x, "y", end.top + 1, "width", 10.0, "height", height - 2, "rx", 2.0);
        var text = x + (way < 0 ? -10 : 20);
        var number = end.count == 1 ? "" : " · " + end.count;
        var label = Svg.fit(end.label, side - 30 - Svg.width(number, Svg.TEXT), Svg.TEXT);
        svg.text(text, end.top + height / 2 + 5, way < 0 ? "end" : "begin", label + number);
        svg.close();
    }
}
