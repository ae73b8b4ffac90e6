package io.firmament.reconcile;

import io.firmament.match.Candidate;
import io.firmament.match.Feature;
import io.firmament.match.Matcher;
import io.firmament.match.Matching;
import io.firmament.match.Mention;
import io.firmament.match.Reason;
import io.firmament.query.Row;
import io.firmament.reconcile.Query.Condition;
import io.firmament.reconcile.Query.Quantifier;
import io.firmament.reconcile.Query.Strictness;
import io.firmament.reconcile.Query.Value;
import io.firmament.store.Store;
import io.firmament.store.View;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.query.QueryCancelledException;

/**
 * Finds whom a query means. The matcher compares the names and takes what stands in the columns beside them as context; an
 * identifier decides, unless the name speaks against it; other conditions are looked up, each in its property.
 */
final class Finder {

    private final Store store;
    private final Matcher matcher;
    private final Entities entities;
    private final Identifiers identifiers;
    private final Instant until;

    /**
     * @param until when to give up
     */
    Finder(Store store, Matcher matcher, Entities entities, Identifiers identifiers, Instant until) {
        this.store = store;
        this.matcher = matcher;
        this.entities = entities;
        this.identifiers = identifiers;
        this.until = until;
    }

    private void checkTime() {
        if (Instant.now().isAfter(until)) {
            throw new QueryCancelledException();
        }
    }

    /** Whom a name means, if there is time to find out. */
    private Stream<Candidate> matched(Mention mention) {
        checkTime();
        return matcher.match(mention).candidates().stream();
    }

    /**
     * Finds.
     *
     * @throws QueryCancelledException if the time is over
     */
    Matching find(Query query) {
        var context = query.conditions().stream()
                .filter(condition -> condition.helps() && condition.property().holds() == Property.Holds.ENTITIES)
                .flatMap(condition -> condition.values().stream())
                .map(this::iriOrText)
                .toList();
        Map<String, Candidate> found = new HashMap<>();
        for (var name : query.names()) {
            byName(name, query.types(), context).forEach(candidate -> found.merge(candidate.iri(), candidate, Finder::better));
        }
        for (var condition : query.conditions()) {
            if (condition.helps() && condition.property().holds() == Property.Holds.IDENTIFIERS) {
                byIdentifier(condition, query, found);
            }
        }
        if (query.names().isEmpty() && found.isEmpty()) {
            byCompany(query, found);
        }
        checked(query.conditions(), found);
        return Matching.of(found.values().stream().filter(candidate -> fits(candidate, query)).sorted(Candidate.BEST_FIRST).toList());
    }

    private static Candidate better(Candidate one, Candidate other) {
        return one.score() >= other.score() ? one : other;
    }

    private Stream<Candidate> byName(String name, Set<String> types, List<String> context) {
        var wanted = types.isEmpty() ? Stream.of(Optional.<String>empty()) : types.stream().map(Optional::of);
        var named = wanted.flatMap(type -> matched(new Mention(name, type, context)))
                .collect(Collectors.toMap(Candidate::iri, candidate -> candidate, Finder::better));
        // An id is no name, but whoever sends one means its entity.
        entities.byId(name).ifPresent(entity -> named.putIfAbsent(entity.iri(), candidate(entity.iri(), types, Feature.IDENTIFIER, name)));
        return named.values().stream();
    }

    private void byIdentifier(Condition condition, Query query, Map<String, Candidate> found) {
        var scheme = condition.property().id();
        var given = condition.values().stream().map(Value::text).collect(Collectors.joining(", "));
        var holders = condition.values().stream()
                .flatMap(value -> identifiers.holders(scheme, value.text()).stream())
                .collect(Collectors.toSet());
        found.replaceAll((iri, candidate) -> holders.contains(iri) ? with(candidate, Feature.IDENTIFIER, given)
                : !holders.isEmpty() ? with(candidate, Feature.IDENTIFIER_ELSEWHERE, given)
                : identifiers.knows(scheme, iri) ? with(candidate, Feature.IDENTIFIER_OTHER, given)
                : candidate);
        for (var holder : holders) {
            found.computeIfAbsent(holder, iri -> query.names().isEmpty()
                    ? candidate(iri, query.types(), Feature.IDENTIFIER, given)
                    : with(candidate(iri, query.types(), Feature.IDENTIFIER, given), Feature.NAME_DIFFERS, ""));
        }
    }

