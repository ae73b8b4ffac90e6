package io.firmament.reconcile;

import com.google.gson.JsonObject;
import io.firmament.link.Match;
import io.firmament.link.Names;
import io.firmament.vocab.FM;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Completes what somebody types to choose an entity, a type or a property. */
final class Suggestions {

    private final Schema schema;
    private final Entities entities;
    private final Names names;

    /** What can be completed. */
    enum Sort {
        ENTITY,
        TYPE,
        PROPERTY;

        String path() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    Suggestions(Schema schema, Entities entities, Names names) {
        this.schema = schema;
        this.entities = entities;
        this.names = names;
    }

    /**
     * What begins with a text, then what has it inside; all for an empty one.
     *
     * @param type of entities, only those of a type
     * @param offset how many to leave out
     * @param limit how many at most
     */
    List<JsonObject> of(Sort sort, String prefix, Optional<Type> type, int offset, int limit, Answers answers) {
        var most = (int) Math.min(Integer.MAX_VALUE - 1L, (long) offset + limit);
        return all(sort, prefix.strip(), type, most, answers).skip(offset).limit(limit).toList();
    }

    private Stream<JsonObject> all(Sort sort, String prefix, Optional<Type> type, int most, Answers answers) {
        return switch (sort) {
            case ENTITY -> entities(prefix, type, most).map(entity -> {
                var object = answers.entity(entity);
                object.add("notable", answers.types(entity));
                return object;
            });
            case TYPE -> among(schema.types().stream().sorted(Comparator.comparing(each -> !each.isClass())).toList(), prefix, Type::id, Type::name).map(each -> {
                var object = answers.described(each.id(), each.name(), each.description());
                if (!each.isClass()) {
                    object.add("broader", Answers.array(each.broader().stream().sorted()
                            .flatMap(iri -> schema.byIri(iri).stream()).map(answers::type).toList()));
                }
                return object;
            });
            case PROPERTY -> among(prefix.isEmpty() ? schema.proposals(type) : List.copyOf(schema.properties()), prefix, Property::id, Property::name)
                    .map(each -> answers.described(each.id(), each.name(), each.description()));
        };
    }

    private Stream<Entities.Entity> entities(String prefix, Optional<Type> type, int most) {
        // Of a type there may be few among many that have the name.
        var found = prefix.isEmpty()
                ? names.all(FM.Entity.getURI()).keySet().stream()
                : Stream.concat(
                        entities.byId(prefix).map(Entities.Entity::iri).stream(),
                        names.search(prefix, FM.Entity.getURI(), type.isPresent() ? Integer.MAX_VALUE : most + 1).stream().map(Match::iri));
        return found.distinct()
                .flatMap(iri -> entities.byId(iri).stream())
                .filter(entity -> type.isEmpty() || entity.types().contains(type.get()));
    }

    private static <T> Stream<T> among(
            List<T> all, String prefix, Function<T, String> id, Function<T, Text> name) {
        var asked = prefix.toLowerCase(Locale.ROOT);
        return all.stream()
                .filter(each -> at(each, asked, id, name) >= 0)
                .sorted(Comparator.comparingInt(each -> Math.min(1, at(each, asked, id, name))));
    }

    /** Where a text stands in the id or a name; less than 0 where it does not. */
    private static <T> int at(
            T each, String asked, Function<T, String> id, Function<T, Text> name) {
        return Stream.of(id.apply(each), name.apply(each).english(), name.apply(each).chinese())
                .mapToInt(text -> text.toLowerCase(Locale.ROOT).indexOf(asked))
                .filter(at -> at >= 0)
                .min()
                .orElse(-1);
    }
}
