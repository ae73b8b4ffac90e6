/**
 * Answers as pictures: SVG that is drawn from rows, read without scripts, and styled by the page that it stands on. A {@link
 * io.firmament.picture.Painter} draws a {@link io.firmament.picture.Plot}, whose marks lead to the rows of a table. Knows no pages: addresses
 * and words are given to it.
 */
@NullMarked
package io.firmament.picture;

import org.jspecify.annotations.NullMarked;
