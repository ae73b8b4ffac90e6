package io.firmament;

import java.util.Map;

/** What an embedding developer writes; compiled and run by the tests, shown in the README. */
final class EmbeddingExample {

    private EmbeddingExample() {}

    static void printInvestors() {
        // example
        try (var graph = KnowledgeGraph.open()) {
            for (var row : graph.ask("investors-of-firm", Map.of("firm", "智谱"))) {
                System.out.println(row.label("investor") + ": " + row.number("articles").orElseThrow() + " articles");
            }
        }
        // end
    }
}
