/**
 * Shapes and lints over a batch: a report of findings, each with its place and what to do. What blocks a load and what is only reported is decided by the shapes and lints themselves. Knows no store.
 */
@NullMarked
package io.firmament.check;

import org.jspecify.annotations.NullMarked;
