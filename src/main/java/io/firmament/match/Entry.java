package io.firmament.match;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** What the graph knows of an entity that helps to tell whether a name means it. */
final class Entry {

    /** A name of it, and what kind of name. */
    record Name(Spelling spelling, Feature feature) {}

    /**
     * What a curator decided of a name.
     *
     * @param name the name
     * @param beside what must stand beside it, folded; if nothing must, the decision is about the name wherever it stands
     * @param feature what was decided
     * @param detail the name and what must stand beside it, for people
     */
    record Judgement(Spelling name, Set<String> beside, Feature feature, String detail) {

        boolean isAbout(Spelling text, Set<String> contexts) {
            return name.folded().equals(text.folded()) && contexts.containsAll(beside);
        }

        /** A name that means somebody else by itself may mean the entity beside what the graph joins it with. */
        boolean yieldsToContext() {
            return feature == Feature.JUDGED_DIFFERENT && beside.isEmpty();
        }
    }

    final String iri;
    final Set<String> types = new HashSet<>();
    final Map<String, String> labels = new TreeMap<>();
    final List<Name> names = new ArrayList<>();
    /** What curators decided of names: it goes before what the names say. */
    final List<Judgement> judgements = new ArrayList<>();
    /** What the graph joins it with. */
    final Set<String> neighbours = new HashSet<>();
    /** Trade words in any of its names. */
    final Set<String> trades = new HashSet<>();
    /** Belongs to one article only. */
    boolean onlyThere;

    Entry(String iri) {
        this.iri = iri;
    }

    void add(String name, Feature feature) {
        var spelling = Spelling.of(name);
        names.add(new Name(spelling, feature));
        trades.addAll(spelling.company().trades());
    }

    /** The decision about a text with these contexts, folded; of several the one that asks for most beside it. */
    Optional<Judgement> judgementOf(Spelling text, Set<String> contexts) {
        return judgements.stream()
                .filter(judgement -> judgement.isAbout(text, contexts))
                .max(Comparator.comparingInt(judgement -> judgement.beside().size()));
    }

    boolean is(String type) {
        return types.contains(type);
    }

    String label(String language) {
        return labels.getOrDefault(language, labels.values().stream().findFirst().orElse(iri));
    }
}
