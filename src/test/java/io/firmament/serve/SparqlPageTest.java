package io.firmament.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.firmament.query.Question;
import java.util.HashMap;
import java.util.Map;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The page for queries without JavaScript, and what its editor asks the server. */
class SparqlPageTest {

    private static final String PREFIXES = """
            PREFIX fm: <https://w3id.org/firmament/ontology#>
            PREFIX id: <https://w3id.org/firmament/id/>
            PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
            """;

    private static String page(String query) {
        var answer = Site.html("/sparql?query=" + Site.encode(PREFIXES + query));
        assertEquals(200, answer.statusCode(), answer.body());
        return answer.body();
    }

    private static JsonObject why(String query, String language) {
        var answer = Site.get("/why?lang=" + language + "&query=" + Site.encode(PREFIXES + query));
        assertEquals(200, answer.statusCode(), answer.body());
        return JSON.parse(answer.body());
    }

    private static String unescaped(String html) {
        return html.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&#39;", "'").replace("&amp;", "&");
    }

    @Test
    void aPageWithoutRowsSaysWhyAndOffersWhatIsMeant() {
        var html = page("SELECT * { ?x fm:foundedBy id:bytedanse }");
        assertTrue(html.contains("Nothing matches <code>?x fm:foundedBy id:bytedanse</code>"), html);
        assertTrue(html.contains("<code>fm:founded</code>") && html.contains("<code>id:bytedance</code>"), html);
        assertTrue(unescaped(html).contains("href=\"/sparql?query=" + Visit.encode(PREFIXES + "SELECT * { ?x fm:founded id:bytedanse }")), html);
        assertTrue(Site.html("/sparql?lang=zh&query=" + Site.encode(PREFIXES + "SELECT * { ?x fm:foundedBy ?y }")).body().contains("没有任何匹配"));
    }

    @Test
    void aTermInSeveralPlacesIsReplacedAndLongerOnesAreNot() {
        var wrong = new Advice.Unknown("https://w3id.org/firmament/ontology#date2", java.util.List.of());
        var right = new Advice.Near("https://w3id.org/firmament/ontology#date", "date", "", "");
        assertEquals("fm:date fm:date21 xfm:date2 (fm:date)", Advice.replaced("fm:date2 fm:date21 xfm:date2 (fm:date2)", wrong, right));
    }

    @Test
    void triplesAndAYesOrNoAreRowsToo() {
        assertTrue(page("ASK { }").contains(">yes<"));
        assertTrue(page("ASK { ?x fm:foundedBy ?y }").contains(">false<"));
        assertTrue(page("DESCRIBE id:bytedance").contains("href=\"/id/identifier/bytedance-wikidata\""));
        var none = page("CONSTRUCT { ?x a ?y } WHERE { ?x fm:foundedBy ?y }");
        assertTrue(none.contains("Nothing matches"), none);
    }

    @Test
    void whatThingsAreCalledStandsBesideThem() {
        var query = "SELECT ?x WHERE { VALUES ?x { id:bytedance } }";
        assertTrue(page(query).contains("<a href=\"/id/bytedance\">id:bytedance</a> <span class=\"called\">ByteDance</span>"), page(query));
        assertTrue(Site.html("/sparql?lang=zh&query=" + Site.encode(PREFIXES + query)).body().contains("<span class=\"called\">字节跳动</span>"));
    }

    @Test
    void everyQuestionThatAQueryAnswersIsAnExampleThatWorks() {
        var list = Site.html("/sparql").body();
        for (var question : Site.GRAPH.catalogue().questions()) {
            var isExample = question.method() == Question.Method.QUERY && question.services().isEmpty();
            assertEquals(isExample, list.contains("question=" + question.name() + "\""), question.name());
            if (isExample) {
                Map<String, String> examples = new HashMap<>();
                question.toFillIn().forEach(parameter -> examples.put(parameter.name(), parameter.example()));
                var html = Site.html("/sparql?question=" + question.name()).body();
                var text = unescaped(html.replaceFirst("(?s).*<textarea[^>]*>", "").replaceFirst("(?s)</textarea>.*", ""));
                assertTrue(text.startsWith("# " + question.summary()), text);
                assertEquals(Site.GRAPH.ask(question.name(), examples).rows().size(), Site.GRAPH.query(text).rows().size(), question.name());
            }
        }
    }

