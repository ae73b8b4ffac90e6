package io.firmament.reconcile;

import io.firmament.store.View;
import io.firmament.vocab.Prefixes;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Whose an identifier is, where that is verified and it names the entity itself. Immutable. */
final class Identifiers {

    private static final String IDENTIFIERS = """
            SELECT ?entity ?scheme ?value ?address WHERE {
              ?entity schema:identifier ?identifier .
              ?identifier schema:propertyID ?scheme ; schema:value ?value ; fm:confidence kind:verified .
              FILTER NOT EXISTS { ?identifier fm:reach ?reach }
              OPTIONAL { ?identifier schema:url ?address }
            }""";

    /** By scheme and identifier. */
    private final Map<String, Set<String>> holders = new HashMap<>();
    /** By scheme. */
    private final Map<String, Set<String>> known = new HashMap<>();

    private Identifiers() {}

    static Identifiers from(View view) {
        var identifiers = new Identifiers();
        Sparql.ask(view, IDENTIFIERS).forEach(row -> {
            var entity = row.iri("entity").orElseThrow();
            var scheme = Prefixes.localName(row.iri("scheme").orElseThrow());
            identifiers.known.computeIfAbsent(scheme, s -> new HashSet<>()).add(entity);
            identifiers.holders.computeIfAbsent(key(scheme, row.label("value")), k -> new HashSet<>()).add(entity);
            row.iri("address").ifPresent(
                    address -> identifiers.holders.computeIfAbsent(key(scheme, address), k -> new HashSet<>()).add(entity));
        });
        return identifiers;
    }

    /** People write addresses with and without their beginning, codes with and without spaces, and in either case. */
    private static String key(String scheme, String value) {
        return scheme + " " + value.strip().toLowerCase(Locale.ROOT)
                .replaceAll("\\s+", "").replaceFirst("^[a-z]+://", "").replaceFirst("^www\\.", "").replaceFirst("/+$", "");
    }

    /** The entities that have an identifier. */
    Set<String> holders(String scheme, String value) {
        return holders.getOrDefault(key(scheme, value), Set.of());
    }

    /** Whether an identifier of this scheme is known of an entity. */
    boolean knows(String scheme, String entity) {
        return known.getOrDefault(scheme, Set.of()).contains(entity);
    }
}
