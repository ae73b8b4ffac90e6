package io.firmament;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.firmament.query.ParameterType;
import io.firmament.query.Question;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Every question answers, with the examples of its header, what its golden file says. After a change that is meant,
 * write them anew with {@code mvn test -Dtest=GoldenTest -Dgolden.write=true} and read the difference.
 */
class GoldenTest {

    private static final Path GOLDEN = Path.of("src/test/resources/golden");

    private static final Mirror MIRROR = new Mirror();

    private static KnowledgeGraph graph;

    @BeforeAll
    static void open() {
        graph = KnowledgeGraph.with().services(MIRROR.services()).open();
    }

    @AfterAll
    static void close() {
        graph.close();
        MIRROR.close();
    }

    static String csv(Question question) {
        var answer = graph.ask(question.name(), Examples.of(question));
        return Goldens.csv(answer.table());
    }

    @TestFactory
    Stream<DynamicTest> answers() {
        return graph.catalogue().questions().stream().map(question -> DynamicTest.dynamicTest(question.name(), () -> {
            var csv = csv(question);
            assertTrue(csv.lines().count() > 1, "its examples must have an answer");
            var file = GOLDEN.resolve(question.name() + ".csv");
            if (Boolean.getBoolean("golden.write")) {
                Files.writeString(file, csv);
            }
            assertTrue(Files.exists(file), "a question without a golden result: " + file);
            assertEquals(Files.readString(file), csv);
        }));
    }

    @TestFactory
    Stream<DynamicTest> answersWithoutOptionalParameters() {
        return graph.catalogue().questions().stream()
                .filter(question -> question.parameters().stream().anyMatch(p -> p.optional()))
                .map(question -> DynamicTest.dynamicTest(question.name(), () -> {
                    var narrow = graph.ask(question.name(), Examples.of(question)).rows().size();
                    var wide = graph.ask(question.name(), Examples.requiredOf(question)).rows().size();
                    assertTrue(wide >= narrow, "unbound means any: " + wide + " rows, with all parameters " + narrow);
                }));
    }

    @TestFactory
    Stream<DynamicTest> answersAsMuchInChinese() {
        return graph.catalogue().questions().stream()
                .filter(question -> question.parameters().stream().anyMatch(p -> p.type() == ParameterType.LANGUAGE))
                .map(question -> DynamicTest.dynamicTest(question.name(), () -> assertEquals(
                        filled(question, "en"), filled(question, "zh-Hans"), "rows and filled cells")));
    }

    private static String filled(Question question, String language) {
        var answer = graph.ask(question.name(), question.inLanguage(language, Examples.requiredOf(question)));
        var cells = answer.rows().stream().mapToLong(row -> answer.columns().stream().filter(c -> row.term(c).isPresent()).count()).sum();
        return answer.rows().size() + " rows, " + cells + " cells";
    }

    @Test
    void noGoldenFileIsLeftOver() throws IOException {
        var names = graph.catalogue().questions().stream().map(Question::name).collect(Collectors.toCollection(TreeSet::new));
        try (var files = Files.list(GOLDEN)) {
            var golden = files.map(f -> f.getFileName().toString().replace(".csv", "")).collect(Collectors.toCollection(TreeSet::new));
            assertEquals(names, golden);
        }
    }

    @Test
    void theCatalogueHasAtLeastThirtyQuestions() {
        assertFalse(graph.catalogue().questions().size() < 30);
    }
}
