package io.firmament.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The explorer as it comes from the server; what its scripts make of it is for a browser to test. */
class ExplorePageTest {

    private static final Pattern FILE = Pattern.compile("(?:href|src)=\"(/[^\"?]+\\.(?:js|css))\"");
    private static final Pattern IMPORT = Pattern.compile("from \"\\./([a-z]+\\.js)\"");
    /** What tests and scripts hold on to. */
    private static final List<String> PARTS = List.of(
            "explore-q", "graph", "proof", "legend", "list", "slider", "undo", "redo", "save", "way", "way-from", "way-to", "note", "live");

    private static String page(String path) {
        var answer = Site.html(path);
        assertEquals(200, answer.statusCode(), path + ": " + answer.body());
        return answer.body();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/explore", "/explore?lang=zh", "/explore?near=bytedance&lang=zh", "/explore?question=moves-between&from=alibaba&to=bytedance"})
    void allItsPartsAreThereAndNothingThatThePolicyForbids(String path) {
        var html = page(path);
        PARTS.forEach(part -> assertEquals(2, html.split(" id=\"" + part + "\"", -1).length, part));
        assertFalse(html.contains("<script>") || html.contains("<style") || html.contains("style=\"") || html.contains(" onclick"));
        assertFalse(html.contains("{{") || html.contains("}}"));
        // Cytoscape adds a style element of its own, which the policy would refuse, unless it finds one by this name.
        assertTrue(html.contains("href=\"/explore.css\" id=\"__________cytoscape_stylesheet\""));
    }

    @Test
    void everyScriptItNamesIsServedAndEveryModuleIsFetchedAhead() {
        var html = page("/explore");
        var files = FILE.matcher(html).results().map(r -> r.group(1)).toList();
        assertTrue(files.containsAll(ExplorePage.SCRIPTS), files.toString());
        for (var file : files) {
            var answer = Site.get(file);
            assertEquals(200, answer.statusCode(), file);
            if (file.startsWith("/explore/")) {
                IMPORT.matcher(answer.body()).results()
                        .forEach(r -> assertTrue(ExplorePage.SCRIPTS.contains("/explore/" + r.group(1)), file + " imports " + r.group(1)));
            }
        }
    }

    @Test
    void itSpeaksBothLanguages() {
        assertTrue(page("/explore?lang=en").contains("Look around"));
        assertTrue(page("/explore?lang=zh").contains("\u56db\u5904\u770b\u770b"));
        assertTrue(page("/explore?lang=zh").contains("\u5b57\u8282\u8df3\u52a8"), "the examples too");
    }

    @Test
    void everyWordThatTheScriptsSayIsOnThePage() {
        var words = JSON.parse(attribute(page("/explore?lang=zh"), "data-words"));
        var says = Pattern.compile("\\b(word|counted)\\(\"([A-Za-z]+)\"");
        for (var script : ExplorePage.SCRIPTS) {
            says.matcher(Site.get(script).body()).results().forEach(r -> Stream.of("", "One")
                    .filter(ending -> ending.isEmpty() || r.group(1).equals("counted"))
                    .forEach(ending -> assertTrue(words.hasKey("explore" + r.group(2) + ending), script + ": " + r.group(2) + ending)));
        }
    }

    @Test
    void theClassesThatCanBeDrawnComeFromTheOntology() {
        var classes = JSON.parse(attribute(page("/explore?lang=zh"), "data-classes"));
        assertEquals("\u7ec4\u7ec7", classes.getString("Organization"));
        assertTrue(classes.keys().containsAll(List.of("Person", "Product", "Group", "Event")), classes.toString());
    }

    private static String attribute(String html, String name) {
        var value = Pattern.compile(name + "=\"([^\"]*)\"").matcher(html);
        assertTrue(value.find(), name);
        return value.group(1).replace("&quot;", "\"").replace("&#39;", "'").replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
    }

    @Test
    void theEmptyStartInvitesWithWhatTheGraphHolds() {
        var html = page("/explore");
        assertTrue(html.contains("/explore?near=bytedance"));
        var ways = Pattern.compile("href=\"(/explore\\?question=shortest-chain[^\"]*)\"").matcher(html).results().toList();
        assertEquals(2, ways.size());
        for (var way : ways) {
            var address = way.group(1).replace("&amp;", "&").replace("/explore?", "/export/cytoscape?");
            assertFalse(edges(Site.get(address).body()).isEmpty(), address + " leads nowhere");
        }
    }

    @Test
    void whatWillBeDrawnFirstIsNamedForTheBrowserToFetch() {
        var html = page("/explore?near=bytedance&limit=20&pin=bytedance:1:2&hide=hires&focus=bytedance&lang=en");
        var first = attribute(html.substring(html.indexOf("rel=\"preload\"")), "href").replace("&amp;", "&");
        assertEquals("/export/cytoscape?near=bytedance&limit=20&lang=en", first);
        assertEquals(21, JSON.parse(Site.get(first).body()).getObj("elements").getArray("nodes").map(n -> n).toList().size());
        assertFalse(page("/explore").contains("rel=\"preload\""));
    }

    @Test
    void anAnswerCanBeShownInTheExplorer() {
        var html = page("/query/moves-between?from=alibaba&to=bytedance");
        var link = Pattern.compile("href=\"(/explore\\?question=[^\"]*)\"").matcher(html);
        assertTrue(link.find());
        assertEquals("/explore?question=moves-between&from=alibaba&to=bytedance", link.group(1).replace("&amp;", "&"));
        assertFalse(page("/query/joined-from-outside?firm=bytedance&from=1990-01-01&to=1990-12-31").contains("/explore?question"), "nothing to show");
    }

    @Test
    void anEntityCanBeOpenedInTheExplorer() {
        assertTrue(page("/id/bytedance?lang=zh").contains("href=\"/explore?near=bytedance&amp;lang=zh\""));
    }

    @Test
    void theCountsAgreeWithWhatIsDrawn() {
        var rows = Site.GRAPH.ask("edge-counts", Map.of("entity", "bytedance")).rows();
        for (var row : rows) {
            var edge = row.iri("edge").orElseThrow();
            var property = edge.substring(edge.indexOf('#') + 1);
            var drawn = edges(Site.get("/export/cytoscape?near=bytedance&limit=1000&edge=" + property).body()).stream()
                    .map(data -> List.of(data.getString("source"), data.getString("target")))
                    .filter(ends -> ends.stream().anyMatch(end -> end.endsWith("/id/bytedance")))
                    .distinct()
                    .count();
            var counted = rows.stream()
                    .filter(r -> r.iri("edge").orElseThrow().equals(edge))
                    .mapToInt(r -> r.number("neighbours").orElseThrow().intValueExact())
                    .sum();
            assertEquals(counted, drawn, property);
        }
        assertTrue(rows.size() > 5);
    }

    private static List<JsonObject> edges(String cytoscape) {
        return JSON.parse(cytoscape).getObj("elements").getArray("edges").map(e -> e.getAsObject().getObj("data")).toList();
    }
}
