package io.firmament.serve;

import io.firmament.query.Row;
import io.firmament.vocab.Prefixes;
import java.math.BigDecimal;
import java.util.Locale;
import org.apache.jena.graph.Node;

/**
 * One term as it is shown.
 *
 * @param text what to read
 * @param href where it leads; empty if nowhere
 * @param lang the language of the text, where it is known
 * @param numeric whether it is a number
 */
record Cell(String text, String href, String lang, boolean numeric) {

    static final Cell EMPTY = new Cell("", "", "", false);

    /** Whether it is too short to be broken over lines, as a date is. */
    boolean isShort() {
        return text.length() <= 10;
    }

    /** Whether it leads away from here. */
    boolean isExternal() {
        return !external(href).isEmpty();
    }

    /** A term with the label that was found for it. */
    static Cell of(Node node, String label, Visit visit) {
        if (node.isURI()) {
            var ours = Places.path(node.getURI());
            return ours.map(path -> new Cell(label, visit.href(path), "", false))
                    .orElseGet(() -> new Cell(compact(node.getURI()), external(node.getURI()), "", false));
        }
        if (!node.isLiteral()) {
            return new Cell(label, "", "", false);
        }
        if (isNumber(node)) {
            return new Cell(number(label), "", "", true);
        }
        var text = node.getLiteralLanguage().isEmpty() ? visit.words().cell(label) : label;
        return new Cell(text, "", node.getLiteralLanguage(), false);
    }

    /** What stands in a column of a row; empty if nothing does. */
    static Cell of(Row row, String column, Visit visit) {
        return row.term(column).map(term -> of(term, row.label(column, visit.language().tag), visit)).orElse(EMPTY);
    }

    /** The IRI with a well-known prefix, if it has one. */
    static String compact(String iri) {
        return Prefixes.shorten(iri).orElse(iri);
    }

    /** Data may hold any IRI; only addresses of the web become links. */
    static String external(String iri) {
        return iri.startsWith("https://") || iri.startsWith("http://") ? iri : "";
    }

    private static boolean isNumber(Node node) {
        return node.getLiteral().isWellFormed() && node.getLiteralValue() instanceof Number;
    }

    private static String number(String text) {
        try {
            var number = new BigDecimal(text);
            return number.precision() > 30 || number.scale() > 10 || number.scale() < -10
                    ? text
                    : String.format(Locale.ROOT, "%,." + Math.max(0, number.stripTrailingZeros().scale()) + "f", number);
        } catch (NumberFormatException e) {
            return text;
        }
    }
}
