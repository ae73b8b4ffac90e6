package io.firmament;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.firmament.read.BatchReader;
import io.firmament.store.Store;
import io.firmament.vocab.FM;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.jena.query.QueryFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the ontology promises of itself, as ontology/STYLE.md says. */
class OntologyTest {

    /** Terms that no question, rule, lint or shape uses, each with the reason why it may stay. None today. */
    private static final Map<String, String> UNUSED = Map.of();

    /** Kinds of statement that draw no edge, each with its reason. */
    private static final Map<String, String> NOT_DRAWN = Map.ofEntries(
            Map.entry("figure", "it has a number and no object"),
            Map.entry("mention", "it has no object"),
            Map.entry("ranking", "it has a place as its number; the object, a group, is optional"),
            Map.entry("interview", "to talk about a post is not to have it"),
            Map.entry("non-compete", "it binds for a time that is seldom told"),
            Map.entry("capability", "what a product can do is told in words"),
            Map.entry("application", "what a product is aimed at is told in words"),
            Map.entry("charging", "it has a price and no second party"),
            Map.entry("price-move", "it has a price and no second party"),
            Map.entry("analogy", "that a source likens two is no tie between them"),
            Map.entry("task", "it is told in words"),
            Map.entry("strategy", "it is told in words"),
            Map.entry("programme-term", "it is told in words"),
            Map.entry("seeking", "who is sought is told in words"),
            Map.entry("job-offer", "an offered post is nobody's yet"),
            Map.entry("judgement", "opinions never become edges"),
            Map.entry("prediction", "forecasts never become edges"),
            Map.entry("plan", "plans never become edges"),
            Map.entry("denial", "denials never become edges"),
            Map.entry("circumstance", "it is told in words"));

    private static Store store;

    @BeforeAll
    static void load() {
        store = Store.inMemory();
        store.write(writer -> writer.add(Fixtures.ontology().graph()));
    }

    @AfterAll
    static void close() {
        store.close();
    }

    /** The local names, or texts, in the one column of a query. */
    private static Set<String> names(String query) {
        var parsed = QueryFactory.create("""
                PREFIX fm: <https://w3id.org/firmament/ontology#>
                PREFIX dcterms: <http://purl.org/dc/terms/>
                PREFIX owl: <http://www.w3.org/2002/07/owl#>
                PREFIX schema: <https://schema.org/>
                PREFIX sh: <http://www.w3.org/ns/shacl#>
                PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
                PREFIX vann: <http://purl.org/vocab/vann/>
                """ + query);
        var column = parsed.getResultVars().get(0);
        return store.read(view -> view.select(parsed).rows().stream()
                .map(row -> row.get(column))
                .map(node -> node.isURI() ? node.getURI().replaceFirst("^.*[/#](?=[^/#]+$)", "") : node.getLiteralLexicalForm())
                .collect(Collectors.toCollection(TreeSet::new)));
    }

