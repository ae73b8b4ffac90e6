package io.firmament.federate;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.jena.atlas.iterator.IteratorDelayedInitialization;
import org.apache.jena.sparql.algebra.Algebra;
import org.apache.jena.sparql.algebra.op.OpService;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.ExecutionContext;
import org.apache.jena.sparql.engine.QueryIterator;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.iterator.QueryIterPlainWrapper;
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

    /** Nothing is asked before the first row is wanted: while ARQ still plans, it cannot stop a query. */
    @Override
    public QueryIterator createExecution(OpService service, QueryIterator input, ExecutionContext execution, ServiceExecutorBulk next) {
        services.objection(service).ifPresent(objection -> {
            throw new ServiceRefused(objection);
        });
        return QueryIterPlainWrapper.create(new IteratorDelayedInitialization<>() {
            @Override
            protected Iterator<Binding> initializeIterator() {
                return join(service, rows(input), execution);
            }
        }, execution);
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

    private Iterator<Binding> join(OpService service, List<Binding> rows, ExecutionContext execution) {
        if (rows.isEmpty()) {
            return rows.iterator();
        }
        try {
            var pattern = new ServicePattern(service.getSubOp());
            var keys = pattern.keys(rows);
            var answers = answers(service, pattern, keys, rows, execution);
            return rows.stream()
                    .flatMap(row -> answers.get(part(row, keys)).stream().map(answer -> Algebra.merge(row, answer)).filter(Objects::nonNull))
                    .iterator();
        } catch (ServiceFailed e) {
            if (service.getSilent() && !ServiceCalls.isStopped(execution)) {
                return rows.iterator();
            }
            throw e;
        }
    }

    /** For all that the rows say of the keys, what the service answers to it; what does not fit is dropped, should it not mind the keys. */
    private Map<Binding, List<Binding>> answers(
            OpService service, ServicePattern pattern, List<Var> keys, List<Binding> rows, ExecutionContext execution) {
        Map<Binding, List<Binding>> answers = new LinkedHashMap<>();
        rows.forEach(row -> answers.put(part(row, keys), new ArrayList<>()));
        var name = service.getService().getURI();
        var known = List.copyOf(answers.keySet());
        for (int i = 0; i < known.size(); i += ServiceLimits.ROWS_PER_REQUEST) {
            var some = known.subList(i, Math.min(known.size(), i + ServiceLimits.ROWS_PER_REQUEST));
            var answer = ServiceCalls.of(execution).ask(name, services.address(name), pattern.query(keys, some));
            sort(pattern.read(answer), keys, some, answers);
        }
        return answers;
    }

    private static void sort(List<Binding> answer, List<Var> keys, Collection<Binding> asked, Map<Binding, List<Binding>> answers) {
        var wanted = new HashSet<>(asked);
        for (var row : answer) {
            var key = part(row, keys);
            if (wanted.contains(key)) {
                answers.get(key).add(row);
            }
        }
    }

    /** What a row says of some variables. */
    private static Binding part(Binding row, List<Var> variables) {
        var builder = Binding.builder();
        variables.stream().filter(row::contains).forEach(variable -> builder.add(variable, row.get(variable)));
        return builder.build();
    }
}
