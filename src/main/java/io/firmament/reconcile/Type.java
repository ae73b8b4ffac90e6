package io.firmament.reconcile;

import java.util.Set;

/**
 * What an entity can be: a class of the ontology, or a kind.
 *
 * @param id as clients write it: the local name
 * @param iri the class or kind
 * @param name its label
 * @param description when to use it
 * @param broader of a kind, the IRIs of the classes whose entities have it; of a class, none
 */
record Type(String id, String iri, Text name, Text description, Set<String> broader) {

    boolean isClass() {
        return broader.isEmpty();
    }
}
