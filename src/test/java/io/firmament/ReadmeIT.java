package io.firmament;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What the README says is so: its commands run, its answers are the ones that come, its links lead somewhere. */
class ReadmeIT {

    private record Block(String language, String text) {}

    private static final Pattern FENCE = Pattern.compile("```(\\w+)\\n(.*?)\\n\\s*```", Pattern.DOTALL);

    private static String readme = "";
    private static final List<Block> BLOCKS = new ArrayList<>();

    @BeforeAll
    static void read() throws IOException {
        readme = Files.readString(Path.of("README.md"));
        var fences = FENCE.matcher(readme);
        while (fences.find()) {
            BLOCKS.add(new Block(fences.group(1), fences.group(2)));
        }
    }

    @TestFactory
    Stream<DynamicTest> commandsPrintTheAnswersBesideThem() {
        List<DynamicTest> tests = new ArrayList<>();
        for (int i = 0; i + 1 < BLOCKS.size(); i++) {
            var command = BLOCKS.get(i);
            var answer = BLOCKS.get(i + 1);
            if (command.language().equals("sh") && command.text().startsWith("java -jar")) {
                assertEquals("text", answer.language(), "an answer must follow: " + command.text());
                tests.add(DynamicTest.dynamicTest(command.text(), () -> {
                    var result = Program.shell(command.text());
                    assertEquals(0, result.exit(), result.err());
                    assertEquals(answer.text().strip(), result.out().strip());
                }));
            }
        }
        assertTrue(tests.size() >= 3, "three questions with their answers");
        return tests.stream();
    }

    @Test
    void theMainCommandServesAndPrintsAQuestionThatAnswers() throws Exception {
        var main = BLOCKS.get(0).text();
        assertEquals("mvn -q compile exec:java", main);
        try (var server = new Program.Running("bash", "-c", main + " -Dexec.args='serve --port 0'")) {
            var printed = server.printedUpTo(line -> line.contains("Ctrl-C"));
            var addresses = Pattern.compile("http://\\S+").matcher(printed).results().map(m -> URI.create(m.group().replaceAll("['\"]$", ""))).toList();
            assertTrue(addresses.size() >= 3, printed);
            for (var address : addresses) {
                var asked = address.getPath().equals("/sparql") ? URI.create(address + "?query=ASK%7B%7D") : address;
                assertEquals(200, get(asked).statusCode(), asked.toString());
            }
            var curl = printed.lines().filter(line -> line.strip().startsWith("curl ")).findFirst().orElseThrow();
            var answer = Program.shell(curl.strip());
            assertEquals(0, answer.exit(), answer.err());
            assertTrue(answer.out().contains("Zhou Chang"), answer.out());
        }
    }

    private static HttpResponse<String> get(URI address) throws IOException, InterruptedException {
        return HttpClient.newHttpClient().send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString());
    }

    @Test
    void theTestCommandIsTheOneThatContinuousIntegrationRuns() throws IOException {
        assertEquals("mvn verify", BLOCKS.get(1).text());
        assertTrue(Files.readString(Path.of(".ci/run")).contains("mvn -B verify"));
    }

    @Test
    void theJavaExampleIsTheOneThatIsCompiled() throws IOException {
        var source = Files.readString(Path.of("src/test/java/io/firmament/EmbeddingExample.java"));
        var example = source.substring(source.indexOf("// example\n") + 11, source.indexOf("        // end")).stripTrailing().stripIndent().strip();
        assertTrue(BLOCKS.contains(new Block("java", example)), example);
        EmbeddingExample.printInvestors();
    }

    @Test
    void linksToFilesLeadToFiles() {
        Pattern.compile("]\\(([^):]+)\\)").matcher(readme).results().map(m -> m.group(1)).forEach(
                link -> assertTrue(Files.exists(Path.of(link)), link));
    }
}
