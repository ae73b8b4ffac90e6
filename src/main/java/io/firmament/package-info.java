/**
 * Firmament: a knowledge graph of firms, people, products and deals, with the passage behind every fact. {@link
 * io.firmament.KnowledgeGraph} is the front door; whoever embeds the library needs little else. Each package below is
 * one step on the road of a fact: read, check, store, derive, query, serve.
 */
@NullMarked
package io.firmament;

import org.jspecify.annotations.NullMarked;
