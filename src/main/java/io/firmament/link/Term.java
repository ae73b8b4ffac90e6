package io.firmament.link;

/**
 * A term of the ontology: a class, a property or a kind.
 *
 * @param iri the term
 * @param type the IRI of its class: {@code owl:Class}, {@code owl:ObjectProperty}, {@code owl:DatatypeProperty}; of a kind,
 *     its scheme
 * @param label its English label
 * @param labelZh its Chinese label
 * @param definition when to use it, in English
 */
public record Term(String iri, String type, String label, String labelZh, String definition) {}
