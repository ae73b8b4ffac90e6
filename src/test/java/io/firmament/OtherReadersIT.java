package io.firmament;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonArray;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

/**
 * What is served as RDF says the same to parsers that are not Jena's: N3.js and its kin in JavaScript, rdflib in Python,
 * Raptor in C. Each asks the server itself and writes down as N-Triples what it understood.
 */
class OtherReadersIT {

    private static final String WHOLE = "/sparql?query=" + URLEncoder.encode("CONSTRUCT WHERE { ?s ?p ?o }", StandardCharsets.UTF_8);
    private static final String TURTLE = "text/turtle";
    private static final String NTRIPLES = "application/n-triples";
    private static final String NQUADS = "application/n-quads";
    private static final String RDFXML = "application/rdf+xml";
    private static final String JSONLD = "application/ld+json";

    /** By media type, as Raptor calls them; it knows no JSON-LD. */
    private static final Map<String, String> OF_RAPTOR =
            Map.of(TURTLE, "turtle", NTRIPLES, "ntriples", NQUADS, "nquads", RDFXML, "rdfxml");

    /** An answer in a syntax, and another that says the same. */
    private record Document(String path, String type, String samePath) {

        String address() {
            return Client.HOME + path;
        }
    }

    @TempDir
    private static Path folder;

    private static final Map<String, Set<Triple>> EXPECTED = new ConcurrentHashMap<>();

    /** The whole graph in each syntax. */
    private static List<Document> whole() {
        return List.of(
                new Document("/export/turtle", TURTLE, WHOLE),
                new Document("/export/nquads", NQUADS, WHOLE),
                new Document("/export/jsonld", JSONLD, WHOLE),
                new Document(WHOLE, NTRIPLES, WHOLE),
                new Document(WHOLE, RDFXML, WHOLE));
    }

    /** An entity, a statement, the ontology; and a part of the graph as JSON-LD that names its context. */
    private static List<Document> parts() {
        var documents = new ArrayList<Document>();
        for (var path : List.of("/id/zhou-chang", "/id/statement/zhou-chang-joins-bytedance", "/ontology")) {
            Stream.of(TURTLE, NTRIPLES, RDFXML, JSONLD).forEach(type -> documents.add(new Document(path, type, path)));
        }
        documents.add(new Document("/export/jsonld?near=zhou-chang", JSONLD, "/export/nquads?near=zhou-chang"));
        return documents;
    }

    private static List<Document> all(String... without) {
        return Stream.concat(whole().stream(), parts().stream())
                .filter(document -> !List.of(without).contains(document.path()))
                .toList();
    }

    @TestFactory
    Stream<DynamicTest> inJavaScript() {
        // The whole in JSON-LD takes its parser a quarter of a minute.
        return scripted("js", Client.node("read.js"), all("/export/jsonld"));
    }

    @TestFactory
    Stream<DynamicTest> inPython() {
        return scripted("py", Client.python("read.py"), all());
    }

    @TestFactory
    Stream<DynamicTest> inC() {
        return all().stream().filter(document -> OF_RAPTOR.containsKey(document.type())).map(document -> test(document, () -> {
            var rapper = Client.rapper("-q", "-i", OF_RAPTOR.get(document.type()), "-o", "ntriples", document.address());
            rapper.orSkip();
            assertSays(document, triples(rapper.run("")));
        }));
    }

    private static DynamicTest test(Document document, Executable body) {
        return DynamicTest.dynamicTest(document.path() + " as " + document.type(), body);
    }

    /** One program reads them all; none if it is not here. */
    private static Stream<DynamicTest> scripted(String language, Client client, List<Document> documents) {
        var files = new HashMap<Document, Path>();
        return documents.stream().map(document -> test(document, () -> {
            client.orSkip();
            if (files.isEmpty()) {
                documents.forEach(each -> files.put(each, folder.resolve(language + files.size() + ".nt")));
                client.run(told(files));
            }
            assertSays(document, triples(Files.readString(files.get(document))));
        }));
    }

    private static String told(Map<Document, Path> files) {
        var documents = new JsonArray();
        files.forEach((document, file) -> {
            var each = new JsonObject();
            each.put("address", document.address());
            each.put("type", document.type());
            each.put("file", file.toString());
            documents.add(each);
        });
        var told = new JsonObject();
        told.put("home", Client.HOME);
        told.put("published", Client.PUBLISHED);
        told.put("documents", documents);
        return told.toString();
    }

    private static void assertSays(Document document, Set<Triple> read) {
        var expected = EXPECTED.computeIfAbsent(document.samePath(), OtherReadersIT::expected);
        assertTrue(expected.size() > 10);
        assertEquals(List.of(), some(expected, read), "not understood");
        assertEquals(List.of(), some(read, expected), "understood, and never said");
    }

    private static List<Triple> some(Set<Triple> these, Set<Triple> notThese) {
        return these.stream().filter(triple -> !notThese.contains(triple)).limit(3).toList();
    }

    /** What stands in the graph; of a part of it, what Jena understands. */
    private static Set<Triple> expected(String path) {
        if (!path.equals(WHOLE)) {
            return RDFParser.create().source(Client.HOME + path).acceptHeader(NTRIPLES + ", " + NQUADS).toDatasetGraph()
                    .getDefaultGraph().stream().map(OtherReadersIT::plain).collect(Collectors.toSet());
        }
        return Client.GRAPH.read(view -> {
            try (var triples = view.construct(QueryFactory.create("CONSTRUCT WHERE { ?s ?p ?o }"))) {
                return triples.map(OtherReadersIT::plain).collect(Collectors.toSet());
            }
        });
    }

    private static Set<Triple> triples(String ntriples) {
        var triples = new HashSet<Triple>();
        RDFParser.fromString(ntriples, Lang.NTRIPLES).toGraph().stream().map(OtherReadersIT::plain).forEach(triples::add);
        return triples;
    }

    /** RDF 1.1 lets a reader turn language tags into lower case, and most do. */
    private static Triple plain(Triple triple) {
        var object = triple.getObject();
        return object.isLiteral() && !object.getLiteralLanguage().isEmpty()
                ? Triple.create(triple.getSubject(), triple.getPredicate(), lowerCase(object))
                : triple;
    }

    private static Node lowerCase(Node text) {
        return NodeFactory.createLiteralLang(text.getLiteralLexicalForm(), text.getLiteralLanguage().toLowerCase(Locale.ROOT));
    }
}
