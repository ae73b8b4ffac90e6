package io.firmament.federate;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.jena.sparql.algebra.op.OpService;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.ExecutionContext;
import org.apache.jena.sparql.engine.QueryIterator;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.iterator.QueryIterPlainWrapper;
import org.apache.jena.sparql.engine.join.Join;
import org.apache.jena.sparql.service.bulk.ChainingServiceExecutorBulk;
import org.apache.jena.sparql.service.bulk.ServiceExecutorBulk;

/**
 * Joins rows with what a service knows of them. Jena would send one request for each row; here the rows go along in bulk,
 * in the <a href="https://www.w3.org/TR/sparql11-federated-query/#values">VALUES</a> of a few requests.
 */
final class ServiceJoin implements ChainingServiceExecutorBulk {

    private final Services services;

    ServiceJoin(Services services) {
        this.services = services;
    }

    @Override
    public QueryIterator createExecution(OpService service, QueryIterator input, ExecutionContext execution, ServiceExecutorBulk next) {
        services.objection(service).ifPresent(objection -> {
            throw new ServiceRefused(objection);
        });
        var rows = rows(input);
        if (rows.isEmpty()) {
            return iterator(rows.iterator(), execution);
        }
        try {
            var found = answers(service, rows, execution);
            return Join.join(iterator(rows.iterator(), execution), iterator(found.iterator(), execution), execution);
        } catch (ServiceFailed e) {
            if (service.getSilent() && !ServiceCalls.isStopped(execution)) {
                return iterator(rows.iterator(), execution);
            }
            throw e;
        }
    }

    private static List<Binding> rows(QueryIterator input) {
        List<Binding> rows = new ArrayList<>();
        try {
            while (input.hasNext()) {
                if (rows.size() == ServiceLimits.ROWS) {
                    throw new ServiceRefused("More than " + ServiceLimits.ROWS + " rows are joined with a SERVICE. Ask for less before it.");
                }
                rows.add(input.next());
            }
            return rows;
        } finally {
            input.close();
        }
    }

    private List<Binding> answers(OpService service, List<Binding> rows, ExecutionContext execution) {
        var calls = ServiceCalls.of(execution);
        var name = service.getService().getURI();
        var address = services.address(name);
        var pattern = new ServicePattern(service.getSubOp());
        var keys = pattern.keys(rows);
        var known = distinct(rows, keys);
        List<Binding> answers = new ArrayList<>();
        for (int i = 0; i < known.size(); i += ServiceLimits.ROWS_PER_REQUEST) {
            var some = known.subList(i, Math.min(known.size(), i + ServiceLimits.ROWS_PER_REQUEST));
            answers.addAll(pattern.read(calls.ask(name, address, pattern.query(keys, some))));
        }
        return answers;
    }

    /** What the rows say of some variables, each once; of none they say nothing, once. */
    private static List<Binding> distinct(List<Binding> rows, List<Var> keys) {
        Set<Binding> distinct = new LinkedHashSet<>();
        for (var row : rows) {
            var builder = Binding.builder();
            keys.forEach(key -> builder.add(key, row.get(key)));
            distinct.add(builder.build());
        }
        return List.copyOf(distinct);
    }

    private static QueryIterator iterator(Iterator<Binding> rows, ExecutionContext execution) {
        return QueryIterPlainWrapper.create(rows, execution);
    }
}
