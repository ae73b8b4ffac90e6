package io.firmament;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.firmament.serve.ServerOptions;
import io.firmament.verify.Coverage;
import io.firmament.verify.Failure;
import io.firmament.verify.Verification;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The data against the articles themselves: run with {@code -Dfirmament.sources=DIR}. Without the articles, which are
 * not part of the project, these tests are skipped.
 */
class ArticlesTest {

    private static final String FOLDER = System.getProperty("firmament.sources");

    private static @Nullable KnowledgeGraph graph;
    private static @Nullable Verification result;

    @BeforeEach
    void verifyOrSkip() {
        assumeTrue(FOLDER != null, () -> {
            var reason = "skipped: the articles are not here; name their folder with -Dfirmament.sources=DIR";
            System.out.println(reason);
            return reason;
        });
        if (graph == null) {
            graph = KnowledgeGraph.open();
            result = graph.verify(Path.of(FOLDER));
        }
    }

    @AfterAll
    static void close() {
        if (graph != null) {
            graph.close();
        }
    }

    @Test
    void everyCitationHolds() {
        assertEquals("", result.failures().stream().map(Failure::toString).collect(Collectors.joining("\n")));
        assertTrue(result.citations() > 1000, result::toString);
        assertEquals(result.citations(), result.sum(Coverage::inSpan) + result.sum(Coverage::inContext));
    }

    @Test
    void fewSpansAreLong() {
        assertTrue(result.longSpans() * 100 < 2 * result.citations(), result.longSpans() + " of " + result.citations());
    }

    @Test
    void anEndpointSaysTheSame() {
        try (var server = graph.serve(ServerOptions.defaults().withPort(0));
                var remote = KnowledgeGraph.with().endpoint(server.address() + "sparql").open()) {
            assertEquals(result, remote.verify(Path.of(FOLDER)));
        }
    }

    @Test
    void oneArticleIsCheckedByItsSlug() {
        var first = result.coverage().get(0);
        assertEquals(List.of(first), graph.verify(Path.of(FOLDER), first.article()).coverage());
    }
}
