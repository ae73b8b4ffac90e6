package io.firmament.picture;

import java.time.LocalDate;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Where a day lies on an axis. Years in which more happens may get more room; years in which nothing does are then drawn
 * together.
 */
final class TimeScale {

    /** A year, or a gap of several, with nothing in it. */
    private record Stretch(LocalDate from, LocalDate to, boolean gap, double x, double width) {}

    private final List<Stretch> stretches = new ArrayList<>();

    private TimeScale() {}

    /** An axis from one point to another, on which a day is as long as any other. */
    static TimeScale even(Collection<LocalDate> days, double from, double to) {
        var first = days.stream().min(LocalDate::compareTo).orElseThrow().getYear();
        var last = days.stream().max(LocalDate::compareTo).orElseThrow().getYear();
        var scale = new TimeScale();
        var width = (to - from) / (last - first + 1);
        for (int year = first; year <= last && scale.stretches.size() < 200; year++) {
            scale.add(LocalDate.of(year, 1, 1), LocalDate.of(year + 1, 1, 1), false, width, from);
        }
        return scale;
    }

    /** An axis on which a year has the more room the more of the days are in it. */
    static TimeScale crowded(Collection<LocalDate> days, double from, double to) {
        var byYear = days.stream().collect(Collectors.groupingBy(LocalDate::getYear, TreeMap::new, Collectors.counting()));
        var gaps = byYear.keySet().stream().filter(year -> year > byYear.firstKey() && !byYear.containsKey(year - 1)).count();
        double weights = byYear.values().stream().mapToDouble(TimeScale::weight).sum() + gaps * weight(0);
        var unit = (to - from) / weights;
        var scale = new TimeScale();
        for (var year : byYear.keySet()) {
            var before = byYear.lowerKey(year);
            if (before != null && before < year - 1) {
                scale.add(LocalDate.of(before + 1, 1, 1), LocalDate.of(year, 1, 1), true, weight(0) * unit, from);
            }
            scale.add(LocalDate.of(year, 1, 1), LocalDate.of(year + 1, 1, 1), false, weight(byYear.get(year)) * unit, from);
        }
        return scale;
    }

    private static double weight(long days) {
        return days == 0 ? 0.5 : 0.7 + Math.sqrt(days);
    }

    private void add(LocalDate from, LocalDate to, boolean gap, double width, double start) {
        var x = stretches.isEmpty() ? start : stretches.get(stretches.size() - 1).x() + stretches.get(stretches.size() - 1).width();
        stretches.add(new Stretch(from, to, gap, x, width));
    }

    /** Where a day begins; one that is not on the axis lies at its nearer end. */
    double x(LocalDate day) {
        for (var stretch : stretches) {
            if (day.isBefore(stretch.to())) {
                double part = (double) (day.toEpochDay() - stretch.from().toEpochDay())
                        / (stretch.to().toEpochDay() - stretch.from().toEpochDay());
                return stretch.x() + Math.max(0, part) * stretch.width();
            }
        }
        var last = stretches.get(stretches.size() - 1);
        return last.x() + last.width();
    }

    /** Draws years, and months where there is room for them, with lines from the top to the bottom. */
    void draw(Svg svg, double top, double bottom, Locale locale) {
        double free = 0;
        for (var stretch : stretches) {
            svg.leaf("path", "class", stretch.gap() ? "grid gap" : "grid", "d", "M" + Svg.number(stretch.x()) + " " + Svg.number(top) + " V" + Svg.number(bottom));
            var label = stretch.gap() ? "…" : String.valueOf(stretch.from().getYear());
            if (stretch.x() >= free) {
                svg.text(stretch.x() + 4, top + 11, stretch.gap() ? "small" : "year", label);
                free = stretch.x() + Svg.width(label, Svg.SMALL) + 10;
            }
            var step = stretch.gap() || stretch.width() < 150 ? 12 : stretch.width() < 420 ? 3 : 1;
            for (int month = 1 + step; month <= 12; month += step) {
                var x = x(stretch.from().withMonth(month));
                svg.leaf("path", "class", "grid fine", "d", "M" + Svg.number(x) + " " + Svg.number(top + 16) + " V" + Svg.number(bottom));
                svg.text(x + 4, top + 11, "small", Month.of(month).getDisplayName(TextStyle.SHORT, locale));
            }
        }
    }
}
