/**
 * Fuseki, embedded and read-only, with pages for people and an explorer; and the same pages as files. Everything that limits what a stranger may do to the server stands here. Nothing else in the library knows this package but the front door.
 */
@NullMarked
package io.firmament.serve;

import org.jspecify.annotations.NullMarked;
