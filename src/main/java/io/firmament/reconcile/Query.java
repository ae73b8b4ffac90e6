package io.firmament.reconcile;

import java.util.List;
import java.util.Set;

/**
 * What a client wants to know of one cell of its table.
 *
 * @param names what it is called there; several are alternatives, none leaves it to the conditions
 * @param types the IRIs of the classes and kinds that are meant; none for any
 * @param strictness what becomes of entities of other types
 * @param conditions what else is known of it
 * @param limit how many candidates at most
 */
record Query(List<String> names, Set<String> types, Strictness strictness, List<Condition> conditions, int limit) {

    /** What becomes of an entity of another type than wanted. */
    enum Strictness {
        /** It comes last. */
        SHOULD,
        /** It does not come: it must have one of the types. */
        ANY,
        /** It must have all of them. */
        ALL
    }

    /** How many of several values must fit. */
    enum Quantifier {
        ANY,
        ALL,
        NONE
    }

    /**
     * What else is known of it.
     *
     * @param property of which property
     * @param values what it holds there
     * @param required whether an entity that does not meet it is left out
     * @param quantifier how many of the values must fit
     */
    record Condition(Property property, List<Value> values, boolean required, Quantifier quantifier) {

        /** Whether it only helps to choose, as the matcher takes context and identifiers. */
        boolean helps() {
            return quantifier == Quantifier.ANY && property.holds() != Property.Holds.FACTS;
        }
    }

    /**
     * A value in a client's table.
     *
     * @param text as it stands there
     * @param id the id of the entity that it was found to be; empty if it was not
     */
    record Value(String text, String id) {}
}
