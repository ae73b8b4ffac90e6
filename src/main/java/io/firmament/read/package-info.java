/**
 * From files in any RDF syntax to a batch that knows where each part came from. What cannot be read comes back as findings with file and line, not as an exception. Knows no store.
 */
@NullMarked
package io.firmament.read;

import org.jspecify.annotations.NullMarked;
