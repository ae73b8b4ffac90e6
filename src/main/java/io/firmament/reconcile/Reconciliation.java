package io.firmament.reconcile;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonObject;
import io.firmament.FirmamentException;
import io.firmament.link.Names;
import io.firmament.match.Matcher;
import io.firmament.reconcile.Suggestions.Sort;
import io.firmament.store.Store;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.jena.query.QueryCancelledException;

/**
 * The reconciliation service of a graph: what clients such as OpenRefine ask, and the answers, as JSON. Languages are tags: Chinese for
 * those that begin with zh, else English. Reads what it needs of the graph when it is made, and names and the matcher when first
 * asked for them. Safe for use by many threads.
 */
public final class Reconciliation {

    /** Queries, or entities to extend, in one request. */
    public static final int BATCH_SIZE = 1_000;

    private static final int SUGGESTED = 20;
    private static final int MOST_SUGGESTED = 100;
    /** Lines of a preview, and values in one. */
    private static final int LINES = 4;
    private static final int VALUES = 3;

    private static final Gson JSON = new GsonBuilder().disableHtmlEscaping().create();

    private final Store store;
    private final Supplier<Names> names;
    private final Supplier<Matcher> matcher;
    private final Schema schema;
    private final Entities entities;
    private final Identifiers identifiers;

    /**
     * Reads types, properties, entities and identifiers.
     *
     * @param store where the graph lies; stays open
     * @param names gives its names
     * @param matcher gives what matches names in it
     */
    public Reconciliation(Store store, Supplier<Names> names, Supplier<Matcher> matcher) {
        this.store = store;
        this.names = names;
        this.matcher = matcher;
        this.schema = store.read(Schema::from);
        this.entities = store.read(view -> Entities.from(view, schema));
        this.identifiers = store.read(Identifiers::from);
    }

    /**
     * The manifest.
     *
     * @param base the public address of the server, without a slash at its end
     * @param chosen a parameter that carries the visitor's choice of a language, such as {@code lang=zh}; or nothing
     */
    public String manifest(Version version, String base, String chosen, String language) {
        return JSON.toJson(new Manifest(base, chosen, language).of(version, schema));
    }

    /**
     * Answers a batch of queries.
     *
     * @param batch JSON
     * @param until when to give up
     * @throws FirmamentException if it is malformed; {@link BatchTooLarge} if it has more than {@value #BATCH_SIZE} queries
     * @throws QueryCancelledException if the time is over
     */
    public String match(Version version, String batch, String language, Instant until) {
        var queries = new QueryReader(schema).read(version, batch);
        var finder = new Finder(store, matcher.get(), entities, identifiers, until);
        var answers = new Answers(entities, language);
        var results = new JsonObject();
        queries.forEach((key, query) -> {
            var result = new JsonObject();
            result.add(version == Version.V0_2 ? "result" : "candidates", answers.candidates(finder.find(query), query.limit()));
            results.add(key, result);
        });
        if (version == Version.V0_2) {
            return JSON.toJson(results);
        }
        var answer = new JsonObject();
        answer.add("results", Answers.array(results.asMap().values()));
        return JSON.toJson(answer);
    }

    /**
     * Answers what entities hold in some properties.
     *
     * @param query JSON
     * @param until when to give up
     * @throws FirmamentException if it is malformed; {@link BatchTooLarge} if it has too many entities or properties
     * @throws QueryCancelledException if the time is over
     */
    public String extend(Version version, String query, String language, Instant until) {
        return JSON.toJson(new Extension(schema, entities, store).answer(version, query, language, until));
    }

    /**
     * Completes what somebody types.
     *
     * @param sort {@code entity}, {@code type} or {@code property}
     * @param type the id of a type, of which the entities or properties are to be; or nothing. One that there is not is passed
     *     over: clients send some of their own
     * @param offset how many to leave out
     * @param limit how many at most
     * @throws FirmamentException if there is no such sort
     */
    public String suggest(String sort, String prefix, String type, int offset, Optional<Integer> limit, String language) {
        var suggestions = new Suggestions(schema, entities, names.get());
        var answer = new JsonObject();
        answer.add("result", Answers.array(suggestions.of(
                sort(sort), prefix, schema.types().stream().filter(each -> each.id().equals(type)).findFirst(), Math.max(0, offset),
                Math.max(1, Math.min(MOST_SUGGESTED, limit.orElse(SUGGESTED))), new Answers(entities, language))));
        return JSON.toJson(answer);
    }

    /**
     * The properties that entities of a type have.
     *
     * @param type its id; or nothing, for all
     * @throws FirmamentException if there is no such type
     */
    public String propose(String type, Optional<Integer> limit, String language) {
        var answers = new Answers(entities, language);
        var answer = new JsonObject();
        answer.addProperty("type", type);
        limit.ifPresent(number -> answer.addProperty("limit", number));
        answer.add("properties", Answers.array(schema.proposals(type(type)).stream()
                .limit(Math.max(0, limit.orElse(Integer.MAX_VALUE)))
                .map(property -> answers.described(property.id(), property.name(), property.description()))
                .toList()));
        return JSON.toJson(answer);
    }

    /**
     * An entity, a type or a property at a glance; empty if there is none.
     *
     * @param sort as {@link #suggest} takes it
     */
    public Optional<Preview> preview(String sort, String id, String language) {
        return switch (sort(sort)) {
            case ENTITY -> entities.byId(id).map(entity -> preview(entity, language));
            case TYPE -> schema.types().stream().filter(type -> type.id().equals(id)).findFirst()
                    .map(type -> new Preview(id, "", type.name().in(language), type.description().in(language), List.of()));
            case PROPERTY -> schema.properties().stream().filter(property -> property.id().equals(id)).findFirst()
                    .map(property -> new Preview(id, "", property.name().in(language), property.description().in(language), List.of()));
        };
    }

    private Preview preview(Entities.Entity entity, String language) {
        var type = entity.types().stream().filter(Type::isClass).findFirst();
        var lines = store.read(view -> schema.proposals(type).stream()
                .filter(property -> property.holds() == Property.Holds.ENTITIES)
                .flatMap(property -> line(property, Values.of(property, List.of(entity.iri()), view).of(entity.iri()).stream()
                        .map(row -> row.label("value", language)).toList(), language))
                .limit(LINES)
                .toList());
        return new Preview(entity.id(), entity.iri(), entity.name().in(language), entity.description(language), lines);
    }

    private static Stream<Preview.Line> line(Property property, List<String> values, String language) {
        return values.isEmpty() ? Stream.empty() : Stream.of(new Preview.Line(
                property.name().in(language), values.stream().limit(VALUES).toList(), values.size() > VALUES));
    }

    private Optional<Type> type(String id) {
        return id.isBlank() ? Optional.empty() : schema.type(id.strip());
    }

    private static Sort sort(String name) {
        return Stream.of(Sort.values()).filter(sort -> sort.path().equals(name)).findFirst()
                .orElseThrow(() -> new FirmamentException("There is nothing to suggest under " + name.toLowerCase(Locale.ROOT) + "; there are entity, type and property."));
    }
}
