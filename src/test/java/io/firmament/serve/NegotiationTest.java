package io.firmament.serve;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.firmament.KnowledgeGraph;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which form of a description a client gets, and what the headers tell it: RFC 9110 and RFC 8288. */
class NegotiationTest {

    private static final String PERSON = "/id/zhou-chang";

    private static String header(HttpResponse<?> answer, String name) {
        return String.join(", ", answer.headers().allValues(name));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "text/turtle | text/turtle",
        "application/ld+json | application/ld+json",
        "application/ld+json;profile=\"http://www.w3.org/ns/json-ld#compacted\" | application/ld+json",
        "application/rdf+xml | application/rdf+xml",
        "application/n-triples | application/n-triples",
        "text/html | text/html",
        "*/* | text/html",
        "* | text/html",
        "'' | text/html",
        "', ,' | text/html",
        "text/* | text/html",
        "application/* | application/ld+json",
        "TEXT/Turtle ; Q=0.5 | text/turtle",
        "text/html;q=0.1, text/turtle | text/turtle",
        "text/html;q=0.1, application/rdf+xml;q=0.09 | text/html",
        "text/turtle;q=0.001, */*;q=0 | text/turtle",
        "text/html;q=0, */* | text/turtle",
        "text/*;q=0, */*;q=0.5 | application/ld+json",
        "*/*;q=0.1, text/turtle;q=0.05 | text/html",
        // Equally welcome: what is named comes before what is only not excluded.
        "*/*, application/n-triples | application/n-triples",
        "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,*/*;q=0.8 | text/html",
        // What Java's own client sent for many years, and what rdflib and Comunica send.
        "'text/html, image/gif, image/jpeg, *; q=.2, */*; q=.2' | text/html",
        "'application/rdf+xml,text/turtle;q=0.9,application/xhtml+xml;q=0.5,*/*;q=0.1' | application/rdf+xml",
        "'application/n-quads,application/trig;q=0.95,application/ld+json;q=0.9,application/n-triples;q=0.8,text/turtle;q=0.6,text/html;q=0.2' | application/ld+json"
    })
    void theMostWelcomeFormComes(String accept, String type) {
        var answer = Site.get(PERSON, "Accept", accept);
        assertEquals(200, answer.statusCode(), answer.body());
        assertEquals(type, Site.type(answer));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/id/nobody-of-this-name", "/query/no-such-question", "/sparql?query=no+query"})
    void whoTakesAPageOnlyWhereThereIsNothingElseGetsRefusalsAsALine(String path) {
        // As Comunica asks.
        var answer = Site.get(path, "Accept", "application/n-quads,text/turtle;q=0.6,text/html;q=0.2");
        assertEquals("text/plain", Site.type(answer));
        assertEquals(1, answer.body().lines().count());
        assertEquals("text/html", Site.type(Site.html(path)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"garbage", "/", "text/", "text/html;q=abc", "text/turtle;q=2", "text/turtle;q=-1", "text/turtle;q=", "text turtle", "a/b/c"})
    void whatIsNoHeaderIsABadRequest(String accept) {
        var answer = Site.get(PERSON, "Accept", accept);
        assertEquals(400, answer.statusCode(), accept);
        assertTrue(answer.body().contains("text/turtle, text/html;q=0.5"), answer.body());
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "image/png, */*;q=0", "text/turtle;q=0", "application/xml"})
    void whereNothingFitsAllIsListedWithItsAddress(String accept) {
        var answer = Site.get(PERSON, "Accept", accept);
        assertEquals(406, answer.statusCode(), accept);
        for (var syntax : Syntax.values()) {
            assertTrue(answer.body().contains(syntax.mediaType + ") at " + PERSON + "." + syntax.suffix), answer.body());
            assertTrue(header(answer, "Link").contains("<" + PERSON + "." + syntax.suffix + ">; rel=\"alternate\""), header(answer, "Link"));
        }
    }

    @ParameterizedTest
    @CsvSource({"ttl, text/turtle", "nt, application/n-triples", "jsonld, application/ld+json", "rdf, application/rdf+xml", "html, text/html"})
    void aSuffixIsStrongerThanTheHeader(String suffix, String type) {
        for (var path : List.of(PERSON, "/ontology", "/dataset", "/ontology/kind/joining", "/id/statement/zhou-chang-joins-bytedance")) {
            for (var accept : List.of("text/html", "application/rdf+xml", "image/png")) {
                var answer = Site.get(path + "." + suffix, "Accept", accept);
                assertEquals(200, answer.statusCode(), path);
                assertEquals(type, Site.type(answer), path);
            }
            assertTrue(Site.get(path, "Accept", type).body().equals(Site.get(path + "." + suffix).body().replace(path + ".html?lang", path + "?lang")), path);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/id/zhou-chang.pdf", "/id/zhou-chang.", "/id/.ttl", "/id/zhou-chang.ttl.ttl", "/id/zhou-chan.ttl", "/ontology.owl", "/ontology%23worksFor"})
    void anUnknownSuffixIsNoName(String path) {
        assertEquals(404, Site.get(path, "Accept", "text/turtle").statusCode());
        assertEquals(404, Site.html(path).statusCode());
    }

    @Test
    void whatIsNearAnUnknownAddressIsToldToMachines() {
        for (var path : List.of("/id/zhou-chan", "/id/zhou-chan.ttl")) {
            var answer = Site.get(path, "Accept", "text/turtle");
            var iri = "https://w3id.org/firmament" + PERSON;
            assertEquals(1, answer.body().lines().count());
            assertTrue(answer.body().contains(iri), answer.body());
            assertTrue(header(answer, "Link").contains("<" + iri + ">; rel=\"related\""), header(answer, "Link"));
        }
    }

    @Test
    void anAnswerTellsWhatItDependsOnAndWhereItHasItsOwnAddress() {
        var turtle = Site.get(PERSON, "Accept", "text/turtle", "Accept-Language", "zh");
        var page = Site.get(PERSON, "Accept", "text/html", "Accept-Language", "zh");
        var chosen = Site.get(PERSON + "?lang=en", "Accept", "text/html");
        var named = Site.get(PERSON + ".ttl");
        var namedPage = Site.get(PERSON + ".html");
        var inBrief = Site.get(PERSON + "?fragment=true", "Accept", "text/html");
        assertAll(
                () -> assertEquals("Accept", header(turtle, "Vary")),
                () -> assertEquals(PERSON + ".ttl", header(turtle, "Content-Location")),
                () -> assertEquals("", header(turtle, "Content-Language")),
                () -> assertEquals("Accept, Accept-Language", header(page, "Vary")),
                () -> assertEquals(PERSON + ".html?lang=zh", header(page, "Content-Location")),
                () -> assertEquals("zh-Hans", header(page, "Content-Language")),
                () -> assertEquals("Accept", header(chosen, "Vary")),
                () -> assertEquals("", header(named, "Vary")),
                () -> assertEquals("Accept-Language", header(namedPage, "Vary")),
                () -> assertEquals("", header(inBrief, "Content-Location")));
        assertEquals(turtle.body(), Site.get(header(turtle, "Content-Location")).body());
        assertTrue(Site.get(header(page, "Content-Location")).body().contains("lang=\"zh-Hans\""));
    }

    @Test
    void aQuestionAnswersAndIsDescribedToo() {
        for (var syntax : Syntax.values()) {
            var named = Site.get("/query/career." + syntax.suffix, "Accept", "text/csv");
            assertEquals(200, named.statusCode(), syntax.suffix);
            assertEquals(syntax.mediaType, Site.type(named));
        }
        var described = Site.get("/query/career", "Accept", "text/turtle");
        assertEquals("/query/career.ttl", header(described, "Content-Location"));
        assertTrue(described.body().contains("SPARQLExecutable"));
        assertEquals("text/csv", Site.type(Site.get("/query/career?person=zhou-chang", "Accept", "text/csv, text/turtle;q=0.5")));
        assertEquals(404, Site.get("/query/nothing", "Accept", "text/turtle").statusCode());
    }

    @Test
    void linksLeadToTheOtherFormsToWhatIsMeantAndToTheLicence() {
        for (var accept : List.of("text/html", "text/turtle")) {
            var links = header(Site.get(PERSON, "Accept", accept), "Link");
            for (var link : List.of(
                    "<https://w3id.org/firmament/id/zhou-chang>; rel=\"describes\"", "<" + PERSON + ".jsonld>; rel=\"alternate\"; type=\"application/ld+json\"",
                    "<" + PERSON + ".ttl>; rel=\"describedby\"; type=\"text/turtle\"", "<https://creativecommons.org/licenses/by/4.0/>; rel=\"license\"")) {
                assertTrue(links.contains(link), links);
            }
        }
        assertTrue(header(Site.get("/ontology.ttl"), "Link").contains("<https://w3id.org/firmament/ontology>; rel=\"describes\""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/id/zhou-chang.ttl", "/id/zhou-chang.jsonld", "/id/zhou-chang.rdf", "/id/zhou-chang.nt", "/id/zhou-chang.html", "/ontology.ttl", "/ontology", "/"})
    void whatTheClientHasIsNotSentAgain(String path) {
        var first = Site.get(path);
        var tag = header(first, "ETag");
        assertTrue(tag.matches("\"[0-9a-f]{24}\""), tag);
        assertEquals(tag, header(Site.get(path), "ETag"));
        for (var known : List.of(tag, "W/" + tag, "\"other\", " + tag, "*")) {
            var again = Site.get(path, "If-None-Match", known);
            assertEquals(304, again.statusCode(), known);
            assertEquals("", again.body());
            assertEquals(tag, header(again, "ETag"));
            assertEquals(header(first, "Vary"), header(again, "Vary"));
            assertEquals(header(first, "Content-Location"), header(again, "Content-Location"));
        }
        assertEquals(200, Site.get(path, "If-None-Match", "\"other\"").statusCode());
    }

    @Test
    void eachFormHasItsOwnTag() {
        var tags = List.of("html?lang=en", "html?lang=zh", "ttl", "jsonld", "nt", "rdf").stream()
                .map(form -> header(Site.get(PERSON + "." + form), "ETag"))
                .distinct();
        assertEquals(6, tags.count());
        assertEquals("", header(Site.get("/id/nobody"), "ETag"));
    }

    @Test
    void headHasTheHeadersOnly() {
        for (var path : List.of(PERSON + ".ttl", PERSON + ".html")) {
            var whole = Site.get(path);
            var head = Site.send("HEAD", path, BodyPublishers.noBody());
            assertEquals("", head.body());
            for (var name : List.of("ETag", "Content-Type", "Link", "Content-Location", "Vary", "Content-Length")) {
                assertEquals(header(whole, name), header(head, name), name);
            }
        }
        assertEquals(404, Site.send("HEAD", "/id/nobody", BodyPublishers.noBody()).statusCode());
    }

    /** More triples about one thing than a page has, a slug that ends like a syntax, and names that are not for headers. */
    @Test
    void whatDoesNotFitOnAPageIsSaidAndFollows(@TempDir Path folder) throws Exception {
        var home = "https://w3id.org/firmament/id/";
        var data = new StringBuilder("PREFIX : <" + home + ">\nPREFIX fm: <https://w3id.org/firmament/ontology#>\n"
                + "PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>\n"
                + ":hub rdfs:label \"Hub\"@en . <" + home + "some.ttl> rdfs:label \"Dotted\"@en . :plain.html rdfs:label \"Dotted too\"@en . :plain rdfs:label \"Plain\"@en .\n"
                + "<" + home + "\u4e2d\u6587> rdfs:label \"\\\"<script>\\u202E\"@en ; rdfs:seeAlso :hub .\n");
        for (int i = 0; i < 2 * Description.PAGE; i++) {
            data.append(":n").append(i).append(" rdfs:seeAlso :hub .\n");
        }
        try (var graph = withData(folder, data.toString()); var server = graph.serve(ServerOptions.defaults().withPort(0).withBase("https://example.org"))) {
            var all = RDFParser.fromString("", Lang.TTL).toGraph();
            var next = "https://example.org/id/hub";
            int pages = 0;
            while (!next.isEmpty()) {
                pages++;
                var path = next.substring("https://example.org".length());
                var page = RDFParser.fromString(body(server, path, "text/turtle"), Lang.TTL).toGraph();
                page.stream().forEach(all::add);
                var more = page.stream(Node.ANY, NodeFactory.createURI("http://www.w3.org/ns/hydra/core#next"), Node.ANY).toList();
                assertTrue(more.size() < 2 && more.stream().allMatch(t -> ("https://example.org" + path).equals(t.getSubject().getURI())), more::toString);
                next = more.isEmpty() ? "" : more.get(0).getObject().getURI();
            }
            assertEquals(3, pages);
            assertEquals(2 * Description.PAGE + 1, all.stream(Node.ANY, Node.ANY, NodeFactory.createURI(home + "hub")).count());
            assertTrue(body(server, "/id/hub?page=4", "text/turtle").contains("not so many"));
            assertTrue(body(server, "/id/hub?page=0", "text/turtle").contains("from 1"));
            assertTrue(body(server, "/id/hub?page=x", "text/turtle").contains("from 1"));
            assertTrue(body(server, "/id/some.ttl", "text/html").contains("Dotted"));
            assertTrue(body(server, "/id/some.ttl.ttl", "text/html").contains("\"Dotted\"@en"));
            assertTrue(body(server, "/id/plain.html", "text/turtle").contains("\"Dotted too\"@en"), "a thing comes before a suffix");
            assertTrue(body(server, "/id/%E4%B8%AD%E6%96%87.ttl", "*/*").contains("<script>"));
            assertFalse(body(server, "/id/%E4%B8%AD%E6%96%87.html", "*/*").contains("<script>\u202e"));
        }
    }

    /** Our ontology and questions with other data. */
    private static KnowledgeGraph withData(Path home, String turtle) throws IOException {
        for (var part : List.of("ontology", "queries")) {
            try (var files = Files.walk(Path.of(part))) {
                for (var file : files.toList()) {
                    Files.copy(file, home.resolve(file.toString()));
                }
            }
        }
        Files.writeString(Files.createDirectories(home.resolve("data")).resolve("other.ttl"), turtle);
        return KnowledgeGraph.with().home(home).open();
    }

    private static String body(Server server, String path, String accept) throws Exception {
        return HttpClient.newHttpClient().send(
                HttpRequest.newBuilder(URI.create(server.address().toString().replaceFirst("/$", "") + path)).header("Accept", accept).build(),
                BodyHandlers.ofString()).body();
    }

    @Test
    void theHeaderHostIsNotBelieved() throws IOException {
        var server = Site.SERVER.address();
        try (var socket = new Socket(server.getHost(), server.getPort())) {
            socket.getOutputStream().write(("GET " + PERSON + ".ttl HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
            var answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertTrue(answer.startsWith("HTTP/1.1 200"), answer);
            assertFalse(answer.contains("evil"), answer);
            assertNotEquals("", answer);
        }
    }
}
