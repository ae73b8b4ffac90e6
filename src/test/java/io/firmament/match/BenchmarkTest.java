package io.firmament.match;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.firmament.FirmamentException;
import io.firmament.KnowledgeGraph;
import io.firmament.vocab.FM;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;
import java.util.zip.CRC32;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How well names are matched; see src/test/resources/names/README.md. */
class BenchmarkTest {

    private static final Path NAMES = Path.of("src/test/resources/names");

    private static KnowledgeGraph graph;
    private static Benchmark benchmark;

    @BeforeAll
    static void matchAll() throws IOException {
        graph = KnowledgeGraph.open();
        try (var files = Files.list(NAMES)) {
            benchmark = new Benchmark(files.filter(file -> file.toString().endsWith(".csv"))
                    .sorted()
                    .flatMap(file -> Benchmark.run(file, graph.matcher()).outcomes().stream())
                    .toList());
        }
    }

    @AfterAll
    static void close() {
        graph.close();
    }

    private static List<String> wrong(String split) {
        return benchmark.split(split).wrong().stream().map(o -> o.row() + " got " + o.given()).toList();
    }

    @Test
    void ofTheNamesHeldOutNearlyAllAreRight() {
        var figures = benchmark.split("held-out").figures();
        assertTrue(figures.precision() >= 0.99 && figures.recall() >= 0.95 && figures.right() >= 0.95, figures + " " + wrong("held-out"));
    }

    @Test
    void ofTheOthersToo() {
        var figures = benchmark.split("train").figures();
        assertTrue(figures.precision() >= 0.99 && figures.recall() >= 0.95 && figures.right() >= 0.95, figures + " " + wrong("train"));
    }

    @Test
    void aThirdIsHeldOutByAHash() {
        assertTrue(benchmark.outcomes().size() >= 400);
        for (var outcome : benchmark.outcomes()) {
            var row = outcome.row();
            var hash = new CRC32();
            hash.update((row.text() + "|" + row.type() + "|" + row.context()).getBytes(StandardCharsets.UTF_8));
            assertEquals(hash.getValue() % 3 == 0 ? "held-out" : "train", row.split(), row.toString());
        }
    }

    @Test
    void eachNameIsTriedOnceAndMeansSomethingInTheGraph() {
        var seen = new HashSet<List<String>>();
        for (var outcome : benchmark.outcomes()) {
            var row = outcome.row();
            assertTrue(seen.add(List.of(row.text(), row.type(), row.context())), "twice: " + row);
            if (row.expectsEntity()) {
                assertEquals(FM.ID + row.expected(), graph.resolve(row.expected(), FM.Entity.getURI()));
            }
        }
    }

    @Test
    void manyAreTraps() {
        var none = benchmark.outcomes().stream().filter(outcome -> !outcome.row().expectsEntity()).count();
        assertTrue(none >= benchmark.outcomes().size() / 3, none + " of " + benchmark.outcomes().size() + " mean no entity, or none surely");
    }

    @Test
    void aThousandNamesTakeSeconds() {
        var mentions = IntStream.range(0, 1000).mapToObj(i -> benchmark.outcomes().get(i % benchmark.outcomes().size()).row())
                .map(row -> graph.matcher().mention(row.text(), row.type(), List.of(row.context())))
                .toList();
        var thread = ManagementFactory.getThreadMXBean();
        var before = thread.getCurrentThreadCpuTime();
        mentions.forEach(graph.matcher()::match);
        var seconds = (thread.getCurrentThreadCpuTime() - before) / 1e9;
        assertTrue(seconds < 5, seconds + " s of a processor");
    }

    @Test
    void aFileThatIsNoBenchmarkIsRefused(@TempDir Path folder) throws IOException {
        var file = Files.writeString(folder.resolve("names.csv"), "name,employer\n周畅,字节\n");
        var error = assertThrows(FirmamentException.class, () -> Benchmark.run(file, graph.matcher()));
        assertTrue(error.getMessage().contains("it needs the columns text, type, context, expected, split and why"), error.getMessage());
        assertThrows(FirmamentException.class, () -> Benchmark.run(folder.resolve("nothing.csv"), graph.matcher()));
    }
}
