package io.firmament.link;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.firmament.FirmamentException;
import io.firmament.Fixtures;
import io.firmament.match.Matcher;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tables as people have them: what comes out, and what is refused. One matcher for all; a few seconds, most of them to get the matcher's dictionaries ready. */
class TableLinkerTest {

    static final String WORLD = """
            ex:kim-a a fm:Person ; rdfs:label "Kim Park"@en , "朴金"@zh-Hans .
            ex:kim-b a fm:Person ; rdfs:label "Kim Park"@en , "朴今"@zh-Hans .
            ex:formula a fm:Organization ; fm:kind kind:firm ; rdfs:label "=Sum"@en , "=和公司"@zh-Hans .
            """;

    private static Matcher matcher;

    @TempDir
    private Path folder;

    private Path table;
    private Path out;
    private Path review;

    @BeforeAll
    static void readNames(@TempDir Path folder) {
        try (var store = Fixtures.derived(folder, WORLD)) {
            matcher = store.read(Matcher::from);
        }
    }

    @BeforeEach
    void nameFiles() {
        table = folder.resolve("people.csv");
        out = folder.resolve("linked.csv");
        review = folder.resolve("linked.review.csv");
    }

    private TableLinker.Counts link(String content, String... context) throws IOException {
        Files.writeString(table, content);
        return link(TableFormat.of(table), false, context);
    }

    private TableLinker.Counts link(TableFormat format, boolean replace, String... context) {
        return new TableLinker(matcher, "en").link(
                table, format, new TableLinker.Columns("name", Arrays.asList(context), Optional.empty()), "", out, review, replace);
    }

    private String refusal(String content) {
        var message = assertThrows(FirmamentException.class, () -> link(content)).getMessage();
        assertEquals(List.of("people.csv"), files(), "nothing is left behind");
        return message.replace(folder + "/", "");
    }

