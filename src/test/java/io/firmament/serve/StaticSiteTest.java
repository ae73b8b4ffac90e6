package io.firmament.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.firmament.FirmamentException;
import io.firmament.Fixtures;
import io.firmament.KnowledgeGraph;
import io.firmament.Mirror;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** All pages of a small graph as files, read as a browser reads them from a disk. */
class StaticSiteTest {

    private static final String HOSTILE = "\"><script>alert(1)</script> ' & {{t.siteName}} \u202Eright\u202C \uD83D\uDE80 ]]> \\";

    private static final String DATA = """
            @prefix id: <https://w3id.org/firmament/id/> .
            @prefix st: <https://w3id.org/firmament/id/statement/> .
            id:told a fm:Article ; dcterms:identifier "told" ; rdfs:label "What is told"@en , "\u6240\u8FF0"@zh-Hans ;
                fm:earliest "2024-04-01"^^xsd:date ; fm:latest "2024-04-30"^^xsd:date ; fm:length 1000 ;
                fm:sha256 "47a674bd884544952c3f23a5b15ac2e8ec87518d093d65020f3324aacfd0d729" .
            id:hub a fm:Organization ; fm:kind kind:firm ; rdfs:label "Hub"@en , "\u4E2D\u5FC3"@zh-Hans ; skos:altLabel "H\u00FCb AG"@de .
            id:con a fm:Organization ; fm:kind kind:firm ; rdfs:label "Con"@en , "\u5EB7"@zh-Hans .
            id:Con a fm:Organization ; fm:kind kind:firm ; rdfs:label "Other Con"@en , "\u522B\u5EB7"@zh-Hans .
            id:quiet a fm:Person ; rdfs:label "Of whom nothing is said"@en , "\u65E0\u4EBA"@zh-Hans .
            id:hostile a fm:Person ; rdfs:label "%1$s"@en , "%1$s"@zh-Hans .
            st:post a fm:Statement ; fm:kind kind:role ; fm:subject id:hostile ; fm:object id:hub ; fm:role kind:head ;
                fm:evidence [ oa:hasSource id:told ; oa:start 10 ; oa:end 19 ; fm:certainty kind:stated ] .
            """.formatted(HOSTILE.replace("\\", "\\\\").replace("\"", "\\\""));

    private static final Pattern LINK = Pattern.compile("\\s(?:href|src|action|srcset|poster|data)=\"([^\"]*)\"");
    private static final Pattern ANCHOR = Pattern.compile("\\sid=\"([^\"]*)\"");

    @TempDir
    private static Path folder;

    private static KnowledgeGraph graph;
    private static Path site;
    private static StaticSite written;
    private static final Map<Path, String> PAGES = new TreeMap<>();

    @BeforeAll
    static void write() throws IOException {
        var home = folder.resolve("home");
        copy(Fixtures.ONTOLOGY, home.resolve("ontology"));
        copy(Path.of("queries"), home.resolve("queries"));
        Files.createDirectories(home.resolve("data"));
        Fixtures.file(home.resolve("data"), "world.ttl", DATA);
        graph = KnowledgeGraph.with().home(home).open();
        site = folder.resolve("site");
        written = graph.exportSite(site);
        for (var file : files(site)) {
            if (file.toString().endsWith(".html")) {
                PAGES.put(file, Files.readString(site.resolve(file)));
            }
        }
    }

    @AfterAll
    static void close() {
        graph.close();
    }

    private static void copy(Path from, Path to) throws IOException {
        for (var file : files(from)) {
            Files.createDirectories(to.resolve(file).getParent());
            Files.copy(from.resolve(file), to.resolve(file));
        }
    }

