package io.firmament.reconcile;

import io.firmament.store.View;
import io.firmament.vocab.FM;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What each entity is called and what it is, in both languages. Immutable. */
final class Entities {

    private static final String ENTITIES = """
            SELECT ?entity ?type ?label ?labelZh WHERE {
              ?entity a fm:Entity ; a|fm:kind ?type .
              OPTIONAL { ?entity rdfs:label ?label FILTER ( LANG(?label) = "en" ) }
              OPTIONAL { ?entity rdfs:label ?labelZh FILTER ( LANG(?labelZh) = "zh-Hans" ) }
            } ORDER BY ?entity ?type""";

    private final Map<String, Entity> byIri = new HashMap<>();

    /**
     * An entity.
     *
     * @param iri the entity
     * @param name its labels
     * @param types its kinds, then its classes
     */
    record Entity(String iri, Text name, List<Type> types) {

        /** As clients write it: without our namespace, where it is in it. */
        String id() {
            return iri.startsWith(FM.ID) ? iri.substring(FM.ID.length()) : iri;
        }

        /** What tells it from others: its name in the other language, and what it is. */
        String description(String language) {
            var other = name.notIn(language).equals(name.in(language)) ? Stream.<String>of() : Stream.of(name.notIn(language));
            var most = types.stream().anyMatch(type -> !type.isClass()) ? types.stream().filter(type -> !type.isClass()) : types.stream();
            var kinds = most.map(type -> type.name().in(language)).collect(Collectors.joining(", "));
            return Stream.concat(other, kinds.isEmpty() ? Stream.of() : Stream.of(kinds)).collect(Collectors.joining(" · "));
        }
    }

    private Entities() {}

    static Entities from(View view, Schema schema) {
        var entities = new Entities();
        Sparql.ask(view, ENTITIES).forEach(row -> {
            var iri = row.iri("entity").orElseThrow();
            var any = row.term("label").isPresent() ? "label" : row.term("labelZh").isPresent() ? "labelZh" : "entity";
            var entity = entities.byIri.computeIfAbsent(iri, i -> new Entity(i, Text.of(row, any, "labelZh"), new ArrayList<>()));
            row.iri("type").flatMap(schema::byIri).filter(type -> !entity.types().contains(type))
                    .ifPresent(type -> entity.types().add(type.isClass() ? entity.types().size() : 0, type));
        });
        return entities;
    }

    /** The entity that has an id, or an IRI. */
    Optional<Entity> byId(String id) {
        var iri = id.strip();
        return Optional.ofNullable(byIri.getOrDefault(FM.ID + iri, byIri.get(iri)));
    }
}
