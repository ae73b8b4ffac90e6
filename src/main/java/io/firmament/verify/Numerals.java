package io.firmament.verify;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** What numerals are worth: Chinese ones, and the magnitudes that stand behind a number in either language. */
final class Numerals {

    private static final String DIGITS = "零一二三四五六七八九";

    /** Digits and magnitudes written otherwise: traditional, formal, colloquial. */
    private static final String[] VARIANTS = {
        "〇零", "两二", "兩二", "壹一", "贰二", "貳二", "叁三", "參三", "肆四", "伍五", "陆六", "陸六", "柒七", "捌八", "玖九", "拾十", "佰百", "仟千",
        "萬万", "億亿", "數数", "幾几", "個个", "餘余", "級级", "價价", "別别"
    };

    private static final Map<String, Integer> POWERS = Map.ofEntries(
            Map.entry("十", 1), Map.entry("百", 2), Map.entry("千", 3), Map.entry("万", 4), Map.entry("亿", 8),
            Map.entry("k", 3), Map.entry("w", 4), Map.entry("bn", 9),
            Map.entry("hundred", 2), Map.entry("thousand", 3), Map.entry("million", 6), Map.entry("billion", 9),
            Map.entry("trillion", 12));

    private static final List<String> WORDS =
            List.of("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve");

    private static final Pattern TWO_DIGITS = Pattern.compile("[一二三四五六七八九]{2}");

    private Numerals() {}

    /** The text with one way of writing for each digit and magnitude. */
    static String plain(String text) {
        for (var variant : VARIANTS) {
            text = text.replace(variant.charAt(0), variant.charAt(1));
        }
        return text;
    }

    /** What the magnitudes multiply by: 千万 is ten million; nothing is one. */
    static BigDecimal scale(String magnitudes) {
        var power = POWERS.containsKey(magnitudes)
                ? POWERS.get(magnitudes)
                : magnitudes.chars().map(c -> POWERS.get(Character.toString(c))).sum();
        return BigDecimal.ONE.movePointRight(power);
    }

    /** A number word of English. */
    static BigDecimal word(String word) {
        return BigDecimal.valueOf(WORDS.indexOf(word));
    }

    /** The number words of English, as alternatives of a pattern. */
    static String words() {
        return String.join("|", WORDS);
    }

    /** What a Chinese numeral may be worth: 三百五十万 one value, 四五百 two, 二〇二四 read digit by digit. */
    static List<BigDecimal> values(String numeral) {
        List<BigDecimal> values = new ArrayList<>();
        if (numeral.codePoints().allMatch(c -> DIGITS.indexOf(c) >= 0) && numeral.length() > 1) {
            var digits = new StringBuilder();
            numeral.chars().forEach(c -> digits.append(DIGITS.indexOf(c)));
            values.add(new BigDecimal(digits.toString()));
        }
        var two = TWO_DIGITS.matcher(numeral);
        if (two.find() && numeral.length() < 7) {
            values.add(value(new StringBuilder(numeral).deleteCharAt(two.start()).toString()));
            values.add(value(new StringBuilder(numeral).deleteCharAt(two.start() + 1).toString()));
        } else {
            values.add(value(numeral));
        }
        return values;
    }

    private static BigDecimal value(String numeral) {
        var total = BigDecimal.ZERO;
        var section = BigDecimal.ZERO;
        var digit = BigDecimal.ZERO;
        var pending = false;
        for (var letter : numeral.split("")) {
            if (DIGITS.contains(letter)) {
                digit = BigDecimal.valueOf(DIGITS.indexOf(letter));
                pending = true;
            } else if (POWERS.get(letter) < 4) {
                // 十 alone is ten: a magnitude without a digit before it counts once.
                section = section.add((pending ? digit : BigDecimal.ONE).multiply(scale(letter)));
                digit = BigDecimal.ZERO;
                pending = false;
            } else {
                var before = section.add(digit);
                if (letter.equals("亿")) {
                    before = total.add(before);
                    total = BigDecimal.ZERO;
                }
                total = total.add((before.signum() == 0 ? BigDecimal.ONE : before).multiply(scale(letter)));
                section = BigDecimal.ZERO;
                digit = BigDecimal.ZERO;
                pending = false;
            }
        }
        return total.add(section).add(digit);
    }
}
