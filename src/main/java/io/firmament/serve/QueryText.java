package io.firmament.serve;

/** What can be said of a query's text before it is parsed: the parser itself is what a hostile text is aimed at. */
final class QueryText {

    private final String text;
    private int at;

    private QueryText(String text) {
        this.text = text;
    }

    /**
     * Refuses a text that is too long or too deeply nested to be given to the parser.
     *
     * @throws Refusal if it is
     */
    static void check(String text) {
        if (text.isBlank()) {
            throw Refusal.badRequest("The query is empty.");
        }
        if (text.length() > Limits.QUERY_CHARS) {
            throw Refusal.tooLarge("The query is longer than " + Limits.QUERY_CHARS + " characters.");
        }
        if (text.codePoints().filter(c -> c == '?' || c == '$').count() > Limits.VARIABLES) {
            throw Refusal.badRequest("The query is too complex: more than " + Limits.VARIABLES + " uses of variables.");
        }
        if (new QueryText(text).deepest() > Limits.NESTING) {
            throw Refusal.badRequest("The query is nested more than " + Limits.NESTING + " levels deep.");
        }
    }

    /** The most brackets that are open at once, outside of strings, IRIs and comments; a sign before a sign nests too. */
    private int deepest() {
        int depth = 0;
        int deepest = 0;
        int signs = 0;
        for (at = 0; at < text.length(); at++) {
            var c = text.charAt(at);
            signs = switch (c) {
                case '!', '^', '-', '+' -> signs + 1;
                case ' ', '\t', '\r', '\n' -> signs;
                default -> 0;
            };
            switch (c) {
                case '{', '(', '[' -> depth++;
                case '}', ')', ']' -> depth--;
                case '"', '\'' -> skipString(c);
                case '<' -> skipIri();
                case '#' -> skipComment();
                default -> { }
            }
            deepest = Math.max(deepest, Math.max(depth, signs));
        }
        return deepest;
    }

    private void skipString(char quote) {
        var mark = String.valueOf(quote).repeat(3);
        if (!text.startsWith(mark, at)) {
            mark = String.valueOf(quote);
        }
        for (at += mark.length(); at < text.length() && !text.startsWith(mark, at); at++) {
            if (text.charAt(at) == '\\') {
                at++;
            } else if (mark.length() == 1 && text.charAt(at) == '\n') {
                return;
            }
        }
        at += mark.length() - 1;
    }

    /** A less-than sign is no IRI: an IRI has no spaces and comes to an end. */
    private void skipIri() {
        for (int i = at + 1; i < text.length(); i++) {
            var c = text.charAt(i);
            if (c == '>') {
                at = i;
                return;
            }
            if (c <= ' ' || "<\"{}|^`\\".indexOf(c) >= 0) {
                return;
            }
        }
    }

    private void skipComment() {
        while (at < text.length() && text.charAt(at) != '\n') {
            at++;
        }
    }
}
