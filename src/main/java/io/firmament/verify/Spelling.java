package io.firmament.verify;

import java.text.Normalizer;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * How names and texts are compared: in compatibility form (<a href="https://unicode.org/reports/tr15/">NFKC</a>), without
 * case, white space and quotes, and with traditional characters simplified: the common ones by {@link Characters}, those of
 * names as the graph itself tells, where an entity has a name in both scripts of equal length. An article that was converted
 * by machine mixes scripts even within a name.
 */
final class Spelling {

    private static final String BETWEEN = "[\\s\"'“”‘’「」『』]*";
    private static final Pattern IGNORED = Pattern.compile("[\\s\"'“”‘’「」『』]");

    private final Map<Integer, Integer> simplified;
    private final Map<String, Pattern> patterns = new ConcurrentHashMap<>();

    private Spelling(Map<Integer, Integer> simplified) {
        this.simplified = simplified;
    }

    /** A name with its language tag. */
    record Name(String text, String language) {
        boolean isTraditional() {
            return language.equalsIgnoreCase("zh-Hant");
        }

        boolean isSimplified() {
            return language.equalsIgnoreCase("zh-Hans");
        }
    }

    /** Learns the characters from the names of each entity. */
    static Spelling from(Iterable<List<Name>> namesByEntity) {
        Map<Integer, Map<Integer, Integer>> votes = new HashMap<>();
        Set<Integer> usedInSimplified = new HashSet<>();
        for (var names : namesByEntity) {
            names.stream().filter(Name::isSimplified).forEach(name -> name.text().codePoints().forEach(usedInSimplified::add));
            for (var traditional : names) {
                for (var simple : names) {
                    if (traditional.isTraditional() && simple.isSimplified()) {
                        vote(votes, compatible(traditional.text()), compatible(simple.text()));
                    }
                }
            }
        }
        // Whatever simplified names use themselves, they do not write otherwise.
        votes.keySet().removeAll(usedInSimplified);
        var simplified = Characters.simplified();
        votes.forEach((traditional, simple) -> simplified.put(traditional, mostVoted(simple)));
        return new Spelling(simplified);
    }

    private static void vote(Map<Integer, Map<Integer, Integer>> votes, String traditional, String simple) {
        var from = traditional.codePoints().toArray();
        var to = simple.codePoints().toArray();
        for (int i = 0; from.length == to.length && i < from.length; i++) {
            if (from[i] != to[i] && Character.isIdeographic(from[i]) && Character.isIdeographic(to[i])) {
                votes.computeIfAbsent(from[i], f -> new HashMap<>()).merge(to[i], 1, Integer::sum);
            }
        }
    }

    private static int mostVoted(Map<Integer, Integer> votes) {
        return votes.entrySet().stream()
                .max(Map.Entry.<Integer, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
                .orElseThrow()
                .getKey();
    }

    private static String compatible(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    }

    /** The text as it is compared, white space and quotes still in it. */
    String fold(String text) {
        return compatible(text).codePoints()
                .map(c -> simplified.getOrDefault(c, c))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /** Whether a folded text holds a name. Latin letters stand for a word only where the word begins and ends with them. */
    boolean holds(String folded, String name) {
        var pattern = patterns.computeIfAbsent(name, this::pattern);
        return !pattern.pattern().isEmpty() && pattern.matcher(folded).find();
    }

    private Pattern pattern(String name) {
        var letters = IGNORED.matcher(fold(name)).replaceAll("").codePoints().mapToObj(Character::toString).toList();
        if (letters.size() < 2) {
            return Pattern.compile("");
        }
        return Pattern.compile(limit(letters.get(0), "(?<!", ")")
                + letters.stream().map(Pattern::quote).collect(Collectors.joining(BETWEEN))
                + limit(letters.get(letters.size() - 1), "(?!", ")"));
    }

    /** A letter must not touch a letter, nor a digit a digit. */
    private static String limit(String character, String open, String close) {
        return character.matches("\\p{IsLatin}") ? open + "\\p{IsLatin}" + close : character.matches("\\d") ? open + "\\d" + close : "";
    }
}
