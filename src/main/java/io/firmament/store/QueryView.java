package io.firmament.store;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.ARQ;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.exec.QueryExec;

/** A view over whatever executes Jena's queries, here or elsewhere. */
final class QueryView implements View {

    /** Of a sort whose answer is read row by row; the others wait on disk. */
    private static final long ROWS_IN_MEMORY = 20_000;

    private final Function<Query, QueryExec> executor;
    private final Function<Query, QueryExec> streaming;

    /**
     * @param executor of queries whose answer is taken at once
     * @param streaming of those whose answer is read row by row, for as long as the reader wants
     */
    QueryView(Function<Query, QueryExec> executor, Function<Query, QueryExec> streaming) {
        this.executor = executor;
        this.streaming = streaming;
    }

    @Override
    public Table select(Query query) {
        try (var execution = executor.apply(query)) {
            var solutions = execution.select();
            var variables = solutions.getResultVars();
            List<Map<String, Node>> rows = new ArrayList<>();
            solutions.forEachRemaining(solution -> rows.add(row(variables, solution)));
            return new Table(variables.stream().map(Var::getVarName).toList(), rows);
        }
    }

    @Override
    public void each(Query query, Consumer<Map<String, Node>> work) {
        try (var execution = streaming.apply(query)) {
            execution.getContext().set(ARQ.spillToDiskThreshold, ROWS_IN_MEMORY);
            var solutions = execution.select();
            var variables = solutions.getResultVars();
            solutions.forEachRemaining(solution -> work.accept(row(variables, solution)));
        }
    }

    /** In the order of the variables, wherever it was asked. */
    private static Map<String, Node> row(List<Var> variables, Binding solution) {
        Map<String, Node> row = new LinkedHashMap<>();
        for (var variable : variables) {
            var node = solution.get(variable);
            if (node != null) {
                row.put(variable.getVarName(), node);
            }
        }
        return row;
    }

    @Override
    public Stream<Triple> construct(Query query) {
        var execution = executor.apply(query);
        return Iter.asStream(execution.constructTriples()).onClose(execution::close);
    }
}
