package io.firmament.link;

import io.firmament.FirmamentException;
import io.firmament.read.BatchReader;
import io.firmament.vocab.FM;
import io.firmament.vocab.Prefixes;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.RDFFormat;
import org.apache.jena.riot.system.StreamRDFWriter;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.RDF;

/**
 * Somebody's own file of decisions, in Turtle, a block each; taking one out undoes it. What else it holds stays, but for
 * comments. Not thread-safe.
 */
final class DecisionFile {

    private static final String HEAD = """
            # Decisions of people: what is the same and what is not. Each is a block, a mapping with the link that it is about;
            # taking it out undoes it. Opened with --data, this file is checked and used with the graph. It is written by a
            # program, which keeps no other comments.

            """;

    private static final Map<String, String> PREFIXES = new LinkedHashMap<>(Prefixes.all());

    static {
        PREFIXES.put("mapping", FM.ID + "mapping/");
        PREFIXES.put("sssom", "https://w3id.org/sssom/");
        PREFIXES.put("semapv", "https://w3id.org/semapv/vocab/");
        PREFIXES.put("pav", "http://purl.org/pav/");
    }

    private static final Comparator<Triple> CLASS_FIRST =
            Comparator.comparing((Triple triple) -> !triple.getPredicate().equals(RDF.type.asNode())).thenComparing((Triple triple) -> triple.toString());

    private final Path file;
    private final Graph graph;

    private DecisionFile(Path file, Graph graph) {
        this.file = file;
        this.graph = graph;
    }

    /**
     * The decisions of a file so far; none if there is no such file.
     *
     * @throws FirmamentException if it cannot be read
     */
    static DecisionFile at(Path file) {
        if (!file.toString().endsWith(".ttl")) {
            throw new FirmamentException("Decisions are written in Turtle: name a file that ends with .ttl, and not " + file + ".");
        }
        if (!Files.exists(file)) {
            return new DecisionFile(file, GraphFactory.createDefaultGraph());
        }
        var batch = new BatchReader().add(file).batch();
        batch.findings().stream().findFirst().ifPresent(finding -> {
            throw new FirmamentException("The decisions so far cannot be read: " + finding);
        });
        return new DecisionFile(file, batch.graph());
    }

    Graph graph() {
        return graph;
    }

    boolean has(Node subject) {
        return graph.contains(subject, Node.ANY, Node.ANY);
    }

    /** Takes a decision out. */
    void remove(Node subject) {
        graph.remove(subject, Node.ANY, Node.ANY);
    }

    /** Puts a decision in, in the place of an earlier one. */
    void put(Node subject, List<Triple> triples) {
        remove(subject);
        triples.forEach(graph::add);
    }

    void write() {
        Map<String, List<Triple>> blocks = new TreeMap<>();
        graph.find().forEach(triple -> blocks.computeIfAbsent(triple.getSubject().toString(), s -> new ArrayList<>()).add(triple));
        blocks.values().forEach(block -> block.sort(CLASS_FIRST));
        try (var begun = new NewFile(file, true)) {
            try (var out = Files.newOutputStream(begun.begun())) {
                write(blocks, out);
            }
            begun.keep();
        } catch (IOException e) {
            throw new FirmamentException("Cannot write " + file + ": " + e, e);
        }
    }

    private void write(Map<String, List<Triple>> blocks, OutputStream out) throws IOException {
        out.write(HEAD.getBytes(StandardCharsets.UTF_8));
        var turtle = StreamRDFWriter.getWriterStream(out, RDFFormat.TURTLE_BLOCKS);
        turtle.start();
        PREFIXES.forEach((name, namespace) -> {
            if (blocks.values().stream().flatMap(List::stream).anyMatch(triple -> uses(triple, namespace))) {
                turtle.prefix(name, namespace);
            }
        });
        blocks.values().forEach(block -> block.forEach(turtle::triple));
        turtle.finish();
    }

    private static boolean uses(Triple triple, String namespace) {
        return Stream.of(triple.getSubject(), triple.getPredicate(), triple.getObject())
                .map(node -> node.isURI() ? node.getURI() : node.isLiteral() ? node.getLiteralDatatypeURI() : "")
                .anyMatch(iri -> iri.startsWith(namespace));
    }
}
