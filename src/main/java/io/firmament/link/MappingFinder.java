package io.firmament.link;

import io.firmament.match.Candidate;
import io.firmament.match.Matcher;
import io.firmament.store.View;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryFactory;

/**
 * Finds which things of another data set may be our entities. It proposes: what is the same is for a person to decide, and
 * what was decided is not proposed again. Safe for use by many threads.
 */
public final class MappingFinder {

    /** An alignment of the ontology tells which of our classes a class of theirs means. */
    private static final Query CLASSES = QueryFactory.create("""
            PREFIX fm: <https://w3id.org/firmament/ontology#>
            PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
            SELECT DISTINCT ?ours ?theirs WHERE { ?ours rdfs:subClassOf fm:Entity ; rdfs:subClassOf ?theirs }""");
    private static final Query DECIDED = QueryFactory.create("""
            PREFIX fm: <https://w3id.org/firmament/ontology#>
            PREFIX owl: <http://www.w3.org/2002/07/owl#>
            PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
            SELECT DISTINCT ?ours ?theirs WHERE {
              { ?ours skos:exactMatch ?theirs . ?ours a fm:Entity }
              UNION
              { ?decision a owl:Axiom ; owl:annotatedSource ?ours ; owl:annotatedTarget ?theirs }
              FILTER ( isIRI(?theirs) )
            }""");

    private final Matcher matcher;
    private final String language;
    private final Map<String, Set<String>> classes = new HashMap<>();
    private final Set<List<String>> decided = new HashSet<>();

    private MappingFinder(Matcher matcher, String language) {
        this.matcher = matcher;
        this.language = language;
    }

    /**
     * Reads what the graph holds of other data sets.
     *
     * @param language a language tag, in which labels and reasons are given
     */
    public static MappingFinder from(View view, Matcher matcher, String language) {
        var finder = new MappingFinder(matcher, language);
        view.select(CLASSES).rows().forEach(row -> {
            var ours = row.get("ours").toString();
            finder.classes.put(ours, Set.of(ours));
            finder.classes.computeIfAbsent(row.get("theirs").toString(), theirs -> new TreeSet<>()).add(ours);
        });
        view.select(DECIDED).rows().forEach(row -> finder.decided.add(List.of(row.get("ours").toString(), row.get("theirs").toString())));
        return finder;
    }

    /** All that may be meant, also where several are. */
    public MappingSet find(OtherDataSet other) {
        List<Mapping> found = new ArrayList<>();
        var known = 0L;
        for (var thing : other.things().entrySet()) {
            for (var candidate : candidates(thing.getValue())) {
                if (decided.contains(List.of(candidate.iri(), thing.getKey()))) {
                    known++;
                } else if (!candidate.iri().equals(thing.getKey())) {
                    found.add(new Mapping(
                            candidate.iri(),
                            candidate.label(language),
                            thing.getKey(),
                            thing.getValue().label().orElse(""),
                            candidate.score(),
                            candidate.name(),
                            candidate.words(language)));
                }
            }
        }
        return new MappingSet(other, found, known);
    }

    /** For each entity its best name among those of the thing. */
    private List<Candidate> candidates(OtherDataSet.Thing thing) {
        var type = type(thing).orElse("");
        Map<String, Candidate> best = new HashMap<>();
        for (var name : thing.names()) {
            for (var candidate : matcher.match(matcher.mention(name, type, List.of())).possible()) {
                best.merge(candidate.iri(), candidate, (a, b) -> a.score() >= b.score() ? a : b);
            }
        }
        return best.values().stream().sorted(Comparator.comparing(Candidate::iri)).toList();
    }

    /** The one class of ours that its classes mean; empty if none or several are. */
    private Optional<String> type(OtherDataSet.Thing thing) {
        var ours = new TreeSet<String>();
        thing.types().forEach(theirs -> ours.addAll(classes.getOrDefault(theirs, Set.of())));
        return ours.size() == 1 ? Optional.of(ours.first()) : Optional.empty();
    }
}
