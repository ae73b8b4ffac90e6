package io.firmament;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The packed program, as a user and a script meet it. */
class CommandLineIT {

    private static Program.Result firmament(String... arguments) {
        return firmamentIn(Path.of("."), arguments);
    }

    private static Program.Result firmamentIn(Path folder, String... arguments) {
        var jar = Path.of("target/firmament.jar").toAbsolutePath();
        var command = new java.util.ArrayList<>(List.of("env", "-C", folder.toString(), "java", "-jar", jar.toString()));
        command.addAll(List.of(arguments));
        return Program.run(command.toArray(String[]::new));
    }

    @ParameterizedTest
    @ValueSource(strings = {"serve", "query", "check", "migrate", "search", "match", "link", "decide", "stats", "span", "verify", "export"})
    void eachCommandExplainsItself(String command) {
        var help = firmament(command, "--help");
        assertEquals(0, help.exit());
        assertTrue(help.out().startsWith("Usage: firmament " + command), help.out());
        assertEquals("", help.err());
    }

    @Test
    void withoutArgumentsItSaysWhereToStart() {
        var result = firmament();
        assertEquals(0, result.exit());
        assertTrue(result.out().contains("Start here:"), result.out());
    }

    @ParameterizedTest
    @CsvSource({"周畅,zhou-chang", "周暢,zhou-chang", "Zhou Chang,zhou-chang", "ZHOU  chang,zhou-chang", "字节,bytedance", "字節跳動,bytedance",
        "ByteDance,bytedance", "黄文灏,huang-wenhao", "黃文灏,huang-wenhao", "黃文灝,huang-wenhao"})
    void anyNameFindsTheOneEntity(String name, String slug) {
        var result = firmament("search", name);
        assertEquals(0, result.exit(), result.err());
        assertTrue(result.out().lines().skip(1).findFirst().orElse("").endsWith("/" + slug), result.out());
    }

    @Test
    void aNameThatFitsNothingIsAnEmptyAnswer() {
        assertEquals(1, firmament("search", "nobody at all").exit());
    }

    @Test
    void aQuestionTakesAnIriASlugOrAnyName() {
        var bySlug = firmament("query", "investors-of-firm", "--param", "firm=zhipu-ai", "-f", "csv");
        assertEquals(0, bySlug.exit(), bySlug.err());
        assertTrue(bySlug.out().startsWith("investor,investorLabel,"), bySlug.out());
        for (var name : List.of("智谱", "智譜AI", "zhipu", "https://w3id.org/firmament/id/zhipu-ai")) {
            assertEquals(bySlug.out(), firmament("query", "investors-of-firm", "--param", "firm=" + name, "-f", "csv").out(), name);
        }
    }

