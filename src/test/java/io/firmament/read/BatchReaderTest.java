package io.firmament.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.firmament.FirmamentException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BatchReaderTest {

    @TempDir
    private Path folder;

    private Batch read(String name, String text) throws IOException {
        return new BatchReader().add(Files.writeString(folder.resolve(name), text)).batch();
    }

    /** The line of the one triple with an object, where the object is a text. */
    private static long lineOf(Batch batch, String text) {
        var triple = batch.graph().stream()
                .filter(t -> t.getObject().isLiteral() && t.getObject().getLiteralLexicalForm().equals(text))
                .findFirst()
                .orElseThrow();
        return batch.originOf(triple).line();
    }

    @Test
    void turtleTellsTheLineOfEachTripleInListsOfPropertiesAndObjects() throws IOException {
        var batch = read("a.ttl", """
                @prefix : <https://example.org/> .

                :a :p "one" ;
                   :q "two" ,
                      "three" ;

                   :r [ :s "four" ;
                        :t "five" ] .
                :b :p \"\"\"six
                and a half\"\"\" .
                :c :p "seven" .
                """);

        assertEquals(List.of(), batch.findings());
        assertEquals(3, lineOf(batch, "one"));
        assertEquals(4, lineOf(batch, "two"));
        assertEquals(5, lineOf(batch, "three"));
        assertEquals(7, lineOf(batch, "four"));
        assertEquals(8, lineOf(batch, "five"));
        assertEquals(9, lineOf(batch, "six\nand a half"));
        assertEquals(11, lineOf(batch, "seven"));
    }

    @Test
    void nTriplesTellTheirLine() throws IOException {
        var batch = read("a.nt", """
                <https://example.org/a> <https://example.org/p> "one" .
                # a comment
                <https://example.org/a> <https://example.org/p> "two" .
                """);

        assertEquals(1, lineOf(batch, "one"));
        assertEquals(3, lineOf(batch, "two"));
    }

    @Test
    void rdfXmlTellsTheLineWhereAPropertyEnds() throws IOException {
        var batch = read("a.rdf", """
                <?xml version="1.0"?>
                <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:ex="https://example.org/">
                  <rdf:Description rdf:about="https://example.org/a">
                    <ex:p>one</ex:p>
                    <ex:p>two</ex:p>
                  </rdf:Description>
                </rdf:RDF>
                """);

        assertEquals(List.of(), batch.findings());
        assertEquals(4, lineOf(batch, "one"));
        assertEquals(5, lineOf(batch, "two"));
    }

    @Test
    void jsonLdTellsTheFileOnly() throws IOException {
        var batch = read("a.jsonld", """
                { "@id": "https://example.org/a", "https://example.org/p": "one" }
                """);

        assertEquals(List.of(), batch.findings());
        assertEquals(0, lineOf(batch, "one"));
        assertEquals(folder.resolve("a.jsonld").toString(), batch.originOf(anyTriple(batch)).toString());
    }

    private static Triple anyTriple(Batch batch) {
        return batch.graph().stream().findFirst().orElseThrow();
    }

    @Test
    void aTripleWrittenTwiceComesFromWhereItWasWrittenFirst() throws IOException {
        var batch = read("a.nt", """
                <https://example.org/a> <https://example.org/p> "one" .
                <https://example.org/a> <https://example.org/p> "one" .
                """);

        assertEquals(1, lineOf(batch, "one"));
    }

    @Test
    void aNodeComesFromWhereSomethingIsSaidAboutItElseFromWhereItIsSpokenOf() throws IOException {
        var batch = read("a.ttl", """
                @prefix : <https://example.org/> .
                :a :knows :b , :c .
                :b :knows :a .
                """);

        var b = org.apache.jena.graph.NodeFactory.createURI("https://example.org/b");
        var c = org.apache.jena.graph.NodeFactory.createURI("https://example.org/c");
        assertEquals(3, batch.originOf(b).line());
        assertEquals(2, batch.originOf(c).line());
    }

    @Test
    void aRemoteContextIsRefusedAndNothingIsFetched() throws IOException {
        try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var batch = read("a.jsonld", """
                    { "@context": "http://127.0.0.1:%d/context.jsonld", "@id": "https://example.org/a", "p": "one" }
                    """.formatted(server.getLocalPort()));

            assertEquals(1, batch.findings().size());
            var message = batch.findings().get(0).message();
            assertTrue(message.contains("remote contexts are not fetched"), message);
            assertTrue(batch.graph().isEmpty());
            server.setSoTimeout(200);
            assertThrows(SocketTimeoutException.class, server::accept, "no connection was made");
        }
    }

    @Test
    void dataInANamedGraphIsRefusedAndNotSilentlyDropped() throws IOException {
        var batch = read("a.jsonld", """
                { "@id": "https://example.org/g", "@graph": [ { "@id": "https://example.org/a", "https://example.org/p": "one" } ] }
                """);

        assertEquals(1, batch.findings().size());
        assertTrue(batch.findings().get(0).message().contains("named graph"), batch.findings().toString());
    }

    @Test
    void anExternalEntityOfXmlIsNotRead() throws IOException {
        Files.writeString(folder.resolve("secret.txt"), "secret");
        var batch = read("a.rdf", """
                <?xml version="1.0"?>
                <!DOCTYPE rdf:RDF [ <!ENTITY secret SYSTEM "%s"> ]>
                <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:ex="https://example.org/">
                  <rdf:Description rdf:about="https://example.org/a"><ex:p>&secret;</ex:p></rdf:Description>
                </rdf:RDF>
                """.formatted(folder.resolve("secret.txt").toUri()));

        assertTrue(batch.graph().stream().noneMatch(t -> t.getObject().toString().contains("secret")), "nothing was read from it");
    }

    @Test
    void aMissingFileIsRefusedByName() {
        var error = assertThrows(FirmamentException.class, () -> new BatchReader().add(folder.resolve("nowhere.ttl")));
        assertTrue(error.getMessage().contains("nowhere.ttl"), error.getMessage());
    }

    @Test
    void aFolderWithoutRdfIsRefused() throws IOException {
        Files.writeString(folder.resolve("notes.txt"), "nothing");
        var error = assertThrows(FirmamentException.class, () -> new BatchReader().add(folder));
        assertTrue(error.getMessage().startsWith("No RDF files under "), error.getMessage());
    }

    @Test
    void aFileOfAnotherKindIsAFindingIfNamedAndPassedOverInAFolder() throws IOException {
        var text = Files.writeString(folder.resolve("notes.txt"), "nothing");
        assertTrue(new BatchReader().add(text).batch().findings().get(0).message().contains("not an RDF file"));

        Files.writeString(folder.resolve("a.ttl"), "<https://example.org/a> <https://example.org/p> 1 .");
        assertEquals(List.of(), new BatchReader().add(folder).batch().findings());
    }

    @Test
    void filesOfAFolderAreNamedRelativeToItAndReadInTheOrderOfTheirNames() throws IOException {
        Files.createDirectories(folder.resolve("data/b"));
        Files.writeString(folder.resolve("data/b/z.ttl"), "<https://example.org/a> <https://example.org/p> \"one\" .");
        Files.writeString(folder.resolve("data/a.ttl"), "\n<https://example.org/a> <https://example.org/p> \"one\" .");

        var batch = new BatchReader().add(folder.resolve("data")).batch();

        assertEquals("a.ttl:2", batch.originOf(anyTriple(batch)).toString());
    }

    @Test
    void rubbishIsAFindingInEverySyntax() throws IOException {
        var rubbish = new byte[4096];
        new Random(1).nextBytes(rubbish);
        for (var ending : List.of("ttl", "nt", "rdf", "jsonld", "rj", "trdf", "rt")) {
            var file = Files.write(folder.resolve("rubbish." + ending), rubbish);
            assertFalse(new BatchReader().add(file).batch().findings().isEmpty(), ending);
        }
    }

    @Test
    void deepNestingIsAFindingAndNoCrash() throws IOException {
        var depth = 200_000;
        assertFalse(read("lists.ttl", "<a:a> <a:p> " + "(".repeat(depth) + ")".repeat(depth) + " .").findings().isEmpty());
        assertFalse(read("blanks.ttl", "<a:a> <a:p> " + "[ <a:p> ".repeat(depth) + "]".repeat(depth) + " .").findings().isEmpty());
        assertFalse(read("deep.jsonld", "[".repeat(depth) + "]".repeat(depth)).findings().isEmpty());
    }

    @Test
    void aBadDateAndABadIriAreErrorsAlthoughTheParserOnlyWarns() throws IOException {
        var batch = read("a.ttl", """
                @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
                <https://example.org/a> <https://example.org/p> "2023-02-29"^^xsd:date .
                """);

        assertEquals(List.of(Severity.ERROR), batch.findings().stream().map(Finding::severity).toList());
        assertEquals(2, batch.findings().get(0).origin().line());
    }

    @Test
    void oneBlankNodeLabelInTwoFilesMeansTwoNodes() throws IOException {
        var one = Files.writeString(folder.resolve("a.ttl"), "_:b <https://example.org/p> 1 .");
        var two = Files.writeString(folder.resolve("b.ttl"), "_:b <https://example.org/p> 2 .");

        var graph = new BatchReader().add(one).add(two).batch().graph();

        assertEquals(2, graph.stream().map(Triple::getSubject).filter(Node::isBlank).distinct().count());
    }

    @Test
    void aRelativeIriStandsUnderOurOwnNamespaceWhereverTheFileLies() throws IOException {
        var batch = read("a.ttl", "<acme> <https://example.org/p> 1 .");

        assertEquals("https://w3id.org/firmament/id/acme", anyTriple(batch).getSubject().getURI());
    }
}
