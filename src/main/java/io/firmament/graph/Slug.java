package io.firmament.graph;

import io.firmament.vocab.FM;

/**
 * Short names for things in files: of ours what stands behind the namespace, of others the whole IRI. Only letters, digits
 * and {@code . - _ :} are left, so that they are names everywhere ({@code NMTOKEN} in XML); no two things get the same.
 */
final class Slug {

    private Slug() {}

    /** As {@code bytedance}, {@code statement:x} or {@code _http_x3A_::example.org:x}. */
    static String of(String iri) {
        if (iri.startsWith(FM.ID)) {
            return escape(iri.substring(FM.ID.length()));
        }
        return iri.startsWith(FM.NS) ? escape(iri.substring(FM.NS.length())) : "_" + escape(iri);
    }

    static String of(Edge edge) {
        return of(edge.from()) + "_" + of(edge.property()) + "_" + of(edge.to());
    }

    private static String escape(String text) {
        var escaped = new StringBuilder();
        text.codePoints().forEach(c -> {
            if (c == '/') {
                escaped.append(':');
            } else if (c < 128 && (Character.isLetterOrDigit(c) || c == '.' || c == '-')) {
                escaped.appendCodePoint(c);
            } else {
                escaped.append("_x").append(Integer.toHexString(c).toUpperCase(java.util.Locale.ROOT)).append('_');
            }
        });
        return escaped.toString();
    }
}
