package io.firmament.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.firmament.FirmamentException;
import io.firmament.store.Store;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.query.Syntax;
import org.apache.jena.update.UpdateFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuestionTest {

    private static final String HEADER = """
            #+ summary: Who works for a firm
            #+ summary-zh: 谁任职于某企业
            #+ parameter: firm organization acme
            #+ parameter: day date 2024-06-30 optional
            """;
    private static final String QUERY = """
            PREFIX ex: <https://example.org/>
            SELECT ?person ?day WHERE { ?person ex:worksFor $firm OPTIONAL { ?person ex:since ?day } } ORDER BY ?person
            """;

    private static Question question() {
        return Question.parse("hires", "people", HEADER + QUERY);
    }

    private static Node ex(String slug) {
        return NodeFactory.createURI("https://example.org/" + slug);
    }

    private static String refusal(String text) {
        return assertThrows(FirmamentException.class, () -> Question.parse("hires", "people", text)).getMessage();
    }

    @Test
    void theHeaderSaysWhatIsAsked() {
        var question = question();
        assertEquals("people", question.name());
        assertEquals("hires", question.theme());
        assertEquals("Who works for a firm", question.summary());
        assertEquals("谁任职于某企业", question.summaryZh());
        assertEquals(Question.Method.QUERY, question.method());
        assertEquals(
                List.of(new Parameter("firm", ParameterType.ORGANIZATION, "acme", false),
                        new Parameter("day", ParameterType.DATE, "2024-06-30", true)),
                question.parameters());
    }

    @Test
    void aMethodMayBeNamed() {
        assertEquals(
                Question.Method.SHORTEST_CHAIN,
                Question.parse("network", "chain", HEADER + "#+ method: shortest-chain\n" + QUERY).method());
    }

    @ParameterizedTest
    @ValueSource(strings = {"summary", "summary-zh"})
    void aHeaderWithoutASummaryIsRefused(String key) {
        assertEquals("lacks the header line  #+ " + key + ": …", refusal(HEADER.replaceFirst("(?m)^#\\+ " + key + ":.*$", "#") + QUERY));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "#+ sumary: x                     | no header key sumary; there are summary, summary-zh, parameter, method, picture, service",
        "#+ method: magic                 | no method magic; there is shortest-chain",
        "#+ parameter: firm organization  | a parameter is written name type example [optional], as in: firm organization bytedance; found: firm organization",
        "#+ parameter: a person b perhaps | a parameter is written name type example [optional], as in: firm organization bytedance; found: a person b perhaps",
        "#+ parameter: a robot b          | no parameter type robot; there are [entity, person, organization, product, group, event, article, kind, topic, metric, date, language]"
    })
    void aHeaderLineThatMeansNothingIsRefusedWithWhatThereIs(String line, String message) {
        assertEquals(message, refusal(HEADER + line + "\n" + QUERY));
    }

    @Test
    void aPictureIsDrawnFromColumns() {
        assertEquals(Optional.empty(), question().picture());
        assertEquals(
                Optional.of(new Picture(Picture.Kind.MATRIX, List.of("person", "day"))),
                Question.parse("hires", "people", HEADER + "#+ picture: matrix person day\n" + QUERY).picture());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "pie person         | no picture pie; there are [flow origin destination who, timeline lane label…, matrix row column, chart panel label…, ranges least greatest label…]",
        "matrix person      | a picture is written  matrix row column; found: matrix person",
        "matrix person firm | the picture matrix is drawn from ?firm, which the query does not select; it selects [person, day]",
        "timeline person day | the picture timeline is drawn from ?earliest, which the query does not select; it selects [person, day]"
    })
    void aPictureThatCannotBeDrawnIsRefusedWithWhatItLacks(String picture, String message) {
        assertEquals(message, refusal(HEADER + "#+ picture: " + picture + "\n" + QUERY));
    }

    @Test
    void aQueryWithAnErrorIsRefusedWithItsLine() {
        var message = refusal(HEADER + "SELECT ?s WHERE {\n ?s ?p }");
        assertTrue(message.startsWith("line 6: "), message);
    }

    @Test
    void whatIsNoSelectQueryIsRefused() {
        assertEquals("a question is a SELECT query", refusal(HEADER + "ASK { ?s ?p $firm }"));
    }

    @Test
    void whatIsNotInTheStandardIsRefused() {
        assertTrue(refusal(HEADER + "SELECT ?s { LET ( ?s := $firm ) }").startsWith("line "));
    }

    @Test
    void aParameterBecomesATermOfTheQueryWhichStaysStandard() {
        var bound = question().bind(Map.of("firm", ex("acme"))).toString();
        assertTrue(bound.matches("(?s).*\\?person +ex:worksFor +ex:acme\\b.*"), bound);
        assertEquals(List.of("person", "day"), QueryFactory.create(bound, Syntax.syntaxSPARQL_11).getResultVars().subList(0, 2));
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "https://example.org/acme> } ; DROP ALL #",
        "https://example.org/acme . ?person ?any ?thing } #",
        "\" } UNION { ?person ?p ?o } #",
        "x\\u003E } #"
    })
    void aHostileIriStaysATermAndMatchesNothing(String hostile) {
        try (var store = Store.inMemory()) {
            store.write(writer -> writer.apply(UpdateFactory.create(
                    "PREFIX ex: <https://example.org/> INSERT DATA { ex:ann ex:worksFor ex:acme }")));
            var bound = question().bind(Map.of("firm", NodeFactory.createURI(hostile)));
            assertEquals(0, store.<Integer>read(view -> view.select(bound).rows().size()));
            var honest = question().bind(Map.of("firm", ex("acme")));
            assertEquals(1, store.<Integer>read(view -> view.select(honest).rows().size()));
        }
    }

    @Test
    void aHostileTextIsWrittenAsAText() {
        var text = "\" } ; DROP ALL # \n '''";
        var bound = question().bind(Map.of("firm", NodeFactory.createLiteralString(text)));
        assertEquals(bound, QueryFactory.create(bound.toString(), Syntax.syntaxSPARQL_11), "written and read again it is the same");
    }

    @Test
    void whatIsTypedBecomesTerms() {
        var terms = question().terms(Map.of("firm", " Acme ", "day", "2024-06-30"), (parameter, text, type) -> {
            assertEquals("firm", parameter);
            assertEquals("Acme", text);
            assertEquals("https://w3id.org/firmament/ontology#Organization", type.getURI());
            return ex("acme");
        });
        assertEquals(
                Map.of("firm", ex("acme"), "day", NodeFactory.createLiteralDT("2024-06-30", XSDDatatype.XSDdate)), terms);
    }

    @Test
    void anOptionalParameterMayBeLeftOutOrEmpty() {
        assertEquals(Map.of("firm", ex("acme")), question().terms(Map.of("firm", "Acme"), (p, t, c) -> ex("acme")));
        assertEquals(Map.of("firm", ex("acme")), question().terms(Map.of("firm", "Acme", "day", " "), (p, t, c) -> ex("acme")));
    }

    private static Question inSomeLanguage() {
        return Question.parse("hires", "titles", """
                #+ summary: Titles
                #+ summary-zh: 职务
                #+ parameter: language language en optional
                SELECT ?title WHERE { ?s <https://example.org/title> ?title FILTER ( LANG(?title) = $language ) } ORDER BY ?title""");
    }

    @Test
    void aLanguageThatIsLeftOutIsTheExamples() {
        Question.NameResolver none = (p, t, c) -> ex("nobody");
        assertEquals(Map.of("language", NodeFactory.createLiteralString("en")), inSomeLanguage().terms(Map.of(), none));
        assertEquals(
                Map.of("language", NodeFactory.createLiteralString("zh-Hans")),
                inSomeLanguage().terms(Map.of("language", "zh-Hans"), none));
        assertEquals(
                Map.of("language", NodeFactory.createLiteralString("zh-Hans")),
                inSomeLanguage().terms(Map.of("language", "zh-CN"), none));
    }

    @Test
    void theReadersLanguageGoesWhereNoOtherIsAskedFor() {
        assertEquals(Map.of("language", "zh-Hans"), inSomeLanguage().inLanguage("zh-Hans", Map.of()));
        assertEquals(Map.of("language", "en"), inSomeLanguage().inLanguage("zh-Hans", Map.of("language", "en")));
        assertEquals(Map.of("firm", "acme"), question().inLanguage("zh-Hans", Map.of("firm", "acme")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"fr", "English", "e", "zh_CN", "en) || true"})
    void aLanguageThatIsNoneIsRefused(String language) {
        var error = assertThrows(
                FirmamentException.class, () -> inSomeLanguage().terms(Map.of("language", language), (p, t, c) -> ex("acme")));
        assertEquals("Parameter language: there are no texts in \"" + language + "\". Write en or zh-Hans.", error.getMessage());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "day  | 2024-06-30 | The question people needs the parameter firm (organization), for example firm=acme",
        "frm  | acme       | The question people has no parameter frm. It has: [firm, day]",
        "firm | ' '        | The question people needs the parameter firm (organization), for example firm=acme"
    })
    void aParameterThatIsMissingOrUnknownIsNamed(String parameter, String text, String message) {
        var error = assertThrows(FirmamentException.class, () -> question().terms(Map.of(parameter, text), (p, t, c) -> ex("acme")));
        assertEquals(message, error.getMessage());
    }

    @ParameterizedTest
    @ValueSource(strings = {"2024", "30.6.2024", "2023-02-29", "2024-06-30T00:00:00", "yesterday"})
    void aDayThatIsNoneIsRefused(String day) {
        var error = assertThrows(
                FirmamentException.class, () -> question().terms(Map.of("firm", "a", "day", day), (p, t, c) -> ex("acme")));
        assertEquals("Parameter day: \"" + day + "\" is not a day. Write it as 2024-06-30.", error.getMessage());
    }
}
