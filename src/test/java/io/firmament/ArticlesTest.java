package io.firmament;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.firmament.query.Row;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The data against the articles themselves: run with {@code -Dfirmament.sources=DIR}. Without the articles, which are
 * not part of the project, these tests are skipped.
 */
class ArticlesTest {

    private static final Map<String, String> TEXTS = new HashMap<>();

    private static final String FOLDER = System.getProperty("firmament.sources");

    @BeforeEach
    void readOrSkip() throws IOException {
        assumeTrue(FOLDER != null, () -> {
            var reason = "skipped: the articles are not here; name their folder with -Dfirmament.sources=DIR";
            System.out.println(reason);
            return reason;
        });
        try (var graph = KnowledgeGraph.open()) {
            for (Row row : graph.query("""
                    PREFIX dcterms: <http://purl.org/dc/terms/>
                    PREFIX fm: <https://w3id.org/firmament/ontology#>
                    SELECT ?article ?identifier WHERE { ?article a fm:Article ; dcterms:identifier ?identifier }""")) {
                TEXTS.put(row.iri("article").orElseThrow(), Files.readString(Path.of(FOLDER, row.label("identifier") + ".txt")));
            }
        }
    }

    @Test
    void eachArticleIsTheOneThatWasRead() throws NoSuchAlgorithmException {
        try (var graph = KnowledgeGraph.open()) {
            for (Row row : graph.query("""
                    PREFIX fm: <https://w3id.org/firmament/ontology#>
                    SELECT ?article ?sha256 ?length WHERE { ?article fm:sha256 ?sha256 ; fm:length ?length }""")) {
                var text = TEXTS.get(row.iri("article").orElseThrow());
                var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
                assertEquals(row.label("sha256"), HexFormat.of().formatHex(digest), row.toString());
                assertEquals(row.number("length").orElseThrow().intValue(), text.codePointCount(0, text.length()), row.toString());
            }
        }
    }

    @Test
    void eachSpanIsAPieceOfTextWithoutLooseEnds() {
        try (var graph = KnowledgeGraph.open()) {
            for (Row row : graph.query("""
                    PREFIX oa: <http://www.w3.org/ns/oa#>
                    SELECT ?evidence ?article ?start ?end WHERE {
                      ?evidence oa:hasSource ?article ; oa:start ?start ; oa:end ?end }""")) {
                var text = TEXTS.get(row.iri("article").orElseThrow());
                var start = text.offsetByCodePoints(0, row.number("start").orElseThrow().intValue());
                var end = text.offsetByCodePoints(0, row.number("end").orElseThrow().intValue());
                var passage = text.substring(start, end);
                assertEquals(passage.strip(), passage, row.toString());
                assertTrue(passage.length() >= 2, row.toString());
            }
        }
    }
}
