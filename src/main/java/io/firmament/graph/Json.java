package io.firmament.graph;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.jena.atlas.json.JsonString;

/** Values as JSON. */
final class Json {

    private Json() {}

    /** A text, number, truth value, or a list or map of such; in a map, what is null is left out. */
    static String of(Object value) {
        if (value instanceof List<?> list) {
            return list.stream().map(Json::of).collect(Collectors.joining(",", "[", "]"));
        }
        if (value instanceof Map<?, ?> map) {
            return map.entrySet().stream()
                    .filter(entry -> entry.getValue() != null)
                    .map(entry -> of(entry.getKey()) + ":" + of(entry.getValue()))
                    .collect(Collectors.joining(",", "{", "}"));
        }
        return value instanceof String text ? new JsonString(text).toString() : String.valueOf(value);
    }
}
