package io.firmament.picture;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

/** Numbers on an axis, as the reader says them. */
class ValueScaleTest {

    private static List<String> labels(String language, double... values) {
        var scale = new ValueScale(0, 1e9, 0, 100);
        return DoubleStream.of(values).mapToObj(value -> scale.label(value, Locale.forLanguageTag(language))).toList();
    }

    @Test
    void largeNumbersAreSaidShortInTheWayOfTheLanguage() {
        assertEquals(List.of("500M", "1bn", "20k", "0"), labels("en", 5e8, 1e9, 2e4, 0));
        assertEquals(List.of("5\u4EBF", "4000\u4E07", "2\u4E07", "9999"), labels("zh-Hans", 5e8, 4e7, 2e4, 9999));
    }
}
