/**
 * From names to entities and terms. {@link io.firmament.link.Names} finds an entity by any of its names, in whatever script they are typed;
 * {@link io.firmament.link.Terms} finds a term of the ontology, or the one that was meant. What a name from elsewhere means is for {@link
 * io.firmament.match}.
 */
@NullMarked
package io.firmament.link;

import org.jspecify.annotations.NullMarked;
