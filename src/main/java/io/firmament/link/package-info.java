/**
 * From names to entities and terms, and from other people's data to ours. {@link io.firmament.link.Names} finds an entity by any of its names,
 * {@link io.firmament.link.TableLinker} those of a whole table, {@link io.firmament.link.MappingFinder} those of another data set; what a name means is
 * for {@link io.firmament.match}, and what is unsure for a person, whose decisions are kept in a file of theirs.
 */
@NullMarked
package io.firmament.link;

import org.jspecify.annotations.NullMarked;
