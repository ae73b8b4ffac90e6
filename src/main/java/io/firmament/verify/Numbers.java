package io.firmament.verify;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds all numbers in a text, in whatever style: 1200万, 1.6万亿, 25-40k, 数十亿, 五分之一, 一两倍, 97%-99%, two million. Reads
 * rather one meaning too many than one too few, since a figure is sought among them.
 */
final class Numbers {

    private static final String ARABIC = "\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?(?!\\d)|\\d+(?:\\.\\d+)?";
    private static final String MAGNITUDE = "[十百千万亿]+|[kw](?![a-z])|bn\\b|hundred\\b|thousand\\b|million\\b|billion\\b|trillion\\b";
    /** What joins the ends of a range. */
    private static final String TO = "\\s*(?:-|–|—|~|〜|至|到|、|to\\b)\\s*";

    private static final Pattern WESTERN = Pattern.compile(
            "(?:(?<from>" + ARABIC + ")" + TO + ")?(?<number>" + ARABIC + "|\\b(?:" + Numerals.words() + ")\\b)"
                    + "[\\s多余]*(?<magnitude>" + MAGNITUDE + ")?\\s*(?<percent>%|percent\\b)?(?<vague>级)?");

    /** Not a number: 一些, 一起, 一直, … ; nor 零一万, digits that are a name. */
    private static final Pattern CHINESE = Pattern.compile(
            "(?<![零一二三四五六七八九十百千万亿\\d.])(?:(?<several>[数几]个?)(?=[十百千万亿])|(?<several2>几)(?=[个位家年月天周次款种名人]))?"
                    + "(?<numeral>(?!一[些起样樣直定般旦切致路系边邊])[一二三四五六七八九十百千万亿][零一二三四五六七八九十百千万亿]*)?"
                    + "(?<more>几)?(?<vague>级)?");
    private static final Pattern FRACTION =
            Pattern.compile("(?<whole>[一二三四五六七八九十百千]+|\\d+)分之(?<part>[一二三四五六七八九十百]+|\\d+(?:\\.\\d+)?)");
    private static final Pattern TENTHS = Pattern.compile("(?<part>[一二三四五六七八九])成(?![不为為员員立功本])");
    private static final Pattern HALF = Pattern.compile("(?<count>" + ARABIC + "|[一二三四五六七八九十]+)(?:年|个月|个|倍|天)半"
            + "|(?<![上下前后後])半(?=[年个数天价倍])|[一各大]半");
    /** A bare magnitude is part of a name, unless something says that it counts. */
    private static final Pattern BARE = Pattern.compile("[百千万亿]");
    private static final Pattern COUNTS = Pattern.compile("[上过過近超逾约約达達破成]$");

    private static final Pattern FIRST = Pattern.compile(
            "第一|首[个位款批次家例屈]|榜首|居首|为首|最|冠|[领領][头頭先跑]|[新之为為]王|一[骑騎][绝絕][尘塵]|\\b(?:first|top|most|best|leading|largest)\\b");

    private static final BigDecimal HALF_OF_ONE = new BigDecimal("0.5");
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final BigDecimal MONTHS = BigDecimal.valueOf(12);

    private Numbers() {}

    /** Whether a text says that something comes first, in digits or in words. */
    static boolean saysFirst(String text) {
        return FIRST.matcher(plain(text)).find();
    }

    /** All that the numbers in a text may mean. */
    static List<Reading> in(String text) {
        var plain = plain(text);
        List<Reading> readings = new ArrayList<>();
        western(plain, readings);
        chinese(plain, readings);
        fractions(plain, readings);
        halves(plain, readings);
        return readings;
    }

    private static String plain(String text) {
        return Numerals.plain(Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT));
    }

    private static void western(String text, List<Reading> readings) {
        var matcher = WESTERN.matcher(text);
        while (matcher.find()) {
            var scale = matcher.group("magnitude") == null ? BigDecimal.ONE : Numerals.scale(matcher.group("magnitude"));
            var values = new ArrayList<BigDecimal>(List.of(number(matcher.group("number"))));
            if (matcher.group("from") != null) {
                values.add(number(matcher.group("from")));
                readings.add(Reading.of(number(matcher.group("from"))));
            }
            for (var value : values) {
                add(Reading.of(value.multiply(scale)), matcher, readings);
                if (matcher.group("percent") != null) {
                    readings.add(Reading.fraction(value, HUNDRED));
                }
            }
        }
    }

    private static BigDecimal number(String digits) {
        return Character.isDigit(digits.charAt(0)) ? new BigDecimal(digits.replace(",", "")) : Numerals.word(digits);
    }

    private static void chinese(String text, List<Reading> readings) {
        var matcher = CHINESE.matcher(text);
        while (matcher.find()) {
            var numeral = matcher.group("numeral");
            if (numeral == null) {
                if (matcher.group("several2") != null) {
                    readings.add(Reading.several(BigDecimal.ONE));
                }
                continue;
            }
            var several = matcher.group("several") != null;
            if (!several && BARE.matcher(numeral).matches() && !COUNTS.matcher(text.substring(0, matcher.start())).find()) {
                continue;
            }
            for (var value : Numerals.values(numeral)) {
                if (several) {
                    readings.add(Reading.several(value));
                } else {
                    add(Reading.of(value), matcher, readings);
                }
                if (matcher.group("more") != null) {
                    readings.add(new Reading(value, value.add(BigDecimal.TEN)));
                }
            }
        }
    }

    /** "Of the ten million sort" is anything of that magnitude. */
    private static void add(Reading reading, Matcher matcher, List<Reading> readings) {
        readings.add(matcher.group("vague") == null ? reading : Reading.several(reading.least()));
    }

    /** A part of a whole, as a fraction and in percent. */
    private static void fractions(String text, List<Reading> readings) {
        var matcher = FRACTION.matcher(text);
        while (matcher.find()) {
            addFraction(numeral(matcher.group("part")), numeral(matcher.group("whole")), readings);
        }
        var tenths = TENTHS.matcher(text);
        while (tenths.find()) {
            addFraction(numeral(tenths.group("part")), BigDecimal.TEN, readings);
        }
    }

    private static void addFraction(BigDecimal part, BigDecimal whole, List<Reading> readings) {
        if (whole.signum() > 0) {
            readings.add(Reading.fraction(part, whole));
            readings.add(Reading.fraction(part, whole).times(HUNDRED));
        }
    }

    private static BigDecimal numeral(String text) {
        return Character.isDigit(text.charAt(0)) ? number(text.replaceFirst("\\.$", "")) : Numerals.values(text).get(0);
    }

    /** 一半 is half of something; 一年半 a year and a half, or eighteen months. */
    private static void halves(String text, List<Reading> readings) {
        var matcher = HALF.matcher(text);
        while (matcher.find()) {
            var count = matcher.group("count") == null ? BigDecimal.ZERO : numeral(matcher.group("count"));
            var value = count.add(HALF_OF_ONE);
            readings.add(Reading.of(value));
            readings.add(Reading.of(value.multiply(MONTHS)));
            readings.add(Reading.of(value.multiply(HUNDRED)));
        }
    }
}
