package io.firmament.reconcile;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import io.firmament.FirmamentException;
import java.io.IOException;
import java.io.StringReader;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The fields of an object that a client sent, read strictly: what is wrong is told with its place.
 *
 * @param place where the object stands, for messages
 * @param object the object
 */
record Fields(String place, JsonObject object) {

    /** Objects inside objects; a query needs five. */
    private static final int DEEPEST = 20;
    /** Lists, objects and what they hold: a batch of a thousand with twenty columns has half of it. */
    private static final int PARTS = 200_000;

    /** Some JSON whose outermost is an object. */
    static Fields parse(String place, String json) {
        return of(place, read(place, json));
    }

    private static JsonElement read(String place, String json) {
        if (json.chars().filter(c -> c == ',' || c == '{' || c == '[').count() > PARTS) {
            throw new FirmamentException(place + ": it has more than " + PARTS + " parts.");
        }
        var reader = new JsonReader(new StringReader(json));
        reader.setStrictness(Strictness.STRICT);
        reader.setNestingLimit(DEEPEST);
        try {
            var element = JsonParser.parseReader(reader);
            if (reader.peek() != JsonToken.END_DOCUMENT) {
                throw new FirmamentException(place + ": something follows the JSON.");
            }
            return element;
        } catch (JsonParseException | IOException | NumberFormatException e) {
            throw new FirmamentException(place + ": this is not JSON, or nested too deeply.", e);
        }
    }

    static Fields of(String place, JsonElement element) {
        if (!element.isJsonObject()) {
            throw new FirmamentException(place + ": this must be an object.");
        }
        return new Fields(place, element.getAsJsonObject());
    }

    /** Refuses fields that there are not. */
    Fields only(String... names) {
        var known = Set.of(names);
        var unknown = object.keySet().stream().filter(name -> !known.contains(name)).toList();
        if (!unknown.isEmpty()) {
            throw new FirmamentException(place + ": there is no field " + unknown.get(0) + "; there are " + String.join(", ", names) + ".");
        }
        return this;
    }

    FirmamentException wrong(String name, String must) {
        return new FirmamentException(place + ": " + name + " must be " + must + ".");
    }

    boolean has(String name) {
        return object.has(name);
    }

    JsonElement get(String name, String must) {
        if (!object.has(name)) {
            throw wrong(name, must + ", and is missing");
        }
        return object.get(name);
    }

    Optional<String> text(String name) {
        if (!object.has(name)) {
            return Optional.empty();
        }
        if (!isText(object.get(name))) {
            throw wrong(name, "a text");
        }
        return Optional.of(object.get(name).getAsString());
    }

    static boolean isText(JsonElement element) {
        return element.isJsonPrimitive() && element.getAsJsonPrimitive().isString();
    }

    boolean flag(String name) {
        if (!object.has(name)) {
            return false;
        }
        if (!object.get(name).isJsonPrimitive() || !object.get(name).getAsJsonPrimitive().isBoolean()) {
            throw wrong(name, "true or false");
        }
        return object.get(name).getAsBoolean();
    }

    /** A whole number from 1 on, at most the most. */
    int count(String name, int standard, int most) {
        if (!object.has(name)) {
            return standard;
        }
        var element = object.get(name);
        if (!element.isJsonPrimitive() || !element.getAsJsonPrimitive().isNumber()
                || element.getAsDouble() < 1 || element.getAsDouble() != Math.rint(element.getAsDouble())) {
            throw wrong(name, "a whole number from 1 on");
        }
        return (int) Math.min(most, element.getAsDouble());
    }

    List<JsonElement> list(String name) {
        var element = get(name, "a list");
        if (!element.isJsonArray()) {
            throw wrong(name, "a list");
        }
        return element.getAsJsonArray().asList();
    }

    /** A list of texts. */
    List<String> texts(String name) {
        return list(name).stream().map(element -> {
            if (!isText(element)) {
                throw wrong(name, "a list of texts");
            }
            return element.getAsString();
        }).toList();
    }

    /** One of some words, in whatever case the constants are. */
    <E extends Enum<E>> E one(String name, E standard) {
        var words = standard.getDeclaringClass().getEnumConstants();
        return text(name).map(text -> Arrays.stream(words)
                        .filter(word -> word.name().toLowerCase(Locale.ROOT).equals(text))
                        .findFirst()
                        .orElseThrow(() -> wrong(name, "one of " + Arrays.stream(words)
                                .map(word -> word.name().toLowerCase(Locale.ROOT)).collect(Collectors.joining(", ")))))
                .orElse(standard);
    }

    /** The objects of a list, each with its place. */
    List<Fields> objects(String name) {
        var list = list(name);
        return IntStream.range(0, list.size()).mapToObj(i -> of(place + ", " + name + " " + (i + 1), list.get(i))).toList();
    }
}
