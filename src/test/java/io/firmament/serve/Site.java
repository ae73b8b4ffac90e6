package io.firmament.serve;

import io.firmament.KnowledgeGraph;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** One server over the real data for all tests of this room, and how they speak to it. */
final class Site {

    static final KnowledgeGraph GRAPH = KnowledgeGraph.open();
    static final Server SERVER = GRAPH.serve(ServerOptions.defaults().withPort(0));
    static final String HOME = SERVER.address().toString();
    static final String SPARQL = HOME + "sparql";

    private static final HttpClient CLIENT = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(SERVER::close));
    }

    private Site() {}

    /** Asks for a path; headers come as name, value, name, value. */
    static HttpResponse<String> get(String path, String... headers) {
        return send("GET", path, BodyPublishers.noBody(), headers);
    }

    static HttpResponse<String> post(String path, String type, String body, String... headers) {
        List<String> all = new ArrayList<>(List.of(headers));
        if (!type.isEmpty()) {
            all.addAll(List.of("Content-Type", type));
        }
        return send("POST", path, BodyPublishers.ofString(body), all.toArray(String[]::new));
    }

    static HttpResponse<String> send(String method, String path, BodyPublisher body, String... headers) {
        var request = HttpRequest.newBuilder(URI.create(HOME + path.substring(1))).method(method, body);
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        try {
            return CLIENT.send(request.build(), BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(method + " " + path + ": " + e, e);
        }
    }

    static HttpResponse<String> query(String query, String... headers) {
        return get("/sparql?query=" + encode(query), headers);
    }

    static HttpResponse<String> html(String path) {
        return get(path, "Accept", "text/html,application/xhtml+xml,*/*;q=0.8");
    }

    static String type(HttpResponse<?> response) {
        return response.headers().firstValue("Content-Type").orElse("").replaceFirst(";.*", "");
    }

    static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
