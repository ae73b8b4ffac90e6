package io.firmament.match;

import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;

/** Whether Latin letters can be read as pinyin: then another letter makes another word, not a misspelling. */
final class Pinyin {

    private static final Set<String> SYLLABLES =
            Lines.of("syllables.txt").stream().flatMap(Collection::stream).collect(Collectors.toUnmodifiableSet());
    private static final int LONGEST = 6;

    private Pinyin() {}

    /** Whether small letters without blanks are nothing but syllables. */
    static boolean fits(String letters) {
        var reached = new boolean[letters.length() + 1];
        reached[0] = true;
        for (var start = 0; start < letters.length(); start++) {
            for (var end = start + 1; reached[start] && end <= Math.min(letters.length(), start + LONGEST); end++) {
                reached[end] |= SYLLABLES.contains(letters.substring(start, end));
            }
        }
        return reached[letters.length()];
    }
}
