package io.firmament.match;

import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The words in a company's or product's name that are not the name itself: legal forms, trade words, seats. */
final class CompanyWords {

    /** Each kind of word: the forms, longest first, with the one that stands for all. */
    private static final Map<String, Map<String, String>> WORDS = new HashMap<>();

    static {
        Lines.of("company-words.txt").forEach(line -> line.stream().skip(1).forEach(form -> WORDS
                .computeIfAbsent(line.get(0), kind -> new TreeMap<>(Comparator.comparing((String f) -> -f.length()).thenComparing(f -> f)))
                .put(form.replace('_', ' '), line.get(1))));
    }

    /**
     * A name taken apart.
     *
     * @param bare without its legal form and the seat before it
     * @param core without its trade words as well
     * @param trades the trade words
     * @param seated whether a seat stood before it
     */
    record Parts(String bare, String core, Set<String> trades, boolean seated) {}

    private final Set<String> trades = new LinkedHashSet<>();
    private String rest;

    private CompanyWords(String plain) {
        this.rest = plain;
    }

    /** Takes a name apart, which is in simplified characters and small letters, with single blanks. */
    static Parts of(String plain) {
        return new CompanyWords(plain.startsWith("the ") ? plain.substring(4) : plain).parts();
    }

    /** A product's name without what says only that it is one. */
    static String withoutForm(String plain) {
        var words = new CompanyWords(plain);
        words.dropEnd("form");
        return Spelling.joined(words.rest);
    }

    private Parts parts() {
        var legal = false;
        while (dropEnd("legal") != null) {
            legal = true;
        }
        var seated = legal && dropSeat();
        var bare = Spelling.joined(rest);
        String word;
        while ((word = legal ? firstOf("legal", "place", "trade") : firstOf("legal", "trade")) != null) {
            trades.add(word);
        }
        trades.removeAll(WORDS.get("legal").values());
        return new Parts(bare, Spelling.joined(rest), trades, seated);
    }

    private @Nullable String firstOf(String... kinds) {
        return Stream.of(kinds).map(this::dropEnd).filter(Objects::nonNull).findFirst().orElse(null);
    }

    private @Nullable String dropEnd(String kind) {
        for (var form : WORDS.get(kind).entrySet()) {
            var before = rest.length() - form.getKey().length();
            if (before > 1 && rest.endsWith(form.getKey()) && endsWord(form.getKey(), before)) {
                rest = rest.substring(0, before).strip();
                return form.getValue();
            }
        }
        return null;
    }

    /** A word in Latin letters begins after a blank or a character. */
    private boolean endsWord(String form, int before) {
        return Chinese.inHan(form) || rest.charAt(before - 1) == ' ' || Chinese.inHan(rest.substring(before - 1, before));
    }

    private boolean dropSeat() {
        for (var seat : WORDS.get("place").keySet()) {
            if (rest.startsWith(seat) && rest.length() - seat.length() > 1) {
                rest = rest.substring(seat.length()).strip();
                return true;
            }
        }
        return false;
    }
}
