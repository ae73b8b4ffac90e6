package io.firmament.link;

import java.util.Set;

/**
 * An entity that a text may name.
 *
 * @param iri the entity
 * @param label its English label
 * @param labelZh its Chinese label
 * @param types the classes it belongs to, as IRIs
 * @param kinds the English labels of its kinds
 * @param name the name that matched
 * @param how how well: exact matches come before those at a name's start, and those before others
 */
public record Match(String iri, String label, String labelZh, Set<String> types, Set<String> kinds, String name, How how) {

    /** How a name matched, best first. */
    public enum How {
        EXACT,
        START,
        INSIDE
    }
}
