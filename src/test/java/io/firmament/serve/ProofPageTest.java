package io.firmament.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.apache.jena.atlas.json.JSON;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is said of two, and of one, and what it rests on: over the real data, without the articles. */
class ProofPageTest {

    private static String page(String path) {
        var answer = Site.html(path);
        assertEquals(200, answer.statusCode(), path + ": " + answer.body());
        assertFalse(answer.body().contains("{{") || answer.body().contains("style=\""), answer.body());
        return answer.body();
    }

    private static int count(String html, String part) {
        return html.split(java.util.regex.Pattern.quote(part), -1).length - 1;
    }

    @Test
    void anEdgeShowsItsStatementsWithWhatTheyRestOn() {
        var html = page("/proof?from=zhou-chang&to=bytedance&edge=worksFor&lang=en");
        for (var part : new String[] {"id=\"zhou-chang-joins-bytedance\"", "2024-08", "reported", "/id/insider-close-to-tongyi", "174–192",
            "/id/article/bytedance-catches-up", "href=\"/id/statement/zhou-chang-joins-bytedance/001_3b102c28aee96500/174-192?lang=en\""}) {
            assertTrue(html.contains(part), part + ": " + html);
        }
        assertFalse(html.contains("<blockquote"), "no article is at hand");
    }

    @Test
    void anEdgeThatHasEndedHasItsProofToo() {
        assertTrue(page("/proof?from=zhou-chang&to=alibaba&edge=worksFor&lang=en").contains("no longer holds"));
        assertTrue(page("/proof?from=zhou-chang&to=alibaba&edge=worksFor&lang=zh").contains("已不再成立"));
        assertFalse(page("/proof?from=zhou-chang&to=bytedance&edge=worksFor&lang=en").contains("no longer holds"));
    }

    @Test
    void withoutAnEdgeAllThatNamesBothIsShownAndWhatIsNoFactIsMarked() {
        var html = page("/proof?from=zhou-chang&to=alibaba&lang=en");
        assertTrue(html.contains("id=\"zhou-chang-leaves-alibaba\"") && html.contains("id=\"zhou-chang-signs-non-compete-with-alibaba\""), html);
        assertTrue(html.contains("not put forward as a fact"), html);
        assertTrue(html.indexOf("not put forward as a fact") > html.lastIndexOf("id=\"zhou-chang-was-at-alibaba\""), "facts come first");
        assertEquals(count(html, "<article"), count(page("/proof?to=zhou-chang&from=alibaba&lang=en"), "<article"), "either way");
    }

    @Test
    void aDisputedStatementShowsWhatStandsAgainstItAndWhyItWasDecided() {
        var html = page("/proof?statement=minimax-profitable&lang=en");
        assertTrue(html.contains("Against it stands") && html.contains("/id/statement/chang-bing-judges-large-models-lack-stable-income"), html);
        assertTrue(html.contains("listing prospectus") && html.contains("Firmament curators"), html);
        assertTrue(page("/id/statement/chang-bing-judges-large-models-lack-stable-income").contains("/id/statement/minimax-profitable"), "both ways");
    }

    @Test
    void aFragmentHasNeitherHeadNorFootButALanguage() {
        for (var path : new String[] {"/proof?from=zhou-chang&to=alibaba&fragment=true&lang=zh", "/id/bytedance?fragment=true&lang=zh"}) {
            var html = page(path).strip();
            assertTrue(html.startsWith("<div class=\"fragment\" lang=\"zh-Hans\">") && html.endsWith("</div>"), html);
            assertFalse(html.contains("<html") || html.contains("<header") || html.contains("<h1"), html);
        }
        var brief = page("/id/bytedance?fragment=true&lang=en");
        assertTrue(brief.contains("Firm · makes ") && brief.contains("href=\"/id/bytedance?lang=en#theme-hires\""), brief);
    }

    @Test
    void whereNothingNamesBothTheWayBetweenThemIsOffered() {
        assertTrue(page("/proof?from=zhou-chang&to=sam-altman").contains("/query/shortest-chain?from=zhou-chang&amp;to=sam-altman"));
    }

    @ParameterizedTest
    @CsvSource({
        "/proof, 400", "/proof?from=zhou-chang, 400", "/proof?from=nobody-of-that-name&to=zhou-chang, 400", "/proof?statement=nothing, 404",
        "/proof?statement=%3E%20%7D%20%3Cx, 404", "/id/statement/nothing, 404", "/id/statement/zhou-chang-joins-bytedance/1-2, 404"
    })
    void whatCannotBeShownIsSaid(String path, int status) {
        var answer = Site.get(path);
        assertEquals(status, answer.statusCode(), answer.body());
        assertEquals(1, answer.body().lines().count());
        assertEquals(status, Site.html(path).statusCode());
    }

    @Test
    void anEvidenceHasAnAddressThatCanBeRead() {
        var html = page("/id/statement/zhou-chang-joins-bytedance/001_3b102c28aee96500/174-192?lang=en");
        assertTrue(html.contains("174–192") && html.contains("reported") && html.contains("href=\"/id/statement/zhou-chang-joins-bytedance?lang=en\""), html);
        assertFalse(html.contains("235–262"), "of the statement's passages this one only");
    }

    @Test
    void anEntityIsIntroducedAndItsStatementsStandByThemeTheNewestFirst() {
        var html = page("/id/zhou-chang?lang=en");
        assertTrue(html.contains("Person · works for ByteDance"), html);
        assertTrue(html.contains("href=\"/explore?near=zhou-chang&amp;lang=en\"") && html.contains("<svg"), html);
        assertTrue(html.indexOf("id=\"zhou-chang-joins-bytedance\"") < html.indexOf("id=\"zhou-chang-joins-alibaba\""), "the newest first");
        assertTrue(html.contains("class=\"past\"") && html.contains("no longer holds"), "what has ended says so");
        assertTrue(html.contains("lang=\"zh-Hant\">周暢</span>"), "names say their language");
        assertTrue(page("/id/zhou-chang?lang=zh").contains("人物 · 任职于 字节跳动"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/id/minimax?lang=en", "/id/minimax?lang=zh"})
    void disputesAreMarkedOnTheEntitysPage(String path) {
        var html = page(path);
        assertTrue(html.contains(path.endsWith("en") ? ">disputed<" : ">有争议<"), html);
        assertTrue(html.contains("/id/statement/chang-bing-judges-large-models-lack-stable-income"), html);
    }

    @Test
    void suggestionsSayWhatEachIs() {
        var english = JSON.parseAny(Site.get("/suggest?lang=en&q=doubao").body()).getAsArray();
        assertTrue(english.stream().anyMatch(hit -> hit.getAsObject().getString("description").equals("App · made by ByteDance")), english::toString);
        var chinese = Site.get("/suggest?lang=zh&q=doubao").body();
        assertTrue(chinese.contains("出品方 字节跳动"), chinese);
        assertTrue(Site.get("/suggest?type=kind&q=joining").body().contains("\"description\" : \"\""), "a kind is no entity");
    }
}
