package io.firmament.serve;

import static io.firmament.reconcile.Version.V0_2;
import static io.firmament.reconcile.Version.V1_0;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.firmament.KnowledgeGraph;
import io.firmament.match.Benchmark;
import io.firmament.reconcile.Reconciliation;
import io.firmament.reconcile.Schemas;
import io.firmament.reconcile.Version;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The reconciliation service as its clients meet it; whatever is sent and comes back is held to the schemas. */
class ReconcilePageTest {

    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String JSON = "application/json";
    private static final String SERVICE = "/reconcile";
    private static final String DRAFT = "/reconcile/1.0";

    private static JsonNode valid(Version version, String schema, HttpResponse<String> answer) {
        assertEquals(200, answer.statusCode(), answer::body);
        assertEquals(JSON, Site.type(answer));
        assertEquals("*", answer.headers().firstValue("Access-Control-Allow-Origin").orElse(""));
        return Schemas.valid(version, schema, answer.body());
    }

    private static HttpResponse<String> queries(String batch, String... headers) {
        return Site.post(SERVICE, FORM, "queries=" + Site.encode(batch), headers);
    }

    private static JsonNode match(String batch, String... headers) {
        Schemas.valid(V0_2, "query-batch", batch);
        return valid(V0_2, "result-batch", queries(batch, headers));
    }

    private static JsonNode extend(String query) {
        Schemas.valid(V0_2, "extend-query", query);
        return valid(V0_2, "extend-response", Site.post(SERVICE, FORM, "extend=" + Site.encode(query)));
    }

    /** What the manifest says stands at an address of this server. */
    private static String path(String address) {
        assertTrue(address.startsWith(Site.HOME), address);
        return address.substring(Site.HOME.length() - 1);
    }

    // Sessions

    @Test
    void aSessionAsOpenRefineHasIt() {
        var manifest = valid(V0_2, "manifest", Site.get(SERVICE, "Accept", "application/json, text/javascript, */*; q=0.01"));
        assertEquals("https://w3id.org/firmament/id/", manifest.get("identifierSpace").asText());

        // It guesses the type from the first cells.
        var guess = match("{\"q0\":{\"query\":\"周暢\",\"limit\":3},\"q1\":{\"query\":\"Xiaochuan WANG\",\"limit\":3},\"q2\":{\"query\":\"杨植麟\",\"limit\":3}}");
        Map<String, Integer> types = new HashMap<>();
        guess.forEach(query -> query.get("result").forEach(candidate -> candidate.get("type").forEach(type -> types.merge(type.get("id").asText(), 1, Integer::sum))));
        assertEquals("Person", types.entrySet().stream().max(Map.Entry.comparingByValue()).orElseThrow().getKey(), types::toString);

        var properties = valid(V0_2, "suggest-property", Site.get(suggest(manifest, "property") + "?prefix=works&type=/type/property"));
        assertEquals("worksFor", properties.at("/result/0/id").asText());
        var matched = match("{\"q0\":{\"query\":\"周暢\",\"type\":\"Person\",\"type_strict\":\"should\",\"properties\":[{\"pid\":\"worksFor\",\"v\":\"字節跳動\"}]},"
                + "\"q1\":{\"query\":\"Zhang Nan\",\"type\":\"Person\",\"type_strict\":\"should\",\"properties\":[{\"pid\":\"worksFor\",\"v\":{\"id\":\"alibaba\",\"name\":\"Alibaba\"}}]}}");
        assertEquals("zhou-chang", matched.at("/q0/result/0/id").asText());
        assertTrue(matched.at("/q0/result/0/match").asBoolean());
        assertFalse(matched.at("/q1/result/0/match").asBoolean(), "a namesake elsewhere is left to a person");

        assertEquals(200, Site.html(path(manifest.at("/view/url").asText().replace("{{id}}", "zhou-chang"))).statusCode());
        var features = Site.html(SERVICE).body();
        matched.at("/q0/result/0/features").forEach(feature -> assertTrue(features.contains("id=\"" + feature.get("id").asText() + "\""), feature::toString));
        var preview = Site.get(path(manifest.at("/preview/url").asText().replace("{{id}}", "zhou-chang")));
        assertTrue(preview.body().contains("Zhou Chang") && preview.body().contains("周畅"), preview::body);

        var suggested = valid(V0_2, "suggest-entity", Site.get(suggest(manifest, "entity") + "?prefix=" + Site.encode("字节") + "&type=Organization"));
        assertEquals("bytedance", suggested.at("/result/0/id").asText());
        valid(V0_2, "suggest-type", Site.get(suggest(manifest, "type") + "?prefix=f"));
        for (var sort : Map.of("entity", "bytedance", "type", "firm", "property", "^makes").entrySet()) {
            var service = manifest.at("/suggest/" + sort.getKey());
            var flyout = valid(V0_2, "flyout", Site.get(path(service.get("flyout_service_url").asText())
                    + service.get("flyout_service_path").asText().replace("${id}", Site.encode(sort.getValue()))));
            assertEquals(sort.getValue(), flyout.get("id").asText());
        }

        var propose = manifest.at("/extend/propose_properties");
        var proposed = valid(V0_2, "proposal", Site.get(path(propose.get("service_url").asText()) + propose.get("service_path").asText() + "?type=Organization"));
        assertTrue(proposed.get("properties").findValuesAsText("id").containsAll(List.of("^investedIn", "makes", "wikidata", "articles")), proposed::toString);
        var extended = extend("{\"ids\":[\"zhipu-ai\",\"bytedance\"],\"properties\":[{\"id\":\"^investedIn\",\"settings\":{\"limit\":\"0\",\"language\":\"zh-Hans\"}},{\"id\":\"articles\"},{\"id\":\"lastTold\"}]}");
        assertTrue(extended.at("/rows/zhipu-ai/^investedIn").findValuesAsText("name").contains("腾讯"), extended::toString);
        assertEquals(0, extended.at("/rows/bytedance/^investedIn").size());
        assertTrue(extended.at("/rows/bytedance/articles/0/int").asInt() > 1);
    }

