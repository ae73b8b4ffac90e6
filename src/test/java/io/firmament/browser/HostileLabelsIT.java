package io.firmament.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Names that would be programs, markup or a change of direction, if they were not shown as text. */
class HostileLabelsIT {

    @RegisterExtension
    static final Browser browser = new Browser(Servers::invented);

    static List<String> labels() {
        return World.HOSTILE_LABELS;
    }

    /** The text of an element as it is, not as it is drawn. */
    private static String content(String css) {
        browser.waitFor(css);
        return browser.script("return document.querySelector(arguments[0]).textContent", css).toString();
    }

    @ParameterizedTest
    @MethodSource("labels")
    void theirPageShowsThemAsTheyAre(String label) {
        browser.open("/id/" + World.slug(label));
        assertTrue(content("h1").strip().startsWith(label), () -> content("h1"));
        assertTrue(browser.script("return document.title").toString().startsWith(label.strip()));
    }

    @ParameterizedTest
    @MethodSource("labels")
    void asTheyAreTypedTheyAreSuggested(String label) {
        browser.open("/").click("#q").insert(label);
        browser.waitFor("[role=option]");
        assertTrue(content("[role=option]").startsWith(label), () -> content("[role=option]"));
        browser.click("[role=option]").waitUntil("location.pathname === arguments[0]", "/id/" + World.slug(label));
    }

    @Test
    void anAnswerShowsThemInItsTable() {
        browser.open("/query/near-entity?entity=" + World.HUB);
        var shown = browser.texts("tbody a").stream().map(String::strip).toList();
        for (var label : World.HOSTILE_LABELS) {
            assertTrue(shown.contains(label), () -> label + " is not among " + shown);
        }
    }

    @Test
    void theExplorerShowsThemInItsListItsPaneAndItsPicture() {
        browser.open("/explore?near=" + World.HUB + "&limit=500&lang=en").waitFor("#graph[data-state=ready]");
        for (var label : World.HOSTILE_LABELS) {
            var slug = World.slug(label);
            assertEquals(label, browser.script("return firmament.cy.getElementById(arguments[0]).data('label')", slug));
            browser.script("firmament.actions.choose(arguments[0])", slug);
            assertTrue(content("#proof").contains(label), () -> content("#proof"));
            assertTrue(content("#list [data-id=" + slug + "]").contains(label), () -> content("#list [data-id=" + slug + "]"));
        }
    }

    @Test
    void theQueryPageShowsThemInItsTable() {
        browser.open("/sparql?lang=en&query=SELECT%20%3Flabel%20%7B%20%3Fx%20a%20%3Chttps%3A%2F%2Fw3id.org%2Ffirmament%2Fontology%23Person%3E%20%3B"
                + "%20%3Chttp%3A%2F%2Fwww.w3.org%2F2000%2F01%2Frdf-schema%23label%3E%20%3Flabel%20%7D%20ORDER%20BY%20%3Fx%20LIMIT%2020");
        browser.waitFor("#results tbody tr");
        assertTrue(content("#results tbody").contains("<script>alert(1)</script>"));
    }
}
