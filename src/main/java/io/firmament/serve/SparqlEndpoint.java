package io.firmament.serve;

import io.firmament.FirmamentException;
import io.firmament.federate.ServiceFailed;
import io.firmament.federate.Services;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.jena.atlas.RuntimeIOException;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.dboe.transaction.txn.TransactionException;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.fuseki.servlets.ActionErrorException;
import org.apache.jena.fuseki.servlets.HttpAction;
import org.apache.jena.fuseki.servlets.SPARQL_QueryDataset;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryCancelledException;
import org.apache.jena.query.QueryDeniedException;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.Prologue;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.binding.BindingFactory;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.exec.QueryExecResult;
import org.apache.jena.sparql.exec.RowSet;
import org.apache.jena.sparql.exec.RowSetStream;
import org.apache.jena.sparql.util.Context;
import org.apache.jena.tdb2.TDBException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Fuseki's query processor with our guards: what may be asked ({@link QueryGuard}), how many queries work at once, how
 * long one may take, and that no answer is delivered that looks whole and is not.
 *
 * <p>The clock is our own. That of ARQ 5.6 shares one thread among all queries, and that thread waits for a query whose
 * plan takes long to build (OFFSET over a product, say), so that no other query is stopped meanwhile.
 */
final class SparqlEndpoint extends SPARQL_QueryDataset implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(SparqlEndpoint.class);

    private static final String ALARM = SparqlEndpoint.class.getName();

    private final Duration timeout;
    private final HtmlTable html;
    private final Lane lane;
    private final Services services;
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(work -> {
        var thread = new Thread(work, "query-clock");
        thread.setDaemon(true);
        return thread;
    });

    SparqlEndpoint(Duration timeout, Services services, Lane lane, HtmlTable html) {
        this.timeout = timeout;
        this.lane = lane;
        this.services = services;
        this.html = html;
    }

    /** Shows rows to people who ask with a browser. */
    interface HtmlTable {
        boolean wanted(CheckedRequest request);

        void write(HttpAction action, RowSet rows);
    }

    /** Rows were sent and the rest cannot follow. */
    private static final class Cut extends RuntimeException {
        Cut() {
            super("cut", null, false, false);
        }
    }

    @Override
    protected void execute(String text, HttpAction action) {
        var request = action.getRequest();
        try {
            QueryGuard.check(text, services);
            lane.enter();
            try {
                super.execute(text, action);
            } finally {
                lane.leave();
                if (request.getAttribute(ALARM) instanceof Future<?> alarm) {
                    alarm.cancel(false);
                }
            }
        } catch (Refusal refusal) {
            Gate.refuse(request, refusal);
        } catch (QueryCancelledException | Cut e) {
            Gate.refuse(request, Refusal.timedOut());
        } catch (ServiceFailed e) {
            Gate.refuse(request, new Refusal(502, e.getMessage()));
        } catch (FirmamentException e) {
            Gate.refuse(request, Refusal.badRequest(e.getMessage()));
        } catch (ActionErrorException e) {
            Gate.refuse(request, new Refusal(
                    e.getRC() < 500 ? e.getRC() : 500, e.getMessage() == null ? "The request is wrong." : e.getMessage()));
        } catch (StackOverflowError e) {
            Gate.refuse(request, Refusal.badRequest("The query is too complex."));
        } catch (OutOfMemoryError e) {
            Gate.refuse(request, Refusal.unavailable("The query needs more memory than there is."));
        } catch (QueryDeniedException e) {
            Gate.refuse(request, Refusal.badRequest("The query asks for something that is not available here."));
        } catch (RuntimeIOException e) {
            Gate.refuse(request, Refusal.unavailable("The answer cannot be sent."));
        } catch (TransactionException | TDBException e) {
            LOG.error("A fault of the store", e);
            Gate.refuse(request, new Refusal(500, "A fault in the server. It has been logged."));
        } catch (RuntimeException e) {
            // Some values make ARQ's functions fail where the standard asks for an error value.
            var shown = text.length() > 500 ? text.substring(0, 500) + "…" : text;
            LOG.warn("{} in the query: {}", e, shown.replaceAll("\\s+", " "));
            Gate.refuse(request, Refusal.badRequest("The query cannot be evaluated."));
        }
    }

    @Override
    protected QueryExec createQueryExec(HttpAction action, Query query, DatasetGraph dataset) {
        return QueryExec.newBuilder().dataset(dataset).query(query).context(action.getContext()).build();
    }

    @Override
    protected QueryExecResult executeQuery(HttpAction action, QueryExec execution, Query query, String forLog) {
        var stop = Context.getOrSetCancelSignal(execution.getContext());
        action.getRequest().setAttribute(
                ALARM, clock.schedule(() -> stop.set(true), timeout(action).toMillis(), TimeUnit.MILLISECONDS));
        if (query.isSelectType()) {
            return new QueryExecResult(spooled(execution.select()));
        } else if (query.isConstructType()) {
            var graph = DatasetGraphFactory.createGeneral();
            graph.prefixes().putAll(query.getPrefixMapping());
            bounded(execution.constructQuads()).forEachRemaining(graph::add);
            return new QueryExecResult(graph);
        }
        return super.executeQuery(action, execution, query, forLog);
    }

    /** A client may ask for less time than there is, in seconds. */
    private Duration timeout(HttpAction action) {
        try {
            var asked = Duration.ofMillis((long) (1000 * Double.parseDouble(action.getRequestParameter("timeout"))));
            return asked.isNegative() || asked.isZero() || asked.compareTo(timeout) > 0 ? timeout : asked;
        } catch (NumberFormatException | NullPointerException e) {
            return timeout;
        }
    }

    private static RowSet spooled(RowSet rows) {
        List<Binding> first = new ArrayList<>();
        while (first.size() < Limits.SPOOLED_ROWS && rows.hasNext()) {
            first.add(rows.next());
        }
        var rest = new Iterator<Binding>() {
            @Override
            public boolean hasNext() {
                try {
                    return rows.hasNext();
                } catch (QueryCancelledException e) {
                    throw new Cut();
                }
            }

            @Override
            public Binding next() {
                try {
                    return rows.next();
                } catch (QueryCancelledException e) {
                    throw new Cut();
                }
            }
        };
        return RowSetStream.create(rows.getResultVars(), Iter.concat(first.iterator(), rest));
    }

    private static <T> Iterator<T> bounded(Iterator<T> items) {
        var count = new int[1];
        return Iter.map(items, item -> {
            if (++count[0] > Limits.TRIPLES) {
                throw Refusal.unavailable("The answer has more than " + Limits.TRIPLES + " triples. Ask for a part.");
            }
            return item;
        });
    }

    @Override
    protected void sendResults(HttpAction action, QueryExecResult result, Prologue prologue) {
        if (html.wanted(CheckedRequest.of(action.getRequest()))) {
            html.write(action, rows(result));
        } else {
            super.sendResults(action, result, prologue);
        }
    }

    /** Whatever the answer is, as a table: people read triples and a yes or no in rows as well. */
    private static RowSet rows(QueryExecResult result) {
        if (result.isRowSet()) {
            return result.rowSet();
        }
        if (result.isBoolean()) {
            var answer = Var.alloc("answer");
            var yesOrNo = NodeFactory.createLiteralDT(String.valueOf(result.booleanResult()), XSDDatatype.XSDboolean);
            return RowSetStream.create(List.of(answer), List.of(BindingFactory.binding(answer, yesOrNo)).iterator());
        }
        var columns = Stream.of("subject", "predicate", "object").map(Var::alloc).toList();
        var graph = result.isDataset() ? result.dataset().getDefaultGraph() : result.graph();
        return RowSetStream.create(columns, Iter.map(graph.find(), triple -> BindingFactory.binding(
                columns.get(0), triple.getSubject(), columns.get(1), triple.getPredicate(), columns.get(2), triple.getObject())));
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }
}
