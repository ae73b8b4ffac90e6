package io.firmament.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.system.StreamRDFBase;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Who knows nothing but the IRIs of the graph finds all of it behind them, in whichever syntax. */
class CrawlTest {

    private static final String ROOT = "https://w3id.org/firmament";
    private static final int THREADS = 2;

    private static final Map<Syntax, Lang> SYNTAXES = Map.of(
            Syntax.TURTLE, Lang.TURTLE, Syntax.JSON_LD, Lang.JSONLD, Syntax.N_TRIPLES, Lang.NTRIPLES, Syntax.RDF_XML, Lang.RDFXML);

    private static final HttpClient CLIENT = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    /** All that the endpoint shows. */
    private static Set<Triple> graph;

    @BeforeAll
    static void read() throws Exception {
        graph = get("/sparql?query=" + Site.encode("CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }"), Syntax.N_TRIPLES);
        assertTrue(graph.size() > 20_000);
    }

    /** The IRIs of ours, without what stands behind a hash, by whether things are described there. */
    private static Map<Boolean, Set<String>> ours() {
        Map<Boolean, Set<String>> ours = new TreeMap<>(Map.of(true, new TreeSet<>(), false, new TreeSet<>()));
        graph.stream()
                .flatMap(triple -> Stream.of(triple.getSubject(), triple.getPredicate(), triple.getObject()))
                .filter(Node::isURI)
                .map(node -> node.getURI().replaceFirst("#.*", ""))
                .filter(iri -> iri.startsWith(ROOT + "/"))
                .forEach(iri -> ours.get(Places.path(iri).isPresent()).add(iri));
        return ours;
    }

    private static HttpResponse<byte[]> answer(String path, String accept) throws Exception {
        var address = URI.create(Site.HOME.substring(0, Site.HOME.length() - 1) + path);
        return CLIENT.send(HttpRequest.newBuilder(address).header("Accept", accept).build(), BodyHandlers.ofByteArray());
    }

    private static Set<Triple> get(String path, Syntax syntax) throws Exception {
        var answer = answer(path, syntax.mediaType);
        assertEquals(200, answer.statusCode(), path);
        assertEquals(syntax.mediaType, Site.type(answer), path);
        Set<Triple> triples = new HashSet<>();
        RDFParser.source(new ByteArrayInputStream(answer.body())).lang(SYNTAXES.get(syntax)).parse(new StreamRDFBase() {
            @Override
            public void triple(Triple triple) {
                triples.add(triple);
            }
        });
        return triples;
    }

    private static void sideBySide(Collection<String> all, Callback work) throws Exception {
        var threads = Executors.newFixedThreadPool(THREADS);
        try {
            List<Callable<Void>> tasks = new ArrayList<>();
            all.forEach(one -> tasks.add(() -> {
                work.on(one);
                return null;
            }));
            for (Future<Void> done : threads.invokeAll(tasks)) {
                done.get();
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private interface Callback {
        void on(String iri) throws Exception;
    }

    @Test
    void everyIriLeadsToTheSameInFourSyntaxesAndAllTogetherToAllThatIsThere() throws Exception {
        var things = ours().get(true);
        assertTrue(things.size() > 4_000, "things: " + things.size());
        Set<Triple> found = ConcurrentHashMap.newKeySet();
        sideBySide(things, iri -> {
            var path = Places.path(iri).orElseThrow();
            var turtle = get(path, Syntax.TURTLE);
            assertFalse(turtle.isEmpty(), iri);
            assertTrue(turtle.stream().noneMatch(triple -> triple.getSubject().isBlank() || triple.getObject().isBlank()), iri);
            for (var syntax : List.of(Syntax.JSON_LD, Syntax.N_TRIPLES, Syntax.RDF_XML)) {
                assertEquals(turtle, get(path, syntax), iri + " as " + syntax);
            }
            found.addAll(turtle);
        });
        // Places are told where this server is reached, not under the published base.
        var graph = SelfDescription.here(CrawlTest.graph, URI.create(Site.HOME));
        var missing = graph.stream().filter(triple -> !found.contains(triple)).limit(10).toList();
        assertEquals(List.of(), missing);
        // And nothing else, but for where the next page is.
        var invented = found.stream().filter(triple -> !graph.contains(triple) && !triple.getPredicate().getURI().endsWith("hydra/core#next")).limit(10).toList();
        assertEquals(List.of(), invented);
    }

    /** Such as the endpoint, and files to fetch. */
    @Test
    void whatElseTheGraphSaysIsHereIsHere() throws Exception {
        sideBySide(ours().get(false), iri -> {
            var path = URI.create(iri).getRawPath().substring("/firmament".length());
            assertTrue(Set.of(200, 303).contains(answer(path, "*/*").statusCode()), iri);
        });
    }
}
