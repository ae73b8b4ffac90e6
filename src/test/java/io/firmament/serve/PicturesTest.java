package io.firmament.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.firmament.query.Picture;
import io.firmament.query.Question;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers as pictures: of small answers, and of the real ones over HTTP. */
class PicturesTest {

    private static final String FIGURES = "metric value least greatest unit qualifier date earliest latest asserted speaker";
    private static final String DAY = "\"2024-08-01\"^^xsd:date";

    private static Optional<Map<String, Object>> picture(String header, String columns, List<String> rows) {
        var text = "#+ summary: What is drawn\n#+ summary-zh: \u56fe\n#+ picture: " + header + "\nSELECT ?"
                + columns.replace(" ", " ?") + " WHERE { ?s ?p ?o } ORDER BY ?s";
        var answer = Drawn.answer(columns, rows);
        return Pictures.of(Question.parse("hires", "drawn", text), answer, Grid.of(answer, Drawn.ENGLISH), "", Drawn.ENGLISH);
    }

    private static String svg(String header, String columns, String... rows) {
        var svg = picture(header, columns, List.of(rows)).orElseThrow().get("svg").toString();
        Drawn.sound(svg);
        return svg;
    }

    private static int count(String text, String part) {
        return text.split(Pattern.quote(part), -1).length - 1;
    }

    @Test
    void aFlowHasAStrandForEachPersonAndNumbersAtItsEnds() {
        var svg = svg("flow origin destination person", "origin destination person",
                "id:a | id:b | id:ann", "id:a | id:b | id:bob", "id:c | id:b | id:eve");
        assertEquals(3, count(svg, "class=\"flow\""));
        assertTrue(svg.contains(">ann<") && svg.contains(">b · 3<") && svg.contains(">a · 2<") && svg.contains(">c<"), svg);
        assertTrue(svg.contains("href=\"#row-3\""), svg);
    }

    @Test
    void aFlowOfNumbersIsAsWideAsItsNumbers() {
        var svg = svg("flow origin destination people", "origin destination people", "id:a | id:b | 2", "id:c | id:b | 1");
        assertEquals(2, count(svg, "class=\"flow\""));
        assertTrue(svg.contains("stroke-width=\"45\"") && svg.contains("stroke-width=\"21\"") && svg.contains(">b · 3<"), svg);
    }

    @Test
    void aFlowOfManyPeopleIsCountedAndStillNamesThem() {
        var rows = IntStream.range(0, 90).mapToObj(i -> "id:a | id:b | id:p" + i).toList();
        var svg = svg("flow origin destination person", "origin destination person", rows.toArray(String[]::new));
        assertEquals(1, count(svg, "class=\"flow\""));
        assertTrue(svg.contains(">90<") && svg.contains("p77"), svg);
    }

    @Test
    void aTimelineTellsPointsFromStretchesAndWhatGoesOn() {
        var columns = "kind subject earliest latest asserted";
        assertEquals(1, count(svg("timeline kind subject", columns, "kind:joining | id:ann | " + DAY + " | " + DAY + " | true"), "<circle"));
        assertTrue(svg("timeline kind subject", columns, "kind:joining | id:ann | " + DAY + " | \"2024-12-31\"^^xsd:date | true")
                .contains("class=\"within\""));
        var open = svg("timeline kind subject", columns, "kind:post | id:ann | " + DAY + " | - | -");
        assertTrue(open.contains(" h9 ") && open.contains("class=\"doubt\""), open);
        assertTrue(svg("timeline kind subject", columns, "kind:post | id:ann | - | " + DAY + " | true").contains(" h-9 "));
        assertTrue(svg("timeline kind subject", columns + " ended", "kind:post | id:ann | " + DAY + " | - | true | \"2025-01-31\"^^xsd:date")
                .contains("class=\"bar\""));
    }

