package io.firmament.reconcile;

import io.firmament.query.Row;

/**
 * A text in both languages.
 *
 * @param english in English
 * @param chinese in Chinese
 */
public record Text(String english, String chinese) {

    /** What a row has in two columns; where the Chinese one is empty, the English. */
    static Text of(Row row, String english, String chinese) {
        var text = row.label(english);
        return new Text(text, row.term(chinese).isPresent() ? row.label(chinese) : text);
    }

    /**
     * The one of a language.
     *
     * @param language a language tag; Chinese for those that begin with zh, else English
     */
    public String in(String language) {
        return language.startsWith("zh") ? chinese : english;
    }

    /** The one of the other language. */
    public String notIn(String language) {
        return language.startsWith("zh") ? english : chinese;
    }
}
