package io.firmament.serve;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.firmament.FirmamentException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Follows all links from page to page of a server, breadth first, and writes what it finds as files whose links lead to
 * each other. So the files show what visitors of a server see, whatever page is added there.
 */
final class SiteCrawl {

    /** All that is filled into our pages is escaped: a quotation mark ends a value, and stands nowhere else. */
    private static final Pattern LINK = Pattern.compile("(?<before>\\s(?:href|src|action)=\")(?<link>[^\"]*)\"");

    private static final Pattern ELSEWHERE = Pattern.compile("[a-zA-Z][a-zA-Z0-9+.-]*:.*", Pattern.DOTALL);

    private final URI server;
    private final Path folder;
    private final HttpClient client = HttpClient.newHttpClient();
    private final Set<SiteAddress> written = ConcurrentHashMap.newKeySet();
    private final Set<String> leftOut = ConcurrentHashMap.newKeySet();

    /**
     * @param server its home page
     * @param folder where to write; a file that is there already is taken for what it is called
     */
    SiteCrawl(URI server, Path folder) {
        this.server = server;
        this.folder = folder;
    }

    /** Writes all that some addresses lead to. */
    void from(Collection<SiteAddress> start) {
        Set<SiteAddress> seen = ConcurrentHashMap.newKeySet();
        for (Collection<SiteAddress> next = start; !next.isEmpty(); ) {
            next = next.parallelStream().filter(seen::add).flatMap(this::fetch).collect(Collectors.toSet());
        }
        written.parallelStream().filter(address -> address.file().endsWith(".html")).forEach(this::relink);
    }

    /** How many pages there are. */
    long pages() {
        return written.stream().filter(address -> address.file().endsWith(".html")).count();
    }

    /** Links that lead nowhere without a server, which the pages therefore show as plain text. */
    Set<String> leftOut() {
        return leftOut;
    }

    /** Writes what is at an address as it comes, and tells where it leads. */
    private Stream<SiteAddress> fetch(SiteAddress address) {
        var file = folder.resolve(address.file());
        if (address.language().isEmpty() && Files.exists(file)) {
            written.add(address);
            return Stream.of();
        }
        var response = get(address);
        if (response.statusCode() != 200) {
            return Stream.of();
        }
        try {
            Files.createDirectories(file.getParent());
            Files.write(file, response.body());
        } catch (IOException e) {
            throw new FirmamentException("Cannot write " + file + ": " + e.getMessage(), e);
        }
        written.add(address);
        return address.file().endsWith(".html") ? links(address, new String(response.body(), UTF_8)) : Stream.of();
    }

    private HttpResponse<byte[]> get(SiteAddress address) {
        var request = HttpRequest.newBuilder(server.resolve(address.request())).header("Accept", "text/html,*/*;q=0.5").build();
        try {
            var response = client.send(request, BodyHandlers.ofByteArray());
            // Not there, or not to be asked so: then nothing links to it. Anything else is no reason to leave it out.
            if (Set.of(200, 400, 404).contains(response.statusCode())) {
                return response;
            }
            throw new FirmamentException("The page " + address.request() + " cannot be written; the server says "
                    + response.statusCode() + ": " + new String(response.body(), UTF_8).lines().findFirst().orElse(""));
        } catch (IOException e) {
            throw new FirmamentException("The page " + address.request() + " cannot be read: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new FirmamentException("The site is not written: interrupted.", e);
        }
    }

    private Stream<SiteAddress> links(SiteAddress address, String html) {
        return LINK.matcher(html).results()
                .map(found -> unescaped(found.group(2)))
                .filter(SiteCrawl::isOurs)
                .flatMap(link -> address.follow(withoutAnchor(link)).stream());
    }

    /** Lets the links of a page lead to files; what has no file is no link any more. */
    private void relink(SiteAddress address) {
        var file = folder.resolve(address.file());
        try {
            Files.writeString(file, LINK.matcher(Files.readString(file)).replaceAll(found -> {
                var link = unescaped(found.group(2));
                return Matcher.quoteReplacement(isOurs(link)
                        ? way(address, link).map(way -> found.group(1) + way + "\"").orElse("")
                        : found.group());
            }));
        } catch (IOException e) {
            throw new FirmamentException("Cannot write " + file + ": " + e.getMessage(), e);
        }
    }

    private Optional<String> way(SiteAddress from, String link) {
        var to = from.follow(withoutAnchor(link)).filter(written::contains);
        if (to.isEmpty()) {
            leftOut.add(link);
        }
        return to.map(address -> SiteAddress.way(from.file(), address.file()) + link.substring(withoutAnchor(link).length()));
    }

    private static boolean isOurs(String link) {
        return !link.startsWith("#") && !link.startsWith("//") && !ELSEWHERE.matcher(link).matches();
    }

    private static String withoutAnchor(String link) {
        return link.replaceFirst("#.*", "");
    }

    private static String unescaped(String attribute) {
        return attribute.replace("&quot;", "\"").replace("&#39;", "'").replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
    }
}
