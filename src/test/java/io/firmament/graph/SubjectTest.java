package io.firmament.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.firmament.KnowledgeGraph;
import io.firmament.vocab.Prefixes;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What an answer is about. */
class SubjectTest {

    private static KnowledgeGraph graph;

    @BeforeAll
    static void open() {
        graph = KnowledgeGraph.open();
    }

    @AfterAll
    static void close() {
        graph.close();
    }

    @Test
    void aChainIsAboutItsLinksAndNotAboutWhoTellsOfThem() {
        var asked = Map.of("from", "zhou-chang", "to", "zhipu-ai");
        var links = slugs(graph.ask("shortest-chain", asked).rows().stream()
                .flatMap(row -> Stream.of("node", "next").flatMap(column -> row.iri(column).stream())));
        var drawn = entities("shortest-chain", asked);
        assertTrue(drawn.containsAll(links), drawn::toString);
        var speakers = slugs(graph.ask("shortest-chain", asked).rows().stream().flatMap(row -> row.iri("speaker").stream()));
        assertTrue(!speakers.isEmpty() && speakers.stream().noneMatch(drawn::contains), () -> drawn + " against " + speakers);
    }

    @Test
    void whatWasAskedForBelongsToIt() {
        var investors = slugs(graph.ask("investors-of-firm", Map.of("firm", "zhipu-ai")).rows().stream()
                .flatMap(row -> row.iri("investor").stream()));
        var with = new HashSet<>(investors);
        with.add("zhipu-ai");
        assertEquals(new TreeSet<>(with), new TreeSet<>(entities("investors-of-firm", Map.of("firm", "zhipu-ai"))));
    }

    @Test
    void anOriginThatStandsInTheRowsIsDrawn() {
        var asked = Map.of("firm", "bytedance", "from", "2024-01-01", "to", "2024-12-31");
        var origins = slugs(graph.ask("joined-from-outside", asked).rows().stream().flatMap(row -> row.iri("origin").stream()));
        assertTrue(!origins.isEmpty() && entities("joined-from-outside", asked).containsAll(origins), origins::toString);
    }

    @Test
    void anEmptyAnswerIsAboutNothing() {
        assertEquals(Set.of(), entities("proof-of-edge", Map.of("from", "zhou-chang", "to", "azure")));
    }

    private static Set<String> entities(String question, Map<String, String> parameters) {
        return slugs(graph.selectionOf(question, parameters).entities().orElseThrow().stream().map(node -> node.getURI()));
    }

    private static Set<String> slugs(Stream<String> iris) {
        return iris.map(Prefixes::localName).collect(Collectors.toSet());
    }
}
