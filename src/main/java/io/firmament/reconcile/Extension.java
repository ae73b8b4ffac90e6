package io.firmament.reconcile;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.firmament.FirmamentException;
import io.firmament.query.Row;
import io.firmament.reconcile.Entities.Entity;
import io.firmament.store.Store;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.jena.query.QueryCancelledException;

/** Adds columns to a table: what entities hold in some properties. */
final class Extension {

    private static final int MOST_PROPERTIES = 50;

    private final Schema schema;
    private final Entities entities;
    private final Store store;

    /**
     * A property that is asked for.
     *
     * @param limit values at most; 0 for all
     * @param language of which language texts are to be and names are written in; empty for texts of any, names of the reader's
     */
    private record Column(Property property, int limit, String language) {}

    Extension(Schema schema, Entities entities, Store store) {
        this.schema = schema;
        this.entities = entities;
        this.store = store;
    }

    JsonObject answer(Version version, String json, String language, Instant until) {
        var query = Fields.parse("The extension", json);
        var ids = query.texts("ids");
        var asked = query.objects("properties");
        if (ids.size() > Reconciliation.BATCH_SIZE) {
            throw new BatchTooLarge("ids", ids.size(), Reconciliation.BATCH_SIZE);
        }
        if (asked.size() > MOST_PROPERTIES) {
            throw new BatchTooLarge("properties", asked.size(), MOST_PROPERTIES);
        }
        var columns = asked.stream().map(this::column).toList();
        var answers = new Answers(entities, language);
        var answer = new JsonObject();
        answer.add("meta", Answers.array(columns.stream().map(column -> answers.named(column.property().id(), column.property().name())).toList()));
        var known = ids.stream().flatMap(id -> entities.byId(id).stream()).map(Entity::iri).distinct().toList();
        Map<Column, Values> values = new LinkedHashMap<>();
        store.read(view -> {
            for (var column : columns) {
                if (Instant.now().isAfter(until)) {
                    throw new QueryCancelledException();
                }
                values.put(column, Values.of(column.property(), known, view));
            }
            return values;
        });
        if (version == Version.V0_2) {
            var rows = new JsonObject();
            for (var id : ids) {
                var row = new JsonObject();
                values.forEach((column, held) -> row.add(column.property().id(), cells(id, column, held, answers, version)));
                rows.add(id, row);
            }
            answer.add("rows", rows);
        } else {
            answer.add("rows", Answers.array(ids.stream().map(id -> drafted(id, values, answers)).toList()));
        }
        return answer;
    }

    private JsonObject drafted(String id, Map<Column, Values> values, Answers answers) {
        var properties = new JsonArray();
        values.forEach((column, held) -> {
            var property = new JsonObject();
            property.addProperty("id", column.property().id());
            property.add("values", cells(id, column, held, answers, Version.V1_0));
            properties.add(property);
        });
        var row = new JsonObject();
        row.addProperty("id", id);
        row.add("properties", properties);
        return row;
    }

    private Column column(Fields asked) {
        var id = asked.text("id").orElseThrow(() -> asked.wrong("id", "the id of a property"));
        if (!asked.has("settings")) {
            return new Column(schema.property(id), 0, "");
        }
        var settings = Fields.of(asked.place() + ", settings", asked.get("settings", "an object")).only("limit", "language");
        var language = settings.text("language").orElse("");
        if (!List.of("", "en", "zh-Hans").contains(language)) {
            throw settings.wrong("language", "en, zh-Hans, or empty for any");
        }
        return new Column(schema.property(id), limit(settings), language);
    }

    /** A number, which forms send as a text. */
    private static int limit(Fields settings) {
        if (!settings.has("limit")) {
            return 0;
        }
        try {
            return Math.max(0, Integer.parseInt(settings.get("limit", "a number").getAsString()));
        } catch (NumberFormatException | UnsupportedOperationException | IllegalStateException e) {
            throw new FirmamentException(settings.place() + ": limit must be a whole number, 0 for all.", e);
        }
    }

    private JsonArray cells(String id, Column column, Values held, Answers answers, Version version) {
        var labels = column.language().isEmpty() ? answers.language() : column.language();
        var rows = entities.byId(id).map(Entity::iri).map(held::of).orElse(List.of());
        return Answers.array(rows.stream()
                .filter(row -> column.language().isEmpty() || isIn(column.language(), row))
                .limit(column.limit() == 0 ? Long.MAX_VALUE : column.limit())
                .map(row -> answers.value(row, version, labels))
                .toList());
    }

    /** Whether a value is in a language, or in none. */
    private static boolean isIn(String language, Row row) {
        return row.term("value").filter(node -> node.isLiteral() && !node.getLiteralLanguage().isEmpty())
                .map(node -> node.getLiteralLanguage().equals(language) || language.startsWith("zh") && node.getLiteralLanguage().startsWith("zh"))
                .orElse(true);
    }
}
