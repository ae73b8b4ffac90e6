package io.firmament.reconcile;

import com.google.gson.JsonElement;
import io.firmament.FirmamentException;
import io.firmament.reconcile.Query.Condition;
import io.firmament.reconcile.Query.Quantifier;
import io.firmament.reconcile.Query.Strictness;
import io.firmament.reconcile.Query.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Reads batches of queries, in either version. What is wrong with their form refuses the batch, for no version can say it of one
 * query; what stands in a cell never does: a name that means nothing has no candidates.
 */
final class QueryReader {

    /** Candidates of a query that does not say how many it wants; and at most. */
    private static final int USUAL = 10;
    private static final int MOST = 40;
    /** Of each: types, conditions, and names and values of all conditions together, each of which is matched as a name. */
    private static final int LONGEST_LIST = 20;

    private final Schema schema;

    QueryReader(Schema schema) {
        this.schema = schema;
    }

    /** The queries by their keys; in the draft, which has none, by their places. */
    Map<String, Query> read(Version version, String json) {
        var batch = Fields.parse("The batch", json);
        Map<String, Fields> parts = new LinkedHashMap<>();
        if (version == Version.V0_2) {
            batch.object().entrySet().forEach(entry -> parts.put(entry.getKey(), Fields.of("Query " + entry.getKey(), entry.getValue())));
        } else {
            batch.objects("queries").forEach(query -> parts.put(String.valueOf(parts.size()), query));
        }
        if (parts.size() > Reconciliation.BATCH_SIZE) {
            throw new BatchTooLarge("queries", parts.size(), Reconciliation.BATCH_SIZE);
        }
        if (parts.keySet().stream().anyMatch(key -> key.codePoints().anyMatch(c -> c >= 0xD800 && c <= 0xDFFF))) {
            throw new FirmamentException("The batch: a key has half of a character, and could not be sent back.");
        }
        Map<String, Query> queries = new LinkedHashMap<>();
        parts.forEach((key, part) -> {
            var query = version == Version.V0_2 ? released(part) : drafted(part);
            bounded(part, "names and values", Stream.concat(
                    query.names().stream(), query.conditions().stream().flatMap(condition -> condition.values().stream())).toList());
            queries.put(key, query);
        });
        return queries;
    }

    private Query released(Fields query) {
        query.only("query", "type", "limit", "properties", "type_strict");
        var conditions = query.has("properties") ? bounded(query, "properties", query.objects("properties")) : List.<Fields>of();
        if (!query.has("query") && conditions.isEmpty()) {
            throw new FirmamentException(query.place() + ": there is neither a query nor a property.");
        }
        return new Query(
                query.text("query").filter(text -> !text.isBlank()).stream().toList(),
                types(query, query.has("type") && query.get("type", "").isJsonArray()
                        ? bounded(query, "type", query.texts("type"))
                        : query.text("type").stream().toList()),
                query.one("type_strict", Strictness.SHOULD),
                conditions.stream().map(given -> condition(given, "pid", "v")).toList(),
                query.count("limit", USUAL, MOST));
    }

    private Query drafted(Fields query) {
        query.only("type", "limit", "conditions", "lang", "dir");
        var given = bounded(query, "conditions", query.objects("conditions"));
        if (given.isEmpty()) {
            throw query.wrong("conditions", "one at least");
        }
        query.text("lang");
        query.text("dir").filter(dir -> !Set.of("ltr", "rtl", "auto").contains(dir)).ifPresent(dir -> {
            throw query.wrong("dir", "one of ltr, rtl, auto");
        });
        List<String> names = new ArrayList<>();
        List<Condition> conditions = new ArrayList<>();
        for (var condition : given) {
            var type = condition.text("matchType").orElse("");
            if (type.equals("name")) {
                names(condition, names);
            } else if (type.equals("property")) {
                conditions.add(condition(condition, "propertyId", "propertyValue"));
            } else {
                throw condition.wrong("matchType", "name or property");
            }
            if (condition.has("matchQualifier")) {
                throw condition.wrong("matchQualifier", "left out, for there are none");
            }
        }
        return new Query(
                names, types(query, query.text("type").stream().toList()), Strictness.SHOULD, conditions, query.count("limit", USUAL, MOST));
    }

    private static void names(Fields condition, List<String> names) {
        condition.flag("required");
        if (condition.one("matchQuantifier", Quantifier.ANY) != Quantifier.ANY) {
            throw condition.wrong("matchQuantifier", "any where names are matched: several names are alternatives");
        }
        values(condition, "propertyValue").stream().map(Value::text).filter(text -> !text.isBlank()).forEach(names::add);
    }

    private Condition condition(Fields given, String id, String value) {
        var property = given.text(id).orElseThrow(() -> given.wrong(id, "the id of a property"));
        try {
            return new Condition(
                    schema.property(property), values(given, value), given.flag("required"), given.one("matchQuantifier", Quantifier.ANY));
        } catch (FirmamentException e) {
            throw e.getMessage().startsWith(given.place()) ? e : new FirmamentException(given.place() + ": " + e.getMessage(), e);
        }
    }

    private static List<Value> values(Fields given, String name) {
        var value = given.get(name, "a value or a list of values");
        return value.isJsonArray()
                ? bounded(given, name, value.getAsJsonArray().asList()).stream().map(each -> value(given, name, each)).toList()
                : List.of(value(given, name, value));
    }

    private static Value value(Fields given, String name, JsonElement value) {
        if (value.isJsonPrimitive()) {
            return new Value(value.getAsString(), "");
        }
        if (!value.isJsonObject()) {
            throw given.wrong(name, "a text, a number, true, false, or an object with an id");
        }
        var entity = Fields.of(given.place() + ", " + name, value);
        var id = entity.text("id").orElseThrow(() -> entity.wrong("id", "a text"));
        return new Value(entity.text("name").filter(text -> !text.isBlank()).orElse(id), id);
    }

    private Set<String> types(Fields query, List<String> ids) {
        try {
            return ids.stream().flatMap(id -> schema.type(id).stream()).map(Type::iri).collect(Collectors.toSet());
        } catch (FirmamentException e) {
            throw new FirmamentException(query.place() + ": " + e.getMessage(), e);
        }
    }

    private static <T> List<T> bounded(Fields query, String name, List<T> list) {
        if (list.size() > LONGEST_LIST) {
            throw query.wrong(name, "at most " + LONGEST_LIST);
        }
        return list;
    }
}
