package io.firmament.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.firmament.query.Row;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What leads to other data sets: all that the identifiers say, no more, and each no more surely than they say it. */
class ExternalLinksTest {

    private static final String PREFIXES = """
            PREFIX fm: <https://w3id.org/firmament/ontology#>
            PREFIX kind: <https://w3id.org/firmament/ontology/kind/>
            PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
            PREFIX schema: <https://schema.org/>
            """;
    private static final String SEE_ALSO = "http://www.w3.org/2000/01/rdf-schema#seeAlso";
    private static final String EXACT = "http://www.w3.org/2004/02/skos/core#exactMatch";
    private static final Pattern LINK = Pattern.compile("<a href=\"(https?:[^\"]*)\"([^>]*)>([^<]*)</a>");

    /** What the curators wrote, and nothing that was derived from it. */
    record Identifier(String entity, String scheme, String value, boolean verified, String reach, Row made) {

        /** The link that its scheme and its doubts allow; empty if it makes none. */
        String link() {
            return !reach.isEmpty() && made.iri("sure").isPresent() ? SEE_ALSO : made.iri(verified ? "sure" : "unsure").orElse("");
        }

        String address() {
            return made.term("prefix").isPresent() ? made.term("prefix").get().getLiteralLexicalForm() + value.replace(" ", "") : "";
        }
    }

    private static List<Identifier> identifiers;

    @BeforeAll
    static void read() {
        identifiers = Site.GRAPH.query(PREFIXES + """
                SELECT ?entity ?scheme ?value ?confidence ?reach ?prefix ?sure ?unsure WHERE {
                  ?entity schema:identifier ?identifier .
                  ?identifier schema:propertyID ?scheme ; schema:value ?value ; fm:confidence ?confidence .
                  OPTIONAL { ?identifier fm:reach ?reach }
                  OPTIONAL { ?scheme fm:iriPrefix ?prefix }
                  OPTIONAL { ?scheme fm:linkProperty ?sure ; fm:looseLinkProperty ?unsure }
                } ORDER BY ?entity ?scheme ?value""").rows().stream()
                .map(row -> new Identifier(row.iri("entity").orElseThrow(), row.label("scheme"), row.label("value"),
                        row.label("confidence").equals("verified"), row.label("reach"), row))
                .toList();
        assertTrue(identifiers.size() > 400);
        assertTrue(identifiers.stream().anyMatch(id -> !id.verified()) && identifiers.stream().anyMatch(id -> !id.reach().isEmpty()));
    }

    @Test
    void theLinksOfTheGraphAreThoseThatTheIdentifiersMake() {
        Set<String> expected = new TreeSet<>();
        identifiers.stream().filter(id -> !id.link().isEmpty()).forEach(id -> expected.add(id.entity() + " " + id.link() + " " + id.address()));
        // Identity is said in the terms of schema.org too.
        identifiers.stream().filter(id -> id.link().equals(EXACT)).forEach(id -> expected.add(id.entity() + " https://schema.org/sameAs " + id.address()));
        Set<String> found = new TreeSet<>();
        Site.GRAPH.query(PREFIXES + """
                SELECT ?s ?p ?o WHERE {
                  ?s a fm:Entity ; ?p ?o
                  FILTER ( ?p != rdf:type && isIRI(?o) && !STRSTARTS(STR(?o), "https://w3id.org/firmament/") )
                } ORDER BY ?s ?p ?o""").rows().forEach(row -> found.add(row.iri("s").orElseThrow() + " " + row.iri("p").orElseThrow() + " " + row.iri("o").orElseThrow()));
        assertEquals(expected, found);
    }

    @Test
    void whatIsLikelyOrOnlyNearIsNeverTheSame() {
        for (var id : identifiers) {
            if (!id.verified() || !id.reach().isEmpty()) {
                assertFalse(id.link().equals(EXACT) || id.link().equals("https://schema.org/url"), id::toString);
            }
        }
    }

    @Test
    void aPageShowsEachIdentifierAsALinkAndItsDoubtsInWords() {
        Map<String, Map<String, Identifier>> byEntity = new TreeMap<>();
        identifiers.forEach(id -> byEntity.computeIfAbsent(id.entity(), e -> new HashMap<>()).put(id.scheme() + " " + id.value(), id));
        byEntity.forEach((entity, ids) -> {
            var html = Site.html(Places.path(entity).orElseThrow() + "?lang=en").body();
            Set<String> shown = new HashSet<>();
            LINK.matcher(html).results().forEach(link -> {
                var text = link.group(3).replace("&amp;", "&").replace("&#39;", "'");
                var id = ids.get(text.replaceFirst(" \\([^()]*\\)$", ""));
                id = id == null ? ids.get(text) : id;
                assertTrue(id != null, entity + " has a link that no identifier makes: " + link.group());
                assertEquals(id.address(), link.group(1).replace("&amp;", "&").replace("&#39;", "'"), entity);
                assertTrue(link.group(2).contains("noopener"), link.group());
                var doubts = text.substring((id.scheme() + " " + id.value()).length());
                assertEquals(!id.verified(), doubts.contains("likely"), entity + ": " + text);
                assertEquals(!id.reach().isEmpty(), !id.reach().isEmpty() && doubts.contains(id.reach()), entity + ": " + text);
                assertEquals(id.verified() && id.reach().isEmpty(), doubts.isEmpty(), entity + ": " + text);
                shown.add(id.scheme() + " " + id.value());
            });
            for (var id : ids.values()) {
                var name = id.scheme() + " " + id.value();
                assertEquals(!id.address().isEmpty(), shown.contains(name), entity + " lacks a link, or has one too many: " + name);
                assertTrue(html.contains(name.replace("&", "&amp;").replace("'", "&#39;")), entity + " does not show " + name);
            }
        });
    }

    @Test
    void whereNothingIsKnownOutsideNothingLeadsOut() {
        var with = identifiers.stream().map(Identifier::entity).toList();
        Site.GRAPH.query(PREFIXES + "SELECT ?s WHERE { ?s a fm:Entity } ORDER BY ?s").rows().stream()
                .map(row -> row.iri("s").orElseThrow())
                .filter(entity -> !with.contains(entity))
                .limit(20)
                .forEach(entity -> assertFalse(LINK.matcher(Site.html(Places.path(entity).orElseThrow()).body()).find(), entity));
    }
}
