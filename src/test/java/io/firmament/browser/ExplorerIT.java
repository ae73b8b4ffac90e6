package io.firmament.browser;

import static io.firmament.browser.Browser.NARROW;
import static io.firmament.browser.Browser.WIDE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.Keys;

/** The explorer in the hands of a reader. */
class ExplorerIT {

    @RegisterExtension
    static final Browser browser = new Browser(Servers::real);

    private static final String WAY = "/explore?question=shortest-chain&from=zhou-chang&to=zhipu-ai";

    private static Browser explore(String path) {
        return drawn(browser.open(path));
    }

    private static Browser drawn(Browser reader) {
        reader.waitFor("#graph[data-state=ready]");
        return reader;
    }

    private static Set<String> things(Browser reader) {
        return new TreeSet<>(reader.strings("return firmament.cy.nodes().map(n => n.id())"));
    }

    private static int seen(String css) {
        return browser.strings("return firmament.cy.elements(arguments[0]).map(e => e.id())", css).size();
    }

    /** Clicks what is drawn of an element: a node, or the middle of an edge. */
    private static void clickDrawn(String css) {
        var at = browser.strings("""
                const e = firmament.cy.elements(arguments[0])[0];
                const box = document.getElementById('graph').getBoundingClientRect();
                const at = e.isNode() ? e.renderedPosition() : e.renderedMidpoint();
                return [Math.round(box.x + at.x), Math.round(box.y + at.y)];""", css);
        browser.clickAt(Integer.parseInt(at.get(0)), Integer.parseInt(at.get(1)));
    }

    @Test
    void anEmptyExplorerInvitesToLookAround() {
        browser.open("/explore?lang=en").click("#start a[href*='near=']");
        drawn(browser);
        assertTrue(things(browser).size() > 10);
    }

    @ParameterizedTest
    @CsvSource({"Zhou Ch,zhou-chang", "周畅,zhou-chang", "周暢,zhou-chang", "字節跳動,bytedance"})
    void aNameInAnyScriptIsFoundAndDrawnWithItsNeighbours(String typed, String slug) {
        browser.open("/explore").type("#explore-q", typed).click("#explore-form [role=option]");
        drawn(browser);
        assertTrue(things(browser).contains(slug) && things(browser).size() > 1, () -> things(browser).toString());
    }

    @Test
    void expandingTellsTheCountsFirstAndAddsOnlyWhatIsChosen() {
        explore("/explore?near=zhou-chang&lang=en").click("#list [data-id=bytedance]");
        assertTrue(browser.text("#expand .sum").matches("(?s)\\d+ \\w+.*, \\d+ \\w+.*"), browser.text("#expand .sum"));
        var before = things(browser);
        browser.script("document.querySelectorAll('#expand input[type=checkbox]').forEach(box => box.checked && box.click())");
        browser.click("#expand input[value=makes]").click("#add");
        browser.waitUntil("firmament.cy.nodes().length > arguments[0]", before.size());
        var added = things(browser);
        added.removeAll(before);
        var made = browser.strings(
                "return firmament.cy.getElementById('bytedance').outgoers('edge[property=\"makes\"]').targets().map(n => n.id())");
        assertEquals(Set.of(), new TreeSet<>(added).stream().filter(id -> !made.contains(id)).collect(Collectors.toSet()));
    }

    @Test
    void whatWasDoneIsUndoneAndDoneAgain() {
        explore("/explore?near=zhou-chang");
        var before = things(browser);
        browser.click("#list [data-id=bytedance]").click("#add").waitUntil("firmament.cy.nodes().length > arguments[0]", before.size());
        var after = things(browser);
        browser.click("#undo").waitUntil("firmament.cy.nodes().length === arguments[0]", before.size());
        assertEquals(before, things(browser));
        browser.click("#redo").waitUntil("firmament.cy.nodes().length === arguments[0]", after.size());
        assertEquals(after, things(browser));
        browser.click("#graph").chord(Keys.CONTROL, "z").waitUntil("firmament.cy.nodes().length === arguments[0]", before.size());
    }

    @Test
    void anEdgeIsProved() {
        explore(WAY + "&lang=en");
        clickDrawn("edge");
        browser.waitFor("#proof a[href*='/id/article/']");
        assertTrue(browser.text("#proof").contains("said") || !browser.texts("#proof li").isEmpty(), () -> browser.text("#proof"));
    }

    @Test
    void theWayBetweenTwoIsFoundAndLaidOut() {
        browser.open("/explore?lang=en").click("#way-pane summary");
        browser.type("#way-from", "周畅").click("#way-form [role=option]").type("#way-to", "Zhipu");
        browser.click("#way-to ~ [role=listbox] [role=option]").click("#way");
        drawn(browser);
        assertTrue(things(browser).containsAll(Set.of("zhou-chang", "zhipu-ai")), () -> things(browser).toString());
        assertTrue(seen("edge.way") >= 2);
    }

    @Test
    void theAddressOfAChainShowsTheChainAlone() {
        explore(WAY);
        assertEquals(things(browser), new TreeSet<>(browser.strings("return firmament.view.way")));
        assertTrue(things(browser).size() > 2);
        drawn(browser.open(browser.address()));
        assertEquals(things(browser), new TreeSet<>(browser.strings("return firmament.view.way")));
    }

    @Test
    void whereNothingIsFoundItSaysWhatToTry() {
        browser.open("/explore?lang=en").click("#way-pane summary").type("#way-from", "Zhou Chang").type("#way-to", "周畅").press(Keys.ENTER);
        assertFalse(browser.text("#note").isEmpty());
        browser.type("#explore-q", "nobody of this name").press(Keys.ENTER).waitUntil("document.getElementById('note').textContent.includes('nobody')");
    }

