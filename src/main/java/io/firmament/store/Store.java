package io.firmament.store;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.apache.jena.sparql.core.DatasetGraph;

/**
 * Where the graph lies, and the one door to it. Work is handed in as a function, so that nothing of a transaction
 * leaves it. Safe for use by many threads: many readers, one writer at a time.
 */
public interface Store extends AutoCloseable {

    /** A new, empty store in memory. */
    static Store inMemory() {
        return LocalStore.inMemory();
    }

    /**
     * A store on disk, made if it is not there, in Jena's TDB2 format.
     *
     * @param folder a folder that is empty, missing, or holds such a store
     * @throws io.firmament.FirmamentException if the folder cannot be used, or is in use, by another process or in this one
     */
    static Store onDisk(Path folder) {
        return LocalStore.onDisk(folder);
    }

    /**
     * A graph behind somebody's <a href="https://www.w3.org/TR/sparql11-protocol/">SPARQL 1.1</a> query endpoint, for
     * reading only.
     */
    static Store remote(String endpoint) {
        return new RemoteStore(endpoint);
    }

    /** Reads within one transaction. */
    <T> T read(Function<View, T> work);

    /**
     * Writes within one transaction; when the work throws, nothing of it stays.
     *
     * @throws io.firmament.FirmamentException if the store is for reading only
     */
    void write(Consumer<Writer> work);

    /** Gives back the room of what was removed; on disk, that is only reclaimed here. */
    void compact();

    /** The Jena data set, for a server that speaks to it directly; empty where there is none on this machine. */
    Optional<DatasetGraph> dataset();

    @Override
    void close();
}
