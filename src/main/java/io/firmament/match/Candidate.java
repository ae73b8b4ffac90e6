package io.firmament.match;

import java.util.ArrayList;
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
    Candidate and(Reason reason) {
        var all = new ArrayList<>(reasons);
        all.add(reason);
        return new Candidate(iri, label, labelZh, types, name, score(all), List.copyOf(all));
    }

    /** All reasons in words, one after the other. */
    public String words(String language) {
        return reasons.stream().map(reason -> reason.words(language)).collect(Collectors.joining("; "));
    }
}
