package io.firmament.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.firmament.query.Answer;
import io.firmament.query.Question;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFLanguages;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.ResultSetMgr;
import org.apache.jena.riot.resultset.ResultSetLang;
import org.apache.jena.sparql.exec.RowSet;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the data set, the endpoint, the questions and the pages say of themselves is true, and is where others look for it. */
class DescriptionsTest {

    private static final String PREFIXES = """
            PREFIX dcat: <http://www.w3.org/ns/dcat#>
            PREFIX owl: <http://www.w3.org/2002/07/owl#>
            PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
            PREFIX schema: <https://schema.org/>
            PREFIX sd: <http://www.w3.org/ns/sparql-service-description#>
            PREFIX sh: <http://www.w3.org/ns/shacl#>
            PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
            PREFIX void: <http://rdfs.org/ns/void#>
            PREFIX void-ext: <http://ldf.fi/void-ext#>
            PREFIX fm: <https://w3id.org/firmament/ontology#>
            PREFIX : <https://w3id.org/firmament/>
            """;
    /** Of the graph without its description and without the catalogue. */
    private static final String COUNTED =
            " FILTER ( !STRSTARTS(STR(?s), STR(:dataset)) && !STRSTARTS(STR(?s), 'https://w3id.org/firmament/query/') ) ";

    /** Rows as a client gets them from the endpoint: the values of each, joined. */
    private static Set<String> ask(String query) {
        var rows = rows(query);
        var lines = new TreeSet<String>();
        rows.forEachRemaining(row -> lines.add(rows.getResultVars().stream()
                .map(v -> row.get(v) == null ? "" : row.get(v).isURI() ? row.get(v).getURI() : row.get(v).getLiteralLexicalForm())
                .collect(Collectors.joining(" "))));
        return lines;
    }

    private static RowSet rows(String query) {
        var answer = Site.query(query, "Accept", "application/sparql-results+json");
        assertEquals(200, answer.statusCode(), answer.body());
        var bytes = new ByteArrayInputStream(answer.body().getBytes(StandardCharsets.UTF_8));
        return RowSet.adapt(ResultSetMgr.read(bytes, ResultSetLang.RS_JSON)).materialize();
    }

    private static void same(String said, String counted) {
        assertEquals(ask(PREFIXES + counted), ask(PREFIXES + said));
    }

    @Test
    void theDataSetSaysHowMuchThereIs() {
        assertEquals(1, ask(PREFIXES + "SELECT ?n { :dataset void:triples ?n FILTER ( ?n > 30000 ) }").size());
        same("SELECT ?n ?s ?p ?o { :dataset void:triples ?n ; void:distinctSubjects ?s ; void:properties ?p ; void:distinctObjects ?o }",
                "SELECT (COUNT(*) AS ?n) (COUNT(DISTINCT ?s) AS ?ss) (COUNT(DISTINCT ?p) AS ?ps) (COUNT(DISTINCT ?o) AS ?os) { ?s ?p ?o" + COUNTED + "}");
        same("SELECT ?n { :dataset void:classes ?n }", "SELECT (COUNT(DISTINCT ?c) AS ?n) { ?s a ?c" + COUNTED + "}");
        same("SELECT ?n { :dataset void:entities ?n }", "SELECT (COUNT(DISTINCT ?s) AS ?n) { ?s a fm:Entity }");
    }

    @Test
    void andHowMuchOfEachPropertyAndClass() {
        same("SELECT ?p ?n { :dataset void:propertyPartition ?part . ?part void:property ?p ; void:triples ?n }",
                "SELECT ?p (COUNT(*) AS ?n) { ?s ?p ?o" + COUNTED + "} GROUP BY ?p");
        same("SELECT ?c ?n { :dataset void:classPartition ?part . ?part void:class ?c ; void:entities ?n }",
                "SELECT ?c (COUNT(DISTINCT ?s) AS ?n) { ?s a ?c" + COUNTED + "} GROUP BY ?c");
    }

