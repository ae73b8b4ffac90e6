package io.firmament.verify;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The text of an article, counted in Unicode code points as the Web Annotation Data Model's <a
 * href="https://www.w3.org/TR/annotation-model/#text-position-selector">text position selector</a> counts.
 *
 * <p>A sentence ends with its line, or behind 。 ! ? ; … in either width, or a full stop before white space, together with
 * the quotes and brackets that close there. What holds no letter and no digit is no sentence.
 */
final class Source {

    private static final Pattern SENTENCE = Pattern.compile(
            "[^\\n\\r]*?(?:(?:[。！？；!?;…]|\\.(?=\\s|$))[。！？；!?;….]*[”’\"'」』）)】》]*|(?=[\\n\\r]|\\z))", Pattern.MULTILINE);
    private static final Pattern LOOSE_START = Pattern.compile("[\\s\\p{Z},，。、；;:：!！?？)）】》」』”’%]");
    private static final Pattern LOOSE_END = Pattern.compile("[\\s\\p{Z},，、；;:：(（【《「『“‘]\\z");
    private static final Pattern LETTER_OR_DIGIT = Pattern.compile("[\\p{L}\\p{N}]");

    private final int[] points;
    private final String sha256;
    private final List<Sentence> sentences;

    private Source(String text, String sha256) {
        this.points = text.codePoints().toArray();
        this.sha256 = sha256;
        this.sentences = split(text);
    }

    /**
     * Reads an article.
     *
     * @throws IOException if the file cannot be read; a {@link CharacterCodingException} if it is not in UTF-8
     */
    static Source read(Path file) throws IOException {
        var bytes = Files.readAllBytes(file);
        try {
            return new Source(
                    StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString(),
                    HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<Sentence> split(String text) {
        List<Sentence> sentences = new ArrayList<>();
        var matcher = SENTENCE.matcher(text);
        while (matcher.find()) {
            var raw = matcher.group();
            if (LETTER_OR_DIGIT.matcher(raw).find()) {
                var trimmed = raw.strip();
                var start = text.codePointCount(0, matcher.start() + raw.indexOf(trimmed));
                sentences.add(new Sentence(start, start + trimmed.codePointCount(0, trimmed.length()), trimmed));
            }
        }
        return List.copyOf(sentences);
    }

    String sha256() {
        return sha256;
    }

    int length() {
        return points.length;
    }

    List<Sentence> sentences() {
        return sentences;
    }

    String slice(int start, int end) {
        return new String(points, start, end - start);
    }

    /**
     * Whether a span has loose ends: white space, a mark that closes or separates at its start, one that opens or separates
     * at its end, or half of a word in Latin letters or of a number. So a span that has slipped is seen.
     */
    boolean isLoose(int start, int end) {
        var span = slice(start, end);
        return LOOSE_START.matcher(span).lookingAt() || LOOSE_END.matcher(span).find() || cuts(start) || cuts(end);
    }

    private boolean cuts(int at) {
        return at > 0 && at < points.length && (latin(points[at - 1]) && latin(points[at])
                || Character.isDigit(points[at - 1]) && Character.isDigit(points[at]));
    }

    private static boolean latin(int point) {
        return Character.isLetter(point) && Character.UnicodeScript.of(point) == Character.UnicodeScript.LATIN;
    }

    /**
     * The near context of a span: from the start of the sentence before the one in which the span begins, to the end of the
     * one in which it ends. This is the one place that says how far from a span its name or figure may stand.
     */
    Sentence context(int start, int end) {
        int from = start;
        int to = end;
        for (int i = 0; i < sentences.size(); i++) {
            var sentence = sentences.get(i);
            if (sentence.overlaps(start, end)) {
                from = Math.min(from, sentences.get(Math.max(0, i - 1)).start());
                to = Math.max(to, sentence.end());
            }
        }
        return new Sentence(from, to, slice(from, to));
    }
}
