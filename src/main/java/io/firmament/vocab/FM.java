package io.firmament.vocab;

import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/** The terms of the <a href="https://w3id.org/firmament/ontology">Firmament ontology</a> that Java needs to know. */
public final class FM {

    /** What all IRIs of ours begin with. */
    public static final String ROOT = "https://w3id.org/firmament/";

    /** Namespace of classes and properties. */
    public static final String NS = "https://w3id.org/firmament/ontology#";

    /** Namespace of individuals: entities, statements, articles. */
    public static final String ID = "https://w3id.org/firmament/id/";

    /** Namespace of kinds, which are SKOS concepts. */
    public static final String KIND = "https://w3id.org/firmament/ontology/kind/";

    /** What statements are about. */
    public static final Node Entity = term("Entity");

    /** Human beings. */
    public static final Node Person = term("Person");

    /** Firms, their units, and other bodies. */
    public static final Node Organization = term("Organization");

    /** What is made and used. */
    public static final Node Product = term("Product");

    /** Texts that statements are taken from. */
    public static final Node Article = term("Article");

    /** Classifies an entity or a statement. */
    public static final Node kind = term("kind");

    /** Marks an entity that belongs to one article only. */
    public static final Node onlyIn = term("onlyIn");

    private FM() {}

    private static Node term(String name) {
        return NodeFactory.createURI(NS + name);
    }
}
