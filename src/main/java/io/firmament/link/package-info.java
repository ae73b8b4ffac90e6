/**
 * From names to entities. Finds an entity by any of its names, in whatever script they are typed. Says so when a name fits several, and never guesses.
 */
@NullMarked
package io.firmament.link;

import org.jspecify.annotations.NullMarked;
