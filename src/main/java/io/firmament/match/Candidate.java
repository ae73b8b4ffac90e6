package io.firmament.match;

import java.util.List;
import java.util.Set;

/**
 * An entity that a name may mean.
 *
 * @param iri the entity
 * @param label its English label
 * @param labelZh its Chinese label
 * @param types the classes and kinds it belongs to, as IRIs
 * @param name its name that fits best
 * @param score how well it fits, from 0 to 1: the product of the weights of its reasons
 * @param reasons what makes the score
 */
public record Candidate(
        String iri, String label, String labelZh, Set<String> types, String name, double score, List<Reason> reasons) {}
