package io.firmament.federate;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

/** A server that does at each path what a bad endpoint may do, and remembers what it was asked. */
final class Elsewhere implements AutoCloseable {

    private static final String JSON = "application/sparql-results+json";

    /** What was asked, as path and query; and the headers of the last request. */
    final List<String> requests = new CopyOnWriteArrayList<>();
    volatile Map<String, List<String>> headers = Map.of();

    private final HttpServer server;

    Elsewhere() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newCachedThreadPool(work -> {
            var thread = new Thread(work);
            thread.setDaemon(true);
            return thread;
        }));
        server.createContext("/", this::answer);
        server.start();
    }

    String address(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/" + path;
    }

    private void answer(HttpExchange exchange) throws IOException {
        var body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
        var path = exchange.getRequestURI().getPath().substring(1);
        requests.add(path + " " + URLDecoder.decode(body.replaceFirst("^query=", ""), UTF_8));
        headers = Map.copyOf(exchange.getRequestHeaders());
        try (exchange) {
            switch (path) {
                case "one" -> send(exchange, 200, JSON, rows("{\"s\":{\"type\":\"uri\",\"value\":\"x:s0\"},\"v\":{\"type\":\"literal\",\"value\":\"there\"}}"));
                case "more-than-asked" -> send(exchange, 200, JSON, rows("{\"s\":{\"type\":\"uri\",\"value\":\"x:s0\"},\"n\":{\"type\":\"literal\",\"value\":\"smuggled\"}}"));
                case "redirect" -> {
                    exchange.getResponseHeaders().add("Location", address("one"));
                    send(exchange, 302, JSON, "");
                }
                case "busy" -> send(exchange, 429, "text/plain", "later");
                case "garbage" -> send(exchange, 200, JSON, "{\"results\": [[[");
                case "page" -> send(exchange, 200, "text/html", rows(""));
                case "hang" -> Thread.sleep(60_000);
                case "drip" -> drip(exchange, " ", 20);
                case "endless" -> drip(exchange, "{\"s\":{\"type\":\"uri\",\"value\":\"x:s0\"}},".repeat(2_000), 0);
                case "endless-rows" -> send(exchange, 200, JSON, rows("{}" + ",{}".repeat(ServiceLimits.ROWS)));
                default -> send(exchange, 404, "text/plain", "");
            }
        } catch (IOException | InterruptedException e) {
            // Whoever asked has gone.
        }
    }

    private static String rows(String bindings) {
        return "{\"head\":{\"vars\":[\"s\",\"v\",\"n\"]},\"results\":{\"bindings\":[" + bindings + "]}}";
    }

    private static void send(HttpExchange exchange, int status, String type, String body) throws IOException {
        exchange.getResponseHeaders().add("Content-Type", type);
        exchange.sendResponseHeaders(status, 0);
        exchange.getResponseBody().write(body.getBytes(UTF_8));
    }

    /** Begins as an answer does and never ends. */
    private static void drip(HttpExchange exchange, String more, long pause) throws IOException, InterruptedException {
        exchange.getResponseHeaders().add("Content-Type", JSON);
        exchange.sendResponseHeaders(200, 0);
        var out = exchange.getResponseBody();
        out.write("{\"head\":{\"vars\":[\"s\"]},\"results\":{\"bindings\":[".getBytes(UTF_8));
        while (true) {
            out.write(more.getBytes(UTF_8));
            out.flush();
            Thread.sleep(pause);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
