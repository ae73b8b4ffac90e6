package io.firmament;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.firmament.graph.ExportFormat;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Scanner;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/**
 * A large graph is exported whole with little memory. Here a small one, so that a build takes no time; what it is there
 * for, a million edges, with {@code -Dfirmament.edges=1000000 -Dfirmament.heap=256m}.
 */
class ManyEdgesIT {

    private static final int EDGES = Integer.getInteger("firmament.edges", 5_000);
    private static final String HEAP = System.getProperty("firmament.heap", "64m");

    @TempDir
    private static Path folder;

    @BeforeAll
    static void build() {
        ManyEdges.store(folder.resolve("store"), Path.of("."), EDGES);
    }

    @ParameterizedTest
    @EnumSource(value = ExportFormat.class, mode = Mode.EXCLUDE, names = "CONTEXT")
    void everyEdgeIsWrittenWithLittleMemory(ExportFormat format) throws IOException {
        var file = folder.resolve("all." + format.extension());
        var begin = System.nanoTime();
        var result = Program.run(
                "java", "-Xmx" + HEAP, "-jar", "target/firmament.jar", "export", "--home", ".",
                "--store", folder.resolve("store").toString(), "--format", format.toString(), "--out", file.toString());
        assertEquals(0, result.exit(), result.err());
        System.out.printf(
                "%,d edges as %s with %s: %.1f s, %,d KB%n",
                EDGES, format, HEAP, (System.nanoTime() - begin) / 1e9, Files.size(file) / 1024);
        assertEquals(EDGES, count(file, format));
        Files.delete(file);
    }

    /** Edges of a drawing; asserted statements where it is RDF. */
    private static long count(Path file, ExportFormat format) throws IOException {
        var sign = switch (format) {
            case GEXF, GRAPHML -> "<edge ";
            case CYTOSCAPE -> "\"source\":";
            case DOT -> " -> ";
            case CSV -> "\r\n";
            case JSONLD -> "\"asserted\": *true";
            case NQUADS -> "ontology#asserted> \"true\"";
            case TURTLE -> "fm:asserted +true";
            case CONTEXT -> throw new IllegalArgumentException("not a graph");
        };
        try (var in = open(file, format); var parts = new Scanner(in, StandardCharsets.UTF_8)) {
            return parts.useDelimiter(sign).tokens().skip(1).count();
        }
    }

    private static InputStream open(Path file, ExportFormat format) throws IOException {
        var in = new BufferedInputStream(Files.newInputStream(file));
        if (format != ExportFormat.CSV) {
            return in;
        }
        var zip = new ZipInputStream(in);
        while (!zip.getNextEntry().getName().equals("edges.csv")) {
            // The nodes come first.
        }
        return zip;
    }
}
