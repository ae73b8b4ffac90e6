package io.firmament;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Does what data/README.md tells a curator to do, with the article that it shows. */
class CuratorsGuideTest {

    private static final Path GUIDE = Path.of("data/README.md");
    private static final String PREFIXES = """
            @prefix fm: <https://w3id.org/firmament/ontology#> .
            @prefix kind: <https://w3id.org/firmament/ontology/kind/> .
            @prefix id: <https://w3id.org/firmament/id/> .
            @prefix st: <https://w3id.org/firmament/id/statement/> .
            @prefix article: <https://w3id.org/firmament/id/article/> .
            @prefix oa: <http://www.w3.org/ns/oa#> .
            @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
            @prefix skos: <http://www.w3.org/2004/02/skos/core#> .
            @prefix dcterms: <http://purl.org/dc/terms/> .
            @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
            """;

    @TempDir
    private Path folder;

    private Path home;
    private Path sources;
    private String guide;

    @BeforeEach
    void writeWhatThePageShows() throws IOException {
        guide = Files.readString(GUIDE);
        home = Files.createDirectory(folder.resolve("home"));
        sources = Files.createDirectory(folder.resolve("sources"));
        copy(Path.of("ontology"), home.resolve("ontology"));
        copy(Path.of("queries"), home.resolve("queries"));
        Files.writeString(sources.resolve("900_cloudladder.txt"), blocks("text").get(0));
        for (var block : blocks("turtle")) {
            var name = block.lines().findFirst().orElseThrow().replaceFirst("^# ", "");
            var file = home.resolve("data").resolve(name);
            Files.createDirectories(file.getParent());
            Files.writeString(file, PREFIXES + block);
        }
    }

    private List<String> blocks(String language) {
        List<String> blocks = new ArrayList<>();
        var fences = Pattern.compile("(?ms)^( *)```" + language + "\\n(.*?)^ *```$").matcher(guide);
        while (fences.find()) {
            blocks.add(fences.group(2).replaceAll("(?m)^" + fences.group(1), ""));
        }
        return blocks;
    }

    private static void copy(Path from, Path to) throws IOException {
        try (var files = Files.walk(from)) {
            for (var file : files.toList()) {
                Files.copy(file, to.resolve(from.relativize(file).toString()));
            }
        }
    }

    @Test
    void theArticleOfThePageIsCheckedVerifiedAndAsked() {
        assertTrue(blocks("turtle").size() >= 4, guide);
        try (var graph = KnowledgeGraph.with().home(home).open()) {
            assertEquals("Cloudladder", graph.ask("career", java.util.Map.of("person", "林嵐")).rows().get(0).label("organization"));
            var report = graph.verify(sources);
            assertEquals(List.of(), report.failures());
            assertEquals(3, report.citations());
        }
    }

    @Test
    void everyFileAndFolderOfTheTableIsThere() {
        var paths = Pattern.compile("`([\\w.]+/?)`").matcher(guide.substring(0, guide.indexOf("## How to add")));
        paths.results().map(m -> m.group(1)).forEach(path -> assertTrue(Files.exists(Path.of("data", path)), path));
    }
}
