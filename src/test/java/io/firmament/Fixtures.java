package io.firmament;

import io.firmament.check.Checker;
import io.firmament.derive.Rules;
import io.firmament.read.Batch;
import io.firmament.read.BatchReader;
import io.firmament.store.Store;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What the tests of several rooms stand on: the ontology, and a small valid world of fictitious firms and people. */
public final class Fixtures {

    public static final Path ONTOLOGY = Path.of("ontology");

    public static final Path BASE = Path.of("src/test/resources/valid/base.ttl");

    public static final Path INVALID = Path.of("src/test/resources/invalid");

    /** The namespace of the small world. */
    public static final String EX = "https://example.org/";

    /** The files that hold the terms themselves. */
    public static final List<String> TERMS = List.of("firmament.ttl", "kinds.ttl", "statements.ttl", "alignments.ttl", "history.ttl");

    public static final String PREFIXES = """
            @prefix fm: <https://w3id.org/firmament/ontology#> .
            @prefix kind: <https://w3id.org/firmament/ontology/kind/> .
            @prefix card: <https://w3id.org/firmament/ontology/card/> .
            @prefix ex: <https://example.org/> .
            @prefix oa: <http://www.w3.org/ns/oa#> .
            @prefix owl: <http://www.w3.org/2002/07/owl#> .
            @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
            @prefix skos: <http://www.w3.org/2004/02/skos/core#> .
            @prefix dcterms: <http://purl.org/dc/terms/> .
            @prefix schema: <https://schema.org/> .
            @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
            """;

    /** An evidence for a statement in Turtle, with the span and the certainty given. */
    public static String evidence(int start, int end, String certainty) {
        return "fm:evidence [ oa:hasSource ex:article ; oa:start %d ; oa:end %d ; fm:certainty kind:%s ]"
                .formatted(start, end, certainty);
    }

    private static final Batch TERMS_BATCH = terms();
    private static final Checker CHECKER = Checker.from(ONTOLOGY, TERMS_BATCH);

    private Fixtures() {}

    public static Batch ontology() {
        return TERMS_BATCH;
    }

    public static Checker checker() {
        return CHECKER;
    }

    private static Batch terms() {
        var reader = new BatchReader();
        TERMS.forEach(file -> reader.add(ONTOLOGY.resolve(file)));
        return reader.batch();
    }

    /** The base, and with it other files. */
    public static Batch baseWith(Path... files) {
        var reader = new BatchReader().add(BASE);
        for (var file : files) {
            reader.add(file);
        }
        return reader.batch();
    }

    /** Turtle without its prefixes, as a file in a folder. */
    public static Path file(Path folder, String name, String turtle) {
        try {
            return Files.writeString(folder.resolve(name), PREFIXES + turtle);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** The ontology, the base and some Turtle in memory, with all rules applied. */
    public static Store derived(Path folder, String turtle) {
        var data = baseWith(file(folder, "more.ttl", turtle));
        if (!data.findings().isEmpty()) {
            throw new IllegalArgumentException(data.findings().toString());
        }
        var store = Store.inMemory();
        store.write(writer -> {
            writer.add(ontology().graph());
            writer.add(data.graph());
            Rules.from(ONTOLOGY.resolve("rules")).apply(writer);
        });
        return store;
    }
}
