package io.firmament.federate;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.BodySubscribers;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import org.apache.jena.riot.resultset.ResultSetLang;
import org.apache.jena.riot.rowset.RowSetReader;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.util.Context;

/**
 * Asks one endpoint, by the <a href="https://www.w3.org/TR/sparql11-protocol/">SPARQL 1.1 protocol</a>. Follows nothing
 * that leads elsewhere, sends nothing but the query and who asks, and takes only rows in JSON, within bounds.
 */
final class ServiceClient {

    private static final String ROWS = "application/sparql-results+json";

    private static final String WHO = "Firmament (https://w3id.org/firmament)";

    private static final long LOOK_MILLIS = 50;

    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(ServiceLimits.CONNECT)
            .build();

    private final String service;
    private final URI address;
    private final BooleanSupplier stopped;

    /**
     * @param service as the query names it
     * @param address where it is
     * @param stopped whether nobody waits any more
     */
    ServiceClient(String service, URI address, BooleanSupplier stopped) {
        this.service = service;
        this.address = address;
        this.stopped = stopped;
    }

    /** There is more of an answer than is taken. */
    private static final class TooLong extends RuntimeException {
        TooLong() {
            super("too long", null, false, false);
        }
    }

    /**
     * @throws ServiceFailed if there is no answer in time, or none that can be used
     */
    List<Binding> ask(String query) {
        var request = HttpRequest.newBuilder(address)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Accept", ROWS)
                .header("User-Agent", WHO)
                .POST(BodyPublishers.ofString("query=" + URLEncoder.encode(query, UTF_8)))
                .build();
        var response = await(CLIENT.sendAsync(request, about -> bounded()));
        if (response.statusCode() != 200) {
            throw failed(response.statusCode() / 100 == 3
                    ? "leads elsewhere (status " + response.statusCode() + "), which is not followed"
                    : "does not answer the query (status " + response.statusCode() + ")");
        }
        var type = response.headers().firstValue("Content-Type").orElse("").replaceFirst(";.*", "").strip();
        if (!type.equalsIgnoreCase(ROWS)) {
            throw failed("answers with something that is not " + ROWS);
        }
        return read(response.body());
    }

    private static BodySubscriber<byte[]> bounded() {
        var bytes = new ByteArrayOutputStream();
        return BodySubscribers.mapping(
                BodySubscribers.ofByteArrayConsumer(part -> part.ifPresent(more -> {
                    if (bytes.size() + more.length > ServiceLimits.BYTES) {
                        throw new TooLong();
                    }
                    bytes.writeBytes(more);
                })),
                done -> bytes.toByteArray());
    }

    private HttpResponse<byte[]> await(CompletableFuture<HttpResponse<byte[]>> coming) {
        while (!stopped.getAsBoolean()) {
            try {
                return coming.get(LOOK_MILLIS, TimeUnit.MILLISECONDS);
            } catch (TimeoutException e) {
                // Nobody has stopped it yet.
            } catch (ExecutionException e) {
                throw isTooLong(e) ? tooLong() : failed("cannot be reached");
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                break;
            }
        }
        coming.cancel(true);
        throw failed("has not answered in the time that the query has");
    }

    private static boolean isTooLong(Throwable e) {
        return e instanceof TooLong || e.getCause() != null && isTooLong(e.getCause());
    }

    private List<Binding> read(byte[] body) {
        List<Binding> rows = new ArrayList<>();
        try {
            var answer = RowSetReader.createReader(ResultSetLang.RS_JSON).read(new ByteArrayInputStream(body), new Context());
            while (answer.hasNext()) {
                if (rows.size() == ServiceLimits.ROWS) {
                    throw tooLong();
                }
                rows.add(answer.next());
            }
            return rows;
        } catch (ServiceFailed e) {
            throw e;
        } catch (RuntimeException | StackOverflowError e) {
            throw failed("answers with something that cannot be read as rows");
        }
    }

    private ServiceFailed tooLong() {
        return failed("has more to say than is taken: ask for less, or add a LIMIT inside of SERVICE");
    }

    private ServiceFailed failed(String what) {
        return new ServiceFailed(service, what);
    }
}