    private List<String> files() {
        try (var files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    void eachRowGetsAnIriOrAReasonAndItsOwnValuesStay() throws IOException {
        var counts = link("""
                id,name,remark
                1,Ann Lee,"a ""quote"", and
                a break"
                2,Kim Park,=cmd|' /C calc'!A0
                3,Nobody,\s kept\s
                4,,
                """);
        assertEquals(new TableLinker.Counts(1, 1, 2, 2), counts);
        assertEquals("""
                id,name,remark,firmament_iri,firmament_label,firmament_score,firmament_verdict,firmament_reason
                1,Ann Lee,"a ""quote"", and
                a break",https://example.org/ann,Ann Lee,1.00,match,the name itself (Ann Lee)
                2,Kim Park,=cmd|' /C calc'!A0,,,1.00,unsure,Kim Park / Kim Park
                3,Nobody,"\s kept\s",,,,none,
                4,,,,,,none,
                """, Files.readString(out));
        assertEquals("""
                line,name,label,label_zh,score,reason,decision,note,candidate
                4,Kim Park,Kim Park,朴金,1.00,the name itself (Kim Park),,,https://example.org/kim-a
                4,Kim Park,Kim Park,朴今,1.00,the name itself (Kim Park),,,https://example.org/kim-b
                """, Files.readString(review));
    }

    @Test
    void theSameIsAskedOnceAndAnotherContextIsAnotherQuestion() throws IOException {
        var counts = link("name,employer\nKim Park,Acme\nKim Park,Acme\nKim Park,Beta Works\n", "employer");
        assertEquals(new TableLinker.Counts(0, 3, 0, 4), counts);
        assertTrue(Files.readString(review).startsWith("line,name,context_employer,label,"), Files.readString(review));
    }

    @Test
    void aColumnMaySayWhatEachIs() throws IOException {
        Files.writeString(table, "name,what\nAcme,firm\nAcme,person\n");
        var columns = new TableLinker.Columns("name", List.of(), Optional.of("what"));
        var counts = new TableLinker(matcher, "zh-Hans").link(table, TableFormat.of(table), columns, "", out, review, false);
        assertEquals(new TableLinker.Counts(1, 0, 1, 0), counts);
        assertTrue(Files.readString(out).contains("艾可美机器人,0.98,match,别名一致 (Acme)"), Files.readString(out));
        assertFalse(Files.exists(review), "nothing to decide");
        Files.writeString(table, "name,what\nAcme,planet\n");
        var error = assertThrows(FirmamentException.class,
                () -> new TableLinker(matcher, "en").link(table, TableFormat.of(table), columns, "", out, review, true));
        assertTrue(error.getMessage().startsWith("Line 2: No class or kind is called \"planet\"."), error.getMessage());
    }

    @ParameterizedTest
    @ValueSource(strings = {"GB18030", "UTF-16", "UTF-8"})
    void whatComesOutIsWrittenAsWhatWentIn(String encoding) throws IOException {
        var charset = Charset.forName(encoding);
        Files.write(table, "name\r\n李安\r\n".getBytes(charset));
        link(TableFormat.of(table).encodedIn(encoding), false);
        var written = new String(Files.readAllBytes(out), charset);
        assertTrue(written.startsWith("name,firmament_iri") && written.contains("\r\n李安,https://example.org/ann,Ann Lee,1.00,match,the name itself (李安)\r\n"), written);
    }

    @Test
    void aByteOrderMarkStaysWhereItWas() throws IOException {
        link("\uFEFFname\nAnn Lee\n");
        assertTrue(Files.readString(out).startsWith("\uFEFFname,firmament_iri"), Files.readString(out));
    }

    @Test
    void tabsAndSemicolonsSeparateToo() throws IOException {
        table = folder.resolve("people.tsv");
        link("name\tx\nAnn Lee\ta,b\n");
        assertTrue(Files.readString(out).contains("Ann Lee\ta,b\thttps://example.org/ann\t"), Files.readString(out));
        link(TableFormat.of(table).separatedBy("tab"), true);
        Files.writeString(table, "name;x\nAnn Lee;\"a;b\"\n");
        link(TableFormat.of(table).separatedBy("semicolon"), true);
        assertTrue(Files.readString(out).contains("Ann Lee;\"a;b\";https://example.org/ann;"), Files.readString(out));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "name,x\\nAnn Lee,1\\nBo Chen,1,2\\n | people.csv:3: 3 values, where the header has 2 columns.",
        "name,x\\nAnn Lee,\"1\\n2\"\\nBo Chen\\n | people.csv:4: 1 values, where the header has 2 columns.",
        "Name,x\\nAnn Lee,1\\n | people.csv has no column \"name\"; it has: Name, x",
        "name;x\\nAnn Lee;1\\n | people.csv has no column \"name\"; it has: name;x. Is another sign the separator? Say it with --separator.",
        "name,name\\nAnn Lee,1\\n | people.csv has several columns \"name\".",
        "name,x\\n\"Ann\" Lee,1\\n | people.csv:2: a quote is opened in this row and not closed, or text stands behind one that is.",
        "name,x\\n\"Ann Lee,1\\n | people.csv:2: a quote is opened in this row and not closed, or text stands behind one that is.",
        "name,firmament_iri\\nAnn Lee,1\\n | The table has a column firmament_iri already.",
        "'' | people.csv is empty; a table has a header.",
    })
    void whatIsNoTableIsRefusedWithItsLine(String content, String message) {
        var refusal = refusal(content == null ? "" : content.replace("\\n", "\n"));
        assertTrue(refusal.startsWith(message), refusal);
    }

    @Test
    void anotherEncodingIsToldWithTheLineAndWhatToDo() throws IOException {
        Files.write(table, "id,name\n1,Ann Lee\n2,李安\n".getBytes("GB18030"));
        var error = assertThrows(FirmamentException.class, () -> link(TableFormat.of(table), false));
        assertEquals("people.csv is not in UTF-8: line 3. Say what it is in with --encoding, such as GB18030 (Excel in Chinese) or UTF-16.",
                error.getMessage().replace(folder + "/", ""));
        assertThrows(FirmamentException.class, () -> TableFormat.of(table).encodedIn("nonsense"));
        assertThrows(FirmamentException.class, () -> TableFormat.of(table).separatedBy("\""));
    }

    @Test
    void anEncodingWithoutRoomForOurLabelsIsRefused() throws IOException {
        Files.write(table, "name\nAnn Lee\n".getBytes(StandardCharsets.ISO_8859_1));
        var error = assertThrows(FirmamentException.class, () -> new TableLinker(matcher, "zh").link(
                table, TableFormat.of(table).encodedIn("ISO-8859-1"), new TableLinker.Columns("name", List.of(), Optional.empty()), "", out, review, false));
        assertTrue(error.getMessage().contains("has no room for what is added to it. Save the table in UTF-8"), error.getMessage());
        assertEquals(List.of("people.csv"), files());
    }

    @Test
    void nothingIsReplacedUnlessItMayBeAndTheTableNever() throws IOException {
        link("name\nAnn Lee\n");
        var before = Files.readAllBytes(out);
        var error = assertThrows(FirmamentException.class, () -> link("name\nBo Chen\n"));
        assertTrue(error.getMessage().endsWith("linked.csv exists. Name another file, or let it be replaced with --force."), error.getMessage());
        assertArrayEquals(before, Files.readAllBytes(out));
        link(TableFormat.of(table), true);
        assertTrue(Files.readString(out).contains("Bo Chen"), Files.readString(out));
        out = table;
        error = assertThrows(FirmamentException.class, () -> link(TableFormat.of(table), true));
        assertTrue(error.getMessage().startsWith("The result would be written over "), error.getMessage());
        assertEquals("name\nBo Chen\n", Files.readString(table));
    }

    @Test
    void aLabelThatLooksLikeAFormulaIsGuardedInWhatWeAdd() throws IOException {
        link("name\n=Sum\n");
        assertTrue(Files.readString(out).contains("\n=Sum,https://example.org/formula,'=Sum,1.00,match,"), Files.readString(out));
        for (var text : List.of("=1", "'=1", "''@x", "+86", "-", "\tx", "plain", "'tis", "")) {
            assertEquals(text, TableWriter.unguarded(TableWriter.guarded(text)));
            assertFalse(TableWriter.guarded(text).matches("(?s)[=+\\-@\\t\\r].*"), text);
        }
    }
}
