package io.firmament.picture;

import java.util.Locale;
import java.util.List;
import java.util.stream.DoubleStream;

/**
 * Where a number lies on an axis.
 *
 * @param low the least number on the axis
 * @param high the greatest
 * @param from the place of the least
 * @param to the place of the greatest
 */
record ValueScale(double low, double high, double from, double to) {

    private static final int MOST_TICKS = 4;

    ValueScale {
        high = high > low ? high : low + 1;
    }

    double at(double value) {
        return from + (value - low) / (high - low) * (to - from);
    }

    /** Round numbers from the one end to the other. */
    List<Double> ticks() {
        var rough = (high - low) / MOST_TICKS;
        var power = Math.pow(10, Math.floor(Math.log10(rough)));
        var step = DoubleStream.of(1, 2, 5, 10).map(n -> n * power).filter(n -> n >= rough * 0.999).findFirst().orElse(10 * power);
        // What is counted is not cut into pieces.
        step = high >= 1 ? Math.max(1, step) : step;
        var first = Math.ceil(low / step) * step;
        var width = step;
        return DoubleStream.iterate(first, tick -> tick <= high * 1.0001, tick -> tick + width).limit(20).boxed().toList();
    }

    /** A number as short as it can be said: 40M for forty million, in Chinese 4000 times ten thousand. */
    String label(double value, Locale locale) {
        var size = Math.abs(value);
        if (locale.getLanguage().equals(Locale.CHINESE.getLanguage())) {
            return size >= 1e8 ? shorten(value / 1e8) + "\u4EBF" : size >= 1e4 ? shorten(value / 1e4) + "\u4E07" : shorten(value);
        }
        return size >= 1e9 ? shorten(value / 1e9) + "bn" : size >= 1e6 ? shorten(value / 1e6) + "M" : size >= 1e4 ? shorten(value / 1e3) + "k" : shorten(value);
    }

    private static String shorten(double value) {
        return String.format(Locale.ROOT, "%.2f", value).replaceFirst("\\.?0+$", "");
    }
}
