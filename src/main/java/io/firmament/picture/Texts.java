package io.firmament.picture;

import java.util.Locale;

/** The words of whoever looks at a picture. */
public interface Texts {

    /** The text of a key with {0}, {1} … filled in. */
    String get(String key, Object... values);

    /** The language of the texts; its tag is that of the labels. */
    Locale locale();
}
