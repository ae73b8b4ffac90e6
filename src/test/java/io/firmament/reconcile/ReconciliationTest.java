package io.firmament.reconcile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.firmament.FirmamentException;
import io.firmament.Fixtures;
import io.firmament.link.Names;
import io.firmament.match.Matcher;
import io.firmament.store.Store;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.apache.jena.query.QueryCancelledException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Queries, conditions and columns, over a small world of our own; each request and answer is held to its schema. */
class ReconciliationTest {

    private static final String HOSTILE = "\u202EEvil <script>alert('x')</script> \"quoted\" 😀";

    private static Store store;
    private static Reconciliation service;

    @BeforeAll
    static void open(@TempDir Path folder) {
        store = Fixtures.derived(folder, """
                ex:kim-a a fm:Person ; rdfs:label "Kim Park"@en , "朴金"@zh-Hans .
                ex:kim-b a fm:Person ; rdfs:label "Kim Park"@en , "朴今"@zh-Hans .
                ex:kim-joins a fm:Statement ; fm:kind kind:joining ; fm:subject ex:kim-b ; fm:object ex:acme ; fm:date "2024-03" ;
                    fm:role kind:head ; %s .
                ex:hostile a fm:Product ; fm:kind kind:app ; rdfs:label "%s"@en , "恶意"@zh-Hans .
                ex:acme schema:identifier ex:acme-site , ex:acme-perhaps , ex:acme-near .
                ex:acme-site a schema:PropertyValue ; schema:propertyID kind:website ; schema:value "www.acme.example" ;
                    fm:confidence kind:verified ; dcterms:source "a test" .
                ex:acme-perhaps a schema:PropertyValue ; schema:propertyID kind:wikidata ; schema:value "Q1" ;
                    fm:confidence kind:likely ; dcterms:source "a test" .
                ex:acme-near a schema:PropertyValue ; schema:propertyID kind:github ; schema:value "acme-group" ;
                    fm:confidence kind:verified ; fm:reach kind:wider ; dcterms:source "a test" .
                """.formatted(Fixtures.evidence(38, 105, "stated"), HOSTILE.replace("\"", "\\\"")));
        var names = store.read(Names::from);
        var matcher = store.read(Matcher::from);
        service = new Reconciliation(store, () -> names, () -> matcher);
    }

    @AfterAll
    static void close() {
        store.close();
    }

    private static JsonNode match(Version version, String batch) {
        Schemas.valid(version, "query-batch", batch);
        return Schemas.valid(version, "result-batch", service.match(version, batch, "en", Instant.now().plusSeconds(60)));
    }

    /** The candidates of one query, as {@code id score match}. */
    private static List<String> found(String query) {
        return shown(match(Version.V0_2, "{\"q\": " + query + "}").at("/q/result"));
    }

    private static List<String> drafted(String query) {
        return shown(match(Version.V1_0, "{\"queries\": [" + query + "]}").at("/results/0/candidates"));
    }

