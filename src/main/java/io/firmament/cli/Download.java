package io.firmament.cli;

import io.firmament.FirmamentException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.jena.riot.RDFLanguages;

/** A document that the user of the command line has named by its address, on the disk for a while. */
final class Download implements AutoCloseable {

    private static final long MOST_BYTES = 200_000_000;
    private static final Duration MOST_TIME = Duration.ofMinutes(5);
    private static final String WANTED = "text/turtle, application/n-triples, application/n-quads;q=0.9, application/trig;q=0.9,"
            + " application/ld+json;q=0.8, application/rdf+xml;q=0.7";

    private final Path folder;
    private final Path file;

    private Download(Path folder, Path file) {
        this.folder = folder;
        this.file = file;
    }

    /** Whether a text is an address rather than a file. */
    static boolean isAddress(String text) {
        return text.matches("(?i)[a-z][a-z0-9+.-]+://.*");
    }

    /**
     * Fetches an RDF document. A redirection leads to http or https only, and not from https to http.
     *
     * @throws FirmamentException if the address is none of http or https, or does not answer with RDF, within limits
     */
    static Download of(String address) {
        if (!address.matches("(?i)https?://.*")) {
            throw new FirmamentException("Only what is at http or https addresses is fetched, and not " + address + ".");
        }
        System.err.printf("Fetching %s (at most %d MB, %d minutes) ...%n", address, MOST_BYTES / 1_000_000, MOST_TIME.toMinutes());
        try {
            var client = HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NORMAL).connectTimeout(Duration.ofSeconds(20)).build();
            var request = HttpRequest.newBuilder(URI.create(address)).timeout(MOST_TIME).header("Accept", WANTED).build();
            var response = client.send(request, HttpResponse.BodyHandlers.ofInputStream());
            try (var body = response.body()) {
                if (response.statusCode() != 200) {
                    throw new FirmamentException(address + " answers with status " + response.statusCode() + ".");
                }
                var name = "document." + ending(address, response);
                var folder = Files.createTempDirectory("firmament-link");
                var file = folder.resolve(name);
                var download = new Download(folder, file);
                try {
                    copy(body, file, address);
                } catch (IOException | RuntimeException e) {
                    download.close();
                    throw e;
                }
                return download;
            }
        } catch (IllegalArgumentException e) {
            throw new FirmamentException(address + " is no address: " + e.getMessage(), e);
        } catch (IOException e) {
            throw new FirmamentException(address + " cannot be fetched: " + e, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new FirmamentException("Fetching " + address + " was broken off.", e);
        }
    }

    /** The syntax that the server names; else that of the address's ending. What is packed there comes packed: nothing else was asked for. */
    private static String ending(String address, HttpResponse<?> response) {
        var packed = address.matches("[^?#]*\\.gz([?#].*)?") ? ".gz" : "";
        return response.headers().firstValue("Content-Type")
                .map(type -> type.replaceFirst(";.*", "").strip())
                .flatMap(type -> Optional.ofNullable(RDFLanguages.contentTypeToLang(type)))
                .or(() -> Optional.ofNullable(RDFLanguages.filenameToLang(URI.create(address).getPath())))
                .filter(lang -> !lang.getFileExtensions().isEmpty())
                .map(lang -> lang.getFileExtensions().get(0) + packed)
                .orElseThrow(() -> new FirmamentException(address + " does not answer with RDF, but with "
                        + response.headers().firstValue("Content-Type").orElse("nothing that says what it is") + "."));
    }

    private static void copy(InputStream body, Path file, String address) throws IOException {
        // A server that falls silent would be waited for for ever: what is closed ends the wait.
        var late = CompletableFuture.runAsync(
                () -> close(body), CompletableFuture.delayedExecutor(MOST_TIME.toSeconds(), TimeUnit.SECONDS));
        try (var out = Files.newOutputStream(file)) {
            var buffer = new byte[1 << 16];
            var size = 0L;
            for (var n = body.read(buffer); n >= 0; n = body.read(buffer)) {
                size += n;
                if (size > MOST_BYTES) {
                    throw new FirmamentException(address + " is more than what is fetched. Fetch it yourself, and name the file.");
                }
                out.write(buffer, 0, n);
            }
        } finally {
            late.cancel(false);
        }
    }

    private static void close(InputStream body) {
        try {
            body.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path file() {
        return file;
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(file);
        Files.deleteIfExists(folder);
    }
}
