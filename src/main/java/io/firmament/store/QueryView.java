package io.firmament.store;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.exec.QueryExec;

/** A view over whatever executes Jena's queries, here or elsewhere. */
final class QueryView implements View {

    private final Function<Query, QueryExec> executor;

    QueryView(Function<Query, QueryExec> executor) {
        this.executor = executor;
    }

    @Override
    public Table select(Query query) {
        try (var execution = executor.apply(query)) {
            var solutions = execution.select();
            var variables = solutions.getResultVars();
            List<Map<String, Node>> rows = new ArrayList<>();
            solutions.forEachRemaining(solution -> {
                Map<String, Node> row = new LinkedHashMap<>();
                for (var variable : variables) {
                    var node = solution.get(variable);
                    if (node != null) {
                        row.put(variable.getVarName(), node);
                    }
                }
                rows.add(row);
            });
            return new Table(variables.stream().map(Var::getVarName).toList(), rows);
        }
    }

    @Override
    public Stream<Triple> construct(Query query) {
        var execution = executor.apply(query);
        return Iter.asStream(execution.constructTriples()).onClose(execution::close);
    }
}