    /** Class by class: all of them at once would take longer than the endpoint gives. */
    @TestFactory
    Stream<DynamicTest> andWhatTheThingsOfAClassHave() {
        return ask(PREFIXES + "SELECT DISTINCT ?c { ?c a owl:Class . ?s a ?c }").stream().map(type -> DynamicTest.dynamicTest(type, () -> {
            var part = "?a void:class <" + type + "> ; void:propertyPartition ?b . ?b void:property ?p ; ";
            same("SELECT ?p ?n { " + part + "void:triples ?n }", "SELECT ?p (COUNT(*) AS ?n) { ?s a <" + type + "> ; ?p ?o } GROUP BY ?p");
            same("SELECT ?p ?d ?n { " + part + "void:classPartition ?e . ?e void:class ?d ; void:triples ?n }",
                    "SELECT ?p ?d (COUNT(*) AS ?n) { ?s a <" + type + "> ; ?p ?o . ?o a ?d FILTER EXISTS { ?d a owl:Class } } GROUP BY ?p ?d");
            same("SELECT ?p ?d ?n { " + part + "void-ext:datatypePartition ?e . ?e void-ext:datatype ?d ; void:triples ?n }",
                    "SELECT ?p ?d (COUNT(*) AS ?n) { ?s a <" + type + "> ; ?p ?o FILTER ( isLiteral(?o) ) BIND ( DATATYPE(?o) AS ?d ) } GROUP BY ?p ?d");
        }));
    }

    @Test
    void andWhatLeadsToOtherDataSets() {
        same("SELECT ?space ?p ?n { ?l a void:Linkset ; void:linkPredicate ?p ; void:triples ?n ; void:objectsTarget/void:uriSpace ?space }",
                """
                SELECT ?space ?p (COUNT(*) AS ?n) {
                  ?scheme fm:iriPrefix ?space ; fm:linkProperty skos:exactMatch FILTER ( ?space != "" )
                  VALUES ?p { skos:exactMatch skos:closeMatch rdfs:seeAlso }
                  ?s a fm:Entity ; ?p ?o FILTER ( STRSTARTS(STR(?o), ?space) )
                } GROUP BY ?space ?p""");
    }

    /** The queries that https://github.com/sib-swiss/sparql-editor sends to an endpoint that it gets to know. */
    @Test
    void theEditorsOfOthersFindOurQuestions() {
        var found = ask("""
                PREFIX sh: <http://www.w3.org/ns/shacl#>
                PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
                SELECT DISTINCT ?sq ?comment ?query
                WHERE {
                  ?sq a sh:SPARQLExecutable ;
                    rdfs:comment ?comment ;
                    sh:select|sh:ask|sh:construct|sh:describe ?query .
                } ORDER BY ?sq""");
        for (var question : questions()) {
            assertEquals(2, found.stream().filter(line -> line.startsWith("https://w3id.org/firmament/query/" + question.name() + " ")).count(), question.name());
        }
        assertEquals(2 * questions().size(), found.size());
    }

    @Test
    void andOurPrefixes() {
        var found = ask("""
                PREFIX sh: <http://www.w3.org/ns/shacl#>
                SELECT DISTINCT ?prefix ?namespace
                WHERE { [] sh:namespace ?namespace ; sh:prefix ?prefix}
                ORDER BY ?prefix""");
        assertTrue(found.contains("fm https://w3id.org/firmament/ontology#"), found::toString);
        assertTrue(found.contains("id https://w3id.org/firmament/id/"), found::toString);
    }

