/**
 * Arguments to the front door. Parses, calls {@link io.firmament.KnowledgeGraph}, prints, and turns outcomes into exit codes. Nothing knows this package.
 */
@NullMarked
package io.firmament.cli;

import org.jspecify.annotations.NullMarked;
