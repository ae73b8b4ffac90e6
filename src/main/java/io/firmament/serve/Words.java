package io.firmament.serve;

import io.firmament.FirmamentException;
import io.firmament.picture.Texts;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;
import org.apache.jena.atlas.json.JsonObject;

/** The words of the pages in one language, from {@code words_LANGUAGE.properties}. Immutable. */
final class Words implements Texts {

    private final Language language;
    private final Map<String, String> texts;

    private Words(Language language, Map<String, String> texts) {
        this.language = language;
        this.texts = texts;
    }

    static Words in(Language language) {
        var file = "words_" + language.code + ".properties";
        try (var in = Words.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new FirmamentException("The file " + file + " is missing from the class path.");
            }
            var properties = new Properties();
            properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            return new Words(language, properties.stringPropertyNames().stream()
                    .collect(Collectors.toUnmodifiableMap(key -> key, properties::getProperty)));
        } catch (IOException e) {
            throw new FirmamentException("Cannot read " + file + ": " + e.getMessage(), e);
        }
    }

    @Override
    public Locale locale() {
        return Locale.forLanguageTag(language.tag);
    }

    /** All texts by key, for templates. */
    Map<String, String> all() {
        return texts;
    }

    /** The texts whose keys begin alike, as JSON, for scripts. */
    String json(String beginning) {
        var json = new JsonObject();
        texts.forEach((key, text) -> {
            if (key.startsWith(beginning)) {
                json.put(key, text);
            }
        });
        return json.toString();
    }

    /** The text of a key. */
    String get(String key) {
        return texts.getOrDefault(key, key);
    }

    @Override
    public String get(String key, Object... values) {
        var text = get(key);
        for (int i = 0; i < values.length; i++) {
            text = text.replace("{" + i + "}", String.valueOf(values[i]));
        }
        return text;
    }

    /** The word for a term of another vocabulary, written as {@code dcterms:creator}; the term itself if there is none. */
    String term(String compact) {
        return texts.getOrDefault("term_" + compact, compact);
    }

    /** A word that a question itself puts into a cell, such as "gained"; the word as it stands if there is no other. */
    String cell(String word) {
        return texts.getOrDefault("cell_" + word.replace(' ', '-'), word);
    }

    /** What to call a column or a theme: the word for it, else its name with spaces: {@code leadInvestor}, "lead investor". */
    String name(String name) {
        return texts.getOrDefault(
                "name_" + name, name.replaceAll("([a-z])([A-Z])", "$1 $2").replace('-', ' ').toLowerCase(Locale.ROOT));
    }
}
