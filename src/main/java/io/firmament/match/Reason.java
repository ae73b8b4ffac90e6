package io.firmament.match;

/**
 * Why a candidate has its score.
 *
 * @param feature what was found
 * @param detail where: a name of the entity, or the context
 */
public record Reason(Feature feature, String detail) {

    /**
     * In words.
     *
     * @param language a language tag; Chinese for those that begin with zh, else English
     */
    public String words(String language) {
        return feature.words(language) + (detail.isEmpty() ? "" : " (" + detail + ")");
    }
}
