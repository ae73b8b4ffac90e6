package io.firmament.browser;

import io.firmament.Fixtures;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A world that none of the real data is like: a firm with 500 people whose names are hostile, and others with as many
 * as make a graph of two thousand nodes.
 */
final class World {

    /** What must be shown as it is, and never run. */
    static final List<String> HOSTILE_LABELS = List.of(
            "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "' & \"quoted\" [brackets] {{t.siteName}}",
            "\u202Eright to left\u202C", "\uD83D\uDE80 rocket \uD83D\uDC69\u200D\uD83D\uDCBB", "]]> --> </svg></title>", "back\\slash");

    /** The slug of the firm with {@value #HUB_SIZE} people. */
    static final String HUB = "hub-0";

    static final int HUB_SIZE = 500;
    static final int HUBS = 4;

    private static final Path ONTOLOGY = Fixtures.ONTOLOGY;
    private static final Path QUERIES = Path.of("queries");

    private World() {}

    /** The slug of the person with a hostile label. */
    static String slug(String hostileLabel) {
        return "person-0-" + HOSTILE_LABELS.indexOf(hostileLabel);
    }

    /** Writes it as a home: ontology and questions as they are, and data of its own. */
    static Path home() {
        try {
            var home = Files.createTempDirectory("firmament-world");
            copy(ONTOLOGY, home.resolve("ontology"));
            copy(QUERIES, home.resolve("queries"));
            Files.createDirectories(home.resolve("data"));
            Files.writeString(home.resolve("data/world.ttl"), data());
            return home;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (var files = Files.walk(from)) {
            for (var file : files.toList()) {
                Files.copy(file, to.resolve(from.relativize(file).toString()));
            }
        }
    }

    private static String data() {
        var turtle = new StringBuilder(Fixtures.PREFIXES).append("""
                @prefix id: <https://w3id.org/firmament/id/> .
                @prefix st: <https://w3id.org/firmament/id/statement/> .
                id:article a fm:Article ; dcterms:identifier "world" ; rdfs:label "The world"@en , "\u4E16\u754C"@zh-Hans ;
                    fm:earliest "2024-04-01"^^xsd:date ; fm:latest "2024-04-30"^^xsd:date ; fm:length 100000 ;
                    fm:sha256 "47a674bd884544952c3f23a5b15ac2e8ec87518d093d65020f3324aacfd0d729" .
                """);
        for (int hub = 0; hub < HUBS; hub++) {
            turtle.append("id:hub-%d a fm:Organization ; fm:kind kind:firm ; rdfs:label \"Hub %d\"@en , \"\u4E2D\u5FC3%d\"@zh-Hans .%n"
                    .formatted(hub, hub, hub));
            for (int i = 0; i < HUB_SIZE; i++) {
                person(turtle, hub, i);
            }
        }
        return turtle.toString();
    }

    private static void person(StringBuilder turtle, int hub, int i) {
        var hostile = hub == 0 && i < HOSTILE_LABELS.size();
        var name = hostile ? HOSTILE_LABELS.get(i).replace("\\", "\\\\").replace("\"", "\\\"") : "Person %d-%d".formatted(hub, i);
        turtle.append("""
                id:person-%1$d-%2$d a fm:Person ; rdfs:label "%3$s"@en , "%4$s"@zh-Hans .
                st:post-%1$d-%2$d a fm:Statement ; fm:kind kind:role ; fm:subject id:person-%1$d-%2$d ; fm:object id:hub-%1$d ; fm:role kind:head ;
                    fm:evidence [ oa:hasSource id:article ; oa:start %5$d ; oa:end %6$d ; fm:certainty kind:stated ] .
                """.formatted(hub, i, name, hostile ? name : "\u4EBA%d-%d".formatted(hub, i), 10 * i, 10 * i + 9));
    }
}
