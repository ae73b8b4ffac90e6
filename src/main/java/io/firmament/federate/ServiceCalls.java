package io.firmament.federate;

import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.jena.sparql.engine.ExecutionContext;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.util.Symbol;

/** The requests of one query to other endpoints: few, none twice, and none after one that failed. Of one thread. */
final class ServiceCalls {

    private static final Symbol SYMBOL = Symbol.create("https://w3id.org/firmament/service-calls");

    private record Request(String service, String query) {}

    private final Map<Request, List<Binding>> answers = new HashMap<>();
    private final Map<String, ServiceFailed> failures = new HashMap<>();
    private final ExecutionContext execution;
    private final long end = System.nanoTime() + ServiceLimits.TIME.toNanos();
    private int requests;

    private ServiceCalls(ExecutionContext execution) {
        this.execution = execution;
    }

    /** Those of the query that is at work. */
    static ServiceCalls of(ExecutionContext execution) {
        ServiceCalls calls = execution.getContext().get(SYMBOL);
        if (calls == null) {
            calls = new ServiceCalls(execution);
            execution.getContext().set(SYMBOL, calls);
        }
        return calls;
    }

    /** Whether the time of the query is over, or whoever asked has gone. */
    static boolean isStopped(ExecutionContext execution) {
        return execution.getCancelSignal() != null && execution.getCancelSignal().get();
    }

    /**
     * Asks a service, or remembers what it said.
     *
     * @throws ServiceFailed if it gives no answer that can be used
     * @throws ServiceRefused if the query has asked often enough
     */
    List<Binding> ask(String service, URI address, String query) {
        if (failures.containsKey(service)) {
            throw failures.get(service);
        }
        var request = new Request(service, query);
        var answer = answers.get(request);
        if (answer == null) {
            if (requests++ == ServiceLimits.REQUESTS) {
                throw new ServiceRefused("The query asks the service " + service + " more than " + ServiceLimits.REQUESTS
                        + " times. Join it with fewer rows, and write OPTIONAL, UNION and EXISTS inside of SERVICE and not around it.");
            }
            try {
                answer = new ServiceClient(service, address, () -> isStopped(execution) || System.nanoTime() > end).ask(query);
            } catch (ServiceFailed e) {
                failures.put(service, e);
                throw e;
            }
            answers.put(request, answer);
        }
        return answer;
    }
}
