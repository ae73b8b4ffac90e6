package io.firmament;

import io.firmament.check.Checker;
import io.firmament.check.Demand;
import io.firmament.check.Demands;
import io.firmament.read.Batch;
import io.firmament.read.BatchReader;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The three folders that a graph is made of: what can be said, what is said, what can be asked.
 *
 * @param ontology terms, kinds, shapes, rules, lints
 * @param data entities, articles, statements
 * @param queries the questions
 * @param more files or folders with further data, from outside the home
 */
record Home(Path ontology, Path data, Path queries, List<Path> more) {

    /** The folders inside another, as they stand in the project. */
    static Home in(Path folder) {
        var home = new Home(folder.resolve("ontology"), folder.resolve("data"), folder.resolve("queries"), List.of());
        for (var part : new Path[] {home.ontology, home.data, home.queries}) {
            if (!Files.isDirectory(part)) {
                throw new FirmamentException("No folder " + part + ". A home holds ontology, data and queries.");
            }
        }
        return home;
    }

    /** The folders that travel inside the library. */
    static Home bundled() {
        var resource = Home.class.getResource("/firmament/ontology");
        if (resource == null) {
            throw new FirmamentException("The ontology is missing from the class path: build with Maven, or name a home.");
        }
        try {
            var uri = resource.toURI();
            if (uri.getScheme().equals("jar")) {
                openJar(URI.create(uri.toString().substring(0, uri.toString().lastIndexOf("!/") + 2)));
            }
            return in(Path.of(uri).getParent());
        } catch (URISyntaxException | IOException e) {
            throw new FirmamentException("Cannot open " + resource + ": " + e.getMessage(), e);
        }
    }

    /** The same with further data. */
    Home with(List<Path> files) {
        return new Home(ontology, data, queries, List.copyOf(files));
    }

    /** All that is said. */
    Batch readData() {
        var reader = new BatchReader().add(data);
        more.forEach(reader::add);
        return reader.batch();
    }

    /** The terms themselves; shapes, rules and lints are about them and not among them. */
    Batch readOntology() {
        var reader = new BatchReader();
        for (var part : List.of("firmament.ttl", "kinds.ttl", "statements.ttl", "alignments.ttl", "history.ttl")) {
            reader.add(ontology.resolve(part));
        }
        return reader.batch();
    }

    /** The shapes and lints, for data that uses the terms. */
    Checker checker(Batch terms) {
        return Checker.from(ontology, terms);
    }

    /** What the shapes and lints demand. */
    List<Demand> demands() {
        return Demands.from(ontology);
    }

    /** A checksum of all that the graph is built from: ontology, data and questions, by name and content. */
    String fingerprint() {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            for (var folder : Stream.concat(Stream.of(ontology, data, queries), more.stream()).toList()) {
                try (var files = Files.walk(folder)) {
                    for (var file : files.filter(file -> Files.isRegularFile(file) && !file.toString().endsWith(".md")).sorted(Comparator.comparing(Path::toString)).toList()) {
                        var content = Files.readAllBytes(file);
                        var head = folder.relativize(file) + " " + content.length + "\n";
                        digest.update(head.getBytes(StandardCharsets.UTF_8));
                        digest.update(content);
                    }
                }
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (IOException | NoSuchAlgorithmException e) {
            throw new FirmamentException("Cannot read ontology, data and questions: " + e.getMessage(), e);
        }
    }

    /**
     * Where the graph lies that was built of content with this fingerprint, after that was found to conform; so the same
     * content need be neither checked nor built again. A {@link io.firmament.store.Snapshot}, if it is there at all.
     */
    Path accepted(String fingerprint) {
        return ontology.resolveSibling("accepted").resolve(fingerprint + ".graph");
    }

    private static void openJar(URI jar) throws IOException {
        try {
            FileSystems.newFileSystem(jar, Map.of());
        } catch (FileSystemAlreadyExistsException e) {
            // Another graph of this process has opened it; it stays open for all.
        }
    }
}
