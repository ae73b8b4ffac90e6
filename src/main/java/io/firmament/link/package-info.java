/**
 * From names to entities. {@link io.firmament.link.Names} finds an entity by any of its names, in whatever script they are typed; {@link
 * io.firmament.link.Matcher} tells which entity a name from elsewhere means, and why, with libraries that are optional. Both say so when a
 * name fits several, and never guess.
 */
@NullMarked
package io.firmament.link;

import org.jspecify.annotations.NullMarked;
