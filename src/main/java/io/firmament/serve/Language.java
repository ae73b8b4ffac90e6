package io.firmament.serve;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** The languages that the pages speak. */
enum Language {
    EN("en", "en", "English"),
    ZH("zh", "zh-Hans", "中文");

    /** As written in addresses. */
    final String code;
    /** The tag of labels and of the page. */
    final String tag;
    /** Its own name. */
    final String name;

    Language(String code, String tag, String name) {
        this.code = code;
        this.tag = tag;
        this.name = name;
    }

    /** The other one, to switch to. */
    Language other() {
        return this == EN ? ZH : EN;
    }

    static Optional<Language> of(String code) {
        return Arrays.stream(values()).filter(l -> l.code.equals(code) || l.tag.equals(code)).findFirst();
    }

    /** What an Accept-Language header likes best; English if it likes neither. */
    static Language preferred(String header) {
        return Arrays.stream(header.split(","))
                .max(Comparator.comparing(Language::weight).thenComparing(range -> -header.indexOf(range)))
                .filter(range -> weight(range) > 0 && range.strip().toLowerCase(Locale.ROOT).startsWith(ZH.code))
                .map(range -> ZH)
                .orElse(EN);
    }

    private static double weight(String range) {
        var name = range.strip().toLowerCase(Locale.ROOT);
        if (!name.startsWith(EN.code) && !name.startsWith(ZH.code)) {
            return 0;
        }
        try {
            return name.contains("q=") ? Double.parseDouble(name.replaceFirst(".*q=", "")) : 1;
        } catch (NumberFormatException e) {
            return 0;
        }
    }
}
