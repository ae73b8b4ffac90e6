package io.firmament;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.atlas.json.JsonValue;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * <a href="https://comunica.dev">Comunica</a>, a SPARQL engine in JavaScript, asks our questions: of the endpoint, of the
 * exported file, together with a table of somebody else's, and by following links from one document to the next.
 */
class ComunicaIT {

    private static final Client COMUNICA = Client.node("ask.js");
    private static final String ENDPOINT = Client.HOME + "/sparql";

    /** Of many forms: aggregates, optional parts, paths, choices, negation, inner queries, values, languages, days. */
    private static final List<String> QUESTIONS = List.of(
            "investors-of-firm", "career", "corroborated", "edges-from", "competitors-of-firm", "firms-by-talent-gained",
            "moves-between", "introduction-of-entity", "true-on-day", "price-moves", "group-members-differ", "identifiers-of-entity");

    /** What Comunica answers alone, without an engine behind it, in seconds. */
    private static final List<String> OF_THE_FILE = List.of("co-investors", "edge-cards", "accepted-gaps");

    private static final String PREFIXES = """
            PREFIX fm: <https://w3id.org/firmament/ontology#>
            PREFIX id: <https://w3id.org/firmament/id/>
            PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
            PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
            """;

    /**
     * Each begins at an entity, and takes what three documents say. Each goes by edges that are rare: whoever follows
     * links reads all that a part of the query matches.
     */
    private static final Map<String, String> OF_LINKS = Map.of(
            "kai-fu-lee", PREFIXES + """
                    SELECT DISTINCT ?firm ?investor ?elsewhere WHERE {
                      id:kai-fu-lee fm:founded ?firm . ?investor fm:investedIn ?firm ; skos:exactMatch ?elsewhere
                    }""",
            "bing", PREFIXES + """
                    SELECT DISTINCT ?base ?maker ?elsewhere WHERE {
                      id:bing fm:buildsOn ?base . ?maker fm:makes ?base ; skos:exactMatch ?elsewhere
                    }""");

    /** What it answered: rows of values by the name of the query, and which documents it has read. */
    private record Answers(Map<String, List<List<String>>> rows, Map<String, List<String>> columns, List<String> asked) {

        String csv(String query, List<String> columns) {
            var at = columns.stream().map(this.columns.get(query)::indexOf).toList();
            return Goldens.csv(columns, rows.get(query).stream().map(row -> at.stream().map(row::get).toList()));
        }
    }

    private static Answers ask(String sources, Map<String, String> queries, boolean follow) {
        var told = new JsonObject();
        told.put("sources", JSON.parseAny(sources));
        told.put("follow", follow);
        told.put("published", Client.PUBLISHED);
        told.put("home", Client.HOME);
        var texts = new JsonObject();
        queries.forEach(texts::put);
        told.put("queries", texts);
        var answer = JSON.parse(COMUNICA.run(told.toString()));
        var answers = answer.getObj("answers");
        return new Answers(
                of(queries, name -> values(answers.getObj(name).get("rows")).map(ComunicaIT::texts).toList()),
                of(queries, name -> texts(answers.getObj(name).get("columns"))),
                texts(answer.get("asked")));
    }

    private static <T> Map<String, T> of(Map<String, String> queries, Function<String, T> part) {
        return queries.keySet().stream().collect(Collectors.toMap(Function.identity(), part));
    }

    private static Stream<JsonValue> values(JsonValue array) {
        return Iter.asStream(array.getAsArray().iterator());
    }

    private static List<String> texts(JsonValue array) {
        return values(array).map(text -> text.isNull() ? "" : text.getAsString().value()).toList();
    }

    private static String source(String address) {
        return "[\"" + address + "\"]";
    }

    private static Map<String, String> queries(List<String> questions) {
        return questions.stream().collect(Collectors.toMap(Function.identity(), name ->
                Client.GRAPH.queryOf(name, Examples.of(Client.GRAPH.catalogue().get(name))).toString()));
    }

    /** One program asks them all; none if it is not here. */
    private static Stream<DynamicTest> each(
            List<String> questions, String source, BiConsumer<String, String> goldenAndAnswer) {
        var answers = new ArrayList<Answers>();
        return questions.stream().map(name -> DynamicTest.dynamicTest(name, () -> {
            COMUNICA.orSkip();
            if (answers.isEmpty()) {
                answers.add(ask(source(source), queries(questions), false));
            }
            var golden = Files.readString(Path.of("src/test/resources/golden", name + ".csv"));
            var columns = List.of(golden.lines().findFirst().orElseThrow().split(","));
            goldenAndAnswer.accept(golden, answers.get(0).csv(name, columns));
        }));
    }

    @TestFactory
    Stream<DynamicTest> theEndpointAnswersItsQuestions() {
        return each(QUESTIONS, ENDPOINT, (golden, answer) -> assertEquals(golden, answer));
    }

    @TestFactory
    Stream<DynamicTest> itsOwnEngineAnswersThemFromTheExportedFile() {
        // SPARQL 1.1 leaves open in which order texts of a language stand.
        return each(OF_THE_FILE, Client.HOME + "/export/nquads", (golden, answer) -> assertEquals(sorted(golden), sorted(answer)));
    }

    private static List<String> sorted(String csv) {
        return csv.lines().sorted().toList();
    }

    @Test
    void aTableOfSomebodyElsesIsJoinedWithTheEndpoint() {
        COMUNICA.orSkip();
        var table = """
                { "type": "serialized", "mediaType": "text/turtle", "baseIRI": "http://example.org/", "value":
                  "<#1> <#holds> <https://w3id.org/firmament/id/zhipu-ai> . <#2> <#holds> <https://w3id.org/firmament/id/minimax> ." }""";
        var query = PREFIXES + """
                SELECT ?row ?investor WHERE {
                  ?row <http://example.org/#holds> ?firm . ?investor fm:investedIn ?firm
                }""";
        var answers = ask("[{\"type\":\"sparql\",\"value\":\"" + ENDPOINT + "\"}," + table + "]", Map.of("held", query), false);
        var expected = new TreeSet<String>();
        Map.of("1", "zhipu-ai", "2", "minimax").forEach((row, firm) -> Client.GRAPH.ask("investors-of-firm", Map.of("firm", firm))
                .forEach(answer -> expected.add("http://example.org/#" + row + "," + answer.iri("investor").orElseThrow())));
        assertTrue(expected.size() > 3);
        assertEquals(expected, new TreeSet<>(answers.csv("held", List.of("row", "investor")).lines().skip(1).toList()));
    }

    @TestFactory
    Stream<DynamicTest> linksLeadFromOneDocumentToTheNext() {
        return OF_LINKS.keySet().stream().sorted().map(seed -> DynamicTest.dynamicTest(seed, () -> {
            COMUNICA.orSkip();
            var query = Map.of(seed, OF_LINKS.get(seed));
            var followed = ask(source(Client.PUBLISHED + "/id/" + seed), query, true);
            var asked = ask(source(ENDPOINT), query, false);
            var columns = asked.columns().get(seed);
            assertFalse(asked.rows().get(seed).isEmpty());
            assertEquals(sorted(asked.csv(seed, columns)), sorted(followed.csv(seed, columns)));
            assertTrue(followed.asked().size() >= 3, followed.asked()::toString);
            var alone = ask(source(Client.HOME + "/id/" + seed), query, false);
            assertEquals(List.of(), alone.rows().get(seed), "the first document says all of it");
        }));
    }
}
