package io.firmament.picture;

import io.firmament.picture.Plot.Mark;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * From how much to how much, row under row, in the order of the answer: a bar for a range, a dot for a number, and behind it
 * the words of the source. Each unit has a panel of its own.
 *
 * @param least the column of the lower bounds
 * @param greatest the column of the upper bounds
 * @param labels the columns that a row is called by
 */
public record RangesPicture(String least, String greatest, List<String> labels) implements Painter {

    @Override
    public boolean draws(Mark mark) {
        return range(mark).isPresent();
    }

    private Optional<Range> range(Mark mark) {
        var low = mark.row().number(least);
        var high = mark.row().number(greatest).or(() -> low);
        return low.or(() -> high).map(BigDecimal::doubleValue)
                .map(from -> new Range(mark, mark.labels(labels, Set.of()), from, high.orElseThrow().doubleValue(), mark.figure()));
    }

    @Override
    public String draw(Plot plot) {
        Map<String, List<Range>> panels = new LinkedHashMap<>();
        plot.marks().forEach(mark -> panels.computeIfAbsent(mark.label("unit"), p -> new ArrayList<>()).add(range(mark).orElseThrow()));
        var svg = new Svg(WIDTH, panels.values().stream().mapToDouble(rows -> Range.height(rows.size())).sum(), plot.name(), false);
        var left = Range.left(panels.values().stream().flatMap(List::stream));
        double y = 0;
        int ink = 1;
        for (var panel : panels.entrySet()) {
            Range.panel(svg, y, panel.getKey(), panel.getValue(), left, ink++, plot.texts().locale());
            y += Range.height(panel.getValue().size());
        }
        return svg.done();
    }
}
