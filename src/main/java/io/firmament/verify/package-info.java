/**
 * Citations against the articles themselves, where these are at hand: the right file, the span inside it, a name or the
 * figure at its place, and words of our own. Reads what a graph claims once, then only files. Reports; changes nothing and
 * decides nothing.
 */
@NullMarked
package io.firmament.verify;

import org.jspecify.annotations.NullMarked;
