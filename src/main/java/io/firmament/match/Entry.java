package io.firmament.match;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What the graph knows of an entity that helps to tell whether a name means it. */
final class Entry {

    /** A name of it, and what kind of name. */
    record Name(Spelling spelling, Feature feature) {}

    final String iri;
    final Set<String> types = new HashSet<>();
    final Map<String, String> labels = new TreeMap<>();
    final List<Name> names = new ArrayList<>();
    /** What curators decided of names, by the name folded: they go before what the names say. */
    final Map<String, Feature> judged = new HashMap<>();
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

    boolean is(String type) {
        return types.contains(type);
    }

    String label(String language) {
        return labels.getOrDefault(language, labels.values().stream().findFirst().orElse(iri));
    }
}
