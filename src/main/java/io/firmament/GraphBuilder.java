package io.firmament;

import io.firmament.check.Report;
import io.firmament.derive.Rules;
import io.firmament.federate.Services;
import io.firmament.query.Catalogue;
import io.firmament.serve.Server;
import io.firmament.store.Store;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;
import org.apache.jena.sys.JenaSystem;
import org.jspecify.annotations.Nullable;

/** What to open as a {@link KnowledgeGraph}, and where. Not thread-safe. */
public final class GraphBuilder {

    private @Nullable Path home;
    private List<Path> more = List.of();
    private @Nullable Path store;
    private @Nullable String endpoint;
    private boolean toServe;
    private Services services = Services.none();

    GraphBuilder() {}

    /** The folder that holds ontology, data and queries; without it, those that travel with the library. */
    public GraphBuilder home(Path folder) {
        home = folder;
        return this;
    }

    /**
     * Opens further data with that of the home, such as the decisions of {@code decide}; it is checked together with it.
     *
     * @param filesOrFolders in any RDF syntax
     */
    public GraphBuilder data(List<Path> filesOrFolders) {
        more = List.copyOf(filesOrFolders);
        return this;
    }

    /** Keeps the graph on disk in a folder, and builds it again only when ontology, data or questions have changed. */
    public GraphBuilder store(Path folder) {
        store = folder;
        return this;
    }

    /** Asks a graph behind a SPARQL 1.1 endpoint, which holds what we would load, instead of loading it here. */
    public GraphBuilder endpoint(String url) {
        endpoint = url;
        return this;
    }

    /** Lets queries ask other SPARQL endpoints with SERVICE; without this, none. */
    public GraphBuilder services(Services allowed) {
        services = allowed;
        return this;
    }

    /** Gets the server ready while the graph is read, for whoever is going to {@link KnowledgeGraph#serve}. */
    public GraphBuilder toServe() {
        toServe = true;
        return this;
    }

    /**
     * Reads, checks, stores and derives what is needed, and opens the graph.
     *
     * @throws FirmamentException if something is missing or does not conform; then nothing is loaded
     */
    public KnowledgeGraph open() {
        var folders = folders();
        if (endpoint != null) {
            if (!more.isEmpty()) {
                throw new FirmamentException("What is behind an endpoint is read only: open further data with a graph that is loaded here.");
            }
            if (services.haveMirrors()) {
                throw new FirmamentException("The endpoint " + endpoint + " asks other services itself, by their own names."
                        + " Name them with --service and without an address.");
            }
            return new KnowledgeGraph(
                    Store.remote(endpoint), CompletableFuture.completedFuture(Catalogue.from(folders.queries())), services, folders::demands);
        }
        var fingerprint = CompletableFuture.supplyAsync(folders::fingerprint);
        JenaSystem.init();
        if (toServe) {
            CompletableFuture.runAsync(Server::prepare);
        }
        // A server need not wait for the questions that travel with the library, which are known to be sound: they are
        // parsed once the graph is there, all others beside it.
        var later = toServe && home == null;
        var built = new CompletableFuture<Void>();
        var catalogue = (later ? built : CompletableFuture.<Void>completedFuture(null))
                .thenApplyAsync(done -> Catalogue.from(folders.queries()));
        var index = store == null ? Index.inMemory() : Index.onDisk(store);
        try {
            index.build(folders, fingerprint.join());
            built.complete(null);
            if (!later) {
                catalogue.join();
            }
            index.store().dataset().ifPresent(dataset -> services.installIn(dataset.getContext()));
            return new KnowledgeGraph(index.store(), catalogue, services, folders::demands);
        } catch (CompletionException e) {
            index.store().close();
            throw e.getCause() instanceof FirmamentException cause ? cause : e;
        } catch (RuntimeException e) {
            index.store().close();
            throw e;
        }
    }

    /** Checks data against the ontology without loading it: every shape and every lint. */
    public Report check() {
        return check(List.of());
    }

    /**
     * Checks the home's data together with further files or folders, without loading them.
     *
     * @param more files or folders in any RDF syntax
     */
    public Report check(List<Path> more) {
        var folders = folders();
        var all = folders.with(Stream.concat(this.more.stream(), more.stream()).toList());
        return folders.checker(folders.readOntology()).report(all.readData());
    }

    /**
     * Checks the home's data and, if it conforms, notes beside it the graph that is built of it: the same content opens
     * from then on without being checked and derived again, which is most of the work.
     *
     * @throws FirmamentException if the home cannot be written to
     */
    public Report accept() {
        var report = check();
        if (report.conforms()) {
            Index.accept(folders());
        }
        return report;
    }

    /**
     * Rewrites a file of data that was written in terms of an older ontology in those of the home's: what has nothing to be
     * rewritten is copied as it is.
     *
     * @param file in any RDF syntax
     * @param out the folder to write to, under the file's name; what was rewritten comes as Turtle
     * @return whether anything was rewritten; then the comments of the file are gone
     * @throws FirmamentException if the file cannot be read, or one is in its place already
     */
    public boolean migrate(Path file, Path out) {
        return new Migration(Rules.ofVersions(folders().ontology().resolve("migrations"))).rewrite(file, out);
    }

    private Home folders() {
        return (home == null ? Home.bundled() : Home.in(home)).with(more);
    }
}