    @ParameterizedTest
    @CsvSource({"json,'\"bindings\"'", "tsv,?investor", "csv,investor", "table,rows"})
    void answersComeInFourFormats(String format, String sign) {
        var result = firmament("query", "investors-of-firm", "-p", "firm=zhipu-ai", "-f", format);
        assertEquals(0, result.exit(), result.err());
        assertTrue(result.out().contains(sign), result.out());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "query investors-of-firm -p firm=Flow|fits several",
        "query investors-of-firm -p firm=Nowhere|No organization is named",
        "query investors-of-firm|needs the parameter firm",
        "query investors-of-firm -p company=x|has no parameter company",
        "query investors-of-form -p firm=x|Did you mean",
        "query nowhere.rq|Cannot read nowhere.rq",
        "check nowhere.ttl|No file or folder nowhere.ttl",
        "verify|--sources",
        "verify --sources nowhere|No folder nowhere",
        "verify --sources pom.xml|pom.xml is not a folder",
        "verify --sources src --article nowhere|No article is named",
        "stats --home nowhere|A home holds ontology, data and queries",
        "serve --port 99999|port",
        "serve --base example.org/sky|https://example.org/",
        "search a --limit -1|number from 1",
        "frobnicate|Unmatched argument"})
    void aUsersMistakeGetsOneClearMessageAndExitCodeTwo(String line, String message) {
        var result = firmament(line.split(" "));
        assertEquals(2, result.exit(), result.out());
        assertTrue(result.err().contains(message), result.err());
        assertFalse(result.err().contains("\tat "), result.err());
    }

    @Test
    void aLocaleWithoutChineseIsSaidAndNotGuessedAround() {
        var result = Program.shell("LC_ALL=C java -jar target/firmament.jar search 字节");
        assertEquals(2, result.exit());
        assertTrue(result.err().contains("LC_ALL"), result.err());
        assertTrue(Program.shell("LC_ALL=C java -jar target/firmament.jar search bytedance").out().contains("字节跳动"));
    }

    @Test
    void columnsCanBeChosen() {
        var result = firmament("query", "moves-between", "-p", "from=阿里", "-p", "to=字节", "-c", "person,date", "-f", "csv");
        assertEquals("person,personLabel,date\r\nhttps://w3id.org/firmament/id/zhou-chang,Zhou Chang,2024-08\r\n", result.out());
        assertEquals(2, firmament("query", "counts", "-c", "nothing").exit());
    }

    @Test
    void anEmptyAnswerIsExitCodeOne() {
        assertEquals(1, firmament("query", "investors-of-firm", "-p", "firm=bytedance").exit());
    }

    @Test
    void aQueryInAFileIsAnswered(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("mine.rq"), "SELECT ?x { VALUES ?x { 42 } }");
        Files.writeString(folder.resolve("broken.rq"), "SELECT ?x {\n VALUES");
        assertTrue(firmamentIn(folder, "query", "mine.rq", "-f", "csv").out().contains("42"));
        var broken = firmamentIn(folder, "query", "broken.rq");
        assertEquals(2, broken.exit());
        assertTrue(broken.err().contains("error in line 2"), broken.err());
    }

    @Test
    void itRunsFromAnywhereAndKeepsAStore(@TempDir Path folder) {
        var memory = firmamentIn(folder, "stats");
        var built = firmamentIn(folder, "stats", "--store", "sky");
        var reopened = firmamentIn(folder, "stats", "--store", "sky");
        assertEquals(0, built.exit(), built.err());
        assertEquals(memory.out(), built.out());
        assertEquals(memory.out(), reopened.out());
    }

    @Test
    void aSiteIsWrittenWhole(@TempDir Path folder) throws IOException {
        var home = folder.resolve("home");
        for (var part : List.of("ontology", "queries")) {
            try (var files = Files.walk(Path.of(part))) {
                for (var file : files.toList()) {
                    var copy = home.resolve(file.toString());
                    Files.createDirectories(copy.getParent());
                    Files.copy(file, copy);
                }
            }
        }
        Files.createDirectories(home.resolve("data"));
        Files.copy(Fixtures.BASE, home.resolve("data").resolve(Fixtures.BASE.getFileName()));
        var site = folder.resolve("sky");
        var written = firmament("export", "--format", "site", site.toString(), "--home", home.toString());
        assertEquals(0, written.exit(), written.err());
        assertTrue(Files.readString(site.resolve("index.html")).contains("Firmament"));

        var nowhere = firmament("export", "--format", "site", "--home", home.toString());
        assertEquals(2, nowhere.exit());
        assertTrue(nowhere.err().contains("Name a folder"), nowhere.err());
        Files.writeString(site.resolve("mine.txt"), "not of a site");
        var taken = firmament("export", "--format", "site", site.toString(), "--home", home.toString());
        assertEquals(2, taken.exit());
        assertEquals("not of a site", Files.readString(site.resolve("mine.txt")));
    }

    @Test
    void checkNamesFileAndLineAndFails(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("new.ttl"), """
                @prefix fm: <https://w3id.org/firmament/ontology#> .
                @prefix id: <https://w3id.org/firmament/id/> .
                @prefix st: <https://w3id.org/firmament/id/statement/> .

                st:new a fm:Statement ; fm:subject id:baidu ; fm:object id:tencent ;
                    fm:kind <https://w3id.org/firmament/ontology/kind/rivalry> .
                """);
        var result = firmamentIn(folder, "check", "new.ttl");
        assertEquals(1, result.exit());
        assertTrue(result.err().contains("new.ttl:5: error: st:new: A statement needs fm:evidence"), result.err());
        assertEquals(0, firmament("check").exit());
    }

    @Test
    void verifySaysWhichArticlesAreMissing(@TempDir Path folder) throws IOException {
        var identifier = firmament("query", "articles", "-c", "identifier", "-f", "csv").out().lines().skip(1).findFirst().orElseThrow();
        Files.write(folder.resolve(identifier + ".txt"), new byte[] {(byte) 0xFF});
        var result = firmament("verify", "--sources", folder.toString());
        assertEquals(1, result.exit());
        assertTrue(result.err().contains(identifier + ".txt is not in UTF-8"), result.err());
        assertEquals(result.err().lines().count() - 1, result.err().lines().filter(line -> line.contains(": no file ")).count());
        assertTrue(result.out().lines().reduce((a, b) -> b).orElse("").startsWith("0 citations checked: "), result.out());
        assertFalse(result.err().contains("\tat "), result.err());
    }

    @Test
    void aTakenPortIsSaidInOneLine() throws IOException {
        try (var taken = new ServerSocket(0, 1, java.net.InetAddress.getLoopbackAddress())) {
            var result = firmament("serve", "--port", String.valueOf(taken.getLocalPort()));
            assertEquals(2, result.exit());
            assertEquals(1, result.err().lines().count(), result.err());
        }
    }

    @Test
    void theServerStopsWhenAsked() {
        try (var server = new Program.Running("java", "-jar", "target/firmament.jar", "serve", "--port", "0")) {
            server.printedUpTo(line -> line.contains("Ctrl-C"));
            assertEquals(143, server.stop());
        }
    }
}