    private static String sourceOf(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            var text = new StringBuilder();
            for (var file : files.filter(f -> f.toString().matches(".*\\.(rq|ru|ttl)")).toList()) {
                // A comment is no use.
                text.append(Files.readString(file).replaceAll("(?m)^\\s*#.*$", "")).append('\n');
            }
            return text.toString();
        }
    }

    @Test
    void theOntologyAloneGivesNoFindings() {
        assertEquals(List.of(), Fixtures.ontology().findings());
        assertEquals(List.of(), Fixtures.checker().report(new BatchReader().batch()).findings());
    }

    @Test
    void theHeadSaysVersionLicenceAndPrefix() {
        assertEquals(Set.of("0.1.0"), names("SELECT ?v WHERE { ?o a owl:Ontology ; owl:versionIRI ?v }"));
        assertEquals(Set.of("0.1.0"), names("SELECT ?v WHERE { ?o a owl:Ontology ; owl:versionInfo ?v }"));
        assertEquals(
                Set.of("https://creativecommons.org/licenses/by/4.0/"),
                names("SELECT ( STR(?l) AS ?s ) WHERE { ?o a owl:Ontology ; dcterms:license ?l }"));
        assertEquals(Set.of("fm"), names("SELECT ?p WHERE { ?o a owl:Ontology ; vann:preferredNamespacePrefix ?p }"));
        assertEquals(Set.of(FM.NS), names("SELECT ?p WHERE { ?o a owl:Ontology ; vann:preferredNamespaceUri ?p }"));
        assertEquals(Set.of("en", "zh-Hans"), names("SELECT ( LANG(?t) AS ?l ) WHERE { ?o a owl:Ontology ; dcterms:title ?t }"));
    }

    @Test
    void everyPrefixThatTheShapesUseInQueriesIsDeclared() throws IOException {
        var declared = names("SELECT ?prefix WHERE { ?o sh:declare/sh:prefix ?prefix }");
        var used = new TreeSet<String>();
        var queries = Pattern.compile("(?s)\"\"\"(.*?)\"\"\"").matcher(sourceOf(Fixtures.ONTOLOGY.resolve("shapes")));
        while (queries.find()) {
            var text = queries.group(1).replaceAll("\"[^\"]*\"", "");
            Pattern.compile("([a-z]+):[A-Za-z]").matcher(text).results().forEach(m -> used.add(m.group(1)));
        }
        assertTrue(used.size() > 3, used::toString);
        assertTrue(declared.containsAll(used), () -> used + " are used, declared are " + declared);
    }

    @Test
    void everyTermIsUsedByAQuestionARuleALintOrAShape() throws IOException {
        var source = sourceOf(Path.of("queries")) + sourceOf(Fixtures.ONTOLOGY.resolve("rules"))
                + sourceOf(Fixtures.ONTOLOGY.resolve("lints")) + sourceOf(Fixtures.ONTOLOGY.resolve("shapes"));
        var terms = names("SELECT ?t WHERE { VALUES ?c { owl:Class owl:ObjectProperty owl:DatatypeProperty } ?t a ?c }");
        assertTrue(terms.size() > 50, terms::toString);
        // Questions such as near-entity and proof-of-edge ask for whatever the edge cards draw.
        assertTrue(source.contains("fm:edgeProperty ?"), "a question asks for all edges");
        terms.removeAll(names("SELECT ?edge WHERE { ?card fm:edgeProperty ?edge }"));

        var unused = terms.stream()
                .filter(term -> !Pattern.compile("\\bfm:" + term + "\\b").matcher(source).find())
                .collect(Collectors.toCollection(TreeSet::new));

        assertEquals(new TreeSet<>(UNUSED.keySet()), unused);
    }

    @Test
    void everyKindOfStatementIsDrawnOrSaysWhyNot() {
        // A theme gathers kinds and stands at the top.
        var notDrawn = names("""
                SELECT ?kind WHERE {
                  ?kind a fm:StatementKind FILTER NOT EXISTS { ?kind fm:edgeCard ?card }
                  FILTER ( EXISTS { ?kind skos:broader ?theme } || NOT EXISTS { ?narrower skos:broader ?kind } )
                }""");
        assertEquals(new TreeSet<>(NOT_DRAWN.keySet()), notDrawn);
    }

    @Test
    void everyEdgePropertySaysWhatItMayJoin() {
        assertEquals(Set.of(), names("""
                SELECT ?edge WHERE {
                  ?card fm:edgeProperty ?edge
                  FILTER ( NOT EXISTS { ?edge schema:domainIncludes ?d } || NOT EXISTS { ?edge schema:rangeIncludes ?r } )
                }"""));
    }

    @Test
    void everyDirectEdgeIsDrawnByACard() {
        assertEquals(
                names("SELECT ?edge WHERE { ?edge schema:domainIncludes ?d }"),
                names("SELECT ?edge WHERE { ?card fm:edgeProperty ?edge }"));
    }

    @Test
    void kindsOfAThemeAreReachedFromIt() {
        assertEquals(
                Set.of("hires", "investments", "competition", "products", "structure", "talent", "law", "voices", "figure", "mention"),
                names("SELECT ?top WHERE { ?top a fm:StatementKind FILTER NOT EXISTS { ?top skos:broader ?above } }"));
    }

    @Test
    void everyCertaintySaysWhetherItAsserts() {
        assertEquals(Set.of(), names("""
                SELECT ?c WHERE {
                  ?c skos:inScheme <https://w3id.org/firmament/ontology/kind/certainties> FILTER NOT EXISTS { ?c fm:asserts ?a }
                }"""));
    }
}
