package io.firmament.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.firmament.query.Parameter;
import io.firmament.query.ParameterType;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.jena.atlas.json.JSON;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The pages, as a browser and as programs see them. */
class PagesTest {

    private static final Pattern LINK = Pattern.compile("(?:href|src|action)=\"([^\"]*)\"");

    private static String page(String path) {
        var answer = Site.html(path);
        assertEquals(200, answer.statusCode(), path + ": " + answer.body());
        assertEquals("text/html", Site.type(answer));
        assertTrue(answer.headers().allValues("Vary").toString().contains("Accept"), "Vary");
        return sound(answer.body());
    }

    /** Nothing in a page that its security policy forbids, or that was not filled in. */
    private static String sound(String html) {
        assertTrue(html.startsWith("<!DOCTYPE html>") && html.strip().endsWith("</html>"), html);
        assertFalse(html.contains("<script>") || html.contains("style=\"") || html.contains(" onclick"), "inline script or style");
        assertFalse(html.contains("{{") || html.contains("}}"), "a template shows through");
        assertFalse(Pattern.compile("(src|href)=\"(//|javascript:)").matcher(html).find(), "a strange link");
        assertEquals(1, html.split("<h1").length - 1, "one main heading");
        var controls = Pattern.compile("<(?:input|select|textarea)(?![^>]*type=\"hidden\")[^>]* id=\"([^\"]+)\"").matcher(html);
        while (controls.find()) {
            assertTrue(html.contains("<label for=\"" + controls.group(1) + "\"") || html.contains("for=\"" + controls.group(1) + "\""), "no label: " + controls.group(1));
        }
        return html;
    }

    @Test
    void theHomePageHasEveryQuestionWithItsForm() {
        var html = page("/");
        for (var question : Site.GRAPH.catalogue().questions()) {
            assertTrue(html.contains("action=\"/query/" + question.name() + "\""), question.name());
            for (var parameter : question.parameters()) {
                // The page's own language is the reader's; no form asks for it.
                assertEquals(
                        parameter.type() != ParameterType.LANGUAGE,
                        html.contains("id=\"" + question.name() + "-" + parameter.name() + "\""), question.name());
            }
        }
        assertTrue(html.contains("curl "));
        assertTrue(html.contains("not yet registered"));
    }

    @Test
    void textsOfAnAnswerComeInTheLanguageOfThePage() {
        var chinese = page("/query/career?person=zhou-chang&lang=zh");
        assertTrue(chinese.contains("技术负责人") && !chinese.contains("Technical head"), chinese);
        assertTrue(page("/query/career?person=zhou-chang").matches("(?s).*[Tt]echnical.*"));
        assertTrue(Site.get("/query/career?person=zhou-chang&language=zh-Hans&format=csv").body().contains("技术负责人"));
    }

