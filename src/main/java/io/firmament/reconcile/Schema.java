package io.firmament.reconcile;

import io.firmament.FirmamentException;
import io.firmament.query.Row;
import io.firmament.store.View;
import io.firmament.vocab.FM;
import io.firmament.vocab.Prefixes;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The types and properties that entities have, as the ontology names them: its classes and the kinds in use, its direct edges in
 * both directions, and the schemes of identifiers. A graph with other classes and edges has others here. Immutable.
 */
final class Schema {

    private static final String TYPES = """
            SELECT DISTINCT ?type ?class ?label ?labelZh ?definition ?definitionZh WHERE {
              { ?type rdfs:subClassOf fm:Entity . ?entity a ?type . FILTER EXISTS { ?type skos:definition ?any } }
              UNION { ?class rdfs:subClassOf fm:Entity . ?entity a ?class ; fm:kind ?type . FILTER EXISTS { ?class skos:definition ?any } }
              %s
            } ORDER BY ?type ?class""".formatted(texts("type"));
    private static final String EDGES = """
            SELECT DISTINCT ?edge ?label ?labelZh ?definition ?definitionZh ?inverse ?inverseZh WHERE {
              ?card fm:edgeProperty ?edge .
              %s
              OPTIONAL { ?edge fm:inverseLabel ?inverse FILTER ( LANG(?inverse) = "en" ) }
              OPTIONAL { ?edge fm:inverseLabel ?inverseZh FILTER ( LANG(?inverseZh) = "zh-Hans" ) }
            } ORDER BY ?edge""".formatted(texts("edge"));
    private static final String SCHEMES = """
            SELECT DISTINCT ?scheme ?label ?labelZh ?definition ?definitionZh WHERE {
              ?identifier schema:propertyID ?scheme .
              %s
            } ORDER BY ?scheme""".formatted(texts("scheme"));
    /** How many entities of a class have a property. */
    private static final List<String> USES = List.of(
            uses("", "?card fm:edgeProperty ?property . ?entity ?property ?value ."),
            uses("^", "?card fm:edgeProperty ?property . ?value ?property ?entity ."),
            uses("", "?entity schema:identifier ?value . ?value schema:propertyID ?property ."));

    private final Map<String, Type> types = new TreeMap<>();
    private final Map<String, Property> properties = new TreeMap<>();
    /** By the id of a property, then by class. */
    private final Map<String, Map<String, Long>> uses = new HashMap<>();

    private Schema() {}

    private static String texts(String term) {
        return """
                ?%1$s rdfs:label ?label FILTER ( LANG(?label) = "en" )
                OPTIONAL { ?%1$s rdfs:label ?labelZh FILTER ( LANG(?labelZh) = "zh-Hans" ) }
                OPTIONAL { ?%1$s skos:definition ?definition FILTER ( LANG(?definition) = "en" ) }
                OPTIONAL { ?%1$s skos:definition ?definitionZh FILTER ( LANG(?definitionZh) = "zh-Hans" ) }""".formatted(term);
    }

    private static String uses(String direction, String pattern) {
        return """
                SELECT ( "%s" AS ?direction ) ?property ?class ( COUNT(DISTINCT ?entity) AS ?entities ) WHERE {
                  %s
                  ?entity a ?class . ?class rdfs:subClassOf fm:Entity .
                } GROUP BY ?property ?class""".formatted(direction, pattern);
    }

    static Schema from(View view) {
        var schema = new Schema();
        Sparql.ask(view, TYPES).forEach(row -> schema.addType(row));
        Sparql.ask(view, EDGES).forEach(row -> {
            var edge = row.iri("edge").orElseThrow();
            schema.add(Property.from(edge, name(row), description(row)));
            if (row.term("inverse").isPresent()) {
                schema.add(Property.to(edge, Text.of(row, "inverse", "inverseZh"), description(row)));
            }
        });
        Sparql.ask(view, SCHEMES).forEach(row -> schema.add(
                Property.identifier(row.iri("scheme").orElseThrow(), name(row), description(row))));
        Property.FACTS.forEach(schema::add);
        USES.forEach(query -> Sparql.ask(view, query).forEach(row -> schema.uses
                .computeIfAbsent(row.label("direction") + Prefixes.localName(row.iri("property").orElseThrow()), p -> new HashMap<>())
                .put(row.iri("class").orElseThrow(), row.number("entities").orElseThrow().longValue())));
        return schema;
    }

    private static Text name(Row row) {
        return Text.of(row, "label", "labelZh");
    }

    private static Text description(Row row) {
        return Text.of(row, "definition", "definitionZh");
    }

    private void addType(Row row) {
        var iri = row.iri("type").orElseThrow();
        var broader = row.iri("class").map(Set::of).orElse(Set.of());
        types.merge(iri, new Type(Prefixes.localName(iri), iri, name(row), description(row), broader), (a, b) -> new Type(
                a.id(), iri, a.name(), a.description(),
                Stream.concat(a.broader().stream(), b.broader().stream()).collect(Collectors.toSet())));
    }

    private void add(Property property) {
        properties.putIfAbsent(property.id(), property);
    }

    /** All types by IRI. */
    Collection<Type> types() {
        return types.values();
    }

    /** The classes of entities: what to begin with. */
    List<Type> classes() {
        return types.values().stream().filter(Type::isClass).toList();
    }

    /** The type that has an id, or an IRI; empty for that of all entities, which says nothing. */
    Optional<Type> type(String id) {
        if (id.equals(FM.Entity.getURI()) || id.equalsIgnoreCase(Prefixes.localName(FM.Entity.getURI()))) {
            return Optional.empty();
        }
        return Optional.of(types.values().stream()
                .filter(type -> type.id().equals(id) || type.iri().equals(id))
                .findFirst()
                .orElseThrow(() -> new FirmamentException("There is no type \"" + id + "\"; ask for them by suggest/type.")));
    }

    /** The type of an IRI, where it is one of ours. */
    Optional<Type> byIri(String iri) {
        return Optional.ofNullable(types.get(iri));
    }

    Collection<Property> properties() {
        return properties.values();
    }

    /** The property that has an id. */
    Property property(String id) {
        var property = properties.get(id);
        if (property == null) {
            throw new FirmamentException("There is no property \"" + id + "\"; ask for them by suggest/property.");
        }
        return property;
    }

    /** The properties that entities of a type have, the most used first; of all entities without a type. */
    List<Property> proposals(Optional<Type> type) {
        var classes = type.map(t -> t.isClass() ? Set.of(t.iri()) : t.broader());
        return properties.values().stream()
                .filter(property -> property.holds() == Property.Holds.FACTS || used(property, classes) > 0)
                .sorted(Comparator.comparing((Property property) -> property.holds() == Property.Holds.FACTS)
                        .thenComparing(property -> -used(property, classes))
                        .thenComparing(Property::id))
                .toList();
    }

    private long used(Property property, Optional<Set<String>> classes) {
        return uses.getOrDefault(property.id(), Map.of()).entrySet().stream()
                .filter(use -> classes.isEmpty() || classes.get().contains(use.getKey()))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }
}
