package io.firmament.picture;

import io.firmament.picture.Plot.Mark;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * A row of a panel of figures.
 *
 * @param mark where it is told
 * @param label what it is called
 * @param from the least that it may be
 * @param to the most; as much, if it is a number
 * @param text the figure as the source gives it
 */
record Range(Mark mark, String label, double from, double to, String text) {

    /** Room for labels at most, and for bars. */
    private static final double LEFT = 400;
    private static final double BARS = 340;
    private static final double ROW = 24;
    private static final double HEAD = 34;
    private static final double FOOT = 18;

    static double height(int rows) {
        return HEAD + rows * ROW + FOOT;
    }

    /** Where the bars of some rows begin: behind the longest label. */
    static double left(Stream<Range> ranges) {
        return Math.min(LEFT, 28 + ranges.mapToDouble(range -> Svg.width(range.label(), Svg.TEXT)).max().orElse(0));
    }

    /**
     * Draws a panel with a scale of its own, from nothing to the greatest. Where all figures are one number there is nothing
     * to compare, and no scale: the length of a first place would say nothing.
     */
    static void panel(Svg svg, double top, String heading, List<Range> ranges, double left, int ink, Locale locale) {
        var most = ranges.stream().mapToDouble(range -> Math.max(range.from(), range.to())).max().orElse(1);
        var least = ranges.stream().mapToDouble(Range::from).min().orElse(0);
        var scale = new ValueScale(Math.min(0, least), most, left, left + BARS);
        svg.open("g", "class", "ink-" + ((ink - 1) % 8 + 1));
        svg.text(4, top + 22, "heading", heading);
        if (least < most) {
            for (var tick : scale.ticks()) {
                var x = scale.at(tick);
                svg.leaf("path", "class", "grid", "d", "M" + Svg.number(x) + " " + Svg.number(top + HEAD - 6) + " V" + Svg.number(top + HEAD + ranges.size() * ROW));
                svg.text(x, top + 22, "small middle", scale.label(tick, locale));
            }
        }
        for (int i = 0; i < ranges.size(); i++) {
            ranges.get(i).draw(svg, scale, least < most, top + HEAD + (i + 0.5) * ROW);
        }
        svg.close();
    }

    private void draw(Svg svg, ValueScale scale, boolean compared, double y) {
        var left = scale.from();
        svg.mark(mark.href(), mark.doubted() ? "doubt" : "sure").title(mark.told());
        svg.text(left - 16, y + 5, "end", Svg.fit(label, left - 24, Svg.TEXT));
        var x = compared ? scale.at(from) : left;
        var end = compared ? scale.at(to) : left;
        if (compared) {
            svg.leaf("path", "class", "stem", "d", "M" + Svg.number(scale.at(Math.max(0, scale.low()))) + " " + Svg.number(y) + " H" + Svg.number(x));
        }
        if (from == to) {
            svg.leaf("circle", "cx", x, "cy", y, "r", 5.0);
        } else {
            svg.leaf("rect", "class", "bar", "x", Math.min(x, end), "y", y - 5, "width", Math.max(3, Math.abs(end - x)), "height", 10.0, "rx", 3.0);
        }
        svg.text(Math.max(x, end) + 12, y + 5, "label", Svg.fit(text, Painter.WIDTH - Math.max(x, end) - 16, 13));
        svg.close();
    }
}
