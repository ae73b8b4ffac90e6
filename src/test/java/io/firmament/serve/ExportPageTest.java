package io.firmament.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.firmament.graph.ExportFormat;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The graph and its parts as files. */
class ExportPageTest {

    private static final String PART = "?question=investors-of-firm&firm=zhipu-ai";

    @ParameterizedTest
    @EnumSource(ExportFormat.class)
    void everyFormatComesAsAFileWithItsTypeAndName(ExportFormat format) {
        var response = Site.get("/export/" + format + PART);
        assertEquals(200, response.statusCode(), response::body);
        assertEquals(format.mediaType(), Site.type(response));
        assertEquals(
                "attachment; filename=\"firmament-investors-of-firm." + format.extension() + "\"",
                response.headers().firstValue("Content-Disposition").orElse(""));
        assertFalse(response.body().isEmpty());
    }

    @Test
    void whatHasHadItsTimeIsGivenUp() throws IOException {
        var written = new ByteArrayOutputStream();
        new ExportPage.Timed(written, Duration.ofMinutes(1)).write(new byte[3], 0, 3);
        assertEquals(3, written.size());
        var refusal = assertThrows(
                Refusal.class, () -> new ExportPage.Timed(written, Duration.ofNanos(-1)).write(new byte[3], 0, 3));
        assertEquals(503, refusal.status());
        assertEquals(3, written.size(), "nothing more");
    }

    @Test
    void aQuestionsFileHoldsWhatItsAnswerIsAbout() {
        var dot = Site.get("/export/dot" + PART).body();
        assertTrue(dot.contains("\"alibaba\" -> \"zhipu-ai\""), dot);
        assertFalse(dot.contains("\"zhou-chang\""), dot);
        assertEquals(9, Pattern.compile(" -> \"zhipu-ai\" [^\n]*investedIn").matcher(dot).results().count());
    }

    @Test
    void statementsAreNodesOnRequest() {
        var dot = Site.get("/export/dot" + PART + "&level=statements").body();
        assertTrue(dot.contains("type=\"Statement\""), dot);
        assertTrue(Pattern.compile("\"statement:[^\"]+\" -> \"zhipu-ai\"").matcher(dot).find(), dot);
    }

    @Test
    void namesComeInTheLanguageOfTheVisit() {
        assertTrue(Site.get("/export/graphml?node=zhipu-ai&lang=zh").body().contains(">\u667a\u8c31AI<"));
        assertTrue(Site.get("/export/graphml?node=zhipu-ai", "Accept-Language", "en").body().contains(">Zhipu AI<"));
    }

    @Test
    void aViewOfManyNodesIsPosted() {
        var response = Site.post("/export/cytoscape", "application/x-www-form-urlencoded", "node=zhou-chang,bytedance&node=alibaba");
        assertEquals(200, response.statusCode(), response::body);
        assertEquals(3, Pattern.compile("\"type\":").matcher(response.body()).results().count());
    }

    @Test
    void theContextIsWhereTheFilesSayItIs() {
        var named = Site.get("/export/jsonld?node=zhipu-ai").body();
        assertTrue(named.startsWith("{\"@context\":\"https://w3id.org/firmament/context.jsonld\""), named);
        var context = Site.get("/context.jsonld");
        assertEquals("application/ld+json", Site.type(context));
        assertTrue(context.body().contains("\"worksFor\":{\"@id\":\"fm:worksFor\",\"@type\":\"@id\"}"), context::body);
    }

    @ParameterizedTest
    @CsvSource({
        "/export/pdf,404,there are gexf",
        "/export/gexf?level=words,400,edges and statements",
        "/export/gexf?near=nobody-at-all,400,No ",
        "/export/gexf?question=nothing,400,nothing",
        "/export/gexf?near=zhipu-ai&limit=many,400,number"})
    void aMistakeIsSaidAndIsNoFile(String path, int status, String message) {
        var response = Site.get(path);
        assertEquals(status, response.statusCode());
        assertTrue(response.body().contains(message), response::body);
        assertTrue(response.headers().firstValue("Content-Disposition").isEmpty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "zh"})
    void thePageListsEveryFormatAndItsLinksLeadThere(String language) {
        var page = Site.html("/export/?lang=" + language);
        assertEquals(200, page.statusCode());
        for (var format : ExportFormat.values()) {
            if (format != ExportFormat.CONTEXT) {
                assertTrue(page.body().contains("href=\"/export/" + format + "?lang=" + language + "\""), page::body);
            }
        }
        assertTrue(page.body().contains("/export/gexf?lang=" + language + "&amp;level=statements"), page::body);
        assertTrue(Site.html("/?lang=" + language).body().contains("href=\"/export/?lang=" + language + "\""));
    }
}
