package io.firmament.verify;

/**
 * A sentence of an article.
 *
 * @param start its first code point, counted from 0
 * @param end behind its last
 * @param text what stands there
 */
public record Sentence(int start, int end, String text) {

    boolean overlaps(int otherStart, int otherEnd) {
        return start < otherEnd && otherStart < end;
    }

    @Override
    public String toString() {
        return start + "-" + end + " " + text;
    }
}
