package io.firmament.match;

import io.firmament.FirmamentException;
import io.firmament.store.View;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Tells which entity a name means, in Chinese or English: in traditional or simplified characters, in pinyin in either
 * order, with or without its legal form, with small slips. It says why, and it does not guess: where two fit, or where one
 * fits with something left open, the verdict is left to a person. What curators judged goes before what it finds.
 *
 * <p>Needs opencc4j, pinyin and Lucene on the class path. Holds all names in memory. Safe for use by many threads.
 */
public final class Matcher {

    /** No name is longer, in characters. */
    private static final int LONGEST = 200;

    private final Register register;
    private final Recall recall;

    private Matcher(Register register) {
        this.register = register;
        this.recall = new Recall(register.entries());
    }

    /**
     * Reads all names, judgements and edges of a graph.
     *
     * @throws FirmamentException if a library that it needs is missing
     */
    public static Matcher from(View view) {
        try {
            return new Matcher(Register.from(view));
        } catch (NoClassDefFoundError e) {
            throw new FirmamentException(
                    "Matching names needs com.github.houbb:opencc4j, com.github.houbb:pinyin and"
                            + " org.apache.lucene:lucene-analysis-common on the class path; they are optional dependencies of ours.", e);
        }
    }

    /**
     * A name as people ask for it.
     *
     * @param text the name
     * @param type the IRI or the name of a class or kind, such as person or firm; empty for any
     * @param context names or IRIs of what belongs to it
     * @throws FirmamentException if there is no such class or kind; the message lists them
     */
    public Mention mention(String text, String type, List<String> context) {
        return new Mention(text, type.isBlank() ? Optional.empty() : Optional.of(register.type(type.strip())), context);
    }

    /** Whom a name means. */
    public Matching match(Mention mention) {
        if (mention.text().isEmpty() || mention.text().length() > LONGEST) {
            return Matching.of(List.of());
        }
        var text = Spelling.of(mention.text());
        var beside = Spelling.folded(mention.context());
        var context = mention.context().stream().flatMap(c -> meant(c).stream()).collect(Collectors.toSet());
        return Matching.of(decided(recall.of(text).stream()
                .flatMap(entry -> candidate(entry, text, mention, beside, context).stream())
                .toList()));
    }

    /** Where a curator decided whom the name means, the others step back. */
    private static List<Candidate> decided(List<Candidate> found) {
        var decided = found.stream().anyMatch(candidate -> candidate.has(Feature.JUDGED_SAME));
        return found.stream()
                .map(candidate -> !decided || candidate.has(Feature.JUDGED_SAME)
                        ? candidate
                        : candidate.and(new Reason(Feature.JUDGED_OTHER, "")))
                .sorted(Candidate.BEST_FIRST)
                .toList();
    }

    /** All that a context may be: also where several have the name, for one of them will do. */
    private Set<String> meant(String context) {
        return register.has(context)
                ? Set.of(context)
                : match(Mention.of(context)).candidates().stream()
                        .filter(candidate -> candidate.score() >= Matching.SURE)
                        .map(Candidate::iri)
                        .collect(Collectors.toSet());
    }

    private static Optional<Candidate> candidate(
            Entry entry, Spelling text, Mention mention, Set<String> beside, Set<String> context) {
        var fits = context.stream().anyMatch(entry.neighbours::contains);
        var judged = entry.judgementOf(text, beside).filter(judgement -> !fits || !judgement.yieldsToContext());
        if (judged.isPresent()) {
            var judgement = judged.get();
            var reasons = new ArrayList<>(List.of(new Reason(judgement.feature(), judgement.detail())));
            reasons.addAll(circumstances(entry, mention, fits, judgement.beside().isEmpty()));
            return Optional.of(Candidate.of(entry, judgement.name().written(), reasons));
        }
        var circumstances = circumstances(entry, mention, fits, true);
        return entry.names.stream()
                .flatMap(name -> Comparison.of(text, name.spelling(), entry).stream().map(features -> {
                    var reasons = new ArrayList<>(List.of(new Reason(name.feature(), name.spelling().written())));
                    features.forEach(feature -> reasons.add(new Reason(feature, "")));
                    reasons.addAll(circumstances);
                    return Candidate.of(entry, name.spelling().written(), reasons);
                }))
                .min(Candidate.BEST_FIRST);
    }

    /** What speaks for or against an entity besides its names. */
    private static List<Reason> circumstances(Entry entry, Mention mention, boolean fits, boolean contextIsOpen) {
        var reasons = new ArrayList<Reason>();
        if (entry.onlyThere) {
            reasons.add(new Reason(Feature.ONLY_THERE, ""));
        }
        mention.type().filter(type -> !entry.is(type)).ifPresent(type -> reasons.add(new Reason(Feature.OTHER_TYPE, "")));
        if (contextIsOpen && !mention.context().isEmpty()) {
            reasons.add(new Reason(fits ? Feature.CONTEXT_FITS : Feature.CONTEXT_OPEN, String.join(", ", mention.context())));
        }
        return reasons;
    }
}