    private static String suggest(JsonNode manifest, String sort) {
        var service = manifest.at("/suggest/" + sort);
        return path(service.get("service_url").asText()) + service.get("service_path").asText();
    }

    @Test
    void aSessionInTheDraft() {
        var manifest = valid(V1_0, "manifest", Site.get(DRAFT, "Accept-Language", "zh-CN,zh;q=0.9"));
        assertEquals("zh-Hans", manifest.get("lang").asText());
        assertTrue(manifest.get("standardizedScore").asBoolean());
        var batch = "{\"queries\":[{\"type\":\"Organization\",\"limit\":2,\"lang\":\"zh-Hant\",\"conditions\":[{\"matchType\":\"name\",\"propertyValue\":\"字節跳動\"}]},"
                + "{\"conditions\":[{\"matchType\":\"name\",\"propertyValue\":\"nobody at all\"}]}]}";
        Schemas.valid(V1_0, "query-batch", batch);
        var answer = Site.post(DRAFT + "/match", JSON, batch, "Accept-Language", "zh");
        assertEquals("zh-Hans", answer.headers().firstValue("Content-Language").orElse(""));
        var results = valid(V1_0, "result-batch", answer).get("results");
        assertEquals("字节跳动", results.at("/0/candidates/0/name").asText());
        assertTrue(results.at("/0/candidates/0/description").asText().startsWith("ByteDance"));
        assertEquals(0, results.at("/1/candidates").size());

        valid(V1_0, "suggest-entity", Site.get(DRAFT + "/suggest/entity?prefix=moon&limit=1&offset=1"));
        valid(V1_0, "suggest-type", Site.get(DRAFT + "/suggest/type?prefix="));
        valid(V1_0, "suggest-property", Site.get(DRAFT + "/suggest/property?prefix="));
        assertEquals(200, Site.get(DRAFT + "/preview?id=bytedance").statusCode());
        valid(V1_0, "proposal", Site.get(DRAFT + "/extend/propose?type=Person&limit=4"));
        var query = "{\"ids\":[\"bytedance\",\"nobody\"],\"properties\":[{\"id\":\"makes\"},{\"id\":\"name\"}]}";
        Schemas.valid(V1_0, "extend-query", query);
        var rows = valid(V1_0, "extend-response", Site.post(DRAFT + "/extend", "application/json; charset=utf-8", query)).get("rows");
        assertEquals(List.of("bytedance", "nobody"), List.of(rows.at("/0/id").asText(), rows.at("/1/id").asText()));
        assertTrue(rows.at("/0/properties/0/values").size() > 3);
        assertEquals(0, rows.at("/1/properties/0/values").size());
    }

