package io.firmament.cli;

import io.firmament.GraphBuilder;
import io.firmament.KnowledgeGraph;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say which graph to open, shared by the commands. */
final class Opening {

    @Option(
            names = "--home",
            paramLabel = "DIR",
            description = "The folder with ontology, data and queries; by default those that come with the program.")
    private @Nullable Path home;

    @Option(
            names = "--store",
            paramLabel = "DIR",
            description = "Keep the graph on disk (TDB2) in DIR; it is built again when the files have changed. By default it is in memory.")
    private @Nullable Path store;

    @Option(
            names = "--data",
            paramLabel = "FILE|DIR",
            description = "More data in any RDF syntax, such as what decide writes, opened with that of the home; repeatable.")
    private List<Path> data = List.of();

    @Option(
            names = "--endpoint",
            paramLabel = "URL",
            description = "Ask a SPARQL 1.1 endpoint that holds the graph, instead of loading it here.")
    private @Nullable String endpoint;

    GraphBuilder builder() {
        var builder = KnowledgeGraph.with().data(data);
        if (home != null) {
            builder.home(home);
        }
        if (store != null) {
            builder.store(store);
        }
        if (endpoint != null) {
            builder.endpoint(endpoint);
        }
        return builder;
    }

    KnowledgeGraph open() {
        return builder().open();
    }
}