    private static List<String> shown(JsonNode candidates) {
        var shown = new ArrayList<String>();
        candidates.forEach(each -> shown.add(each.get("id").asText().replace(Fixtures.EX, "") + " " + each.get("score") + " " + each.get("match")));
        return shown;
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        // A name, and what is known beside it.
        "{\"query\": \"Ann Lee\"} | [ann 100.0 true]",
        "{\"query\": \"李安\", \"type\": \"Person\"} | [ann 100.0 true]",
        "{\"query\": \"Acme Robotics Inc.\", \"type\": [\"Organization\"], \"limit\": 1} | [acme 94.0 true]",
        "{\"query\": \"Nobody Atall\"} | []",
        "{\"query\": \"  \"} | []",
        // Never over a tie; the context decides, whichever way it is written.
        "{\"query\": \"Kim Park\"} | [kim-a 100.0 false, kim-b 100.0 false]",
        "{\"query\": \"Kim Park\", \"properties\": [{\"pid\": \"worksFor\", \"v\": \"Acme\"}]} | [kim-b 100.0 true, kim-a 80.0 false]",
        "{\"query\": \"Kim Park\", \"properties\": [{\"pid\": \"worksFor\", \"v\": {\"id\": \"https://example.org/acme\"}}]} | [kim-b 100.0 true, kim-a 80.0 false]",
        "{\"query\": \"Kim Park\", \"properties\": [{\"pid\": \"worksFor\", \"v\": [\"Nowhere\", {\"id\": \"x\", \"name\": \"艾可美\"}]}]} | [kim-a 80.0 false, kim-b 80.0 false]",
        // Types.
        "{\"query\": \"Ann Lee\", \"type\": \"Organization\"} | [ann 40.0 false]",
        "{\"query\": \"Ann Lee\", \"type\": \"Organization\", \"type_strict\": \"any\"} | []",
        "{\"query\": \"Ann Lee\", \"type\": [\"Organization\", \"Person\"], \"type_strict\": \"any\"} | [ann 100.0 true]",
        "{\"query\": \"Acme\", \"type\": [\"Organization\", \"firm\"], \"type_strict\": \"all\", \"limit\": 1} | [acme 98.0 true]",
        "{\"query\": \"Ann Lee\", \"type\": \"Entity\"} | [ann 100.0 true]",
        // An identifier decides, unless the name speaks against it; one that is only likely, or names another thing, says nothing.
        "{\"properties\": [{\"pid\": \"website\", \"v\": \"https://acme.example/\"}]} | [acme 100.0 true]",
        "{\"query\": \"Acme\", \"properties\": [{\"pid\": \"website\", \"v\": \"ACME.example\"}], \"limit\": 1} | [acme 100.0 true]",
        "{\"query\": \"Beta Works\", \"properties\": [{\"pid\": \"website\", \"v\": \"acme.example\"}]} | [acme 78.0 false, beta 60.0 false]",
        "{\"query\": \"Acme Robotics\", \"properties\": [{\"pid\": \"website\", \"v\": \"acme.org\"}], \"limit\": 1} | [acme 80.0 false]",
        "{\"properties\": [{\"pid\": \"wikidata\", \"v\": \"Q1\"}, {\"pid\": \"github\", \"v\": \"acme-group\"}]} | []",
        // An IRI means its entity; without a name, what the graph joins is shown and left to a person.
        "{\"query\": \"https://example.org/walker\"} | [walker 100.0 true]",
        "{\"properties\": [{\"pid\": \"^makes\", \"v\": \"Acme Robotics\"}]} | [walker 78.0 false]"
    })
    void aQueryFinds(String query, String expected) {
        assertEquals(expected, found(query).toString());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "\"worksFor\", \"propertyValue\": \"Acme Robotics\", \"required\": true | [kim-b 100.0 true]",
        "\"worksFor\", \"propertyValue\": [\"Acme Robotics\", \"Beta Works\"], \"matchQuantifier\": \"all\", \"required\": true | []",
        "\"worksFor\", \"propertyValue\": \"Acme Robotics\", \"matchQuantifier\": \"none\", \"required\": true | [kim-a 100.0 true]",
        "\"worksFor\", \"propertyValue\": \"Acme Robotics\", \"matchQuantifier\": \"none\" | [kim-a 100.0 true, kim-b 80.0 false]",
        "\"name\", \"propertyValue\": \"朴今\" | [kim-b 100.0 true, kim-a 80.0 false]",
        "\"articles\", \"propertyValue\": 1, \"required\": true | [kim-b 100.0 true]"
    })
    void theDraftsConditionsChoose(String condition, String expected) {
        var name = "{\"matchType\": \"name\", \"propertyValue\": \"Kim Park\"}";
        assertEquals(expected, drafted("{\"conditions\": [" + name + ", {\"matchType\": \"property\", \"propertyId\": " + condition + "}]}").toString());
    }

    @Test
    void severalNamesAreAlternatives() {
        assertEquals("[ann 100.0 true]", drafted(
                "{\"type\": \"Person\", \"conditions\": [{\"matchType\": \"name\", \"propertyValue\": [\"Nobody Atall\", \"Ann Lee\"]}]}").toString());
    }

    @Test
    void theFeaturesMakeTheScoreAndAreSaidInBothLanguages() {
        var batch = "{\"q\": {\"query\": \"Kim Park\", \"properties\": [{\"pid\": \"worksFor\", \"v\": \"Nowhere\"}, {\"pid\": \"kind\", \"v\": \"firm\"}]}}";
        var candidate = match(Version.V0_2, batch).at("/q/result/0");
        var product = StreamSupport.stream(candidate.get("features").spliterator(), false).mapToDouble(f -> f.get("value").asDouble()).reduce(1, (a, b) -> a * b);
        assertEquals(candidate.get("score").asDouble(), Math.min(100, 100 * product), 0.05);
        assertEquals("[\"label\",\"context-open\"]", ids(candidate.get("features")));
        var chinese = Schemas.node(service.match(Version.V0_2, batch, "zh-Hans", Instant.now().plusSeconds(60))).at("/q/result/0");
        assertEquals("朴金", chinese.get("name").asText());
        assertEquals("Kim Park · 人物", chinese.get("description").asText());
        assertTrue(chinese.at("/features/0/name").asText().startsWith("名称一致"));
    }

    private static String ids(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false).map(each -> each.get("id").toString()).toList().toString().replace(", ", ",");
    }

    @ParameterizedTest
    @ValueSource(strings = {"<script>", "\\ud800", "\\u0000", "\\u202E", "😀", "'; DROP", "a\\u0301\\u0301\\u0301", "{{id}}", "%00", "\\\\", "𠮷野家"})
    void whatStandsInACellSpoilsNothing(String cell) {
        var batch = "{\"bad\": {\"query\": \"" + cell + "\", \"properties\": [{\"pid\": \"worksFor\", \"v\": \"" + cell + "\"}]}, \"good\": {\"query\": \"Ann Lee\"}}";
        var answer = match(Version.V0_2, batch);
        assertFalse(answer.at("/bad/result").isMissingNode());
        assertTrue(answer.at("/good/result/0/match").asBoolean());
    }

    @Test
    void aVeryLongCellMeansNothing() {
        assertEquals("[]", found("{\"query\": \"" + "字节".repeat(20_000) + "\"}").toString());
    }

    @Test
    void hostileLabelsComeAsTheyAre() {
        var suggested = Schemas.valid(Version.V0_2, "suggest-entity", service.suggest("entity", "恶意", "", 0, Optional.empty(), "en"));
        assertEquals(HOSTILE, suggested.at("/result/0/name").asText());
    }

    @Test
    void suggestionsBeginWithTheTextAndGoOn() {
        for (var version : Version.values()) {
            for (var sort : List.of("entity", "type", "property")) {
                for (var prefix : List.of("", "a", "P", "worksFor", "人物", "http://x")) {
                    Schemas.valid(version, "suggest-" + sort, service.suggest(sort, prefix, "", 0, Optional.of(5), "zh-Hans"));
                }
            }
        }
        var all = Schemas.node(service.suggest("entity", "", "Organization", 0, Optional.empty(), "en")).get("result");
        var rest = Schemas.node(service.suggest("entity", "", "Organization", 1, Optional.of(1), "en")).get("result");
        assertEquals(1, rest.size());
        assertEquals(all.get(1), rest.get(0));
        assertTrue(Schemas.node(service.suggest("entity", "a", "", Integer.MAX_VALUE, Optional.empty(), "en")).get("result").isEmpty());
        assertEquals("Person", Schemas.node(service.suggest("type", "pers", "", 0, Optional.empty(), "en")).at("/result/0/id").asText());
        assertEquals("^makes", Schemas.node(service.suggest("property", "made by", "", 0, Optional.empty(), "en")).at("/result/0/id").asText());
        assertEquals(Fixtures.EX + "walker", Schemas.node(service.suggest("entity", Fixtures.EX + "walker", "", 0, Optional.empty(), "en")).at("/result/0/id").asText());
    }

    private static JsonNode extended(Version version, String query, String language) {
        Schemas.valid(version, "extend-query", query);
        return Schemas.valid(version, "extend-response", service.extend(version, query, language, Instant.MAX));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "makes | [{\"id\":\"https://example.org/walker\",\"name\":\"Walker\",\"description\":\"行者 · device\"}]",
        "^makes | []",
        "website | [{\"str\":\"www.acme.example\"}]",
        "wikidata | []",
        "github | []",
        "articles | [{\"int\":1}]",
        "firstTold | [{\"date\":\"2024-04-01T00:00:00Z\"}]",
        "kind | [{\"str\":\"firm\"}]",
        "name | [{\"str\":\"Acme Robotics\"},{\"str\":\"艾可美机器人\"}]"
    })
    void aColumnHolds(String property, String cells) {
        var rows = extended(Version.V0_2, "{\"ids\": [\"%sacme\", \"nobody\"], \"properties\": [{\"id\": \"%s\"}]}".formatted(Fixtures.EX, property), "en").get("rows");
        assertEquals(cells, rows.get(Fixtures.EX + "acme").get(property).toString());
        assertEquals("[]", rows.get("nobody").get(property).toString());
    }

    @Test
    void settingsChooseHowManyAndInWhichLanguage() {
        var query = "{\"ids\": [\"https://example.org/acme\"], \"properties\": [{\"id\": \"name\", \"settings\": {\"language\": \"zh-Hans\"}},"
                + " {\"id\": \"^worksFor\", \"settings\": {\"limit\": \"1\", \"language\": \"zh-Hans\"}}]}";
        var row = extended(Version.V1_0, query, "en").at("/rows/0/properties");
        assertEquals("[{\"str\":\"艾可美机器人\",\"lang\":\"zh-Hans\"}]", row.at("/0/values").toString());
        assertEquals(1, row.at("/1/values").size());
        assertEquals("李安", row.at("/1/values/0/name").asText());
    }

    @Test
    void theManifestsAreWhatTheirVersionsSay() {
        for (var version : Version.values()) {
            for (var language : List.of("en", "zh-Hans")) {
                var manifest = Schemas.valid(version, "manifest", service.manifest(version, "https://example.org", "lang=zh", language));
                assertEquals(Reconciliation.BATCH_SIZE, manifest.get("batchSize").asInt());
            }
            Schemas.valid(version, "proposal", service.propose("Organization", Optional.of(3), "en"));
        }
    }

    @Test
    void whatProposesIsWhatIsUsed() {
        var proposed = ids(Schemas.node(service.propose("device", Optional.empty(), "en")).get("properties"));
        assertTrue(proposed.startsWith("[\"^makes\""), proposed);
        assertFalse(proposed.contains("worksFor"), proposed);
    }

    @Test
    void thereIsAnEndToTheTime() {
        assertThrows(QueryCancelledException.class, () -> service.match(Version.V0_2, "{\"q\": {\"query\": \"Ann Lee\"}}", "en", Instant.now().minusSeconds(1)));
        assertThrows(QueryCancelledException.class, () -> service.match(Version.V0_2,
                "{\"q\": {\"properties\": [{\"pid\": \"worksFor\", \"v\": {\"id\": \"http://example.org/acme\", \"name\": \"Acme\"}}]}}", "en", Instant.now().minusSeconds(1)));
        assertThrows(QueryCancelledException.class, () -> service.extend(
                Version.V0_2, "{\"ids\": [], \"properties\": [{\"id\": \"name\"}]}", "en", Instant.now().minusSeconds(1)));
    }

    @Test
    void whatThereIsNotIsRefused() {
        for (var refused : List.<Executable>of(
                () -> service.suggest("planet", "", "", 0, Optional.empty(), "en"),
                () -> service.propose("Planet", Optional.empty(), "en"),
                () -> service.extend(Version.V0_2, "{\"ids\": [\"x\"], \"properties\": [{\"id\": \"mood\"}]}", "en", Instant.MAX),
                () -> service.extend(Version.V0_2, "{\"ids\": [\"x\"], \"properties\": [{\"id\": \"name\", \"settings\": {\"colour\": 1}}]}", "en", Instant.MAX),
                () -> service.extend(Version.V0_2, "{\"ids\": [\"x\"], \"properties\": [{\"id\": \"name\", \"settings\": {\"limit\": \"many\"}}]}", "en", Instant.MAX))) {
            assertThrows(FirmamentException.class, refused);
        }
    }
}
