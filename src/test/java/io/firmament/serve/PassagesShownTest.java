package io.firmament.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.firmament.FirmamentException;
import io.firmament.Fixtures;
import io.firmament.KnowledgeGraph;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The passages themselves, where the articles are at hand: around what is cited, and nothing else of them. */
class PassagesShownTest {

    /** The rocket is one code point and two chars; the markup is the article's own. */
    private static final String TEXT = """
            🚀机器的春天<script>alert(1)</script>
            李安上周离开了原来的公司。她说等了两年。
            这一句无人引用，不可示人。
            街上在下雨而没有人觉得奇怪因为报纸谈的是别的事情并且天色还早所以大家都慢慢地走着不时停下来看看两边的树和树上的鸟还有远处的山和山上的云李安去了贝塔工厂于是他们都很高兴而且一直走到了很晚很晚才各自回家去了灯一盏一盏地灭了后来又亮了起来照着空空的广场和广场上的长椅以及长椅旁边那一棵很老的树。
            """;

    @TempDir
    private static Path folder;

    private static KnowledgeGraph graph;
    private static Server server;

    @BeforeAll
    static void serve() throws Exception {
        var home = Files.createDirectories(folder.resolve("home"));
        for (var part : new String[] {"ontology", "queries"}) {
            try (var files = Files.walk(Path.of(part))) {
                for (var file : files.toList()) {
                    Files.copy(file, home.resolve(file.toString()));
                }
            }
        }
        Files.createDirectories(home.resolve("data"));
        Fixtures.file(home.resolve("data"), "world.ttl", """
                @prefix id: <https://w3id.org/firmament/id/> .
                @prefix st: <https://w3id.org/firmament/id/statement/> .
                id:spring a fm:Article ; dcterms:identifier "spring" ; dcterms:language "zh-Hans" ; rdfs:label "Spring"@en , "春天"@zh-Hans ;
                    fm:earliest "2024-04-01"^^xsd:date ; fm:latest "2024-04-30"^^xsd:date ; fm:length %1$d ; fm:sha256 "%2$s" .
                id:changed a fm:Article ; dcterms:identifier "changed" ; dcterms:language "zh-Hans" ; rdfs:label "Changed"@en , "变了"@zh-Hans ;
                    fm:earliest "2024-04-01"^^xsd:date ; fm:latest "2024-04-30"^^xsd:date ; fm:length %1$d ; fm:sha256 "%2$s" .
                id:ann a fm:Person ; rdfs:label "Ann"@en , "李安"@zh-Hans .
                id:beta a fm:Organization ; fm:kind kind:firm ; rdfs:label "Beta <b>"@en , "贝塔工厂"@zh-Hans .
                st:title a fm:Statement ; fm:kind kind:role ; fm:subject id:ann ; fm:object id:beta ;
                    fm:title "<img src=x>"@en , "<img src=x>"@zh-Hans ; fm:evidence %3$s .
                st:goes a fm:Statement ; fm:kind kind:joining ; fm:subject id:ann ; fm:object id:beta ; fm:evidence %4$s , %5$s .
                """.formatted(TEXT.codePointCount(0, TEXT.length()), sha256(), evidence("spring", "<script>alert(1)</script>"),
                evidence("spring", "李安去了贝塔工厂"), evidence("changed", "李安上周离开了")));
        var sources = Files.createDirectories(folder.resolve("sources"));
        Files.writeString(sources.resolve("spring.txt"), TEXT);
        Files.writeString(sources.resolve("changed.txt"), TEXT + "!");
        graph = KnowledgeGraph.with().home(home).open();
        server = graph.serve(ServerOptions.defaults().withPort(0).withSources(sources));
    }

    @AfterAll
    static void stop() {
        server.close();
        graph.close();
    }

    private static String sha256() throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(TEXT.getBytes(StandardCharsets.UTF_8)));
    }

    private static String evidence(String article, String passage) {
        var start = TEXT.codePointCount(0, TEXT.indexOf(passage));
        return "[ oa:hasSource id:%s ; oa:start %d ; oa:end %d ; fm:certainty kind:stated ]"
                .formatted(article, start, start + passage.codePointCount(0, passage.length()));
    }

    private static String get(String path, String accept) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(server.address() + path)).header("Accept", accept).build();
        var answer = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
        assertEquals(200, answer.statusCode(), answer.body());
        return answer.body();
    }

    @Test
    void aCitedSpanIsMarkedWithALittleOfItsSentence() throws Exception {
        for (var path : new String[] {"proof?from=ann&to=beta", "proof?statement=goes&fragment=true", "id/ann", "id/statement/goes", "id/spring"}) {
            var html = get(path, "text/html");
            assertTrue(html.contains("<mark>李安去了贝塔工厂</mark>于是他们都很高兴"), path + ": " + html);
            assertTrue(html.contains("<blockquote lang=\"zh-Hans\">…") && html.contains("…</blockquote>"), "cut on both sides");
            assertFalse(html.contains("街上在下雨"), "too far from the span");
        }
    }

    @Test
    void whatNothingCitesIsShownNowhere() throws Exception {
        for (var path : new String[] {"proof?from=ann&to=beta", "id/ann", "id/beta", "id/spring", "id/statement/goes", "query/facts-of-article?text=spring"}) {
            assertFalse(get(path, "text/html").contains("不可示人"), path);
        }
        for (var path : new String[] {"id/spring", "id/statement/goes"}) {
            assertFalse(get(path, "text/turtle").contains("于是他们都很高兴"), "no text of articles in data: " + path);
        }
        assertFalse(get("export/cytoscape", "*/*").contains("李安去了贝塔工厂"));
    }

    @Test
    void markupInAnArticleAndInALabelIsText() throws Exception {
        var html = get("proof?statement=title", "text/html");
        assertTrue(html.contains("<mark>&lt;script&gt;alert(1)&lt;/script&gt;</mark>") && html.contains("&lt;img src=x&gt;"), html);
        assertFalse(html.contains("<script>") || html.contains("<img src=x") || html.contains("Beta <b>"), html);
    }

    @Test
    void anArticleThatIsNotTheOneThatWasReadShowsItsPositionsOnly() throws Exception {
        assertFalse(get("id/statement/goes", "text/html").contains("<mark>李安上周离开了</mark>"));
        var faults = graph.passages(folder.resolve("sources")).faults();
        assertEquals(1, faults.size(), faults::toString);
        assertTrue(faults.get(0).contains("changed") && faults.get(0).contains("SHA-256"), faults.get(0));
    }

    @Test
    void aFolderThatIsNotThereIsRefused() {
        var options = ServerOptions.defaults().withPort(0).withSources(folder.resolve("nowhere"));
        assertTrue(assertThrows(FirmamentException.class, () -> graph.serve(options)).getMessage().contains("No folder"));
    }
}
