package io.firmament.picture;

import io.firmament.picture.Plot.Mark;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Figures in time, with who gives them. What is measured differently, or in another unit, has a panel of its own. Where
 * dates differ, a panel has an axis of time, on which a figure lies as long as it counts for; else its figures stand row
 * under row. What has no date stands apart, on the same scale.
 *
 * @param panel the column that makes the panels
 * @param labels the columns that tell what is measured
 */
public record ChartPicture(String panel, List<String> labels) implements Painter {

    private static final double LEFT = 84;
    /** Room for what has no date, at the right. */
    private static final double UNDATED = 250;
    private static final double HEAD = 40;
    private static final double PLOT = 200;
    private static final double FOOT = 30;
    private static final double LINE = 15;

    @Override
    public boolean draws(Mark mark) {
        return low(mark).isPresent();
    }

    private static Optional<Double> low(Mark mark) {
        return Stream.of("least", "value", "greatest").flatMap(c -> mark.row().number(c).stream()).map(BigDecimal::doubleValue).findFirst();
    }

    private static double high(Mark mark) {
        return Stream.of("greatest", "value", "least").flatMap(c -> mark.row().number(c).stream()).findFirst().orElseThrow().doubleValue();
    }

    @Override
    public String draw(Plot plot) {
        Map<String, List<Mark>> panels = new LinkedHashMap<>();
        plot.marks().forEach(mark -> panels.computeIfAbsent(heading(mark), p -> new ArrayList<>()).add(mark));
        var common = plot.common(labels);
        panels.values().forEach(marks -> marks.sort(Comparator.comparing(mark -> mark.earliest().or(mark::latest).orElse(LocalDate.MAX))));
        var svg = new Svg(WIDTH, panels.values().stream().mapToDouble(ChartPicture::height).sum(), plot.name(), false);
        var left = Range.left(plot.marks().stream().filter(mark -> !inTime(panels.get(heading(mark)))).map(mark -> row(mark, common, plot.texts())));
        double y = 0;
        int ink = 1;
        // What has an axis of time comes first, and then what has most figures.
        for (var entry : panels.entrySet().stream().sorted(Comparator.comparing(p -> inTime(p.getValue()) ? -1000 : -p.getValue().size())).toList()) {
            var marks = entry.getValue();
            if (inTime(marks)) {
                inTime(svg, y, entry.getKey(), marks, ink, common, plot.texts());
            } else {
                Range.panel(svg, y, entry.getKey(), marks.stream().map(mark -> row(mark, common, plot.texts())).toList(), left, ink, plot.texts().locale());
            }
            y += height(marks);
            ink++;
        }
        return svg.done();
    }

    private String heading(Mark mark) {
        var unit = mark.label("unit");
        var per = mark.label("per");
        return mark.label(panel) + (unit.isEmpty() ? "" : " · " + unit) + (per.isEmpty() ? "" : " / " + per);
    }

    private static boolean inTime(List<Mark> marks) {
        return marks.stream().filter(Mark::dated).map(Mark::date).distinct().count() > 1;
    }

    private static double height(List<Mark> marks) {
        return inTime(marks) ? HEAD + PLOT + FOOT : Range.height(marks.size());
    }

    private Range row(Mark mark, Set<String> common, Texts texts) {
        var date = mark.date().isEmpty() ? texts.get("withoutDate") : mark.date();
        var label = Stream.of(date, mark.labels(labels, common)).filter(text -> !text.isEmpty()).toList();
        return new Range(mark, String.join(" · ", label), low(mark).orElseThrow(), high(mark), mark.figure() + " · " + mark.source());
    }

    private void inTime(Svg svg, double top, String heading, List<Mark> marks, int ink, Set<String> common, Texts texts) {
        var dated = marks.stream().filter(Mark::dated).toList();
        var undated = marks.stream().filter(mark -> !mark.dated()).toList();
        var right = undated.isEmpty() ? WIDTH - 190 : WIDTH - UNDATED - 150;
        var bottom = top + HEAD + PLOT;
        var days = dated.stream().flatMap(mark -> Stream.concat(mark.earliest().stream(), mark.latest().stream())).toList();
        var time = TimeScale.even(days, LEFT, right);
        var most = marks.stream().mapToDouble(ChartPicture::high).max().orElse(1);
        var values = new ValueScale(Math.min(0, marks.stream().mapToDouble(m -> low(m).orElse(0.0)).min().orElse(0)), most * 1.06, bottom, top + HEAD);
        svg.open("g", "class", "ink-" + ((ink - 1) % 8 + 1));
        svg.text(4, top + 18, "heading", heading);
        for (var tick : values.ticks()) {
            var y = values.at(tick);
            svg.leaf("path", "class", "grid", "d", "M" + LEFT + " " + Svg.number(y) + " H" + Svg.number(undated.isEmpty() ? WIDTH : WIDTH - UNDATED));
            svg.text(LEFT - 8, y + 4, "small end", values.label(tick, texts.locale()));
        }
        svg.open("g");
        time.draw(svg, bottom + 2, bottom + 16, texts.locale());
        svg.close();
        List<Double> taken = new ArrayList<>();
        dated.forEach(mark -> figure(svg, mark, values, time.x(mark.earliest().or(mark::latest).orElseThrow()),
                time.x(mark.latest().or(mark::earliest).orElseThrow().plusDays(1)), common, taken));
        if (!undated.isEmpty()) {
            var x = WIDTH - UNDATED + 14;
            svg.leaf("path", "class", "line", "d", "M" + Svg.number(x - 10) + " " + Svg.number(top + HEAD) + " V" + Svg.number(bottom));
            svg.text(x, bottom + 14, "small", texts.get("withoutDate"));
            taken.clear();
            undated.forEach(mark -> figure(svg, mark, values, x, x + 14, common, taken));
        }
        svg.close();
    }

    private void figure(Svg svg, Mark mark, ValueScale values, double from, double to, Set<String> common, List<Double> taken) {
        var lower = values.at(low(mark).orElseThrow());
        var upper = values.at(high(mark));
        svg.mark(mark.href(), mark.doubted() ? "doubt" : "sure").title(mark.told());
        svg.leaf("rect", "class", "bar", "x", from, "y", upper - 2.5, "width", Math.max(7, to - from), "height", lower - upper + 5, "rx", 2.5);
        var y = (lower + upper) / 2 + 4;
        // Texts do not lie upon each other: a later one goes below.
        for (var other : taken) {
            y = Math.abs(other - y) < LINE ? other + LINE : y;
        }
        taken.add(y);
        taken.sort(null);
        var x = Math.max(to, from + 7) + 7;
        var text = Stream.of(mark.figure(), mark.labels(labels, common), mark.source()).filter(t -> !t.isEmpty()).distinct().toList();
        svg.text(x, y, "label", Svg.fit(String.join(" · ", text), WIDTH - x - 4, 13));
        svg.close();
    }
}
