package io.firmament.graph;

import org.jspecify.annotations.Nullable;

/**
 * A node of a drawing: an entity or, where statements are drawn as nodes too, a statement.
 *
 * @param iri what it is
 * @param label what to read: its label in the reader's language, or in another; of a statement what it says
 * @param otherLabel the same in the other language, empty if that is no other text
 * @param type the local name of its class in the ontology, such as {@code Organization}
 * @param kind the local name of its kind, such as {@code firm}; empty if it has none
 * @param kindLabel the label of the kind or, where there is none, of the class
 * @param asserted of a statement whether it is put forward as a fact; true of an entity
 * @param since of a statement the first day that its date allows, as 2024-08-01
 * @param until of a statement the last day that its date allows
 */
public record Vertex(
        String iri,
        String label,
        String otherLabel,
        String type,
        String kind,
        String kindLabel,
        boolean asserted,
        @Nullable String since,
        @Nullable String until) {}
