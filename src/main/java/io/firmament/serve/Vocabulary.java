package io.firmament.serve;

import io.firmament.KnowledgeGraph;
import io.firmament.check.Demand;
import io.firmament.query.Answer;
import io.firmament.query.Row;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.vocabulary.OWL;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.SKOS;

/**
 * The ontology as it is loaded: what is said of each term, how often it is used, and what the checks demand of it. Read
 * once, when first asked for; the ontology does not change under a graph. Immutable.
 */
final class Vocabulary {

    static final Set<String> PROPERTIES =
            Set.of(OWL.ObjectProperty.getURI(), OWL.DatatypeProperty.getURI(), OWL.AnnotationProperty.getURI());

    private static final Query SAID = query("""
            SELECT DISTINCT ?it ?p ?o WHERE {
              VALUES ?class { owl:Class owl:ObjectProperty owl:DatatypeProperty owl:AnnotationProperty owl:Ontology
                skos:ConceptScheme fm:Kind fm:StatementKind fm:EdgeCard }
              ?it a ?class ; ?p ?o .
            } ORDER BY ?it ?p ?o""");
    /** What is said of a change stands on a node of its own. */
    private static final Query CHANGES = query("""
            SELECT DISTINCT ?it ?p ?o WHERE { ?term skos:changeNote ?it . ?it ?p ?o } ORDER BY ?it ?p ?o""");
    private static final List<Query> USES = List.of(
            query("SELECT ?it ( COUNT(*) AS ?uses ) WHERE { ?s ?it ?o } GROUP BY ?it"),
            query("""
            SELECT ?it ( COUNT(DISTINCT ?s) AS ?uses ) WHERE {
              ?it a owl:Class . ?class rdfs:subClassOf* ?it . ?s a ?class .
            } GROUP BY ?it"""),
            query("""
            SELECT ?it ( COUNT(DISTINCT ?s) AS ?uses ) WHERE {
              ?it skos:inScheme ?scheme . ?s ?p ?it FILTER ( ?p != skos:broader )
            } GROUP BY ?it"""));

    private final SortedMap<String, Facts> said = new TreeMap<>();
    private final Map<String, Long> uses = new TreeMap<>();
    /** By where they lead: property, thing. */
    private final Map<String, Map<String, List<Facts>>> leading = new HashMap<>();
    /** By the edge or the kind of statement. */
    private final Map<String, List<Facts>> cards = new HashMap<>();
    private final List<Demand> demands;

    private Vocabulary(List<Demand> demands) {
        this.demands = demands;
    }

    static Vocabulary of(KnowledgeGraph graph) {
        var vocabulary = new Vocabulary(graph.demands());
        Stream.of(SAID, CHANGES).flatMap(query -> rows(graph, query).stream())
                .collect(Collectors.groupingBy(row -> row.term("it").orElseThrow().toString(), TreeMap::new, Collectors.toList()))
                .forEach((iri, rows) -> vocabulary.add(new Facts(iri, rows)));
        vocabulary.ofClass(Set.of(Facts.term("EdgeCard"))).forEach(card -> Stream.concat(
                        card.iris(Facts.term("edgeProperty")).stream(), vocabulary.kindsOf(card).stream().map(Facts::iri))
                .forEach(iri -> vocabulary.cards.computeIfAbsent(iri, i -> new ArrayList<>()).add(card)));
        USES.stream().flatMap(query -> rows(graph, query).stream()).forEach(row -> vocabulary.uses.merge(
                row.iri("it").orElse(""), row.number("uses").orElseThrow().longValue(), Long::sum));
        return vocabulary;
    }

    private void add(Facts facts) {
        said.put(facts.iri(), facts);
        facts.rows().forEach(row -> row.iri("o").ifPresent(object -> leading
                .computeIfAbsent(row.iri("p").orElseThrow(), p -> new HashMap<>())
                .computeIfAbsent(object, o -> new ArrayList<>())
                .add(facts)));
    }

    private static Query query(String text) {
        return QueryFactory.create("""
                PREFIX fm: <https://w3id.org/firmament/ontology#>
                PREFIX owl: <http://www.w3.org/2002/07/owl#>
                PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
                PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
                """ + text);
    }

    private static List<Row> rows(KnowledgeGraph graph, Query query) {
        return graph.read(view -> Answer.of(view.select(query), view)).rows();
    }

    /** A term; empty if there is none of this IRI. */
    Optional<Facts> find(String iri) {
        return Optional.ofNullable(said.get(iri));
    }

    /** The terms of some classes, by IRI. */
    List<Facts> ofClass(Collection<String> classes) {
        return classes.stream().flatMap(type -> leadingTo(RDF.type.getURI(), type).stream())
                .distinct()
                .sorted(Comparator.comparing(Facts::iri))
                .toList();
    }

    List<Facts> classes() {
        return ofClass(Set.of(OWL.Class.getURI()));
    }

    List<Facts> properties() {
        return ofClass(PROPERTIES);
    }

    /** The kinds of a scheme. */
    List<Facts> in(Facts scheme) {
        return leadingTo(SKOS.inScheme.getURI(), scheme.iri());
    }

    /** The terms that a property leads from to this one, such as its narrower ones. */
    List<Facts> leadingTo(String property, String iri) {
        return leading.getOrDefault(property, Map.of()).getOrDefault(iri, List.of());
    }

    /** How often a property stands in a triple, how many things a class or a kind has. */
    long uses(String iri) {
        return uses.getOrDefault(iri, 0L);
    }

    /** What the shapes and lints demand, of everything. */
    List<Demand> demands() {
        return demands;
    }

    /** What they demand of a term. */
    List<Demand> demandsOf(String iri) {
        return demands.stream().filter(demand -> demand.terms().contains(iri)).toList();
    }

    /** The edge cards that draw an edge, or that a kind of statement has; for other terms none. */
    List<EdgeCard> cards(String iri, Visit visit) {
        return cards.getOrDefault(iri, List.of()).stream().map(card -> EdgeCard.of(card, kindsOf(card), this, visit)).toList();
    }

    private List<Facts> kindsOf(Facts card) {
        return leadingTo(Facts.term("edgeCard"), card.iri());
    }
}