    @Test
    void theLanguageFollowsTheBrowserAndTheLink() {
        assertTrue(page("/").contains("lang=\"en\""));
        assertTrue(page("/?lang=zh").contains("可以直接问的问题"));
        var chinese = Site.get("/id/bytedance", "Accept", "text/html", "Accept-Language", "zh-TW,zh;q=0.9,en;q=0.5").body();
        assertTrue(chinese.contains("<html lang=\"zh-Hans\">") && chinese.contains("<h1>字节跳动"), chinese);
        assertTrue(Site.get("/", "Accept", "text/html", "Accept-Language", "en,zh;q=0.9").body().contains("<html lang=\"en\">"));
        assertTrue(Site.get("/", "Accept", "text/html", "Accept-Language", "zh;q=0.2,en;q=0.9,*;q=x").body().contains("<html lang=\"en\">"));
        assertTrue(page("/id/bytedance?lang=zh").contains("/query/investors-of-firm?firm=bytedance&amp;lang=zh"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/id/bytedance", "/query/investors-of-firm?firm=zhipu-ai", "/ontology", "/search?q=AI", "/sparql"})
    void everyLinkOfAPageLeadsSomewhere(String path) {
        var links = LINK.matcher(page(path)).results()
                .map(m -> m.group(1).replace("&amp;", "&"))
                .collect(Collectors.toCollection(java.util.LinkedHashSet::new));
        int things = 0;
        for (var link : links) {
            if (link.startsWith("/")) {
                // Some are enough: the pages of things come from one template.
                if (link.startsWith("/id/") && ++things > 15) {
                    continue;
                }
                var plain = link.replaceFirst("#.*", "");
                var status = Site.get(plain, "Accept", "text/html").statusCode();
                assertTrue(status == 200, link + ": " + status);
            } else {
                assertTrue(link.startsWith("#") || link.startsWith("https://") || link.startsWith("http://"), link);
            }
        }
    }

    @Test
    void everyQuestionAnswersItsExampleAsAPage() {
        for (var question : Site.GRAPH.catalogue().questions()) {
            var examples = question.parameters().stream()
                    .map((Parameter p) -> p.name() + "=" + Site.encode(p.example()))
                    .collect(Collectors.joining("&"));
            var html = page("/query/" + question.name() + "?" + examples);
            // What asks others is answered where that is allowed, and says here how to allow it.
            var shown = question.services().isEmpty() ? "<table>" : "<code>serve --service " + String.join(" ", question.services());
            assertTrue(html.contains(shown), question.name());
            assertTrue(page("/query/" + question.name() + "?lang=zh&" + examples).contains(shown), question.name());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "text/html, text/html", "application/sparql-results+json, application/sparql-results+json", "application/json, application/json",
        "text/csv, text/csv", "text/tab-separated-values, text/tab-separated-values", "'text/csv;q=0.5,text/html;q=0.9', text/html", "*/*, text/html"
    })
    void aQuestionAnswersInTheFormThatIsAskedFor(String accept, String type) {
        var answer = Site.get("/query/investors-of-firm?firm=zhipu-ai", "Accept", accept);
        assertEquals(200, answer.statusCode());
        assertEquals(type, Site.type(answer));
        assertTrue(answer.body().contains("alibaba"), answer.body());
        assertTrue(answer.headers().allValues("Vary").toString().contains("Accept"));
    }

    @ParameterizedTest
    @CsvSource({"json, application/sparql-results+json", "csv, text/csv", "tsv, text/tab-separated-values", "html, text/html"})
    void theFormatParameterOverrides(String format, String type) {
        assertEquals(type, Site.type(Site.get("/query/counts?format=" + format, "Accept", "image/png")));
        assertEquals(406, Site.get("/query/counts", "Accept", "image/png").statusCode());
        assertEquals(400, Site.get("/query/counts?format=nonsense").statusCode());
    }

    @ParameterizedTest
    @ValueSource(strings = {"周畅", "周暢", "Zhou Chang", "zhou-chang", "zhou chang", "ZHOUCHANG", "https://w3id.org/firmament/id/zhou-chang", "id:zhou-chang"})
    void anyNameInAnyScriptWillDo(String name) {
        var expected = Site.get("/query/career?format=csv&person=zhou-chang").body();
        assertEquals(expected, Site.get("/query/career?format=csv&person=" + Site.encode(name)).body());
        assertTrue(Site.html("/search?q=" + Site.encode(name)).body().contains("href=\"/id/zhou-chang\""));
    }

    @Test
    void aNameThatFitsSeveralIsAnsweredWithAChoice() {
        var html = Site.html("/query/career?person=" + Site.encode("周"));
        assertEquals(400, html.statusCode());
        assertTrue(sound(html.body()).contains("/query/career?person=zhou-chang"), html.body());
        var line = Site.get("/query/career?format=csv&person=" + Site.encode("周"));
        assertEquals(400, line.statusCode());
        assertEquals("text/plain", Site.type(line));
        assertTrue(line.body().contains("zhou-chang"), line.body());
    }

    @Test
    void aMissingParameterIsAFormForPeopleAndAnErrorForPrograms() {
        assertTrue(page("/query/career").contains("Fill in the form"));
        var line = Site.get("/query/career", "Accept", "text/csv");
        assertEquals(400, line.statusCode());
        assertEquals(1, line.body().lines().count());
        assertTrue(line.body().contains("person="), line.body());
        assertEquals(400, Site.get("/query/counts?nonsense=1&format=csv").statusCode());
        assertEquals(400, Site.get("/query/joined-from-outside?firm=bytedance&from=yesterday&format=csv").statusCode());
        assertEquals(400, Site.html("/query/joined-from-outside?firm=bytedance&from=yesterday").statusCode());
    }

    @Test
    void anUnknownQuestionNamesThoseThatComeNear() {
        var answer = Site.get("/query/investors-of-nobody");
        assertEquals(404, answer.statusCode());
        assertTrue(answer.body().contains("investors-of-firm"), answer.body());
    }

    @Test
    void anEmptyAnswerSaysSo() {
        assertTrue(page("/query/joined-from-outside?firm=bytedance&from=1990-01-01&to=1990-12-31").contains("No rows"));
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "'; DROP ALL; #", "} UNION { ?s ?p ?o", "\u202Eevil", "{{t.siteName}}",
        "javascript:alert(1)", "> . <x:y", "a\nb", "%00", "\uD83D\uDE00"
    })
    void hostileTextIsTextAndNothingElse(String text) {
        for (var path : new String[] {"/search?q=", "/query/career?person=", "/suggest?q=", "/sparql?format=html&query=", "/id/", "/query/", "/?lang="}) {
            var answer = Site.html(path + (path.endsWith("/") ? Site.encode(text).replace("+", "%20").replace("%2F", "") : Site.encode(text)));
            assertTrue(answer.statusCode() < 500, path + ": " + answer.statusCode());
            assertFalse(answer.body().contains("<script>") || answer.body().contains("<img src=x"), answer.body());
        }
    }

    @Test
    void longTextsAndOddParametersDoNoHarm() {
        assertTrue(Site.html("/search?q=" + "a".repeat(10_000)).statusCode() < 500);
        assertTrue(Site.html("/query/career?person=" + "a".repeat(10_000)).statusCode() < 500);
        assertEquals(400, Site.get("/suggest?q=a&type=nonsense").statusCode());
        assertEquals(400, Site.get("/suggest?q=a&type=date").statusCode());
        assertEquals(400, Site.get("/suggest?q=a&limit=many").statusCode());
        assertEquals("[]", Site.get("/suggest").body().strip().replaceAll("\\s", ""));
    }

    @Test
    void suggestionsKnowTheTypeAndTheScript() {
        var found = JSON.parseAny(Site.get("/suggest?type=organization&limit=5&q=" + Site.encode("字節")).body()).getAsArray();
        assertTrue(found.size() > 0 && found.size() <= 5);
        var first = found.get(0).getAsObject();
        assertEquals("bytedance", first.getString("slug"));
        assertEquals("ByteDance", first.getString("label"));
        assertEquals("字节跳动", first.getString("labelZh"));
        assertEquals("https://w3id.org/firmament/id/bytedance", first.getString("iri"));
        assertFalse(Site.get("/suggest?type=person&q=ByteDance").body().contains("id/bytedance\""));
    }

    @Test
    void theEndpointIsAPageForBrowsers() {
        assertTrue(page("/sparql").contains("<textarea"));
        var query = "SELECT ?x ?l WHERE { ?x a <https://w3id.org/firmament/ontology#Article> ; <http://www.w3.org/2000/01/rdf-schema#label> ?l }";
        var rows = page("/sparql?query=" + Site.encode(query));
        assertTrue(rows.contains("href=\"/id/article/bytedance-catches-up\""), rows);
        assertTrue(page("/sparql?query=" + Site.encode("SELECT * { ?s ?p ?o }")).contains("The first 1000 rows"));
        var wrong = Site.html("/sparql?query=SELECT");
        assertEquals(400, wrong.statusCode());
        assertTrue(sound(wrong.body()).contains("role=\"alert\""));
        assertEquals("application/sparql-results+json",
                Site.type(Site.query("SELECT * {}", "Accept", "application/sparql-results+json,text/html;q=0.5")));
    }

    @Test
    void smallThings() {
        assertEquals("ok\n", Site.get("/health").body());
        assertEquals(Map.of("/style.css", "text/css", "/app.js", "text/javascript", "/icon.svg", "image/svg+xml"),
                java.util.stream.Stream.of("/style.css", "/app.js", "/icon.svg")
                        .collect(Collectors.toMap(f -> f, f -> Site.type(Site.get(f)))));
    }

    @Test
    void bothLanguagesHaveTheSameWords() {
        var english = Words.in(Language.EN).all().keySet();
        var chinese = Words.in(Language.ZH).all().keySet();
        assertTrue(chinese.containsAll(english), () -> english.stream().filter(k -> !chinese.contains(k)).toList().toString());
        assertEquals(java.util.Set.of(), chinese.stream().filter(k -> !english.contains(k) && !k.startsWith("name_")).collect(Collectors.toSet()));
        var columns = Site.GRAPH.catalogue().questions().stream()
                .flatMap(q -> q.query().getResultVars().stream())
                .filter(column -> !chinese.contains("name_" + column))
                .collect(Collectors.toCollection(java.util.TreeSet::new));
        assertEquals(java.util.Set.of(), columns, "columns without a Chinese name");
    }
}
