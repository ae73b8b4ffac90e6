package io.firmament.link;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a person writes into a review, in either language. */
enum Decision {
    /** The name means the entity. */
    SAME("same", "相同"),
    /** The name means another, or nobody. */
    DIFFERENT("different", "不同"),
    /** Who has looked could not tell. */
    UNSURE("unsure", "存疑"),
    /** An earlier decision is taken back. */
    UNDO("undo", "撤销");

    private final String english;
    private final String chinese;

    Decision(String english, String chinese) {
        this.english = english;
        this.chinese = chinese;
    }

    static Optional<Decision> of(String text) {
        var word = text.strip().toLowerCase(Locale.ROOT);
        return Arrays.stream(values()).filter(each -> word.equals(each.english) || word.equals(each.chinese)).findFirst();
    }

    /** All words, for whoever has written another. */
    static String words() {
        return Arrays.stream(values()).map(each -> each.english + " (" + each.chinese + ")").collect(Collectors.joining(", "));
    }

    /** The local name of its verdict in the ontology. */
    String verdict() {
        return english;
    }
}
