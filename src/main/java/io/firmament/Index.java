package io.firmament;

import io.firmament.check.Report;
import io.firmament.derive.Rules;
import io.firmament.read.BatchReader;
import io.firmament.read.Finding;
import io.firmament.read.Severity;
import io.firmament.store.Store;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What answers questions, built from the files, which are the truth: it can be thrown away and built again. On disk, a
 * fingerprint of the files says whether it still is what they say.
 */
record Index(Store store, @Nullable Path fingerprint) {

    private static final int MOST_SHOWN = 20;

    static Index inMemory() {
        return new Index(Store.inMemory(), null);
    }

    static Index onDisk(Path folder) {
        return new Index(Store.onDisk(folder.resolve("index")), folder.resolve("fingerprint"));
    }

    /** Builds the index, unless it is built of the same files already. */
    void build(Home home) {
        var current = fingerprint == null ? "" : fingerprintOf(home);
        if (fingerprint != null && current.equals(readFingerprint())) {
            return;
        }
        var ontology = home.readOntology();
        var data = new BatchReader().add(home.data()).batch();
        refuse(home.checker(ontology).check(data));
        var rules = Rules.from(home.ontology().resolve("rules"));
        try {
            if (fingerprint != null) {
                // A crash between the two writes must leave an index that is built again.
                Files.deleteIfExists(fingerprint);
            }
            store.write(writer -> {
                writer.clear();
                writer.add(ontology.graph());
                writer.add(data.graph());
                rules.apply(writer);
            });
            if (fingerprint != null) {
                Files.writeString(fingerprint, current);
            }
        } catch (IOException e) {
            throw new FirmamentException("Cannot write " + fingerprint + ": " + e.getMessage(), e);
        }
    }

    private static void refuse(Report report) {
        if (!report.conforms()) {
            var errors = report.findings().stream().filter(f -> f.severity() == Severity.ERROR).toList();
            throw new FirmamentException("Nothing was loaded; the data has " + errors.size() + " errors:\n  "
                    + String.join("\n  ", errors.stream().limit(MOST_SHOWN).map(Finding::toString).toList())
                    + (errors.size() > MOST_SHOWN ? "\n  …; the command  check  lists them all" : ""));
        }
    }

    private String readFingerprint() {
        try {
            return fingerprint != null && Files.exists(fingerprint) ? Files.readString(fingerprint) : "";
        } catch (IOException e) {
            return "";
        }
    }

    private static String fingerprintOf(Home home) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            for (var folder : List.of(home.ontology(), home.data())) {
                try (var files = Files.walk(folder)) {
                    for (var file : files.filter(Files::isRegularFile).sorted(Comparator.comparing(Path::toString)).toList()) {
                        digest.update(folder.relativize(file).toString().getBytes(java.nio.charset.StandardCharsets.UTF_8));
                        digest.update(Files.readAllBytes(file));
                    }
                }
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (IOException | NoSuchAlgorithmException e) {
            throw new FirmamentException("Cannot read the data: " + e.getMessage(), e);
        }
    }
}