    @Test
    void theLanguageIsTheReadersOrStandsInTheAddress() {
        assertEquals("Moonshot AI", match("{\"q\":{\"query\":\"月之暗面\"}}").at("/q/result/0/name").asText());
        assertEquals("月之暗面", match("{\"q\":{\"query\":\"月之暗面\"}}", "Accept-Language", "zh-CN").at("/q/result/0/name").asText());
        var manifest = valid(V0_2, "manifest", Site.get(SERVICE + "?lang=zh"));
        for (var address : List.of("/preview/url", "/view/url", "/suggest/entity/service_path", "/extend/propose_properties/service_path")) {
            assertTrue(manifest.at(address).asText().contains("lang=zh"), address);
        }
        var posted = Site.post(SERVICE + "?lang=zh", FORM, "queries=" + Site.encode("{\"q\":{\"query\":\"Kimi\",\"type\":\"Product\"}}"));
        assertTrue(valid(V0_2, "result-batch", posted).at("/q/result/0/description").asText().endsWith("应用"));
    }

    // A thousand names

    /** The names of the benchmark, as many as one request takes, with what they mean. */
    private static Map<String, String> aThousand(ObjectNode batch) throws IOException {
        Map<String, String> expected = new HashMap<>();
        try (var files = Files.list(Path.of("src/test/resources/names"))) {
            for (var file : files.filter(f -> f.toString().endsWith(".csv")).sorted().toList()) {
                for (var outcome : Benchmark.run(file, Site.GRAPH.matcher()).outcomes()) {
                    if (batch.size() == Reconciliation.BATCH_SIZE) {
                        return expected;
                    }
                    var row = outcome.row();
                    var query = batch.putObject("q" + batch.size()).put("query", row.text());
                    if (!row.type().isEmpty()) {
                        query.put("type", row.type());
                    }
                    if (!row.context().isEmpty()) {
                        query.putArray("properties").addObject().put("pid", "worksFor").put("v", row.context());
                    }
                    expected.put("q" + (batch.size() - 1), outcome.given());
                }
            }
        }
        return expected;
    }

    @Test
    void aThousandNamesAreAnsweredInOneRequestAndOneMoreIsTooMany() throws IOException {
        var batch = new ObjectMapper().createObjectNode();
        var expected = aThousand(batch);
        assertEquals(Reconciliation.BATCH_SIZE, batch.size());
        var before = System.nanoTime();
        var results = match(batch.toString());
        System.out.printf("1,000 names took %.1f s%n", (System.nanoTime() - before) / 1e9);
        assertEquals(batch.size(), results.size());
        // What the matcher is sure of is matched, and nothing else.
        results.fields().forEachRemaining(result -> {
            var first = result.getValue().at("/result/0");
            var given = expected.get(result.getKey());
            assertEquals(!List.of("none", "unsure").contains(given), first.path("match").asBoolean(), () -> batch.get(result.getKey()) + " " + first);
            if (first.path("match").asBoolean()) {
                assertEquals(given, first.get("id").asText());
            }
        });
        batch.putObject("one-more").put("query", "Kimi");
        assertEquals(413, queries(batch.toString()).statusCode());
        var ids = IntStream.rangeClosed(0, Reconciliation.BATCH_SIZE).mapToObj(i -> "\"x" + i + "\"").toList();
        assertEquals(413, Site.post(SERVICE, FORM, "extend=" + Site.encode("{\"ids\":" + ids + ",\"properties\":[]}")).statusCode());
    }

