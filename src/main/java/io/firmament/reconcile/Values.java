package io.firmament.reconcile;

import io.firmament.query.Row;
import io.firmament.store.View;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What entities hold in a property: asked at once for all of them. */
final class Values {

    private static final int HOLDERS = 100;

    private final Map<String, List<Row>> byEntity = new HashMap<>();

    private Values() {}

    /**
     * Asks.
     *
     * @param entities their IRIs, which must be those of entities of the graph
     */
    static Values of(Property property, Collection<String> entities, View view) {
        var values = new Values();
        if (!entities.isEmpty()) {
            var query = "SELECT ?entity %s WHERE { VALUES ?entity { %s } %s } %s ORDER BY ?entity ?value".formatted(
                    property.value(),
                    iris(entities),
                    property.pattern(),
                    property.isCounted() ? "GROUP BY ?entity" : "");
            Sparql.ask(view, query).forEach(
                    row -> values.byEntity.computeIfAbsent(row.iri("entity").orElseThrow(), e -> new ArrayList<>()).add(row));
        }
        return values;
    }

    /** The entities that hold one of some entities in a property; a bound keeps a much-named value from bringing all of them. */
    static List<String> holders(Property property, Collection<String> values, View view) {
        return values.isEmpty() ? List.of() : Sparql.ask(view, "SELECT DISTINCT ?entity WHERE { VALUES ?value { %s } %s } ORDER BY ?entity LIMIT %d".formatted(
                        iris(values), property.pattern(), HOLDERS)).rows().stream()
                .map(row -> row.iri("entity").orElseThrow())
                .toList();
    }

    private static String iris(Collection<String> entities) {
        return entities.stream().map(iri -> "<" + iri + ">").collect(Collectors.joining(" "));
    }

    /** The values of an entity, in the column {@code value}. */
    List<Row> of(String entity) {
        return byEntity.getOrDefault(entity, List.of());
    }
}
