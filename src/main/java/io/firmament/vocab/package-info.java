/**
 * The names that Java shares with the ontology. A test compares them with it. Nothing here names a particular firm or a particular kind of deal.
 */
@NullMarked
package io.firmament.vocab;

import org.jspecify.annotations.NullMarked;
