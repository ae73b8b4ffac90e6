package io.firmament.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.firmament.Fixtures;
import io.firmament.read.Severity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each file of the invalid corpus holds one fault. Its name says which, its first line what must be found: {@code #
 * expect: LINE RULE NODE  WORDS}, where LINE is 0 if the parser tells none and NODE is - if it is about the file.
 */
class InvalidCorpusTest {

    private static final Pattern EXPECTATION = Pattern.compile("# expect: (\\d+) (\\S+) (.+?)  (.+)");

    /** Rules that no file of data can break, each with where it is tested instead. */
    private static final Map<String, String> EXEMPT = Map.of(
            "deprecated-term", "no term is deprecated yet: OntologyHistoryTest",
            "deprecated-without-replacement", "about the ontology itself: OntologyLintsTest",
            "edge-card-incomplete", "about the ontology itself: OntologyLintsTest",
            "kind-without-scheme", "about the ontology itself: OntologyLintsTest",
            "term-without-words", "about the ontology itself: OntologyLintsTest");

    static List<Path> corpus() throws IOException {
        try (Stream<Path> files = Files.list(Fixtures.INVALID)) {
            return files.sorted().toList();
        }
    }

    private static Matcher expectationOf(Path file) throws IOException {
        var matcher = EXPECTATION.matcher(Files.readAllLines(file).get(0));
        assertTrue(matcher.matches(), file + " begins with  # expect: LINE RULE NODE  WORDS");
        return matcher;
    }

    @ParameterizedTest
    @MethodSource("corpus")
    void aFileWithOneFaultGivesExactlyThatError(Path file) throws IOException {
        var expected = expectationOf(file);

        var findings = Fixtures.checker().check(Fixtures.baseWith(file)).findings();

        assertEquals(1, findings.size(), findings::toString);
        var finding = findings.get(0);
        assertEquals(Severity.ERROR, finding.severity());
        assertEquals(
                file + ":" + expected.group(1) + " " + expected.group(2) + " " + expected.group(3),
                finding.origin().file() + ":" + finding.origin().line() + " " + finding.rule() + " "
                        + (finding.node().isEmpty() ? "-" : finding.node().replace(Fixtures.EX, "ex:")));
        assertTrue(finding.message().contains(expected.group(4)), finding::toString);
    }

    @Test
    void theBaseAloneGivesNoFindings() {
        assertEquals(List.of(), Fixtures.checker().report(Fixtures.baseWith()).findings());
    }

    @Test
    void everyBlockingRuleIsBrokenBySomeFile() throws IOException {
        var rules = new TreeSet<String>();
        try (var lints = Files.list(Fixtures.ONTOLOGY.resolve("lints"))) {
            lints.map(f -> f.getFileName().toString().replace(".rq", "")).forEach(rules::add);
        }
        var shapes = new io.firmament.read.BatchReader().add(Fixtures.ONTOLOGY.resolve("shapes/load.ttl")).batch().graph();
        shapes.stream(Node.ANY, shacl("message"), Node.ANY).forEach(t -> {
            // The message of a query stands on a blank node; the shape that has it is the rule.
            var owner = t.getSubject().isURI() ? t.getSubject()
                    : shapes.stream(Node.ANY, shacl("sparql"), t.getSubject()).findFirst().orElseThrow().getSubject();
            rules.add(owner.getURI().replaceFirst("^.*/", ""));
        });
        assertTrue(rules.size() > 40, rules::toString);

        var broken = new TreeSet<String>();
        for (var file : corpus()) {
            broken.add(expectationOf(file).group(2));
        }
        var unbroken = rules.stream()
                .filter(rule -> !broken.contains(rule) && !EXEMPT.containsKey(rule))
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(new TreeSet<String>(), unbroken, "write a file with this fault");
        assertTrue(rules.containsAll(EXEMPT.keySet()), "exempt rules exist");
    }

    private static Node shacl(String name) {
        return NodeFactory.createURI("http://www.w3.org/ns/shacl#" + name);
    }
}
