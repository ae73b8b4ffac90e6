package io.firmament.serve;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The parameters of a request, decoded strictly: what is no UTF-8 or has a broken escape is refused, where the servlet
 * container would fail.
 */
final class Form {

    private final Map<String, List<String>> values = new LinkedHashMap<>();

    /**
     * Adds what a query string or the body of a form says.
     *
     * @throws Refusal if it is malformed
     */
    Form add(String encoded) {
        for (var pair : encoded.split("&")) {
            if (!pair.isEmpty()) {
                var equals = pair.indexOf('=');
                var name = decode(equals < 0 ? pair : pair.substring(0, equals), true);
                values.computeIfAbsent(name, n -> new ArrayList<>())
                        .add(equals < 0 ? "" : decode(pair.substring(equals + 1), true));
                if (values.values().stream().mapToInt(List::size).sum() > Limits.PARAMETERS) {
                    throw Refusal.badRequest("More than " + Limits.PARAMETERS + " parameters.");
                }
            }
        }
        return this;
    }

    Optional<String> first(String name) {
        return all(name).stream().findFirst();
    }

    List<String> all(String name) {
        return values.getOrDefault(name, List.of());
    }

    boolean has(String name) {
        return values.containsKey(name);
    }

    /** Forgets all parameters but these. */
    void retain(Set<String> names) {
        values.keySet().retainAll(names);
    }

    Map<String, List<String>> values() {
        return Collections.unmodifiableMap(values);
    }

    /** Decodes %-escapes; in forms, not in paths, a plus sign is a space. */
    static String decode(String encoded, boolean form) {
        var bytes = new ByteArrayOutputStream(encoded.length());
        for (int i = 0; i < encoded.length(); i++) {
            var c = encoded.codePointAt(i);
            if (c == '%') {
                var value = i + 2 < encoded.length()
                        ? 16 * Character.digit(encoded.charAt(i + 1), 16) + Character.digit(encoded.charAt(i + 2), 16)
                        : -1;
                if (value < 0 || Character.digit(encoded.charAt(i + 2), 16) < 0) {
                    throw Refusal.badRequest("A % in the request is not followed by two hexadecimal digits.");
                }
                bytes.write(value);
                i += 2;
            } else {
                bytes.writeBytes(Character.toString(c == '+' && form ? ' ' : c).getBytes(StandardCharsets.UTF_8));
                i += Character.charCount(c) - 1;
            }
        }
        return utf8(bytes.toByteArray());
    }

    /** The text of some bytes, which must be UTF-8. */
    static String utf8(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException e) {
            throw Refusal.badRequest("The request is not in UTF-8.");
        }
    }
}
