package io.firmament.match;

import java.util.List;
import java.util.Optional;

/**
 * A name that stands somewhere, with what is known beside it.
 *
 * @param text the name, in any script
 * @param type the IRI of the class or kind that is meant; empty if anything may be
 * @param context names or IRIs of what belongs to it: an employer, a maker, a firm above
 */
public record Mention(String text, Optional<String> type, List<String> context) {

    public Mention {
        text = text.strip();
        context = context.stream().map(String::strip).filter(c -> !c.isEmpty()).toList();
    }

    /** A name alone. */
    public static Mention of(String text) {
        return new Mention(text, Optional.empty(), List.of());
    }
}
