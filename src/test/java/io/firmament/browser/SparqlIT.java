package io.firmament.browser;

import static io.firmament.browser.Browser.NARROW;
import static io.firmament.browser.Browser.WIDE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.openqa.selenium.Keys;

/** The page for queries, as somebody who writes one sees it. */
class SparqlIT {

    private static final String PREFIXES = """
            PREFIX fm: <https://w3id.org/firmament/ontology#>
            PREFIX id: <https://w3id.org/firmament/id/>
            """;
    private static final String EDITOR = "document.querySelector('.CodeMirror').CodeMirror";

    @RegisterExtension
    static final Browser browser = new Browser(Servers::real);

    private static Browser open(String query, String more) {
        return browser.open("/sparql?query=" + URLEncoder.encode(PREFIXES + query, StandardCharsets.UTF_8) + more)
                .waitUntil("document.querySelector('.CodeMirror')");
    }

    private static String text() {
        return (String) browser.script("return " + EDITOR + ".getValue()");
    }

    private static void focusAtTheEndOfLine(int line) {
        browser.script("const code = " + EDITOR + "; code.focus(); code.setCursor(arguments[0], 999)", line);
    }

    private static Browser rightInTheTabs() {
        browser.script("document.querySelector('[role=tab][aria-selected=true]').focus()");
        return browser.press(Keys.ARROW_RIGHT);
    }

    @Test
    void theQueryInTheAddressIsRunAndItsThingsHaveNamesAndPages() {
        open("SELECT ?person ?firm { VALUES ?person { id:zhou-chang } ?person fm:worksFor ?firm }", "&lang=zh");
        browser.waitUntil("document.querySelector('#results .called')");
        assertTrue(browser.text("tbody tr").contains("id:zhou-chang 周畅"), browser.text("tbody tr"));
        browser.click("tbody a").waitUntil("location.pathname === '/id/zhou-chang'");
        assertTrue(browser.address().contains("lang=zh"));
    }

    @Test
    void termsAndEntitiesAreCompletedWithWhatTheyMean() {
        open("SELECT * {\n  ?person\n} LIMIT 5", "");
        browser.forgiveErrors("400");
        focusAtTheEndOfLine(3);
        browser.press(" fm:worksF").waitFor(".CodeMirror-hint");
        assertTrue(browser.text(".CodeMirror-hint-active").startsWith("fm:worksFor"), browser.text(".CodeMirror-hint-active"));
        assertTrue(browser.text(".CodeMirror-hint-active small").endsWith("."));
        browser.press(Keys.ENTER).press(" 字节跳动").waitFor(".CodeMirror-hint");
        browser.waitUntil("document.querySelector('.CodeMirror-hint-active b')?.textContent === 'id:bytedance'");
        browser.press(Keys.ENTER);
        assertTrue(text().contains("?person fm:worksFor id:bytedance"), text());
        browser.chord(Keys.CONTROL, Keys.ENTER).waitFor("tbody tr");
        assertTrue(browser.address().contains("worksFor"), browser.address());
    }

    @Test
    void whatDoesNotExistIsUnderlinedAndReplacedAndAnEmptyAnswerSaysWhy() {
        open("SELECT * {\n  ?who fm:worksAt id:bytedanse .\n}", "");
        browser.waitUntil("document.querySelectorAll('.unknown').length === 2");
        assertTrue(browser.text(".why").contains("?who fm:worksAt id:bytedanse"), browser.text(".why"));
        browser.screenshot("sparql-why").assertReadable().click(".use");
        assertTrue(text().contains("fm:worksFor id:bytedanse"), text());
        browser.waitUntil("document.querySelectorAll('.unknown').length === 1").click(".use");
        browser.waitUntil("document.querySelectorAll('.unknown').length === 0").click("form.sparql button[type=submit]");
        browser.waitFor("tbody tr");
        browser.script("history.back()");
        browser.waitUntil("document.querySelector('.why')");
        assertTrue(text().contains("fm:worksAt"), text());
    }

    @Test
    void anAnswerIsATableAGraphAndTime() {
        for (var language : List.of("en", "zh")) {
            browser.open("/sparql?question=joined-from-outside&lang=" + language).waitFor("[role=tab]");
            assertEquals(3, browser.texts("[role=tab]").size());
            rightInTheTabs().waitFor(".canvas canvas");
            assertFalse(browser.script("return document.querySelector('.canvas').getAttribute('aria-label')").toString().isEmpty());
            browser.screenshot("sparql-graph-" + language);
            rightInTheTabs().waitFor(".timeline li");
            for (int width : List.of(WIDE, NARROW)) {
                browser.resize(width, 900).assertFitsItsWidth();
                browser.dark().screenshot("sparql-time-" + language + "-" + width).assertReadable().light().assertReadable();
            }
        }
    }

    @Test
    void triplesAreDrawnToo() {
        open("DESCRIBE id:bytedance", "").waitFor("[role=tab]");
        rightInTheTabs().waitFor(".canvas canvas");
    }

    @Test
    void aMistakeIsMarkedWhereItIs() {
        open("SELECT * {\n  ?x\n}", "").waitFor(".CodeMirror .wrong");
        assertTrue(browser.text("#results [role=alert]").contains("line 4, column 3"), browser.text("#results"));
        assertTrue(browser.text(".mistake").startsWith("Line 5:"), browser.text(".mistake"));
        browser.assertReadable().forgiveErrors("400");
    }

    @Test
    void theKeyboardGetsOutOfTheEditor() {
        open("SELECT * { ?x ?y ?z } LIMIT 1", "").waitFor("tbody tr");
        focusAtTheEndOfLine(0);
        browser.press(Keys.ESCAPE).press(Keys.TAB);
        assertEquals("submit", browser.script("return document.activeElement.type"));
        assertEquals(PREFIXES + "SELECT * { ?x ?y ?z } LIMIT 1", text());
    }

    @Test
    void nothingIsKeptThatWouldHideTheQueryInTheAddress() {
        open("SELECT * { ?x ?y ?z } LIMIT 1", "").waitFor("tbody tr");
        open("SELECT * { ?x ?y ?z } LIMIT 2", "").waitFor("tbody tr");
        assertTrue(text().endsWith("LIMIT 2"));
        assertEquals(0L, browser.script("return localStorage.length"));
    }
}
