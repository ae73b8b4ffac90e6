package io.firmament.store;

import io.firmament.FirmamentException;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.apache.jena.atlas.web.HttpException;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryException;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.exec.http.QueryExecHTTP;

/** A SPARQL 1.1 endpoint. Each query is a request of its own: there are no transactions over the protocol. */
record RemoteStore(String endpoint) implements Store {

    @Override
    public <T> T read(Function<View, T> work) {
        try {
            return work.apply(new QueryView(this::ask, this::ask));
        } catch (HttpException | QueryException e) {
            throw new FirmamentException("The endpoint " + endpoint + " did not answer: " + e.getMessage(), e);
        }
    }

    private QueryExec ask(Query query) {
        return QueryExecHTTP.service(endpoint).query(query).build();
    }

    @Override
    public void write(Consumer<Writer> work) {
        throw new FirmamentException("The endpoint " + endpoint + " is for reading only.");
    }

    @Override
    public Optional<DatasetGraph> dataset() {
        return Optional.empty();
    }

    @Override
    public void compact() {
        // Theirs to do.
    }

    @Override
    public void close() {
        // Nothing is held between requests.
    }
}
