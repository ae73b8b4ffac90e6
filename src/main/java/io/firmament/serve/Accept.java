package io.firmament.serve;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import jakarta.servlet.http.HttpServletRequest;
import org.eclipse.jetty.http.QuotedCSV;

/**
 * What a client takes, as <a href="https://www.rfc-editor.org/rfc/rfc9110#name-accept">RFC 9110</a> says it in the header
 * {@code Accept}. Jena's own choice takes for welcome what has the weight 0.
 *
 * @param ranges what it takes; everything if there are none
 */
record Accept(List<Range> ranges) {

    private static final String TOKEN = "[!#$%&'*+.^_`|~0-9A-Za-z-]+";
    private static final Pattern MEDIA_RANGE = Pattern.compile(TOKEN + "/" + TOKEN);
    private static final Pattern WEIGHT = Pattern.compile("(0|1|0?\\.\\d{1,6}|[01]\\.0{0,6})");

    /** A media type, or {@code type/*}, or {@code *&#47;*}, and how welcome it is, from 0 to 1. */
    record Range(String media, double weight) {

        /** How exactly it speaks of a media type; negative if it does not. */
        private int precision(String offered) {
            if (media.equals(offered)) {
                return 2;
            }
            return media.equals("*/*") ? 0 : media.endsWith("/*") && offered.startsWith(media.substring(0, media.length() - 1)) ? 1 : -1;
        }
    }

    /**
     * @throws Refusal if the header is malformed
     */
    static Accept of(HttpServletRequest request) {
        var headers = Collections.list(request.getHeaders("Accept"));
        List<Range> ranges = new ArrayList<>();
        new QuotedCSV(true, headers.toArray(String[]::new)).forEach(value -> ranges.add(range(value)));
        return new Accept(List.copyOf(ranges));
    }

    private static Range range(String text) {
        var parts = text.split("\\s*;\\s*");
        // Java's own client has long sent a lonely star.
        var media = parts.length == 0 || parts[0].equals("*") ? "*/*" : parts[0].toLowerCase(Locale.ROOT);
        var weight = Arrays.stream(parts).skip(1).filter(part -> part.matches("[qQ]\\s*=.*")).map(part -> part.replaceFirst(".*=\\s*", "")).findFirst();
        if (!MEDIA_RANGE.matcher(media).matches() || weight.filter(q -> !WEIGHT.matcher(q).matches()).isPresent()) {
            throw Refusal.badRequest("The header Accept is malformed; it is as  text/turtle, text/html;q=0.5 .");
        }
        return new Range(media, weight.map(Double::parseDouble).orElse(1.0));
    }

    /** The best of some media types; of those equally welcome the one that is named more exactly, then the first. Empty if it takes none. */
    Optional<String> best(String... offered) {
        if (ranges.isEmpty()) {
            return Optional.of(offered[0]);
        }
        return Arrays.stream(offered)
                .map(this::weighed)
                .flatMap(Optional::stream)
                .filter(range -> range.range().weight() > 0)
                // The first of equals: max would give the last.
                .reduce((one, other) -> Weighed.ORDER.compare(other, one) > 0 ? other : one)
                .map(Weighed::offered);
    }

    /** Whether nothing is more welcome than a media type. */
    boolean prefers(String media) {
        return weighed(media).filter(it -> ranges.stream().noneMatch(range -> range.weight() > it.range().weight())).isPresent();
    }

    /** What is offered, and the range that speaks of it most exactly. */
    private record Weighed(String offered, Range range) {
        private static final Comparator<Weighed> ORDER = Comparator.comparingDouble((Weighed it) -> it.range.weight())
                .thenComparingInt(it -> it.range.precision(it.offered));
    }

    private Optional<Weighed> weighed(String offered) {
        return ranges.stream()
                .filter(range -> range.precision(offered) >= 0)
                .max(Comparator.comparingInt(range -> range.precision(offered)))
                .map(range -> new Weighed(offered, range));
    }
}