    @Test
    void theSliderShowsWhatHeldOnADay() {
        explore("/explore?near=bytedance&limit=60").waitFor("#slider").sendKeys(Keys.HOME);
        browser.waitUntil("firmament.cy.edges('.gone').length > 0");
        assertTrue(browser.address().contains("held="), browser.address());
        browser.click("#always").waitUntil("firmament.cy.edges('.gone').length === 0");
        browser.click("#by-said").waitFor("#slider").sendKeys(Keys.HOME);
        browser.waitUntil("firmament.cy.edges('.gone').length > 0");
        assertTrue(browser.address().contains("said="), browser.address());
    }

    @Test
    void theSliderPlaysToTheEnd() {
        explore("/explore?near=zhou-chang").click("#play").waitUntil("document.getElementById('play').ariaPressed === 'true'");
        browser.waitUntil("firmament.cy.edges('.gone').length > 0");
        browser.click("#play").waitUntil("document.getElementById('play').ariaPressed === 'false'");
    }

    @Test
    void theLegendFilters() {
        explore("/explore?near=bytedance").click("#legend [data-filter=hires]");
        assertTrue(seen("edge[theme='hires']") > 0);
        assertEquals(0, seen("edge[theme='hires']:visible"));
        browser.click("#legend [data-filter=hires]");
        assertTrue(seen("edge[theme='hires']:visible") > 0);
    }

    @Test
    void aLinkRestoresTheViewInAnotherBrowser() {
        explore("/explore?near=zhou-chang&lang=en").click("#list [data-id=bytedance]").click("#add");
        browser.waitUntil("firmament.cy.nodes().length > 20").click("#legend [data-filter=products]");
        browser.waitFor("#slider").sendKeys(Keys.HOME);
        browser.click("#list [data-id=zhou-chang]").press("p").waitUntil("firmament.view.pinned.includes('zhou-chang')");
        try (var other = browser.fresh()) {
            drawn(other.open(browser.address()));
            assertEquals(things(browser), things(other));
            var view = "const v = firmament.view; return [v.day, v.told, v.hidden, v.pinned,"
                    + " v.pinned.map(id => Object.values(v.at[id]).map(Math.round)), firmament.cy.$(':selected').map(e => e.id())].map(String)";
            assertEquals(browser.strings(view), other.strings(view));
            assertEquals(browser.address(), other.address());
        }
    }

    @Test
    void theKeyboardAloneFindsExpandsAndProves() {
        browser.open("/explore?lang=en").tabTo("#explore-q", 12).press("周畅").waitFor("#explore-form [role=option]");
        browser.press(Keys.ARROW_DOWN, Keys.ENTER);
        drawn(browser).tabTo("#list [role=treeitem]", 60).press(Keys.ARROW_RIGHT, Keys.ARROW_DOWN, Keys.ENTER);
        browser.waitFor("#proof a[href*='/id/article/']");
        var before = things(browser).size();
        browser.script("document.getElementById('graph').focus()");
        browser.press(Keys.ESCAPE, Keys.ARROW_RIGHT, Keys.ENTER).waitUntil("firmament.cy.nodes().length > arguments[0]", before);
        assertFalse(browser.script("return document.getElementById('live').textContent").toString().isEmpty());
    }

    @Test
    void theLanguageIsSwitchedAndTheViewStays() {
        explore("/explore?near=zhou-chang&lang=en");
        var before = things(browser);
        browser.click("a[hreflang=zh-Hans]").waitUntil("document.documentElement.lang === 'zh-Hans'");
        drawn(browser);
        assertEquals(before, things(browser));
        assertEquals("周畅", browser.script("return firmament.cy.getElementById('zhou-chang').data('label')"));
    }

    @Test
    void theAnswerToAQuestionIsDrawn() {
        browser.open("/query/investors-of-firm?firm=zhipu-ai&lang=en").click("main .links a[href^='/explore?']");
        drawn(browser);
        assertTrue(things(browser).contains("zhipu-ai") && seen("edge[property='investedIn']") >= 9);
    }

    @Test
    void theDrawingIsSavedAsSvgWithItsNames() {
        explore(WAY + "&lang=en");
        browser.script("URL.createObjectURL = blob => { blob.text().then(text => { window.saved = text; }); return 'blob:'; };"
                + " HTMLAnchorElement.prototype.click = () => {};");
        browser.click("#save summary");
        browser.script("[...document.querySelectorAll('#save-menu button')].find(b => b.textContent === 'SVG').click()");
        browser.waitUntil("window.saved");
        assertEquals("svg", browser.script("return new DOMParser().parseFromString(saved, 'image/svg+xml').documentElement.nodeName"));
        assertTrue(browser.script("return saved").toString().contains("Zhou Chang"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/explore", "/explore?near=bytedance&limit=30&focus=bytedance", WAY})
    void itFitsEveryScreenAndCanBeReadInLightAndDark(String path) {
        for (var language : List.of("en", "zh")) {
            browser.open(path + (path.contains("?") ? "&" : "?") + "lang=" + language).waitUntil("window.firmament");
            browser.waitUntil("document.getElementById('graph').dataset.state !== 'loading'");
            for (int width : List.of(WIDE, NARROW)) {
                browser.resize(width, 900).assertFitsItsWidth();
                for (boolean dark : List.of(false, true)) {
                    (dark ? browser.dark() : browser.light()).assertReadable();
                    if (language.equals("en") == (width == WIDE)) {
                        browser.screenshot(path.substring(1).replaceAll("[^a-z]+", "-") + "-" + language + "-" + width + (dark ? "-dark" : ""));
                    }
                }
            }
        }
    }
}