    @Test
    void whatHasNoDateIsListedAndNotDropped() {
        var drawn = picture("timeline kind subject", "kind subject earliest latest", List.of(
                "kind:joining | id:ann | " + DAY + " | " + DAY, "kind:post | id:bob | - | -")).orElseThrow();
        assertEquals("[{href=#row-2, text=post · bob}]",
                ((List<?>) drawn.get("apart")).stream().map(Map.class::cast).map(m -> "{href=" + m.get("href") + ", text=" + m.get("text") + "}").toList().toString());
    }

    @Test
    void textsOnATimelineDoNotLieUponEachOther() {
        var rows = IntStream.range(0, 40).mapToObj(i -> "kind:joining | id:somebody-with-a-name-" + i + " | " + DAY + " | " + DAY).toList();
        var svg = svg("timeline kind subject", "kind subject earliest latest", rows.toArray(String[]::new));
        var places = Pattern.compile("cy=\"([0-9.]+)\"").matcher(svg).results().map(m -> m.group(1)).toList();
        assertEquals(40, places.size());
        assertEquals(40, places.stream().distinct().count());
    }

    @Test
    void aMatrixTiesWhatIsSharedAndCounts() {
        var svg = svg("matrix investor firm", "investor firm asserted",
                "id:x | id:one | true", "id:x | id:two | -", "id:y | id:one | true", "id:y | id:one | true");
        assertEquals(3, count(svg, "<circle"));
        assertEquals(1, count(svg, "class=\"tie\""));
        assertEquals(1, count(svg, "class=\"doubt\""));
        assertTrue(svg.contains("strong\">2<") && svg.contains("middle\">1<"), svg);
    }

    @Test
    void aChartHasAScaleForEachUnitAndSaysFiguresAsTheSourceDoes() {
        var svg = svg("chart metric speaker", FIGURES,
                "kind:users | 40000000 | - | - | kind:person | kind:over | - | - | - | true | id:bob",
                "kind:users | 41976000 | - | - | kind:person | - | '2024-08' | " + DAY + " | " + DAY + " | true | id:ann",
                "kind:users | - | 1 | 2 | kind:place | - | - | - | - | - | id:ann");
        assertEquals(2, count(svg, "class=\"heading\""));
        assertTrue(svg.contains("over 40,000,000 person · bob") && svg.contains("41,976,000 person · ann") && svg.contains("1–2 place"), svg);
        assertTrue(svg.contains("no date") && svg.contains("2024-08") && svg.contains("class=\"doubt\""), svg);
    }

    @Test
    void aChartWithSeveralDatesHasAnAxisOfTime() {
        var svg = svg("chart metric speaker", FIGURES,
                "kind:revenue | 54 | - | - | kind:usd | - | '2023' | \"2023-01-01\"^^xsd:date | \"2023-12-31\"^^xsd:date | true | id:bob",
                "kind:revenue | 29 | - | - | kind:usd | - | '2024-08' | " + DAY + " | " + DAY + " | true | id:ann",
                "kind:revenue | 30 | - | - | kind:usd | - | - | - | - | true | id:ann");
        assertTrue(svg.contains(">2023<") && svg.contains(">2024<") && svg.contains("no date"), svg);
        assertEquals(3, count(svg, "class=\"bar\""));
    }

    @Test
    void figuresThatDoNotDifferHaveNoScale() {
        var same = "kind:rank | 1 | - | - | kind:place | - | - | - | - | true | id:ann";
        var svg = svg("chart metric speaker", FIGURES, same, same);
        assertFalse(svg.contains("class=\"grid\"") || svg.contains("class=\"stem\""), svg);
        assertTrue(svg.contains("1 place · ann"), svg);
        assertTrue(svg("chart metric speaker", FIGURES, same, same.replace("| 1 |", "| 3 |")).contains("class=\"stem\""));
    }