    @Test
    void andWhichClassHasWhichProperties() {
        var found = ask("""
                PREFIX void: <http://rdfs.org/ns/void#>
                PREFIX void-ext: <http://ldf.fi/void-ext#>
                SELECT DISTINCT ?subjectClass ?prop ?objectClass ?objectDatatype
                WHERE {
                  {
                    ?cp void:class ?subjectClass ;
                        void:propertyPartition ?pp .
                    ?pp void:property ?prop .
                    OPTIONAL {
                        {
                            ?pp  void:classPartition [ void:class ?objectClass ] .
                        } UNION {
                            ?pp void-ext:datatypePartition [ void-ext:datatype ?objectDatatype ] .
                        }
                    }
                  } UNION {
                    ?ls void:subjectsTarget [ void:class ?subjectClass ] ;
                        void:linkPredicate ?prop ;
                        void:objectsTarget [ void:class ?objectClass ] .
                  }
                }""");
        var fm = "https://w3id.org/firmament/ontology#";
        assertTrue(found.contains(fm + "Person " + fm + "worksFor " + fm + "Organization "), "a class and where its property leads");
        assertTrue(found.contains(fm + "Article " + fm + "length  http://www.w3.org/2001/XMLSchema#integer"), "a class and what values");
    }

    private static List<Question> questions() {
        return Site.GRAPH.catalogue().questions().stream().filter(question -> question.method() == Question.Method.QUERY).toList();
    }

    @TestFactory
    Stream<DynamicTest> eachQuestionRunsAsItStandsInTheGraph() {
        Map<String, String> queries = new TreeMap<>();
        var rows = rows(PREFIXES + """
                SELECT ?sq ?query { ?sq sh:select ?query
                  FILTER NOT EXISTS { ?sq <https://purl.expasy.org/sparql-examples/ontology#federatesWith> ?other } }""");
        rows.forEachRemaining(row -> queries.put(row.get("sq").getURI(), row.get("query").getLiteralLexicalForm()));
        return queries.entrySet().stream().map(each -> DynamicTest.dynamicTest(each.getKey(), () -> assertTrue(rows(each.getValue()).hasNext())));
    }

