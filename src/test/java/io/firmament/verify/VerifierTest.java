package io.firmament.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.firmament.FirmamentException;
import io.firmament.Fixtures;
import io.firmament.store.Store;
import io.firmament.verify.Failure.Fault;
import io.firmament.verify.Failure.OfArticle;
import io.firmament.verify.Failure.OfCitation;
import io.firmament.verify.Failure.OfLongSpans;
import io.firmament.verify.Failure.OfWording;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A small graph against articles of our own, one per script; the base's English article beside them. */
class VerifierTest {

    /** The rocket lies outside the Basic Multilingual Plane: one code point, two chars. */
    private static final String SIMPLIFIED = """
            🚀机器的春天
            李安上周离开了原来的公司。她说：“我等了两年。”
            街上在下雨，没有人觉得奇怪。报纸谈的是别的事！
            据陈博估计，新机器的售价在800-1200万元之间。没有人反驳。
            到了夜里，广场上空空荡荡。灯一盏接一盏地灭了。
            Acme 的订单涨了五分之一；大家都很高兴。
            谁也不知道后来会怎样，不过春天总会回来，这一点没有人怀疑。
            """;

    private static final String TRADITIONAL = """
            機器的夏天
            贝塔工廠上個月搬了家。人人都説新樓很好看。
            樹上的蟬叫個不停，行人走得很慢。天空一片雲也沒有。
            四行者裡有數十億元的訂單，誰看了都羨慕。
            """;

    private static final String GOOD = """
            ex:ann-moves a fm:Statement ; fm:kind kind:leaving ; fm:subject ex:ann ; fm:object ex:beta ; \
            fm:gist "她换了工作"@zh-Hans ; fm:evidence %s .
            ex:price a fm:Statement ; fm:kind kind:figure ; fm:subject ex:walker ; fm:minValue 8000000 ; fm:maxValue 12000000 ; \
            fm:unit kind:CNY ; fm:evidence %s .
            ex:growth a fm:Statement ; fm:kind kind:figure ; fm:subject ex:acme ; fm:value 20 ; fm:unit kind:percent ; fm:evidence %s .
            ex:beta-moves a fm:Statement ; fm:subject ex:beta ; fm:gist "公司迁入新址"@zh-Hans ; fm:evidence %s .
            ex:orders a fm:Statement ; fm:kind kind:figure ; fm:subject ex:four-walkers ; fm:minValue 2000000000 ; \
            fm:maxValue 9999999999 ; fm:unit kind:CNY ; fm:evidence %s .
            """.formatted(
                    simplified("离开了原来的公司"), simplified("售价在800-1200万元之间"), simplified("订单涨了五分之一"),
                    traditional("贝塔工廠上個月搬了家"), traditional("四行者裡有數十億元"));

    @TempDir
    private Path folder;

    private Path sources;

    @BeforeEach
    void putArticles() throws IOException {
        sources = Files.createDirectory(folder.resolve("sources"));
        Files.writeString(sources.resolve("spring.txt"), SIMPLIFIED);
        Files.writeString(sources.resolve("summer.txt"), TRADITIONAL);
        Files.copy(Fixtures.BASE.resolveSibling("acme-hires.txt"), sources.resolve("acme-hires.txt"));
    }

    private static String simplified(String passage) {
        return evidence("spring", SIMPLIFIED, passage);
    }

    private static String traditional(String passage) {
        return evidence("summer", TRADITIONAL, passage);
    }

    private static String evidence(String article, String text, String passage) {
        var at = text.indexOf(passage);
        assertTrue(at >= 0, passage);
        var start = text.codePointCount(0, at);
        return span(article, start, start + passage.codePointCount(0, passage.length()));
    }

    private static String span(String article, int start, int end) {
        return "[ oa:hasSource ex:%s ; oa:start %d ; oa:end %d ; fm:certainty kind:stated ]".formatted(article, start, end);
    }

