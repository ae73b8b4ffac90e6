package io.firmament.serve;

import io.firmament.FirmamentException;
import io.firmament.KnowledgeGraph;
import java.net.BindException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import org.apache.jena.fuseki.FusekiException;
import org.apache.jena.fuseki.main.FusekiServer;
import org.apache.jena.fuseki.main.sys.FusekiModules;
import org.apache.jena.fuseki.server.DataService;
import org.apache.jena.fuseki.server.Operation;
import org.apache.jena.query.ARQ;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphZero;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;

/**
 * A graph behind HTTP: pages for people, linked data at the addresses of things, and a <a
 * href="https://www.w3.org/TR/sparql11-protocol/">SPARQL 1.1</a> endpoint at {@code /sparql}. Reading only; the
 * endpoint knows no other operation than the query. Started when it is made; safe for use by many threads.
 */
public final class Server implements AutoCloseable {

    private final FusekiServer fuseki;
    private final SparqlEndpoint endpoint;
    private final String host;

    private Server(FusekiServer fuseki, SparqlEndpoint endpoint, String host) {
        this.fuseki = fuseki;
        this.endpoint = endpoint;
        this.host = host;
    }

    /**
     * Starts a server over a graph, which must stay open as long as the server runs. Called by {@link
     * KnowledgeGraph#serve}.
     *
     * @param graph what the pages ask
     * @param dataset where it lies, for the endpoint
     * @param options port, host, time limit
     * @throws FirmamentException if the port is taken or the host is none of this machine
     */
    public static Server start(KnowledgeGraph graph, DatasetGraph dataset, ServerOptions options) {
        return start(graph, dataset, options, Optional.empty());
    }

    /** Starts a server for {@link StaticSite}: its pages are those of a site without a server. Nothing is at its endpoint. */
    static Server forCopy(KnowledgeGraph graph, Answered answered) {
        return start(graph, DatasetGraphZero.create(), ServerOptions.defaults().withPort(0), Optional.of(answered));
    }

    private static Server start(KnowledgeGraph graph, DatasetGraph dataset, ServerOptions options, Optional<Answered> answered) {
        // For the ready questions; the endpoint has a clock of its own. Jena's own SERVICE asks nobody, should one get to it.
        dataset.getContext().set(ARQ.queryTimeout, String.valueOf(options.timeout().toMillis()));
        dataset.getContext().set(ARQ.httpServiceAllowed, false);
        var lane = new Lane();
        var pages = new Pages(graph, lane, options.sources().map(graph::passages), answered);
        var endpoint = new SparqlEndpoint(options.timeout(), graph.services(), lane, pages);
        var server = new Server(build(dataset, endpoint, pages, options), endpoint, options.host());
        try {
            server.fuseki.start();
        } catch (FusekiException e) {
            server.close();
            throw refused(options, e);
        }
        return server;
    }

    /** Loads the classes that a server is made of; it can go side by side with reading a graph. */
    public static void prepare() {
        FusekiServer.create().port(0).fusekiModules(FusekiModules.empty()).add(Gate.SPARQL, DatasetGraphZero.create()).build();
    }

    private static FusekiServer build(DatasetGraph dataset, SparqlEndpoint endpoint, Pages pages, ServerOptions options) {
        var fuseki = FusekiServer.create()
                .port(options.port())
                .fusekiModules(FusekiModules.empty())
                .numServerThreads(8, Limits.THREADS)
                .registerOperation(Operation.Query, endpoint)
                .add(Gate.SPARQL, DataService.newBuilder(dataset).addEndpoint(Operation.Query))
                .addFilter("/*", new Gate(pages, options))
                .addServlet("/*", pages)
                .build();
        var jetty = fuseki.getJettyServer();
        jetty.setErrorHandler(new OneLine());
        for (var connector : jetty.getConnectors()) {
            if (connector instanceof ServerConnector server) {
                server.setHost(options.host());
                server.setIdleTimeout(Limits.IDLE.toMillis());
                var http = server.getConnectionFactory(HttpConnectionFactory.class).getHttpConfiguration();
                http.setOutputBufferSize(Limits.OUTPUT_BUFFER_BYTES);
                http.setRequestHeaderSize(Limits.HEADER_BYTES);
                http.setMinRequestDataRate(Limits.SLOWEST_RATE);
                http.setMinResponseDataRate(Limits.SLOWEST_RATE);
                http.setSendServerVersion(false);
            }
        }
        return fuseki;
    }

    private static FirmamentException refused(ServerOptions options, FusekiException e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof BindException && cause.getMessage().contains("in use")) {
                return new FirmamentException("Port " + options.port()
                        + " is taken. Name another with --port, or let the system pick one with --port 0.", e);
            }
        }
        var cause = e.getCause() == null ? e : e.getCause();
        return new FirmamentException(
                "Cannot listen on " + options.host() + ", port " + options.port() + ": " + cause.getMessage(), e);
    }

    /** What is wrong before a request reaches the gate: no sensible request at all. */
    private static final class OneLine extends ErrorHandler {
        @Override
        public boolean handle(Request request, Response response, Callback callback) {
            response.getHeaders().put(HttpHeader.CONTENT_TYPE, "text/plain; charset=utf-8");
            response.getHeaders().put("X-Content-Type-Options", "nosniff");
            var line = switch (response.getStatus()) {
                case 414, 431 -> "The address or the headers are too long.";
                case 404 -> "There is nothing here.";
                default -> response.getStatus() < 500 ? "The request cannot be understood." : "A fault in the server.";
            };
            Content.Sink.write(response, true, line + "\n", callback);
            return true;
        }
    }

    /** The address of the home page, ending with a slash. */
    public URI address() {
        return address(host, fuseki.getPort());
    }

    static URI address(String host, int port) {
        try {
            return new URI("http", null, host, port, "/", null, null);
        } catch (URISyntaxException e) {
            throw new FirmamentException("The host " + host + " is no name or address.", e);
        }
    }

    /** Waits until the server is closed. */
    public void join() {
        fuseki.join();
    }

    /** Stops answering; the graph stays open. */
    @Override
    public void close() {
        fuseki.stop();
        endpoint.close();
    }
}
