/**
 * The rules of the ontology, in order: bounds of dates, names of evidences, direct edges, standard edges. The rules are SPARQL updates in files, so that they run in any store; here they are only read and applied. They derive from what is said and never change it.
 */
@NullMarked
package io.firmament.derive;

import org.jspecify.annotations.NullMarked;
