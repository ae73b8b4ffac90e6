package io.firmament.reconcile;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.firmament.match.Candidate;
import io.firmament.match.Matching;
import io.firmament.query.Row;
import io.firmament.reconcile.Entities.Entity;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;

/**
 * The parts of answers, as both versions write them.
 *
 * @param entities what entities are called
 * @param language the tag of the reader's language
 */
record Answers(Entities entities, String language) {

    private static final Set<XSDDatatype> WHOLE =
            Set.of(XSDDatatype.XSDinteger, XSDDatatype.XSDint, XSDDatatype.XSDlong, XSDDatatype.XSDnonNegativeInteger, XSDDatatype.XSDpositiveInteger);
    private static final Set<XSDDatatype> DECIMAL = Set.of(XSDDatatype.XSDdecimal, XSDDatatype.XSDdouble, XSDDatatype.XSDfloat);

    static JsonArray array(Collection<? extends JsonElement> elements) {
        var array = new JsonArray();
        elements.forEach(array::add);
        return array;
    }

    /** An object with an id and a name. */
    JsonObject named(String id, Text name) {
        var object = new JsonObject();
        object.addProperty("id", id);
        object.addProperty("name", name.in(language));
        return object;
    }

    JsonObject type(Type type) {
        return named(type.id(), type.name());
    }

    JsonObject described(String id, Text name, Text description) {
        var object = named(id, name);
        if (!description.in(language).isEmpty()) {
            object.addProperty("description", description.in(language));
        }
        return object;
    }

    JsonObject entity(Entity entity) {
        var object = named(entity.id(), entity.name());
        object.addProperty("description", entity.description(language));
        return object;
    }

    JsonArray types(Entity entity) {
        return array(entity.types().stream().map(this::type).toList());
    }

    /** The candidates of a query, the best first; the first is a match if nothing speaks against it. */
    JsonArray candidates(Matching matching, int limit) {
        return array(matching.candidates().stream()
                .limit(limit)
                .map(candidate -> candidate(candidate, matching.match().filter(candidate::equals).isPresent()))
                .toList());
    }

    private JsonObject candidate(Candidate candidate, boolean match) {
        var entity = entities.byId(candidate.iri()).orElseThrow();
        var object = entity(entity);
        object.add("type", types(entity));
        object.addProperty("score", Math.round(candidate.score() * 1000) / 10.0);
        object.add("features", features(candidate));
        object.addProperty("match", match);
        return object;
    }

    /** Each reason once: its weight, by which the score is multiplied, and in words what was found. */
    private JsonArray features(Candidate candidate) {
        Map<String, JsonObject> features = new LinkedHashMap<>();
        for (var reason : candidate.reasons()) {
            var id = reason.feature().id();
            var known = features.get(id);
            var feature = new JsonObject();
            feature.addProperty("id", id);
            feature.addProperty("name", known == null ? reason.words(language) : known.get("name").getAsString() + "; " + reason.words(language));
            feature.addProperty("value", (known == null ? 1 : known.get("value").getAsDouble()) * reason.feature().weight());
            features.put(id, feature);
        }
        return array(features.values());
    }

    /**
     * A value of a property: an entity, a number, a day, or a text.
     *
     * @param row with the column {@code value}
     * @param labels the tag of the language of names
     */
    JsonObject value(Row row, Version version, String labels) {
        var node = row.term("value").orElseThrow();
        var value = new JsonObject();
        var entity = row.iri("value").flatMap(entities::byId);
        if (entity.isPresent()) {
            return new Answers(entities, labels).entity(entity.get());
        }
        if (node.isURI() || !node.isLiteral()) {
            value.addProperty("str", row.label("value", labels));
        } else if (WHOLE.contains(node.getLiteralDatatype())) {
            value.addProperty("int", Long.parseLong(node.getLiteralLexicalForm().strip()));
        } else if (DECIMAL.contains(node.getLiteralDatatype())) {
            value.addProperty("float", Double.parseDouble(node.getLiteralLexicalForm().strip()));
        } else if (node.getLiteralDatatype().equals(XSDDatatype.XSDdate)) {
            // The protocol has no days, only moments.
            value.addProperty("date", node.getLiteralLexicalForm().substring(0, 10) + "T00:00:00Z");
        } else {
            value.addProperty("str", node.getLiteralLexicalForm());
            language(node, version, value);
        }
        return value;
    }

    /** In which language a text is: only the draft can say it. */
    private static void language(Node node, Version version, JsonObject value) {
        if (version == Version.V1_0 && !node.getLiteralLanguage().isEmpty()) {
            value.addProperty("lang", node.getLiteralLanguage());
        }
    }
}
