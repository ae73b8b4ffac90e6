package io.firmament;

import io.firmament.check.Report;
import io.firmament.derive.Rules;
import io.firmament.link.Names;
import io.firmament.query.Catalogue;
import io.firmament.query.CatalogueDescription;
import io.firmament.read.Finding;
import io.firmament.read.Severity;
import io.firmament.store.Snapshot;
import io.firmament.store.Store;
import io.firmament.store.View;
import io.firmament.store.Writer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.QueryFactory;
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

    /**
     * Builds the index, unless it is built of the same files already.
     *
     * @param current the fingerprint of the home's files
     */
    void build(Home home, String current) {
        if (fingerprint != null && current.equals(readFingerprint())) {
            return;
        }
        var accepted = home.accepted(current);
        Consumer<Writer> content = Files.exists(accepted) ? kept(accepted, home) : checked(home);
        try {
            if (fingerprint != null) {
                // A crash between the two writes must leave an index that is built again.
                Files.deleteIfExists(fingerprint);
            }
            store.write(writer -> {
                writer.clear();
                content.accept(writer);
            });
            if (fingerprint != null) {
                store.compact();
                Files.writeString(fingerprint, current);
            }
        } catch (IOException e) {
            throw new FirmamentException("Cannot write " + fingerprint + ": " + e.getMessage(), e);
        }
    }

    /** A file that is damaged is no loss: what it would have held is made anew. */
    private Consumer<Writer> kept(Path file, Home home) {
        return writer -> {
            try {
                Snapshot.read(Files.readAllBytes(file), writer.stream()::triple);
            } catch (IOException e) {
                checked(home).accept(writer);
            }
        };
    }

    private Consumer<Writer> checked(Home home) {
        var ontology = home.readOntology();
        var data = home.readData();
        refuse(home.checker(ontology).check(data));
        var rules = Rules.from(home.ontology().resolve("rules"));
        var catalogue = Catalogue.from(home.queries());
        return writer -> {
            writer.add(ontology.graph());
            writer.add(data.graph());
            rules.apply(writer);
            var names = store.read(Names::from);
            writer.add(CatalogueDescription.of(catalogue, (parameter, text, thingClass) -> names.resolve(text, thingClass)));
        };
    }

    /**
     * Notes in a home, whose content was found to conform, the graph that is built of it; what was noted of other
     * content goes.
     */
    static void accept(Home home) {
        var file = home.accepted(home.fingerprint());
        var index = inMemory();
        try (var store = index.store()) {
            if (Files.exists(file.getParent())) {
                try (var old = Files.list(file.getParent())) {
                    for (var each : old.toList()) {
                        Files.delete(each);
                    }
                }
            }
            index.build(home, home.fingerprint());
            Files.createDirectories(file.getParent());
            var begun = file.resolveSibling("begun");
            try (var out = Files.newOutputStream(begun)) {
                Snapshot.write(store.read(Index::triples), out);
            }
            if (!file.equals(home.accepted(home.fingerprint()))) {
                Files.delete(begun);
                throw new FirmamentException("The files changed while they were read. Check them again.");
            }
            Files.move(begun, file);
        } catch (IOException e) {
            throw new FirmamentException("Cannot write " + file + ": " + e.getMessage(), e);
        }
    }

    /** In a fixed order, so that the same content gives the same bytes. */
    private static List<Triple> triples(View view) {
        try (var triples = view.construct(QueryFactory.create("CONSTRUCT WHERE { ?s ?p ?o }"))) {
            return triples.sorted(Comparator.comparing(Triple::toString)).toList();
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
}
