/**
 * Other people's tables against our entities: the <a href="https://reconciliation-api.github.io/specs/0.2/">reconciliation service API
 * 0.2</a> and its <a href="https://reconciliation-api.github.io/specs/1.0-draft/">1.0 draft</a>, from JSON to JSON. Whom a name means is
 * for {@link io.firmament.match}; here are the queries, the properties that help, and the answers. No servlet: {@code serve} is its door.
 */
@NullMarked
package io.firmament.reconcile;

import org.jspecify.annotations.NullMarked;
