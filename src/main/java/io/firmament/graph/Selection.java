package io.firmament.graph;

import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Node;

/**
 * What part of the graph to draw or export.
 *
 * @param entities these only, and what lies between them; empty for all
 * @param statements only what these say; empty for all
 * @param properties only edges by these; empty for all
 */
public record Selection(Optional<Set<Node>> entities, Optional<Set<Node>> statements, Optional<Set<Node>> properties) {

    /** All of it. */
    public static final Selection WHOLE = new Selection(Optional.empty(), Optional.empty(), Optional.empty());

    /** Some entities, and all edges between them. */
    public static Selection among(Set<Node> entities) {
        return new Selection(Optional.of(entities), Optional.empty(), Optional.empty());
    }

    /** Some entities, and what some statements say of them. */
    public static Selection of(Set<Node> entities, Set<Node> statements) {
        return new Selection(Optional.of(entities), Optional.of(statements), Optional.empty());
    }

    /** The same, with edges by some properties only; by all if none is named. */
    public Selection by(Set<Node> some) {
        return new Selection(entities, statements, some.isEmpty() ? Optional.empty() : Optional.of(some));
    }

    boolean hasEntity(Node entity) {
        return entities.map(all -> all.contains(entity)).orElse(true);
    }

    boolean hasStatement(Node statement) {
        return statements.map(all -> all.contains(statement)).orElse(true);
    }

    boolean hasProperty(Node property) {
        return properties.map(all -> all.contains(property)).orElse(true);
    }
}
