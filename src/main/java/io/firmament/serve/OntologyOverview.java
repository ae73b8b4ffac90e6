package io.firmament.serve;

import io.firmament.vocab.FM;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.OWL;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.SKOS;

/**
 * All terms on one page, part by part: what the ontology itself says of them, and nothing written for the page alone.
 *
 * @param vocabulary the ontology
 * @param visit who reads it
 */
record OntologyOverview(Vocabulary vocabulary, Visit visit) {

    /**
     * Terms under a heading.
     *
     * @param anchor by which a link finds it
     * @param name the heading
     * @param href its own page; empty if it has none
     * @param text what they have in common; may be empty
     * @param terms in the order of their names
     */
    record Part(String anchor, String name, String href, String text, List<TermEntry> terms) {}

    /**
     * A version.
     *
     * @param number as in 0.1.0
     * @param issued the day it came out; empty if it is not out yet
     * @param text what it is about
     * @param changes what became of which term
     */
    record Version(String number, String issued, String text, List<Change> changes) {}

    /** What became of a term. */
    record Change(Cell term, String text) {}

    /** What the template fills in. */
    Map<String, Object> model() {
        var header = vocabulary.find(Places.ONTOLOGY).orElseGet(() -> new Facts(Places.ONTOLOGY, List.of()));
        var model = new TreeMap<String, Object>();
        model.put("iri", Places.ONTOLOGY);
        model.put("namespace", FM.NS);
        model.put("version", TermEntry.text(header, OWL.versionInfo.getURI(), visit));
        model.put("about", TermEntry.text(header, DCTerms.description.getURI(), visit));
        model.put("creator", TermEntry.text(header, DCTerms.creator.getURI(), visit));
        model.put("name", TermEntry.text(header, DCTerms.title.getURI(), visit));
        model.put("licence", header.cellsOf(DCTerms.license.getURI(), visit));
        model.put("versions", versions());
        model.put("released", versions().stream().filter(one -> !one.issued().isEmpty()).map(Version::issued).findFirst().orElse(""));
        model.put("groups", List.of(
                Map.of("anchor", "classes", "name", word("classes"), "parts", List.of(part("", vocabulary.classes()))),
                Map.of("anchor", "edges", "name", word("directEdges"), "text", word("directEdgesText"),
                        "parts", List.of(part("", properties(this::isEdge)))),
                Map.of("anchor", "properties", "name", word("properties"), "parts", propertiesByClass()),
                Map.of("anchor", "statements", "name", word("statementKinds"), "text", word("statementKindsText"), "parts", themes()),
                Map.of("anchor", "kinds", "name", word("kinds"), "parts", schemes())));
        model.put("demands", vocabulary.demands());
        return model;
    }

    private String word(String key) {
        return visit.words().get(key);
    }

    private Part part(String name, Collection<Facts> terms) {
        return new Part("", name, "", "", entries(terms));
    }

    private List<TermEntry> entries(Collection<Facts> terms) {
        return terms.stream().map(term -> TermEntry.of(term, vocabulary, visit)).toList();
    }

    /** Terms under a term that they have in common. */
    private Part under(Facts term, Collection<Facts> terms) {
        var entry = TermEntry.of(term, vocabulary, visit);
        return new Part(entry.anchor(), entry.label(), entry.href(), entry.definition(), entries(terms));
    }

    private List<Facts> properties(Predicate<Facts> which) {
        return vocabulary.properties().stream().filter(which).toList();
    }

    private boolean isEdge(Facts property) {
        return property.has(TermEntry.MAY_BEGIN);
    }

    /** Properties by what has them, what is used most first; those that several have come last. */
    private List<Part> propertiesByClass() {
        var byClass = properties(property -> !isEdge(property)).stream()
                .collect(Collectors.groupingBy(property -> TermEntry.domain(property, visit), TreeMap::new, Collectors.toList()));
        return byClass.entrySet().stream()
                .sorted(Comparator.comparing((Map.Entry<String, List<Facts>> group) -> group.getKey().isEmpty())
                        .thenComparing(group -> -group.getValue().stream().mapToLong(p -> vocabulary.uses(p.iri())).sum()))
                .map(group -> part(group.getKey().isEmpty() ? word("ofSeveral") : visit.words().get("of", group.getKey()), group.getValue()))
                .toList();
    }

    /** Kinds of statement by theme; what stands at the top and gathers nothing is a theme of its own. */
    private List<Part> themes() {
        var kinds = vocabulary.ofClass(Set.of(Facts.term("StatementKind")));
        return kinds.stream()
                .filter(kind -> !kind.has(SKOS.broader.getURI()))
                .map(theme -> {
                    var below = kinds.stream().filter(kind -> !kind.equals(theme) && isBelow(kind, theme)).toList();
                    return below.isEmpty() ? part("", List.of(theme)) : under(theme, below);
                })
                .sorted(Comparator.comparing(part -> part.name().isEmpty()))
                .toList();
    }

    private boolean isBelow(Facts kind, Facts theme) {
        return kind.equals(theme) || kind.iris(SKOS.broader.getURI()).stream()
                .flatMap(broader -> vocabulary.find(broader).stream())
                .anyMatch(broader -> isBelow(broader, theme));
    }

    private List<Part> schemes() {
        return vocabulary.ofClass(Set.of(SKOS.ConceptScheme.getURI())).stream()
                .filter(scheme -> vocabulary.in(scheme).stream().noneMatch(kind -> kind.types().contains(Facts.term("StatementKind"))))
                .map(scheme -> under(scheme, vocabulary.in(scheme)))
                .toList();
    }

    /** The newest first: each but the first names the one before it. */
    private List<Version> versions() {
        return vocabulary.leadingTo(DCTerms.isVersionOf.getURI(), Places.ONTOLOGY).stream()
                .sorted(Comparator.comparing((Facts version) -> before(version)).reversed())
                .map(version -> new Version(
                        TermEntry.text(version, OWL.versionInfo.getURI(), visit),
                        TermEntry.text(version, DCTerms.issued.getURI(), visit),
                        TermEntry.text(version, DCTerms.description.getURI(), visit),
                        vocabulary.leadingTo(DCTerms.isPartOf.getURI(), version.iri()).stream().flatMap(this::changes).toList()))
                .toList();
    }

    private int before(Facts version) {
        return version.iris(OWL.priorVersion.getURI()).stream()
                .flatMap(prior -> vocabulary.find(prior).stream())
                .mapToInt(prior -> 1 + before(prior))
                .max().orElse(0);
    }

    private Stream<Change> changes(Facts change) {
        return vocabulary.leadingTo(SKOS.changeNote.getURI(), change.iri()).stream()
                .map(term -> new Change(TermEntry.link(term, visit), TermEntry.text(change, RDF.value.getURI(), visit)));
    }
}
