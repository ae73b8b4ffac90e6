package io.firmament.store;

import io.firmament.FirmamentException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import org.apache.jena.dboe.DBOpEnvException;
import org.apache.jena.dboe.base.file.Location;
import org.apache.jena.graph.Graph;
import org.apache.jena.mem2.GraphMem2Fast;
import org.apache.jena.query.Query;
import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.riot.system.StreamRDFLib;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.engine.Timeouts;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.system.Txn;
import org.apache.jena.tdb2.DatabaseMgr;
import org.apache.jena.tdb2.params.StoreParams;
import org.apache.jena.tdb2.params.StoreParamsBuilder;
import org.apache.jena.tdb2.sys.DatabaseConnection;
import org.apache.jena.tdb2.sys.TDBInternal;
import org.apache.jena.update.UpdateExecutionFactory;
import org.apache.jena.update.UpdateRequest;
import org.jspecify.annotations.Nullable;

/** A Jena data set on this machine, in memory or in TDB2. */
final class LocalStore implements Store {

    /** TDB2 would share one data set among all who open a folder, and the first to close it would close it for all. */
    private static final Set<Path> IN_USE = ConcurrentHashMap.newKeySet();

    /** Bytes of the whole memory for each term that is kept there; a term takes a fifth of it. */
    private static final long MEMORY_FOR_TERM = 2048;

    private final DatasetGraph dataset;
    /** What holds the triples of a store in memory; it knows no way back by itself. */
    private final @Nullable GraphMem2Fast memory;
    private final @Nullable Path folder;

    private LocalStore(DatasetGraph dataset, @Nullable GraphMem2Fast memory, @Nullable Path folder) {
        this.dataset = dataset;
        this.memory = memory;
        this.folder = folder;
    }

    static LocalStore inMemory() {
        // One writer or many readers: it loads in half the time of the data set with snapshots, which a graph that is
        // built once and then read has no need of.
        var memory = new GraphMem2Fast();
        return new LocalStore(DatasetGraphFactory.wrap(memory), memory, null);
    }

    static LocalStore onDisk(Path folder) {
        var place = folder.toAbsolutePath().normalize();
        if (!IN_USE.add(place)) {
            throw new FirmamentException("The store in " + folder + " is open already. Close it first, or name another folder.");
        }
        try {
            Files.createDirectories(folder);
            return new LocalStore(connect(folder), null, place);
        } catch (DBOpEnvException e) {
            IN_USE.remove(place);
            throw new FirmamentException(
                    "The store in " + folder + " is in use by another process. Stop it, or name another folder.", e);
        } catch (IOException | RuntimeException e) {
            IN_USE.remove(place);
            throw new FirmamentException("The folder " + folder + " cannot be used as a store: " + e.getMessage(), e);
        }
    }

    /** TDB2 would keep up to 950,000 terms in memory, however little of that there is. */
    private static DatasetGraph connect(Path folder) {
        var usual = StoreParams.getDftStoreParams();
        var most = (int) Math.min(Integer.MAX_VALUE, Runtime.getRuntime().maxMemory() / MEMORY_FOR_TERM);
        var params = StoreParamsBuilder.create("firmament", usual)
                .nodeId2NodeCacheSize(Math.min(usual.getNodeId2NodeCacheSize(), most))
                .node2NodeIdCacheSize(Math.min(usual.getNode2NodeIdCacheSize(), most / 2))
                .build();
        return DatabaseConnection.connectCreate(Location.create(folder), params).getDatasetGraphSwitchable();
    }

    @Override
    public <T> T read(Function<View, T> work) {
        return Txn.calculateRead(dataset, () -> work.apply(new QueryView(
                query -> QueryExec.dataset(dataset).query(query).build(), this::stream)));
    }

    /** The time limit of the data set is that to the first row; how long the others take is for whoever reads them. */
    private QueryExec stream(Query query) {
        var limit = Timeouts.extractQueryTimeout(dataset.getContext());
        var execution = QueryExec.dataset(dataset).query(query);
        if (limit.hasOverallTimeout()) {
            execution.initialTimeout(limit.overallTimeoutMillis(), TimeUnit.MILLISECONDS).overallTimeout(1, TimeUnit.DAYS);
        }
        return execution.build();
    }

    @Override
    public void write(Consumer<Writer> work) {
        Txn.executeWrite(dataset, () -> {
            var before = memory == null ? null : memory.copy();
            var done = false;
            try {
                work.accept(writer());
                done = true;
            } finally {
                if (!done && memory != null && before != null) {
                    memory.clear();
                    before.stream().forEach(memory::add);
                }
            }
        });
    }

    private Writer writer() {
        return new Writer() {
            @Override
            public void clear() {
                dataset.clear();
            }

            @Override
            public void add(Graph graph) {
                graph.stream().forEach(dataset.getDefaultGraph()::add);
            }

            @Override
            public StreamRDF stream() {
                return StreamRDFLib.dataset(dataset);
            }

            @Override
            public void apply(UpdateRequest update) {
                UpdateExecutionFactory.create(update, org.apache.jena.query.DatasetFactory.wrap(dataset)).execute();
            }
        };
    }

    @Override
    public Optional<DatasetGraph> dataset() {
        return Optional.of(dataset);
    }

    @Override
    public void compact() {
        if (folder != null) {
            DatabaseMgr.compact(dataset, true);
        }
    }

    @Override
    public void close() {
        if (folder != null) {
            TDBInternal.expel(dataset);
            IN_USE.remove(folder);
        } else {
            dataset.close();
        }
    }
}
