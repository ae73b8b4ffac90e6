/**
 * Where the graph lies: in memory, on disk, or behind a SPARQL 1.1 endpoint for reading. One door, {@link io.firmament.store.Store}, so that the engine can be exchanged. Knows no vocabulary.
 */
@NullMarked
package io.firmament.store;

import org.jspecify.annotations.NullMarked;
