package io.firmament.match;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * An entity that a name may mean.
 *
 * @param iri the entity
 * @param label its English label
 * @param labelZh its Chinese label
 * @param types the classes and kinds it belongs to, as IRIs
 * @param name its name that fits best
 * @param score how well it fits, from 0 to 1: the product of the weights of its reasons
 * @param reasons what makes the score
 */
public record Candidate(
        String iri, String label, String labelZh, Set<String> types, String name, double score, List<Reason> reasons) {

    /** The best score first; where it does not decide, by IRI. */
    public static final Comparator<Candidate> BEST_FIRST =
            Comparator.comparingDouble((Candidate candidate) -> candidate.score).reversed().thenComparing(Candidate::iri);

    static Candidate of(Entry entry, String name, List<Reason> reasons) {
        return new Candidate(
                entry.iri, entry.label("en"), entry.label("zh-Hans"), Set.copyOf(entry.types), name, score(reasons), List.copyOf(reasons));
    }

    private static double score(List<Reason> reasons) {
        return Math.min(1, reasons.stream().mapToDouble(reason -> reason.feature().weight()).reduce(1, (a, b) -> a * b));
    }

    boolean has(Feature feature) {
        return reasons.stream().anyMatch(reason -> reason.feature() == feature);
    }

    /** The same for one reason more. */
    public Candidate and(Reason reason) {
        var all = new ArrayList<>(reasons);
        all.add(reason);
        return new Candidate(iri, label, labelZh, types, name, score(all), List.copyOf(all));
    }

    /**
     * The label in a language.
     *
     * @param language a language tag; Chinese for those that begin with zh, else English
     */
    public String label(String language) {
        return language.startsWith("zh") ? labelZh : label;
    }

    /** All reasons in words, one after the other. */
    public String words(String language) {
        return reasons.stream().map(reason -> reason.words(language)).collect(Collectors.joining("; "));
    }
}