    private static Graph description(String path, String type) {
        var answer = type.isEmpty() ? Site.get(path) : Site.get(path, "Accept", type);
        assertEquals(200, answer.statusCode(), answer.body());
        assertEquals(type.isEmpty() || type.equals("*/*") ? "text/turtle" : type, Site.type(answer));
        return RDFParser.fromString(answer.body(), type.isEmpty() || type.equals("*/*") ? Lang.TURTLE : RDFLanguages.contentTypeToLang(type)).toGraph();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "*/*", "text/turtle", "application/n-triples", "application/ld+json", "application/rdf+xml"})
    void theEndpointDescribesItselfInEverySyntax(String type) {
        assertTrue(description("/sparql", type).isIsomorphicWith(description("/sparql", "application/n-triples")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/turtle", "application/n-triples", "application/ld+json", "application/rdf+xml"})
    void soDoTheDataSetAndAQuestion(String type) {
        for (var path : List.of("/dataset", "/query/investors-of-firm")) {
            assertTrue(description(path, type).isIsomorphicWith(description(path, "application/n-triples")), path);
        }
    }

    @Test
    void browsersGetThePageOfTheEndpoint() {
        assertEquals("text/html", Site.type(Site.html("/sparql")));
    }

    @ParameterizedTest
    @CsvSource({"text/turtle, dataset.ttl", "*/*, dataset.ttl", "application/ld+json, dataset.jsonld", "'text/html,*/*;q=0.8', dataset"})
    void whoKnowsTheHostOnlyIsSentToTheDescription(String accept, String place) {
        var moved = Site.get("/.well-known/void", "Accept", accept);
        assertEquals(303, moved.statusCode());
        assertEquals(Site.HOME + place, moved.headers().firstValue("Location").orElseThrow());
        assertEquals(200, Site.get("/" + place, "Accept", accept).statusCode());
    }

    @Test
    void whoTakesNoTriplesIsToldSo() {
        assertEquals(406, Site.get("/sparql", "Accept", "image/png").statusCode());
        assertEquals(406, Site.get("/.well-known/void", "Accept", "text/csv").statusCode());
    }

    @ParameterizedTest
    @CsvSource({
        "SPARQL_Results_JSON, application/sparql-results+json, SELECT", "SPARQL_Results_XML, application/sparql-results+xml, SELECT",
        "SPARQL_Results_CSV, text/csv, SELECT", "SPARQL_Results_TSV, text/tab-separated-values, SELECT",
        "Turtle, text/turtle, CONSTRUCT", "N-Triples, application/n-triples, CONSTRUCT",
        "JSON-LD, application/ld+json, CONSTRUCT", "RDF_XML, application/rdf+xml, CONSTRUCT"})
    void eachFormatThatTheEndpointNamesIsOne(String format, String type, String form) {
        assertTrue(ask(PREFIXES + "SELECT ?f { ?s sd:resultFormat ?f }").contains("http://www.w3.org/ns/formats/" + format));
        assertEquals(8, ask(PREFIXES + "SELECT ?f { ?s sd:resultFormat ?f }").size(), "no other is named");
        var query = form.equals("SELECT") ? "SELECT * { ?s ?p ?o } LIMIT 1" : "CONSTRUCT WHERE { ?s ?p ?o } LIMIT 1";
        assertEquals(type, Site.type(Site.query(query, "Accept", type)));
    }

    /** Of a file a part does, which is there at once. */
    private static String small(String path) {
        return path.matches("/export/.+") ? path + "?node=bytedance" : path;
    }

    /** In the graph, places stand under the published base; in documents, where this server is reached. */
    @Test
    void placesAreThoseOfThisServer() {
        var graph = description("/dataset", "text/turtle");
        var places = new TreeSet<String>();
        for (var property : List.of("http://www.w3.org/ns/dcat#downloadURL", "http://www.w3.org/ns/dcat#accessURL", "http://www.w3.org/ns/dcat#endpointURL",
                "http://www.w3.org/ns/dcat#landingPage", "http://rdfs.org/ns/void#dataDump", "http://rdfs.org/ns/void#sparqlEndpoint",
                "http://www.w3.org/ns/sparql-service-description#endpoint")) {
            var found = graph.stream(Node.ANY, NodeFactory.createURI(property), Node.ANY).map(t -> t.getObject().getURI()).toList();
            assertFalse(found.isEmpty(), property);
            places.addAll(found);
        }
        for (var place : places) {
            assertTrue(place.startsWith(Site.HOME), place);
            assertEquals(200, Site.get(small("/" + place.substring(Site.HOME.length()))).statusCode(), place);
        }
        assertFalse(ask(PREFIXES + "SELECT ?u { ?d dcat:downloadURL ?u }").stream().anyMatch(u -> u.startsWith(Site.HOME)));
    }

    @Test
    void filesAreOfTheTypeThatIsSaid() {
        var rows = rows(PREFIXES + "SELECT ?u ?type { ?d dcat:downloadURL ?u . OPTIONAL { ?d dcat:packageFormat ?zip } OPTIONAL { ?d dcat:mediaType ?media } BIND ( COALESCE(?zip, ?media) AS ?type ) }");
        assertTrue(rows.hasNext());
        rows.forEachRemaining(row -> {
            if (row.get("type") != null) {
                var type = Site.type(Site.get(small("/" + row.get("u").getURI().substring("https://w3id.org/firmament/".length()))));
                assertEquals(row.get("type").getURI().replaceFirst(".*/media-types/", ""), type, row.get("u").getURI());
            }
        });
    }

    @ParameterizedTest
    @CsvSource({"en, 'Firmament: a knowledge graph', Licence, Organization", "zh, 企业、人物、产品与交易的知识图谱, 许可, 组织"})
    void theDataSetHasAPage(String language, String title, String licence, String kind) {
        var html = Site.html("/dataset?lang=" + language).body();
        for (var part : List.of(title, licence, kind, "https://creativecommons.org/licenses/by/4.0/", "/export/", Site.HOME + "sparql",
                "/dataset.ttl")) {
            assertTrue(html.contains(part), part);
        }
        assertTrue(Site.html("/?lang=" + language).body().contains("href=\"/dataset?lang=" + language + "\""));
    }

    private static JsonObject structured(String path) {
        var block = Pattern.compile("<script type=\"application/ld\\+json\">(.*?)</script>", Pattern.DOTALL).matcher(Site.html(path).body());
        assertTrue(block.find(), path);
        var json = JSON.parse(block.group(1));
        assertFalse(block.find(), "one block is enough");
        return json;
    }

    /** What https://developers.google.com/search/docs/appearance/structured-data/dataset requires and recommends. */
    @ParameterizedTest
    @ValueSource(strings = {"/", "/dataset?lang=en", "/dataset?lang=zh"})
    void thePagesTellSearchEnginesOfTheDataSet(String path) {
        var json = structured(path);
        assertEquals("https://schema.org/", json.getString("@context"));
        assertEquals("Dataset", json.getString("@type"));
        var length = json.getString("description").length();
        assertTrue(length >= 50 && length <= 5000, "a description of " + length);
        assertEquals("https://creativecommons.org/licenses/by/4.0/", json.getString("license"));
        assertEquals("The Firmament team", json.getObj("creator").getString("name"));
        assertEquals("2023-05-01/2024-12-31", json.getString("temporalCoverage"));
        assertTrue(json.keys().containsAll(Set.of("name", "url", "version", "keywords", "spatialCoverage", "isAccessibleForFree")), json.keys()::toString);
        assertEquals(8, json.get("distribution").getAsArray().size());
        json.getArray("distribution").forEach(each -> {
            var file = each.getAsObject();
            assertTrue(file.getString("contentUrl").startsWith(Site.HOME + "export/"), file::toString);
            assertFalse(file.getString("encodingFormat").isEmpty());
        });
    }

    private static Set<String> texts(JsonObject json, String key) {
        return json.getArray(key).map(each -> each.getAsString().value()).collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void thePageOfAnEntityTellsOfIt() {
        var json = structured("/id/bytedance?lang=en");
        assertEquals("Organization", json.getString("@type"));
        assertEquals("https://w3id.org/firmament/id/bytedance", json.getString("@id"));
        assertEquals(Site.HOME + "id/bytedance", json.getString("url"));
        assertEquals("ByteDance", json.getString("name"));
        assertTrue(texts(json, "alternateName").contains("字节跳动"));
        assertEquals(ask(PREFIXES + "SELECT ?o { <https://w3id.org/firmament/id/bytedance> skos:exactMatch ?o }"), texts(json, "sameAs"));
    }

    @Test
    void whatIsOnlyLikelyIsNotTheSame() {
        var only = Site.GRAPH.read(view -> Answer.of(view.select(QueryFactory.create(PREFIXES + """
                SELECT ?x { ?x a fm:Entity ; skos:closeMatch ?o FILTER NOT EXISTS { ?x skos:exactMatch ?same } } ORDER BY ?x LIMIT 1""")), view)).rows().get(0);
        assertFalse(structured(only.iri("x").orElseThrow().substring("https://w3id.org/firmament".length())).hasKey("sameAs"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"</script><script>alert(1)</script>", "<!--<script>", "\"}]\\\n\u2028", "&lt;/script&gt;", "\u202e\uD83D\uDE00"})
    void noTextEndsTheBlock(String hostile) {
        var json = new JsonObject();
        json.put("name", hostile);
        var block = StructuredData.inPage(json);
        assertFalse(Pattern.compile("[<>&]").matcher(block).find(), block);
        assertEquals(hostile, JSON.parse(block).getString("name"));
    }
}