    private static String article(String name, String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return "ex:%s a fm:Article ; dcterms:identifier \"%s\" ; fm:length %d ; fm:sha256 \"%s\" .\n"
                    .formatted(name, name, text.codePointCount(0, text.length()), HexFormat.of().formatHex(digest));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private Verification verify(String statements) {
        return verify(article("spring", SIMPLIFIED) + article("summer", TRADITIONAL), statements);
    }

    private Verification verify(String articles, String statements) {
        return verifier(articles, statements).verify(sources, article -> true);
    }

    /** The graph as it is written: nothing here rests on what rules derive. */
    private Verifier verifier(String articles, String statements) {
        try (var store = Store.inMemory()) {
            store.write(writer -> {
                writer.add(Fixtures.ontology().graph());
                writer.add(Fixtures.baseWith(Fixtures.file(folder, "more.ttl", articles + statements)).graph());
            });
            return store.read(Verifier::from);
        }
    }

    private static String about(String subject, String rest, String evidence) {
        return "ex:it a fm:Statement ; fm:subject ex:%s ; %s fm:evidence %s .\n".formatted(subject, rest, evidence);
    }

    private Failure only(String statements) {
        var failures = verify(statements).failures();
        assertEquals(1, failures.size(), failures::toString);
        return failures.get(0);
    }

    private Fault fault(String statements) {
        return ((OfCitation) only(statements)).fault();
    }

    @Test
    void aGoodGraphHolds() {
        var result = verify(GOOD);
        assertEquals(List.of(), result.failures());
        assertTrue(result.holds());
        assertEquals("[article, spring, summer]", result.coverage().stream().map(Coverage::article).toList().toString());
        var spring = result.coverage().get(1);
        assertEquals(3, spring.citations());
        assertEquals(1, spring.inContext(), "李安 stands before the span");
        assertEquals(2, spring.inSpan());
        assertEquals(spring.citations() + 2 + result.coverage().get(0).citations(), result.citations());
    }

    @ParameterizedTest
    @ValueSource(ints = {36, 40, -38})
    void aGraphWhoseSpansHaveSlippedDoesNotHold(int by) {
        var lengths = java.util.Map.of("spring", SIMPLIFIED.codePointCount(0, SIMPLIFIED.length()), "summer", TRADITIONAL.length());
        var slipped = java.util.regex.Pattern.compile("ex:(spring|summer) ; oa:start (\\d+) ; oa:end (\\d+)").matcher(GOOD)
                .replaceAll(m -> {
                    var length = Integer.parseInt(m.group(3)) - Integer.parseInt(m.group(2));
                    var start = Math.floorMod(Integer.parseInt(m.group(2)) + by, lengths.get(m.group(1)) - length);
                    return "ex:%s ; oa:start %d ; oa:end %d".formatted(m.group(1), start, start + length);
                });
        var failed = verify(slipped).failures().stream().map(f -> ((OfCitation) f).statement()).collect(Collectors.toSet());
        assertEquals(5, failed.size(), failed::toString);
    }

    @Test
    void oneStepAsideIsSeenWhereASpanHasLooseEnds() {
        var start = SIMPLIFIED.codePointCount(0, SIMPLIFIED.indexOf("据陈博估计"));
        for (var span : List.of(span("spring", start + 5, start + 9), span("spring", start, start + 6), span("spring", start - 1, start + 5))) {
            assertEquals(Fault.LOOSE, fault(about("bo", "", span)), span);
        }
        assertEquals(Fault.LOOSE, fault(about("acme", "", simplified("cme 的订单"))));
        assertEquals(Fault.LOOSE, fault(about("bo", "", simplified("00万元之间"))));
    }

    @Test
    void aSpanOutsideTheArticleIsSaid() {
        assertEquals(Fault.OUTSIDE, fault(about("bo", "", span("summer", 80, 8000))));
        assertEquals(Fault.OUTSIDE, fault(about("bo", "", span("summer", 9, 9))));
        assertEquals(Fault.TOO_SHORT, fault(about("bo", "", span("summer", 0, 1))));
    }

    @Test
    void whoIsNotNamedInTheSentenceNorTheOneBeforeIsMissed() {
        var failure = (OfCitation) only(about("ann", "fm:object ex:acme ;", simplified("报纸谈的是别的事")));
        assertEquals(Fault.NO_NAME, failure.fault());
        assertTrue(failure.message().contains("李安"), failure::toString);
        assertTrue(failure.passage().endsWith("街上在下雨，没有人觉得奇怪。«报纸谈的是别的事»！"), failure::toString);
        assertEquals("spring", failure.article());
    }

    static Stream<String> arguments() {
        return Stream.of("fm:object ex:bo", "fm:origin ex:bo", "fm:event ex:bo", "fm:about ex:rain , ex:bo", "fm:place ex:bo");
    }

    @ParameterizedTest
    @MethodSource("arguments")
    void whoeverTakesPartMayBeTheOneNamed(String argument) {
        assertTrue(verify(about("ann", argument + " ;", simplified("据陈博估计"))).holds());
    }

    @Test
    void theSpeakerMayBeTheOneNamed() {
        assertTrue(verify(about("ann", "", simplified("据陈博估计").replace("]", "; fm:speaker ex:bo ]"))).holds());
    }

    @Test
    void aWordingOfTheArticleNamesWhomItDoesNotName() {
        var clerk = "ex:clerk a fm:Person ; fm:naming kind:unnamed ; fm:onlyIn ex:spring ; rdfs:label \"某位路人\"@zh-Hans %s .\n";
        var statement = about("clerk", "", simplified("没有人反驳"));
        assertEquals(Fault.NO_NAME, fault(clerk.formatted("") + statement));
        assertTrue(verify(clerk.formatted("; skos:hiddenLabel \"没有人\"@zh-Hans") + statement).holds());
    }

    @Test
    void aFigureMustStandAtItsPlaceEvenWhereANameDoes() {
        assertEquals(Fault.NO_FIGURE, fault(about("bo", "fm:value 900000 ; fm:unit kind:CNY ;", simplified("据陈博估计"))));
        assertEquals(Fault.NO_FIGURE, fault(about("bo", "fm:minValue 8000000 ; fm:maxValue 9000000 ;", simplified("据陈博估计"))));
        assertEquals(Fault.NO_FIGURE, fault(about("bo", "fm:salaryMonths 16 ;", simplified("据陈博估计"))));
        assertEquals(Fault.NO_FIGURE, fault(about("bo", "fm:value 1 ; fm:unit kind:place ;", simplified("据陈博估计"))));
    }

    @Test
    void textsOfOursMustNotBeTheArticles() {
        var failure = (OfWording) only(about("acme", "fm:gist \"他说春天总会回来，这一点没有人怀疑\"@zh-Hans ;", simplified("Acme 的订单")));
        assertEquals("春天总会回来，这一点没有人怀疑", failure.words());
        assertEquals("fm:gist", failure.property());
        assertTrue(verify(about("acme", "fm:gist \"他说春天总会回来，这一点没有谁说\"@zh-Hans ;", simplified("Acme 的订单"))).holds(), "eleven");
    }

    @Test
    void aSimplifiedTextIsComparedWithATraditionalArticle() {
        var failure = (OfWording) only(about("beta", "skos:note \"街上行人走得很慢，天空一片云也没有\"@zh-Hans ;", traditional("贝塔工廠上個月")));
        assertEquals("行人走得很慢。天空一片雲也沒有", failure.words());
    }

    @Test
    void aDescriptionMayNotBeTheArticlesAndANameMay() {
        var named = "ex:thing a fm:Product ; rdfs:label \"不过春天总会回来这一点没有人怀疑\"@zh-Hans .\n";
        var described = named.replace(" .", " ; fm:naming kind:unnamed ; fm:onlyIn ex:spring .");
        var statement = about("acme", "fm:title \"不过春天总会回来这一点没有人怀疑\"@zh-Hans ;", simplified("Acme 的订单"));
        assertTrue(verify(named + statement).holds());
        assertEquals("ex:thing", ((OfWording) only(described)).subject().replace(Fixtures.EX, "ex:"));
    }

    @Test
    void tooManyLongSpansFail() {
        var longText = "李安说的话很长。" + "长".repeat(300);
        write("long", longText);
        var failures = verify(article("long", longText), about("ann", "", span("long", 0, 201))).failures();
        assertEquals(List.of(new OfLongSpans(1, 12)), failures);
        assertTrue(verify(article("long", longText), about("ann", "", span("long", 0, 200))).holds());
    }

    private void write(String name, String text) {
        try {
            Files.writeString(sources.resolve(name + ".txt"), text);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    void whatNoSpanTouchesIsListedWithItsPlace() {
        var spring = verify(GOOD).coverage().get(1);
        assertEquals(12, spring.sentences());
        assertEquals(9, spring.uncited().size());
        assertEquals(3, spring.cited());
        assertEquals(new Sentence(0, 6, "🚀机器的春天"), spring.uncited().get(0));
        assertEquals("她说：“我等了两年。”", spring.uncited().get(1).text());
    }

    @Test
    void anotherTextUnderTheNameOfTheArticleIsRefused() {
        write("spring", SIMPLIFIED + " ");
        var result = verify(GOOD);
        assertEquals(1, result.failures().size());
        assertTrue(result.failures().get(0) instanceof OfArticle f && f.message().contains("is not the article that was read"));
        assertEquals(2, result.coverage().size(), "its citations are not checked");
    }

    @Test
    void aWrongLengthIsSaid() {
        var articles = article("spring", SIMPLIFIED).replaceFirst("fm:length \\d+", "fm:length 7");
        var failures = verify(articles, "").failures();
        assertEquals(1, failures.size());
        assertTrue(failures.get(0).toString().startsWith("spring: the graph says it has 7 characters"), failures::toString);
    }

    @ParameterizedTest
    @CsvSource({"gone, no file", "folder, cannot read", "gbk, is not in UTF-8"})
    void anArticleThatCannotBeReadIsSaid(String how, String message) throws IOException {
        var file = sources.resolve("spring.txt");
        Files.delete(file);
        if (how.equals("gbk")) {
            Files.write(file, "机器的春天".getBytes(Charset.forName("GBK")));
        } else if (how.equals("folder")) {
            Files.createDirectory(file);
        }
        var failure = only(GOOD);
        assertTrue(failure.toString().contains(message) && failure.toString().contains(file.toString()), failure::toString);
    }

    @Test
    void theFolderMustBeAFolder() {
        assertThrows(FirmamentException.class, () -> {
            sources = folder.resolve("nowhere");
            verify(GOOD);
        });
        var error = assertThrows(FirmamentException.class, () -> {
            sources = Fixtures.BASE;
            verify(GOOD);
        });
        assertTrue(error.getMessage().contains("is not a folder"), error::getMessage);
    }

    @Test
    void oneArticleCanBeCheckedAlone() {
        var result = verifier(article("spring", SIMPLIFIED) + article("summer", TRADITIONAL), GOOD)
                .verify(sources, (Fixtures.EX + "summer")::equals);
        assertEquals(2, result.citations());
        assertEquals(1, result.coverage().size());
    }
}
