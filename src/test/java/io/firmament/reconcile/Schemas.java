package io.firmament.reconcile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The schemas of both versions, written from their specifications, and JSON held to them by a reader that is not ours. */
public final class Schemas {

    private static final Path FOLDER = Path.of("src/test/resources/reconcile");
    private static final JsonSchemaFactory FACTORY = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012);
    private static final ObjectMapper MAPPER = new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
    private static final Map<String, JsonSchema> READ = new ConcurrentHashMap<>();

    private Schemas() {}

    private static Set<ValidationMessage> faults(Version version, String schema, JsonNode json) {
        var file = (version == Version.V0_2 ? "0.2/" : "1.0/") + schema + ".schema.json";
        return READ.computeIfAbsent(file, f -> {
            try {
                return FACTORY.getSchema(Files.readString(FOLDER.resolve(f)));
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        }).validate(json);
    }

    /** Some JSON that must be as a schema says. */
    public static JsonNode valid(Version version, String schema, String json) {
        var node = node(json);
        assertEquals(Set.of(), faults(version, schema, node), () -> schema + ": " + json);
        return node;
    }

    /** Some text that must be no JSON, or not as a schema says. */
    public static void invalid(Version version, String schema, String json) {
        try {
            var node = MAPPER.readTree(json);
            assertFalse(!node.isMissingNode() && faults(version, schema, node).isEmpty(), () -> schema + " lets it through: " + json);
        } catch (JsonProcessingException e) {
            // No JSON.
        }
    }

    public static JsonNode node(String json) {
        try {
            return MAPPER.readTree(json);
        } catch (JsonProcessingException e) {
            throw new AssertionError("No JSON: " + json, e);
        }
    }
}
