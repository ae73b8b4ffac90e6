package io.firmament.reconcile;

import java.util.List;

/**
 * An entity, a type or a property at a glance.
 *
 * @param id as clients write it
 * @param iri of an entity, its IRI; else empty
 * @param name its name
 * @param description what tells it from others
 * @param lines of an entity, the first values of the properties that entities of its type have most
 */
public record Preview(String id, String iri, String name, String description, List<Line> lines) {

    /**
     * A property and what the entity holds there.
     *
     * @param name of the property
     * @param values the first few
     * @param more whether there are others
     */
    public record Line(String name, List<String> values, boolean more) {}
}