    @Test
    void manyAskAtOnceAndGetTheSame() {
        var batch = "{\"q0\":{\"query\":\"周暢\"},\"q1\":{\"query\":\"Moonshot AI Inc.\",\"properties\":[{\"pid\":\"^worksFor\",\"v\":\"杨植麟\"}]}}";
        var one = queries(batch).body();
        assertEquals(List.of(one), IntStream.range(0, 24).parallel().mapToObj(i -> queries(batch).body()).distinct().toList());
    }

    @Test
    void aGraphBehindAnEndpointHasTheSameColumns() {
        var query = "{\"ids\":[\"zhipu-ai\",\"kimi\"],\"properties\":[{\"id\":\"^investedIn\"},{\"id\":\"website\"},{\"id\":\"articles\"},{\"id\":\"firstTold\"},{\"id\":\"name\"}]}";
        try (var remote = KnowledgeGraph.with().endpoint(Site.SPARQL).open()) {
            var there = remote.reconciliation();
            assertEquals(extend(query), Schemas.node(there.extend(V0_2, query, "en", Instant.MAX)));
            assertEquals(Site.get(SERVICE + "/properties?type=firm").body(), there.propose("firm", Optional.empty(), "en"));
            assertEquals(Site.GRAPH.reconciliation().preview("entity", "bytedance", "zh-Hans"), there.preview("entity", "bytedance", "zh-Hans"));
        }
    }

    // What is not as it should be

