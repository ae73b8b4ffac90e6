package io.firmament.match;

import java.text.Normalizer;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A name in the forms in which names are compared. All but the first are in small letters and compatibility forms
 * (NFKC), without accents and signs.
 *
 * @param written as it stands
 * @param words its words
 * @param folded the words joined
 * @param simplified joined, in simplified characters
 * @param company the name as that of a company, taken apart
 * @param product the name as that of a product
 * @param reading the simplified characters in pinyin
 * @param nameReading the name as that of a person in pinyin: surname and given name
 */
record Spelling(
        String written,
        List<String> words,
        String folded,
        String simplified,
        CompanyWords.Parts company,
        String product,
        String reading,
        List<String> nameReading) {

    private static final Pattern SIGNS = Pattern.compile("[\\p{M}]+");
    private static final Pattern GAPS = Pattern.compile("[\\p{Z}\\p{P}\\p{S}\\p{C}]+");
    /** Syllables with the number of the tone behind each. */
    private static final Pattern NUMBERED_TONES = Pattern.compile("(?:[a-z]+[1-5] ?){2,}");

    static Spelling of(String written) {
        var plain = plain(written);
        var simple = Chinese.simplified(plain);
        var joined = joined(simple);
        return new Spelling(
                written,
                plain.isEmpty() ? List.of() : List.of(plain.split(" ")),
                joined(plain),
                joined,
                CompanyWords.of(simple),
                CompanyWords.withoutForm(simple),
                Chinese.reading(joined),
                Chinese.nameReading(joined));
    }

    private static String plain(String written) {
        var spelt = written.replace("&", " and ").replace("+", " plus ");
        var decomposed = SIGNS.matcher(Normalizer.normalize(spelt, Normalizer.Form.NFKD)).replaceAll("");
        var lower = Normalizer.normalize(GAPS.matcher(decomposed).replaceAll(" "), Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .strip();
        return NUMBERED_TONES.matcher(lower).matches() ? lower.replaceAll("[1-5]", "") : lower;
    }

    /** Several names folded, without those of which nothing is left. */
    static Set<String> folded(Collection<String> names) {
        return names.stream().map(name -> joined(plain(name))).filter(name -> !name.isEmpty()).collect(Collectors.toSet());
    }

    static String joined(String plain) {
        return plain.replace(" ", "");
    }

    boolean inHan() {
        return Chinese.inHan(folded);
    }

    /** The words joined in each order that begins elsewhere: where given name and surname are exchanged, one is the name. */
    List<String> rotations() {
        return IntStream.range(1, words.size()).mapToObj(from -> String.join("", rotated(from))).toList();
    }

    List<String> rotated(int from) {
        return Stream.concat(words.stream().skip(from), words.stream().limit(from)).toList();
    }

    /** Under what it is found at once. */
    Set<String> keys() {
        var keys = new TreeSet<>(List.of(folded, simplified, company.bare(), company.core(), product));
        keys.addAll(Chinese.spellings(reading));
        keys.addAll(Chinese.spellings(String.join("", nameReading)));
        keys.remove("");
        return keys;
    }
}
