/**
 * The catalogue: named questions in files, their parameters and the rows that answer them. A parameter is bound by substitution of a term in the parsed query, never by text. Knows neither rules nor statements.
 */
@NullMarked
package io.firmament.query;

import org.jspecify.annotations.NullMarked;