    /** Without a name: whoever the graph joins with what is given. A person decides. */
    private void byCompany(Query query, Map<String, Candidate> found) {
        for (var condition : query.conditions()) {
            if (condition.helps() && condition.property().holds() == Property.Holds.ENTITIES) {
                checkTime();
                var given = condition.values().stream().map(Value::text).collect(Collectors.joining(", "));
                var meant = condition.values().stream().flatMap(value -> meant(value).stream()).filter(iri -> entities.byId(iri).isPresent()).toList();
                store.read(view -> Values.holders(condition.property(), meant, view)).forEach(iri -> found.put(
                        iri, with(candidate(iri, query.types(), Feature.CONTEXT_FITS, given), Feature.NAME_MISSING, "")));
            }
        }
    }

    /** Looks up the conditions that must hold, or that the matcher cannot judge. */
    private void checked(List<Condition> conditions, Map<String, Candidate> found) {
        for (var condition : conditions) {
            if (found.isEmpty() || condition.helps() && !condition.required()) {
                continue;
            }
            checkTime();
            var met = store.read(view -> meeting(condition, found.keySet(), view));
            if (condition.required()) {
                found.keySet().retainAll(met);
            } else {
                var given = condition.property().name().english() + ": "
                        + condition.values().stream().map(Value::text).collect(Collectors.joining(", "));
                found.replaceAll((iri, candidate) -> with(candidate, met.contains(iri) ? Feature.CONTEXT_FITS : Feature.CONTEXT_OPEN, given));
            }
        }
    }

    private Set<String> meeting(Condition condition, Set<String> candidates, View view) {
        var held = Values.of(condition.property(), candidates, view);
        var wanted = condition.values().stream().map(this::meant).toList();
        return candidates.stream()
                .filter(iri -> {
                    var has = held.of(iri).stream().flatMap(Finder::forms).collect(Collectors.toSet());
                    return switch (condition.quantifier()) {
                        case ANY -> wanted.stream().anyMatch(forms -> forms.stream().anyMatch(has::contains));
                        case ALL -> wanted.stream().allMatch(forms -> forms.stream().anyMatch(has::contains));
                        case NONE -> wanted.stream().noneMatch(forms -> forms.stream().anyMatch(has::contains));
                    };
                })
                .collect(Collectors.toCollection(HashSet::new));
    }

    /** All that a value in a table may stand for: itself, and the entities of that name. */
    private Set<String> meant(Value value) {
        var known = entities.byId(value.id()).or(() -> entities.byId(value.text()));
        return known.isPresent()
                ? Set.of(known.get().iri())
                : Stream.concat(
                                Stream.of(folded(value.text())),
                                matched(Mention.of(value.text()))
                                        .filter(candidate -> candidate.score() >= Matching.SURE)
                                        .map(Candidate::iri))
                        .collect(Collectors.toSet());
    }

    /** All forms in which a value of ours may be written. */
    private static Stream<String> forms(Row row) {
        var iri = row.iri("value").stream();
        return Stream.concat(iri, Stream.of("en", "zh-Hans").map(language -> folded(row.label("value", language))));
    }

    private static String folded(String text) {
        return text.strip().toLowerCase(Locale.ROOT);
    }

    private String iriOrText(Value value) {
        return entities.byId(value.id()).map(Entities.Entity::iri).orElse(value.text());
    }

    private static boolean fits(Candidate candidate, Query query) {
        return query.types().isEmpty()
                || query.strictness() == Strictness.SHOULD
                || query.strictness() == Strictness.ANY && query.types().stream().anyMatch(candidate.types()::contains)
                || query.strictness() == Strictness.ALL && candidate.types().containsAll(query.types());
    }

    private Candidate candidate(String iri, Set<String> wanted, Feature feature, String detail) {
        var entity = entities.byId(iri).orElseThrow();
        var types = entity.types().stream().map(Type::iri).collect(Collectors.toSet());
        var candidate = new Candidate(
                iri, entity.name().english(), entity.name().chinese(), types, entity.name().english(), 1, List.of(new Reason(feature, detail)));
        return wanted.isEmpty() || wanted.stream().anyMatch(types::contains) ? candidate : with(candidate, Feature.OTHER_TYPE, "");
    }

    private static Candidate with(Candidate candidate, Feature feature, String detail) {
        return candidate.and(new Reason(feature, detail));
    }
}