    private static void refused(int status, HttpResponse<String> answer) {
        assertEquals(status, answer.statusCode(), answer::body);
        assertEquals("text/plain", Site.type(answer));
        assertEquals(1, answer.body().lines().count(), answer::body);
        assertFalse(answer.body().matches("(?s).*(Exception|com\\.google|java\\.|\\tat ).*"), answer::body);
        assertEquals("*", answer.headers().firstValue("Access-Control-Allow-Origin").orElse(""));
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "", " ", "x", "[]", "1", "null", "\"q\"", "{", "{\"q7\":{\"query\":\"x\"}", "{\"q7\":{\"query\":\"x\"}} x", "{'q7':{'query':'x'}}", "{q7:{query:1}}",
        "{\"q7\":null}", "{\"q7\":[]}", "{\"q7\":\"Kimi\"}", "{\"q7\":{}}", "{\"q7\":{\"properties\":[]}}", "{\"q7\":{\"query\":7}}", "{\"q7\":{\"query\":null}}",
        "{\"q7\":{\"query\":[\"x\"]}}", "{\"q7\":{\"query\":\"x\",\"type\":7}}", "{\"q7\":{\"query\":\"x\",\"type\":[7]}}", "{\"q7\":{\"query\":\"x\",\"limit\":0}}",
        "{\"q7\":{\"query\":\"x\",\"limit\":-1}}", "{\"q7\":{\"query\":\"x\",\"limit\":1.5}}", "{\"q7\":{\"query\":\"x\",\"limit\":\"3\"}}",
        "{\"q7\":{\"query\":\"x\",\"limit\":NaN}}", "{\"q7\":{\"query\":\"x\",\"type_strict\":\"maybe\"}}", "{\"q7\":{\"query\":\"x\",\"colour\":1}}",
        "{\"q7\":{\"query\":\"x\",\"properties\":{}}}", "{\"q7\":{\"query\":\"x\",\"properties\":[1]}}", "{\"q7\":{\"query\":\"x\",\"properties\":[{\"v\":1}]}}",
        "{\"q7\":{\"query\":\"x\",\"properties\":[{\"pid\":\"worksFor\"}]}}", "{\"q7\":{\"query\":\"x\",\"properties\":[{\"pid\":7,\"v\":1}]}}",
        "{\"q7\":{\"query\":\"x\",\"properties\":[{\"pid\":\"worksFor\",\"v\":{}}]}}", "{\"q7\":{\"query\":\"x\",\"properties\":[{\"pid\":\"worksFor\",\"v\":[[1]]}]}}",
        "{\"q7\":{\"query\":\"x\",\"properties\":[{\"pid\":\"worksFor\",\"v\":null}]}}", "{\"ok\":{\"query\":\"Kimi\"},\"q7\":{\"query\":true}}"
    })
    void aMalformedBatchFailsTheSchemaAndIsRefusedWithItsPlace(String batch) {
        Schemas.invalid(V0_2, "query-batch", batch);
        var answer = queries(batch);
        refused(400, answer);
        if (batch.startsWith("{\"q7\":{\"") && batch.endsWith("}}") || batch.startsWith("{\"ok\"")) {
            assertTrue(answer.body().contains("q7") || answer.body().contains("JSON"), answer::body);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "", "x", "[]", "{}", "{\"queries\":{}}", "{\"queries\":[1]}", "{\"queries\":[{}]}", "{\"queries\":[{\"conditions\":[]}]}", "{\"queries\":[{\"query\":\"x\"}]}",
        "{\"queries\":[{\"conditions\":[{\"propertyValue\":\"x\"}]}]}", "{\"queries\":[{\"conditions\":[{\"matchType\":\"name\"}]}]}",
        "{\"queries\":[{\"conditions\":[{\"matchType\":\"smell\",\"propertyValue\":\"x\"}]}]}",
        "{\"queries\":[{\"conditions\":[{\"matchType\":\"property\",\"propertyValue\":\"x\"}]}]}",
        "{\"queries\":[{\"type\":[\"Person\"],\"conditions\":[{\"matchType\":\"name\",\"propertyValue\":\"x\"}]}]}",
        "{\"queries\":[{\"limit\":0,\"conditions\":[{\"matchType\":\"name\",\"propertyValue\":\"x\"}]}]}",
        "{\"queries\":[{\"dir\":\"up\",\"conditions\":[{\"matchType\":\"name\",\"propertyValue\":\"x\"}]}]}",
        "{\"queries\":[{\"conditions\":[{\"matchType\":\"name\",\"propertyValue\":\"x\",\"required\":\"yes\"}]}]}",
        "{\"queries\":[{\"conditions\":[{\"matchType\":\"property\",\"propertyId\":\"worksFor\",\"propertyValue\":\"x\",\"matchQuantifier\":\"most\"}]}]}"
    })
    void aMalformedBatchOfTheDraftIsRefused(String batch) {
        Schemas.invalid(V1_0, "query-batch", batch);
        refused(400, Site.post(DRAFT + "/match", JSON, batch));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "{}", "{\"ids\":[]}", "{\"properties\":[]}", "{\"ids\":\"x\",\"properties\":[]}", "{\"ids\":[1],\"properties\":[]}",
        "{\"ids\":[],\"properties\":[\"makes\"]}", "{\"ids\":[],\"properties\":[{}]}", "{\"ids\":[],\"properties\":[{\"id\":\"makes\",\"settings\":[]}]}"})
    void aMalformedExtensionIsRefused(String query) {
        Schemas.invalid(V0_2, "extend-query", query);
        refused(400, Site.post(SERVICE, FORM, "extend=" + Site.encode(query)));
        refused(400, Site.post(DRAFT + "/extend", JSON, query));
    }

    /** Well-formed, but of what there is not. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "{\"q7\":{\"query\":\"x\",\"type\":\"Planet\"}} | Query q7: There is no type \"Planet\"",
        "{\"q7\":{\"query\":\"x\",\"properties\":[{\"pid\":\"mood\",\"v\":\"x\"}]}} | Query q7, properties 1: There is no property \"mood\"",
        "{\"q\\ud800\":{\"query\":\"x\"}} | half of a character"
    })
    void whatThereIsNotIsSaid(String batch, String says) {
        Schemas.valid(V0_2, "query-batch", batch);
        var answer = queries(batch);
        refused(400, answer);
        assertTrue(answer.body().contains(says), answer::body);
    }

    @Test
    void noBatchIsTooDeepTooWideOrTooLong() {
        refused(400, queries("{\"q\":" + "[".repeat(100_000)));
        refused(400, queries("{\"q\":{\"query\":\"x\",\"properties\":[{\"pid\":\"worksFor\",\"v\":" + "[".repeat(5_000) + "]".repeat(5_000) + "}]}}"));
        refused(400, queries("{\"q\":[" + "[],".repeat(300_000) + "[]]}"));
        refused(400, queries("{\"q\":{\"query\":\"x\",\"type\":[" + "\"Person\",".repeat(50) + "\"Person\"]}}"));
        refused(400, queries("{\"q\":{\"query\":\"x\",\"properties\":[{\"pid\":\"worksFor\",\"v\":[" + "\"x\",".repeat(50) + "\"x\"]}]}}"));
        refused(413, Site.post(SERVICE, FORM, "queries=" + "x".repeat(Limits.BATCH_BYTES)));
        refused(413, Site.post("/export/csv", FORM, "x=" + "x".repeat(Limits.BODY_BYTES)));
        assertEquals("{}", queries("{}").body());
        assertEquals(40, match("{\"q\":{\"query\":\"x\",\"limit\":1e9}}").size() + 39, "a limit is no promise");
    }

    /** Valid batches with letters exchanged, dropped and doubled: whatever comes of it, it is answered or refused. */
    @Test
    void nothingThatIsSentIsAFaultOfOurs() {
        var random = new Random(5);
        var seeds = List.of(
                "{\"q0\":{\"query\":\"周畅\",\"type\":[\"Person\"],\"limit\":3,\"properties\":[{\"pid\":\"worksFor\",\"v\":[\"x\",{\"id\":\"bytedance\"}]}]}}",
                "{\"queries\":[{\"conditions\":[{\"matchType\":\"name\",\"propertyValue\":\"Kimi\"},{\"matchType\":\"property\",\"propertyId\":\"^makes\",\"propertyValue\":1,\"required\":true}]}]}",
                "{\"ids\":[\"bytedance\"],\"properties\":[{\"id\":\"makes\",\"settings\":{\"limit\":2,\"language\":\"en\"}}]}");
        for (var i = 0; i < 300; i++) {
            var text = new StringBuilder(seeds.get(i % 3));
            for (var changes = 1 + random.nextInt(3); changes > 0; changes--) {
                var at = random.nextInt(text.length());
                switch (random.nextInt(3)) {
                    case 0 -> text.setCharAt(at, "{}[]\",:1x\\\u0000\uD800e-".charAt(random.nextInt(14)));
                    case 1 -> text.deleteCharAt(at);
                    default -> text.insert(at, text.substring(at, Math.min(text.length(), at + 1 + random.nextInt(20))));
                }
            }
            var sent = text.toString();
            var answer = switch (i % 3) {
                case 0 -> queries(sent);
                case 1 -> Site.post(DRAFT + "/match", JSON, sent);
                default -> Site.post(SERVICE, FORM, "extend=" + Site.encode(sent));
            };
            if (answer.statusCode() == 200) {
                Schemas.valid(i % 3 == 1 ? V1_0 : V0_2, i % 3 == 2 ? "extend-response" : "result-batch", answer.body());
            } else {
                refused(400, answer);
            }
        }
    }

    // The door

    @Test
    void theDoorsTakeWhatTheySay() {
        refused(415, Site.post(SERVICE, JSON, "{\"q\":{\"query\":\"x\"}}"));
        refused(415, Site.post(SERVICE, "multipart/form-data; boundary=x", "--x--"));
        refused(415, Site.post(DRAFT + "/match", FORM, "queries=" + Site.encode("{}")));
        refused(400, Site.post(SERVICE, FORM, "x=1"));
        refused(400, Site.get(SERVICE + "?callback=steal"));
        refused(405, Site.post(SERVICE + "/suggest/entity", FORM, "prefix=x"));
        refused(405, Site.send("PUT", SERVICE, BodyPublishers.noBody()));
        refused(404, Site.get(SERVICE + "/nothing"));
        refused(404, Site.get(SERVICE + "/suggest/by/entity?prefix=x"));
        refused(404, Site.get(DRAFT + "/flyout/entity?id=kimi"));
        refused(404, Site.get(SERVICE + "/preview?id=nobody"));
        refused(400, Site.get(SERVICE + "/preview"));
        refused(400, Site.get(SERVICE + "/suggest/entity?prefix=x&cursor=many"));
        refused(400, Site.get(SERVICE + "/suggest/planet?prefix=x"));
        assertEquals(200, Site.get(SERVICE + "?queries=" + Site.encode("{\"q\":{\"query\":\"Kimi\"}}")).statusCode());
    }

    @ParameterizedTest
    @CsvSource({"/reconcile, true", "/reconcile/1.0/match, true", "/reconcile/1.0/extend, true", "/reconcile/suggest/entity, false", "/reconcile/preview, false"})
    void otherOriginsMayAsk(String path, boolean post) {
        var answer = Site.send("OPTIONS", path, BodyPublishers.noBody(), "Origin", "https://example.org", "Access-Control-Request-Method", "POST",
                "Access-Control-Request-Headers", "content-type");
        assertEquals(204, answer.statusCode());
        assertEquals("*", answer.headers().firstValue("Access-Control-Allow-Origin").orElse(""));
        assertEquals(post, answer.headers().firstValue("Access-Control-Allow-Methods").orElse("").contains("POST"));
        assertTrue(answer.headers().firstValue("Access-Control-Allow-Headers").orElse("").contains("Content-Type"));
    }

    @Test
    void onlyThePreviewMayBeFramedAndItCanDoNothing() {
        var preview = Site.get(SERVICE + "/preview?id=bytedance").headers().firstValue("Content-Security-Policy").orElse("");
        assertTrue(preview.contains("frame-ancestors *") && preview.contains("default-src 'none'") && preview.contains("form-action 'none'"), preview);
        for (var other : List.of(SERVICE, "/", "/id/bytedance", SERVICE + "/preview?id=nobody", SERVICE + "/flyout/entity?id=kimi")) {
            assertTrue(Site.html(other).headers().firstValue("Content-Security-Policy").orElse("").contains("frame-ancestors 'none'"), other);
        }
        assertFalse(Site.get(SERVICE + "/preview?id=bytedance").body().contains("<script"));
    }

    @Test
    void aBrowserGetsAPageWithTheAddressAndExamplesThatWork() {
        for (var language : List.of("en", "zh")) {
            var page = Site.html(SERVICE + "?lang=" + language);
            assertEquals("text/html", Site.type(page));
            assertTrue(page.body().contains(Site.HOME + "reconcile" + (language.equals("zh") ? "?lang=zh" : "") + "</code>"), page::body);
            var examples = new ArrayList<String>();
            Pattern.compile("(queries|extend)=(\\{.*?\\})&#39;", Pattern.DOTALL).matcher(page.body().replace("'</code>", "&#39;</code>"))
                    .results().forEach(m -> examples.add(m.group(1) + "=" + Site.encode(m.group(2))));
            assertEquals(2, examples.size(), page::body);
            assertTrue(match("{}").isEmpty());
            for (var example : examples) {
                var answer = Site.post(SERVICE, FORM, example);
                assertEquals(200, answer.statusCode(), answer::body);
                assertTrue(answer.body().contains("zhou-chang") || answer.body().contains("tencent"), answer::body);
            }
        }
        assertEquals(URI.create(Site.HOME).resolve("reconcile").toString(), Schemas.node(Site.get(SERVICE).body()).get("documentation").asText());
    }
}
