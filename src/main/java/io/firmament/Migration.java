package io.firmament;

import io.firmament.derive.Rules;
import io.firmament.read.BatchReader;
import io.firmament.store.Store;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.jena.graph.Graph;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.riot.RDFFormat;
import org.apache.jena.riot.RDFWriter;
import org.apache.jena.sparql.graph.GraphFactory;

/**
 * Brings data from the terms of older ontologies to those of today. Each version's migration finds only terms that are gone,
 * and none of them ever comes back with another meaning: so all may be applied to any data, whatever version it was written for.
 *
 * @param versions the migrations, from the oldest on
 */
record Migration(Rules versions) {

    boolean rewrite(Path file, Path folder) {
        var batch = new BatchReader().add(file).batch();
        if (!batch.findings().isEmpty()) {
            throw new FirmamentException("It cannot be read: " + batch.findings().get(0));
        }
        var today = rewritten(batch.graph());
        var same = today.isIsomorphicWith(batch.graph());
        var name = file.getFileName().toString();
        var out = folder.resolve(same ? name : name.replaceFirst("\\.\\w+$", ".ttl"));
        try {
            Files.createDirectories(folder);
            if (same) {
                Files.copy(file, out);
            } else {
                today.getPrefixMapping().setNsPrefixes(batch.graph().getPrefixMapping());
                // Whole or not at all: a half would stand in the way of the next run.
                var begun = folder.resolve(out.getFileName() + ".begun-" + ProcessHandle.current().pid());
                try {
                    try (var stream = Files.newOutputStream(begun)) {
                        RDFWriter.source(today).format(RDFFormat.TURTLE_PRETTY).output(stream);
                    }
                    Files.move(begun, out);
                } finally {
                    Files.deleteIfExists(begun);
                }
            }
            return !same;
        } catch (FileAlreadyExistsException e) {
            throw new FirmamentException(out + " is there already; name a folder that has no such file.", e);
        } catch (IOException e) {
            throw new FirmamentException("Cannot write " + out + ": " + e.getMessage(), e);
        }
    }

    private Graph rewritten(Graph old) {
        try (var store = Store.inMemory()) {
            store.write(writer -> {
                writer.add(old);
                versions.apply(writer);
            });
            var today = GraphFactory.createDefaultGraph();
            return store.read(view -> {
                try (var triples = view.construct(QueryFactory.create("CONSTRUCT WHERE { ?s ?p ?o }"))) {
                    triples.forEach(today::add);
                }
                return today;
            });
        }
    }
}