    @Test
    void theHomePageDrawsWhatAsksForNothing() {
        for (var language : List.of("", "?lang=zh")) {
            var html = Site.html("/" + language).body();
            assertEquals(1, count(html, "<svg"));
            assertTrue(html.contains("/query/talent-flow" + language + "#row-1\"") && html.contains("href=\"/pictures" + language + "\""), html);
        }
    }

    @Test
    void rangesHaveAPanelForEachUnit() {
        var svg = svg("ranges low high payer", "low high payer unit", "1 | 2 | id:x | kind:CNY", "3 | 3 | id:y | kind:CNY", "5 | - | id:z | kind:USD");
        assertEquals(2, count(svg, "class=\"heading\""));
        assertEquals(1, count(svg, "<rect"));
        assertEquals(2, count(svg, "<circle"));
    }

    @ParameterizedTest
    @EnumSource(Picture.Kind.class)
    void nothingToDrawIsNoPictureAndHostileNamesAreText(Picture.Kind kind) {
        var columns = "a b c value least greatest unit earliest latest";
        var header = kind.label() + switch (kind) {
            case MATRIX -> " a b";
            case RANGES -> " least greatest a b";
            default -> " a b c";
        };
        assertEquals(Optional.empty(), picture(header, columns, List.of()));
        assertEquals(Optional.empty(), picture(header, columns, List.of("- | - | id:c | - | - | - | - | - | -")));
        var hostile = "'" + Drawn.HOSTILE.replace("'", "\\'") + "'";
        var row = String.join(" | ", hostile, hostile, hostile, "1", "1", "2", hostile, DAY, DAY);
        Drawn.sound(picture(header, columns, List.of(row)).orElseThrow().get("svg").toString());
        var rows = new ArrayList<String>();
        IntStream.range(0, 500).forEach(i -> rows.add(row.replace("'\"", "'" + i)));
        assertTrue(picture(header, columns, rows).orElseThrow().get("caption").toString().contains("first 160"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"?", "?lang=zh&"})
    void everyQuestionWithAPictureDrawsItsExampleAboveATableWithItsRows(String language) {
        for (var question : Site.GRAPH.catalogue().questions()) {
            if (question.picture().isEmpty()) {
                continue;
            }
            var path = "/query/" + question.name() + language;
            for (var parameter : question.toFillIn()) {
                path = path + parameter.name() + "=" + parameter.example() + "&";
            }
            var html = Site.html(path).body();
            Drawn.sound(html.substring(html.indexOf("<svg"), html.indexOf("</svg>") + 6));
            var rows = Pattern.compile("href=\"#(row-\\d+)\"").matcher(html).results().map(m -> m.group(1)).distinct().toList();
            assertFalse(rows.isEmpty(), question.name());
            rows.forEach(row -> assertEquals(1, count(html, "id=\"" + row + "\""), question.name() + " " + row));
        }
    }

    @Test
    void allPicturesStandOnOnePageAndThoseAboutAThingOnItsOwn() {
        var html = Site.html("/pictures").body();
        var drawn = Site.GRAPH.catalogue().questions().stream().filter(q -> q.picture().isPresent()).toList();
        assertEquals(drawn.size(), count(html, "<svg"));
        drawn.forEach(question -> assertTrue(html.contains("/query/" + question.name()), question.name()));
        var firm = Site.html("/id/bytedance?lang=zh").body();
        assertTrue(firm.contains("/query/people-who-moved?firm=bytedance&amp;lang=zh#row-1\""), firm);
        assertTrue(firm.contains("data-draws=\"/query/timeline-of-firm?firm=bytedance&amp;lang=zh\""), firm);
        assertFalse(firm.contains("/query/timeline-of-firm?firm=bytedance&amp;lang=zh#row-"), "the others wait until they are unfolded");
        assertFalse(firm.contains("data-draws=\"/query/pay-compared"), firm);
        assertFalse(Site.html("/id/zhou-chang").body().contains("/query/timeline-of-firm"));
        assertTrue(Site.html("/id/zhou-chang").body().contains("/query/career?person=zhou-chang#row-"));
    }
}