    private static List<Path> files(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).map(folder::relativize).sorted().toList();
        }
    }

    private static String unescaped(String text) {
        return text.replace("&quot;", "\"").replace("&#39;", "'").replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
    }

    @Test
    void everyLinkLeadsToAFileAndEveryAnchorToAPlaceInIt() {
        List<String> broken = new ArrayList<>();
        PAGES.forEach((page, html) -> LINK.matcher(html).results().map(found -> unescaped(found.group(1))).forEach(link -> {
            if (link.matches("(https?|mailto|data):.*")) {
                return;
            }
            var parts = link.split("#", 2);
            var target = parts[0].isEmpty() ? page : page.resolveSibling(parts[0]).normalize();
            var there = Files.isRegularFile(site.resolve(target));
            var anchor = parts.length < 2 || !there
                    || ANCHOR.matcher(PAGES.get(target)).results().anyMatch(found -> unescaped(found.group(1)).equals(parts[1]));
            if (!there || !anchor || link.startsWith("/") || link.contains("?") || target.startsWith("..")) {
                broken.add(page + ": " + link);
            }
        }));
        assertEquals(List.of(), broken);
    }

    @Test
    void nothingIsLeftOutButByThePagesThemselves() {
        assertEquals(Set.of(), written.leftOut());
        assertEquals(written.pages(), PAGES.size() - 1, "all but the page that chooses a language");
    }

    @Test
    void noPageSpeaksOfTheServerThatMadeIt() throws IOException {
        for (var file : files(site)) {
            assertFalse(Files.readString(site.resolve(file), java.nio.charset.StandardCharsets.ISO_8859_1).contains("127.0.0.1"), file::toString);
        }
        PAGES.forEach((page, html) -> {
            // A question may name an endpoint elsewhere.
            assertFalse(html.replace(Mirror.WIKIDATA, "").contains("/sparql"), page::toString);
            assertFalse(html.contains("curl "), page::toString);
        });
    }

    @Test
    void otherHostsAreLinkedToAndNotAsked() {
        PAGES.forEach((page, html) -> assertFalse(
                Pattern.compile("<(?!a\\b)[^>]*\\s(href|src)=\"(https?:)?//").matcher(html).find(), page::toString));
    }

    @Test
    void eachPageIsThereInBothLanguagesAndLeadsToItself() {
        for (var language : List.of("en", "zh")) {
            var other = language.equals("en") ? "zh" : "en";
            PAGES.forEach((page, html) -> {
                if (page.startsWith(language)) {
                    var twin = Path.of(other).resolve(Path.of(language).relativize(page));
                    assertTrue(PAGES.containsKey(twin), twin::toString);
                    assertTrue(html.contains("<html lang=\"" + language), page::toString);
                    var way = page.getParent().relativize(twin).toString().replace('\\', '/');
                    assertTrue(html.contains("href=\"" + way + "\" lang=\"" + (other.equals("en") ? "en" : "zh-Hans")), page::toString);
                }
            });
        }
    }

    @Test
    void everyEntityQuestionStatementAndKindHasAPage() {
        for (var page : List.of("en/id/hub.html", "zh/id/quiet.html", "en/id/statement/post.html", "en/id/told.html",
                "zh/ontology.html", "en/ontology/kind/role.html", "en/search.html", "en/query/people-of-firm/firm=hub.html")) {
            assertTrue(PAGES.containsKey(Path.of(page)), page);
        }
        graph.catalogue().questions().forEach(question ->
                assertTrue(PAGES.containsKey(Path.of("en/query/" + question.name() + ".html")), question::name));
    }

    @Test
    void aQuestionLeadsToTheAnswersThatAreThereAndToNoOthers() {
        var question = PAGES.get(Path.of("en/query/people-of-firm.html"));
        assertTrue(question.contains("href=\"people-of-firm/firm=hub.html\""), question);
        assertFalse(PAGES.containsKey(Path.of("en/query/people-of-firm/firm=con.html")));
        assertFalse(question.contains("<form class=\"fields"), "nobody could answer it");
        assertTrue(PAGES.get(Path.of("en/id/hub.html")).contains("people-of-firm/firm=hub.html"));
        assertFalse(PAGES.get(Path.of("en/id/quiet.html")).contains("/career/"));
    }

    @Test
    void hostileLabelsAreText() throws IOException {
        var page = PAGES.get(Path.of("en/id/hostile.html"));
        assertTrue(unescaped(page).contains(HOSTILE));
        PAGES.forEach((path, html) -> assertFalse(html.contains("<script>alert"), path::toString));
        var index = Files.readString(site.resolve("names.js"));
        assertFalse(index.contains("</script"), "it could be put into a page");
        assertTrue(index.contains("H\u00FCb AG"));
    }

    @Test
    void namesThatDifferInCaseOnlyOrMeanADeviceGetFilesOfTheirOwn() throws IOException {
        var names = files(site).stream().map(Path::toString).toList();
        assertEquals(names.size(), names.stream().map(String::toLowerCase).distinct().count());
        assertEquals(2, PAGES.keySet().stream().map(Path::toString).filter(page -> page.matches("en.id.con-[0-9a-f]+\\.html")).count());
        names.forEach(name -> assertTrue(name.matches("[A-Za-z0-9._=,/\\\\-]+"), name));
    }

    @Test
    void theWholeGraphLiesThereAsFiles() {
        for (var file : List.of("en/firmament.gexf", "zh/firmament-statements.graphml", "data/firmament.ttl", "data/firmament.jsonld",
                "context.jsonld", "data/id/hub.ttl", "style.css", "icon.svg", "app.js", "copy.js")) {
            assertTrue(Files.exists(site.resolve(file)), file);
        }
    }

    @Test
    void theSameGraphGivesTheSameBytesAndTakesThePlaceOfAnEarlierSite() throws IOException {
        var again = folder.resolve("again");
        copy(site, again);
        Files.writeString(again.resolve("en/index.html"), "changed");
        Files.writeString(again.resolve("en/gone.html"), "not of this graph");
        graph.exportSite(again);
        assertEquals(files(site), files(again));
        for (var file : files(site)) {
            assertEquals(-1, Files.mismatch(site.resolve(file), again.resolve(file)), file::toString);
        }
        try (var beside = Files.list(folder)) {
            assertEquals(Set.of("again", "home", "site"),
                    beside.map(f -> f.getFileName().toString()).filter(f -> !f.startsWith("full")).collect(Collectors.toCollection(TreeSet::new)));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"letter.txt", ".git/config", "en/index.html"})
    void aFolderThatHoldsAnythingElseIsNotTouched(String file) throws IOException {
        var full = folder.resolve("full-" + file.replaceAll("\\W", ""));
        Files.createDirectories(full.resolve(file).getParent());
        Files.writeString(full.resolve(file), "mine");
        var refused = assertThrows(FirmamentException.class, () -> graph.exportSite(full));
        assertTrue(refused.getMessage().contains(file.replaceFirst("/.*", "")), refused::getMessage);
        assertEquals(List.of(Path.of(file)), files(full));
    }

    @Test
    void aFileIsNoFolder() throws IOException {
        var file = Files.writeString(folder.resolve("full.txt"), "mine");
        assertThrows(FirmamentException.class, () -> graph.exportSite(file));
        assertEquals("mine", Files.readString(file));
    }

    @Test
    void visitorsOfAServerGetWhatTheyCanAsk() {
        assertTrue(Site.html("/query/people-of-firm").body().contains("<form class=\"fields"));
        assertFalse(Site.html("/").body().contains("copy.js"));
    }
}
