package io.firmament.browser;

import static io.firmament.browser.Browser.NARROW;
import static io.firmament.browser.Browser.WIDE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.Keys;

/** The pages as they are read, one of each kind. */
class PagesIT {

    @RegisterExtension
    static final Browser browser = new Browser(Servers::real);

    static List<String> pages() {
        return List.of("/", "/search?q=%E5%AD%97%E8%8A%82", "/search?q=nothing-is-called-so", "/ontology", "/sparql", "/pictures", "/export/",
                "/id/bytedance", "/id/zhou-chang", "/id/kimi", "/id/article/bytedance-catches-up", "/id/statement/zhou-chang-joins-bytedance",
                "/ontology/kind/firm", "/ontology?term=worksFor", "/dataset", "/reconcile", "/query/firms-beside-wikidata",
                "/proof?from=zhou-chang&edge=worksFor&to=bytedance",
                "/query/investors-of-firm?firm=zhipu-ai", "/query/shortest-chain?from=zhou-chang&to=zhipu-ai", "/query/talent-flow",
                "/query/career?person=zhou-chang", "/query/investment-matrix", "/query/timeline-of-firm?firm=alibaba",
                "/query/figures-of-product?product=doubao", "/query/pay-compared");
    }

    @ParameterizedTest
    @MethodSource("pages")
    void aPageFitsEveryScreenAndCanBeReadInLightAndDark(String page) {
        for (var language : List.of("en", "zh")) {
            browser.open(page + (page.contains("?") ? "&" : "?") + "lang=" + language);
            assertEquals(language.equals("en") ? "en" : "zh-Hans", browser.script("return document.documentElement.lang"));
            for (int width : List.of(WIDE, NARROW)) {
                browser.resize(width, 900).assertFitsItsWidth();
                for (boolean dark : List.of(false, true)) {
                    (dark ? browser.dark() : browser.light()).assertReadable();
                    if (language.equals("en") == (width == WIDE)) {
                        browser.screenshot(name(page) + "-" + language + "-" + width + (dark ? "-dark" : ""));
                    }
                }
            }
        }
    }

    private static String name(String page) {
        return page.equals("/") ? "home" : page.substring(1).replaceAll("[^a-z0-9]+", "-").replaceFirst("-$", "");
    }

    @Test
    void theOntologyIsSiftedAsOneTypesAndWholeAgainAfterwards() {
        browser.open("/ontology?lang=en").type("#sift", "rival");
        browser.waitUntil("!document.getElementById('competesWith').hidden && document.getElementById('worksFor').hidden");
        assertTrue(browser.text(".sift output").matches("[0-9]+"));
        browser.type("#sift", " of nobody at all");
        browser.waitUntil("document.querySelector('.sift output').value === 'No term has this.'");
        browser.open("/ontology?lang=en#worksFor").waitUntil("document.getElementById('worksFor').matches(':target')");
    }

    @Test
    void aBrowserIsAnsweredInItsLanguageAndMaySwitch() {
        browser.reading("zh-CN,zh").open("/");
        assertEquals("zh-Hans", browser.script("return document.documentElement.lang"));
        browser.click("a[hreflang=en]");
        assertEquals("en", browser.script("return document.documentElement.lang"));
        browser.open("/id/bytedance?lang=en");
        assertTrue(browser.text("h1").startsWith("ByteDance"));
        browser.click("a[hreflang=zh-Hans]");
        assertTrue(browser.text("h1").startsWith("字节跳动"));
    }

    @ParameterizedTest
    @CsvSource({"Zhou Ch,Zhou Chang,/id/zhou-chang", "周畅,Zhou Chang,/id/zhou-chang", "周暢,Zhou Chang,/id/zhou-chang",
        "字節跳動,ByteDance,/id/bytedance"})
    void whoTypesANameInAnyScriptIsOfferedTheEntity(String typed, String label, String path) {
        browser.open("/").type("#q", typed);
        assertTrue(browser.text("[role=option]").startsWith(label));
        browser.click("[role=option]").waitUntil("location.pathname === arguments[0]", path);
    }

    @Test
    void theKeyboardAloneFindsAnEntity() {
        browser.open("/").tabTo("#q", 10).press("周畅").waitFor("[role=option]");
        browser.press(Keys.ARROW_DOWN);
        assertEquals("true", browser.waitFor("[role=option]").getDomAttribute("aria-selected"));
        browser.press(Keys.ENTER).waitUntil("location.pathname === '/id/zhou-chang'");
    }

    @Test
    void theFirstTabOffersToSkipTheHead() {
        browser.open("/id/bytedance").press(Keys.TAB);
        assertEquals("#main", browser.script("return document.activeElement.getAttribute('href')"));
        browser.press(Keys.ENTER).waitUntil("document.activeElement.id === 'main'");
    }

    @Test
    void aQuestionIsAskedWithWhatIsOffered() {
        browser.open("/query/investors-of-firm?lang=zh").type("form.fields input[name=firm]", "zhipu");
        browser.click("form.fields [role=option]").click("form.fields button[type=submit]");
        browser.waitUntil("new URLSearchParams(location.search).get('firm')");
        assertTrue(browser.texts("tbody tr").stream().anyMatch(row -> row.contains("腾讯")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"talent-flow", "career?person=zhou-chang", "investment-matrix", "timeline-of-firm?firm=alibaba",
        "figures-of-product?product=doubao", "pay-compared"})
    void aPictureLeadsToTheRowsThatItShows(String question) {
        browser.open("/query/" + question).waitFor("main svg[role=img]");
        var rows = browser.strings("return [...document.querySelectorAll('main svg a')].map(a => a.getAttribute('href')).filter(h => h.startsWith('#'))");
        assertFalse(rows.isEmpty());
        assertEquals(List.of(), browser.strings("return arguments[0].filter(row => !document.querySelector('table ' + row))", rows));
    }

    @Test
    void anEntitysPageShowsWhatIsNearAndUnfoldsItsPassages() {
        browser.open("/id/bytedance?lang=en").waitFor("main svg");
        browser.click(".lines details:not([open]) > summary").waitFor(".lines details[open] a[href*='/id/article/']");
        browser.click("details.pictured:not([open]) > summary").waitFor("details.pictured[data-draws][open] svg a[href*='#row-']");
        browser.click("a[href^='/explore?near=bytedance']").waitFor("#graph[data-state=ready]");
    }

    @Test
    void aNameThatMeansNothingIsAnsweredWithWhatToDo() {
        browser.open("/query/investors-of-firm?firm=nobody-of-this-name&lang=en");
        assertTrue(browser.text(".message").contains("nobody-of-this-name"));
        browser.forgiveErrors("400");
    }
}
