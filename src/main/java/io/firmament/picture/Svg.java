package io.firmament.picture;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Writes a picture as SVG that may stand in a page: all texts are escaped, and looks are classes of the style sheet, so that
 * the picture follows the light or the dark page and the security policy holds. Lengths are pixels.
 */
final class Svg {

    /** The size of most texts. */
    static final double TEXT = 14;
    /** The size of small ones. */
    static final double SMALL = 12;

    private final StringBuilder out = new StringBuilder();
    private final Deque<String> open = new ArrayDeque<>();

    /**
     * Begins a picture.
     *
     * @param name what it shows, for those who do not see it
     * @param interactive whether its links are the only way to where they lead; else a table beside it has them too, and the
     *     keyboard need not stop at each
     */
    Svg(double width, double height, String name, boolean interactive) {
        open("svg", "xmlns", "http://www.w3.org/2000/svg", "viewBox", "0 0 " + number(width) + " " + number(height),
                "width", width, "height", height, "role", interactive ? "group" : "img", "aria-label", name);
    }

    /** Opens an element; attributes come as name, value, name, value. */
    Svg open(String element, Object... attributes) {
        start(element, attributes);
        out.append('>');
        open.push(element);
        return this;
    }

    Svg close() {
        out.append("</").append(open.pop()).append('>');
        return this;
    }

    /** An element with nothing in it. */
    Svg leaf(String element, Object... attributes) {
        start(element, attributes);
        out.append("/>");
        return this;
    }

    /** A text from a point on its base line; class and anchor as in {@code small end}. */
    Svg text(double x, double y, String classes, String text) {
        open("text", "x", x, "y", y, "class", classes);
        out.append(escape(text));
        return close();
    }

    /** What is read when the pointer rests on the element that is open. */
    Svg title(String text) {
        open("title");
        out.append(escape(text));
        return close();
    }

    /** Opens a link; without an address, a group. */
    Svg link(String href, String classes) {
        return href.isEmpty() ? open("g", "class", classes) : open("a", "href", href, "class", classes);
    }

    /** Opens a link to the row of the table beside, which the keyboard reaches there. */
    Svg mark(String href, String classes) {
        return open("a", "href", href, "class", classes, "tabindex", -1);
    }

    /** The picture; all that is open is closed. */
    String done() {
        while (!open.isEmpty()) {
            close();
        }
        return out.toString();
    }

    private void start(String element, Object... attributes) {
        out.append('<').append(element);
        for (int i = 0; i < attributes.length; i += 2) {
            var value = attributes[i + 1] instanceof Double d ? number(d) : escape(attributes[i + 1].toString());
            out.append(' ').append(attributes[i]).append("=\"").append(value).append('"');
        }
    }

    /** A tenth of a pixel is as fine as anybody sees. */
    static String number(double number) {
        return BigDecimal.valueOf(number).setScale(1, RoundingMode.HALF_UP).stripTrailingZeros().toPlainString();
    }

    private static String escape(String text) {
        var safe = new StringBuilder();
        text.codePoints().forEach(c -> {
            switch (c) {
                case '&' -> safe.append("&amp;");
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                case '"' -> safe.append("&quot;");
                case '\'' -> safe.append("&#39;");
                default -> safe.appendCodePoint(c);
            }
        });
        return safe.toString();
    }

    /** About how wide a text is: what is drawn on the server does not know the reader's fonts, so rather too wide. */
    static double width(String text, double size) {
        return size * text.codePoints().mapToDouble(c ->
                c >= 0x2E80 ? 1 : "iljtfrI.,:;'|()[]! -".indexOf(c) >= 0 ? 0.4 : Character.isUpperCase(c) || c == 'm' || c == 'w' ? 0.76 : 0.62).sum();
    }

    /** The text, or as much of its beginning as there is room for. */
    static String fit(String text, double room, double size) {
        if (width(text, size) <= room) {
            return text;
        }
        var fitting = new StringBuilder();
        double left = room - size;
        for (var c : text.codePoints().toArray()) {
            left -= width(Character.toString(c), size);
            if (left < 0) {
                break;
            }
            fitting.appendCodePoint(c);
        }
        return fitting.toString().strip() + "…";
    }
}
