/**
 * Other SPARQL endpoints that a query may ask with SERVICE: none, unless whoever runs the program names them. {@link
 * io.firmament.federate.Services} says which, and where they really are. What comes from there is bounded in time, size and number of
 * requests, and what goes wrong there is said in plain words.
 */
@NullMarked
package io.firmament.federate;

import org.jspecify.annotations.NullMarked;