    @Test
    void anExampleIsInTheReadersLanguageAndAnUnknownOneIsNotFound() {
        var html = Site.html("/sparql?question=career&lang=zh").body();
        assertTrue(html.contains("# " + Site.GRAPH.catalogue().get("career").summaryZh()), html);
        assertEquals(404, Site.html("/sparql?question=no-such-question").statusCode());
        assertEquals(400, Site.get("/sparql?question=career").statusCode());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '!', value = {
        "SELECT * { ?x fm:foundedBy ?y } ! ALONE", "SELECT * { id:bytedance fm:worksFor ?y } ! REVERSED",
        "SELECT * { ?x rdfs:label \"ByteDance\" } ! LITERAL", "SELECT * { ?x fm:worksFor ?f } LIMIT 0 ! SLICE"
    })
    void theEditorLearnsWhyInBothLanguages(String query, String fault) {
        for (var language : Language.values()) {
            var reason = why(query, language.code).get("reasons").getAsArray().get(0).getAsObject();
            assertEquals(fault, reason.getString("fault"));
            assertFalse(reason.getString("says").startsWith("why"), reason.toString());
            assertFalse(reason.getString("part").isEmpty());
            assertEquals(reason.getString("other").isEmpty(), reason.getString("then").isEmpty());
        }
    }

    @Test
    void everyFaultHasItsWords() {
        for (var fault : io.firmament.query.Reason.Fault.values()) {
            for (var language : Language.values()) {
                assertTrue(Words.in(language).all().containsKey("why" + fault), fault + " " + language);
            }
        }
    }

    @Test
    void whatDoesNotExistIsToldFromWhatDoes() {
        var iris = "fm:worksFor fm:worksAt id:bytedance id:bytedanse kind:joining article:bytedance-catches-up"
                .replace("fm:", "https://w3id.org/firmament/ontology#").replace("id:", "https://w3id.org/firmament/id/")
                .replace("kind:", "https://w3id.org/firmament/ontology/kind/").replace("article:", "https://w3id.org/firmament/id/article/");
        var path = "/terms/unknown?iri=https://example.org/not-ours";
        for (var iri : iris.split(" ")) {
            path += "&iri=" + Site.encode(iri);
        }
        var unknown = JSON.parseAny(Site.get(path).body()).getAsArray();
        assertEquals(2, unknown.size(), unknown.toString());
        assertEquals("fm:worksAt", unknown.get(0).getAsObject().getString("short"));
        assertEquals("fm:worksFor", unknown.get(0).getAsObject().get("near").getAsArray().get(0).getAsObject().getString("short"));
        assertEquals("id:bytedance", unknown.get(1).getAsObject().get("near").getAsArray().get(0).getAsObject().getString("short"));
    }

    @Test
    void allTermsComeAtOnceAndMayBeKept() {
        var answer = Site.get("/terms");
        assertTrue(answer.headers().firstValue("Cache-Control").orElse("").contains("max-age"));
        var terms = JSON.parse(answer.body());
        assertEquals("https://w3id.org/firmament/ontology#", terms.getObj("prefixes").getString("fm"));
        assertTrue(terms.get("terms").getAsArray().stream().map(term -> term.getAsObject())
                .anyMatch(term -> term.getString("short").equals("fm:worksFor") && term.getString("type").equals("ObjectProperty")
                        && !term.getString("labelZh").isEmpty() && !term.getString("definition").isEmpty()));
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "/why", "/why?query=SELECT", "/why?query=SELECT%20*%20%7B%20SERVICE%20%3Chttp://127.0.0.1:1/x%3E%20%7B%20?s%20?p%20?o%20%7D%20%7D",
        "/why?query=SELECT%20*%20%7B%20FILTER%20(%20%3Cjava:java.lang.System%3E()%20)%20%7D"
    })
    void whatIsNotAskedIsNotExplainedEither(String path) {
        assertEquals(400, Site.get(path).statusCode());
    }

    @Test
    void aLongQueryIsExplainedByPost() {
        var query = PREFIXES + "SELECT * { ?x fm:foundedBy ?y } #" + "-".repeat(20_000);
        assertEquals(414, Site.get("/why?query=" + Site.encode(query)).statusCode());
        var answer = Site.post("/why", "application/x-www-form-urlencoded", "query=" + Site.encode(query));
        assertTrue(answer.body().contains("fm:foundedBy"), answer.body());
    }

    @Test
    void explainingTakesNoLongerThanAsking() {
        var begin = System.nanoTime();
        why("SELECT * { " + "?a ?b ?c . ?d ?e ?f . ".repeat(5) + "FILTER ( ?c = ?x ) }", "en");
        assertTrue(System.nanoTime() - begin < 15_000_000_000L, "explained too long");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '!', value = {
        "SELECT * { ?x } ! it does not go on with }", "SELECT ! it ends too early", "SELECT * { ?x nope:a ?y } ! : Unresolved prefixed name: nope:a"
    })
    void aMistakeIsSaidInPlainWords(String query, String says) {
        var answer = Site.query(query);
        assertEquals(400, answer.statusCode());
        assertTrue(answer.body().contains(says) && answer.body().contains("line 1, column "), answer.body());
    }
}
