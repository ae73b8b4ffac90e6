package io.firmament.verify;

import java.util.List;

/**
 * How much of an article is cited, and how closely.
 *
 * @param article its slug
 * @param citations how many spans were checked
 * @param inSpan how many hold the name or the figure themselves
 * @param inContext how many have it in their sentence or the one before
 * @param longSpans how many are longer than {@link Verification#LONG}
 * @param sentences how many sentences the article has
 * @param uncited those that no span touches
 */
public record Coverage(
        String article, int citations, int inSpan, int inContext, int longSpans, int sentences, List<Sentence> uncited) {

    public Coverage {
        uncited = List.copyOf(uncited);
    }

    /** How many sentences some span touches. */
    public int cited() {
        return sentences - uncited.size();
    }
}
