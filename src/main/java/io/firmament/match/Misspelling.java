package io.firmament.match;

import java.util.Optional;
import java.util.stream.Collectors;

/** Names that may be the same with a slip in them. How much may differ depends on how much stands. */
final class Misspelling {

    private static final int SHORTEST = 5;
    private static final int LONG = 8;
    private static final int VERY_LONG = 10;
    /** How many letters may be wrong. */
    private static final int MOST = 2;
    private static final int LONG_IN_CHARACTERS = 4;

    private Misspelling() {}

    /**
     * A slip in Latin letters. The first letter stands. A name with a figure has no slips: next to it each letter makes another
     * model. Where both can be read as pinyin, they are two words.
     */
    static Optional<Feature> inLetters(String text, String name) {
        if (text.length() < SHORTEST || Math.abs(text.length() - name.length()) > MOST || text.charAt(0) != name.charAt(0)
                || hasFigure(text) || hasFigure(name)) {
            return Optional.empty();
        }
        var distance = EditDistance.distance(text, name);
        if (distance > (text.length() >= VERY_LONG ? MOST : 1) || Pinyin.fits(text) && Pinyin.fits(name)) {
            return Optional.empty();
        }
        return Optional.of(distance == 1 && likely(text, name) ? Feature.MISSPELT : Feature.MISSPELT_MUCH);
    }

    /** In a shorter name another letter, or one more at its end, makes another word sooner than a slip. */
    private static boolean likely(String text, String name) {
        var length = Math.min(text.length(), name.length());
        var slip = text.length() == name.length() ? letters(text).equals(letters(name)) : !text.startsWith(name);
        return length >= LONG || length > SHORTEST && slip;
    }

    private static String letters(String name) {
        return name.chars().sorted().mapToObj(Character::toString).collect(Collectors.joining());
    }

    /** One character for another that is read alike, in a name of three at least: of two there are too many. */
    static Optional<Feature> inCharacters(String text, String name, boolean readAlike) {
        if (!readAlike || !Chinese.inHan(text) || text.length() != name.length() || text.length() < LONG_IN_CHARACTERS - 1) {
            return Optional.empty();
        }
        var differing = 0;
        for (var at = 0; at < text.length(); at++) {
            differing += text.charAt(at) == name.charAt(at) ? 0 : 1;
        }
        return differing != 1
                ? Optional.empty()
                : Optional.of(text.length() < LONG_IN_CHARACTERS ? Feature.HOMOPHONE_SHORT : Feature.HOMOPHONE);
    }

    private static boolean hasFigure(String name) {
        return name.chars().anyMatch(Character::isDigit);
    }
}
