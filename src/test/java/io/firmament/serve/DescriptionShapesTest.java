package io.firmament.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.shacl.ShaclValidator;
import org.apache.jena.shacl.Shapes;
import org.apache.jena.shacl.vocabulary.SHACL;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.update.UpdateAction;
import org.apache.jena.vocabulary.RDF;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * What the data set, the endpoint and the questions say of themselves passes shapes written from the specifications; and each
 * shape finds the fault that it is for, and no other does.
 */
class DescriptionShapesTest {

    private static final Path FOLDER = Path.of("src/test/resources/shapes");

    private static final Node SERVICE = NodeFactory.createURI("http://www.w3.org/ns/sparql-service-description#Service");

    private static Graph shapesGraph;
    private static Shapes shapes;
    private static Graph described;

    @BeforeAll
    static void read() {
        shapesGraph = GraphFactory.createDefaultGraph();
        for (var file : new String[] {"void", "dcat", "sd", "examples"}) {
            RDFParser.source(FOLDER.resolve(file + ".ttl")).parse(shapesGraph);
        }
        shapes = ShaclValidator.get().parse(shapesGraph);
        described = GraphFactory.createDefaultGraph();
        parse("/dataset").stream().forEach(described::add);
        for (var question : new String[] {"investors-of-firm", "moves-between", "true-on-day", "kinds-in-use"}) {
            parse("/query/" + question).stream().forEach(described::add);
        }
    }

    private static Graph parse(String path) {
        var answer = Site.get(path, "Accept", "text/turtle");
        assertEquals(200, answer.statusCode(), answer.body());
        return RDFParser.fromString(answer.body(), Lang.TURTLE).toGraph();
    }

    private static Set<String> violated(Graph graph) {
        return ShaclValidator.get().validate(shapes, graph).getEntries().stream()
                .map(entry -> entry.source().toString().replaceFirst("https://example.org/shape/", ""))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void theDescriptionIsSound() {
        var report = ShaclValidator.get().validate(shapes, described);
        assertTrue(report.conforms(), () -> report.getEntries().stream().map(e -> e.focusNode() + " " + e.source() + " " + e.message() + " " + e.value())
                .collect(Collectors.joining("\n")));
    }

    @Test
    void soIsWhatTheEndpointSaysAlone() {
        var sd = ShaclValidator.get().parse(RDFParser.source(FOLDER.resolve("sd.ttl")).toGraph());
        var description = parse("/sparql");
        assertTrue(ShaclValidator.get().validate(sd, description).conforms());
        assertTrue(description.contains(Node.ANY, RDF.type.asNode(), SERVICE));
        assertTrue(description.size() < 1000, "a client reads it before each query");
    }

    private static Map<String, String> faults() throws IOException {
        var text = Files.readString(FOLDER.resolve("faults.ru"));
        Map<String, String> faults = new LinkedHashMap<>();
        var parts = text.split("(?m)^# ");
        for (var part : Arrays.asList(parts).subList(2, parts.length)) {
            faults.put(part.lines().findFirst().orElseThrow().strip(), part.lines().skip(1).collect(Collectors.joining("\n")));
        }
        return faults;
    }

    @TestFactory
    Stream<DynamicTest> aFaultIsFoundByItsShapeAlone() throws IOException {
        return faults().entrySet().stream().map(fault -> DynamicTest.dynamicTest(fault.getKey(), () -> {
            var broken = GraphFactory.createDefaultGraph();
            described.stream().forEach(broken::add);
            UpdateAction.parseExecute("""
                    PREFIX : <https://w3id.org/firmament/dataset#>
                    PREFIX dcat: <http://www.w3.org/ns/dcat#>
                    PREFIX dcterms: <http://purl.org/dc/terms/>
                    PREFIX foaf: <http://xmlns.com/foaf/0.1/>
                    PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
                    PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
                    PREFIX schema: <https://schema.org/>
                    PREFIX sd: <http://www.w3.org/ns/sparql-service-description#>
                    PREFIX sh: <http://www.w3.org/ns/shacl#>
                    PREFIX void: <http://rdfs.org/ns/void#>
                    PREFIX void-ext: <http://ldf.fi/void-ext#>
                    PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
                    """ + fault.getValue(), broken);
            assertEquals(new TreeSet<>(Set.of(fault.getKey().split(" "))), violated(broken));
        }));
    }

    @Test
    void everyShapeHasAFault() throws IOException {
        var named = faults().keySet().stream().flatMap(key -> Stream.of(key.split(" "))).collect(Collectors.toCollection(TreeSet::new));
        var written = shapesGraph.stream(Node.ANY, SHACL.path, Node.ANY)
                .map(triple -> triple.getSubject())
                .filter(Node::isURI)
                .map(shape -> shape.getURI().replaceFirst("https://example.org/shape/", ""))
                .collect(Collectors.toCollection(TreeSet::new));
        assertFalse(written.isEmpty());
        written.removeAll(named);
        assertEquals(Set.of(), written);
    }
}
