/**
 * Which entity a name from elsewhere means, and why: in Chinese or English, in pinyin, with a legal form, with a slip. {@link
 * io.firmament.match.Matcher} scores by features that can be read off, leaves a tie to a person, and puts what curators judged first. It
 * needs libraries that are optional, and says so where they are missing.
 */
@NullMarked
package io.firmament.match;

import org.jspecify.annotations.NullMarked;
