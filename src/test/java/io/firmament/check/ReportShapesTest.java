package io.firmament.check;

import static io.firmament.Fixtures.evidence;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.firmament.Fixtures;
import io.firmament.read.BatchReader;
import io.firmament.read.Severity;
import java.nio.file.Path;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each shape of report.ttl on the smallest example that it should remark on. On the base they are silent: see InvalidCorpusTest. */
class ReportShapesTest {

    private static final String RIVALRY = "a fm:Statement ; fm:kind kind:rivalry ; fm:subject ex:acme ; fm:object ex:beta ; ";
    private static final String LEAVING = "a fm:Statement ; fm:kind kind:leaving ; fm:subject ex:bo ; fm:object ex:acme ; ";
    private static final String MENTION = " ex:m a fm:Statement ; fm:kind kind:mention ; fm:subject ex:new ; " + evidence(1, 9, "stated") + " .";

    @TempDir
    private Path folder;

    static Stream<Arguments> examples() {
        var revenue = "ex:x a fm:Statement ; fm:kind kind:figure ; fm:subject ex:acme ; fm:metric kind:revenue ;"
                + " fm:unit kind:CNY ; fm:date \"2023\" ; fm:value 4000000 ; " + evidence(1, 9, "stated") + " .";
        return Stream.of(
                Arguments.of("unmentioned", "ex:new",
                        "ex:new a fm:Person ; rdfs:label \"New\"@en , \"New\"@zh-Hans ."),
                Arguments.of("no-traditional-name", "ex:new",
                        "ex:new a fm:Person ; rdfs:label \"New\"@en , \"新\"@zh-Hans ." + MENTION),
                Arguments.of("no-maker", "ex:new",
                        "ex:new a fm:Product ; fm:kind kind:app ; rdfs:label \"New\"@en , \"New\"@zh-Hans ." + MENTION),
                Arguments.of("asserted-and-denied", "ex:x",
                        "ex:x " + RIVALRY + evidence(1, 9, "stated") + " ; " + evidence(2, 9, "denied") + " ."),
                Arguments.of("two-dates", "ex:x",
                        "ex:x " + RIVALRY + "fm:date \"2023\" , \"2024\" ; " + evidence(1, 9, "stated") + " ."),
                Arguments.of("undecided", "ex:x",
                        "ex:x " + RIVALRY + "fm:contradicts ex:bo-runs-beta ; " + evidence(1, 9, "stated") + " ."),
                Arguments.of("figures-differ", "ex:x ex:acme-revenue", revenue),
                Arguments.of("no-date", "ex:x",
                        "ex:x " + LEAVING + evidence(1, 9, "stated") + " ."),
                Arguments.of("filled-gap", "ex:gap",
                        accepted("no-date", "ex:x") + "ex:x " + LEAVING + "fm:date \"2024\" ; " + evidence(1, 9, "stated") + " ."),
                Arguments.of("long-span", "ex:x (its fm:evidence)",
                        "ex:x " + RIVALRY + evidence(1, 202, "stated") + " ."));
    }

    private static String accepted(String shape, String node) {
        return "ex:gap a fm:AcceptedGap ; fm:gap <https://w3id.org/firmament/ontology/shape/" + shape + "> ; fm:node " + node
                + " ; fm:reason \"Nobody tells.\"@en . ";
    }

    private String found(String turtle, String only) {
        var batch = Fixtures.baseWith(Fixtures.file(folder, "more.ttl", turtle));
        var report = Fixtures.checker().report(batch);
        assertTrue(report.conforms(), () -> "the example is valid: " + report.findings());
        assertTrue(report.findings().stream().noneMatch(f -> f.severity() == Severity.ERROR));
        return report.findings().stream()
                .map(f -> f.rule() + " " + f.node().replace(Fixtures.EX, "ex:"))
                .filter(f -> f.startsWith(only))
                .sorted(java.util.Comparator.reverseOrder())
                .map(f -> f.substring(f.indexOf(' ') + 1))
                .collect(Collectors.joining(" "));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("examples")
    void aShapeRemarksOnItsExampleAndNoOtherDoes(String shape, String nodes, String turtle) {
        assertEquals(nodes, found(turtle, shape + " "));
        assertEquals(nodes, found(turtle, ""), "what is found in all");
    }

    @Test
    void everyShapeHasAnExample() {
        var shapes = new BatchReader().add(Fixtures.ONTOLOGY.resolve("shapes/report.ttl")).batch().graph();
        var names = shapes.stream(Node.ANY, NodeFactory.createURI("http://www.w3.org/ns/shacl#sparql"), Node.ANY)
                .map(t -> t.getSubject().getURI().replaceFirst("^.*/", ""))
                .collect(Collectors.toCollection(TreeSet::new));

        assertEquals(names, examples().map(e -> (String) e.get()[0]).collect(Collectors.toCollection(TreeSet::new)));
    }

    @Test
    void nothingIsUndecidedOnceARankDecides() {
        var claim = "ex:x " + RIVALRY + "fm:contradicts ex:bo-runs-beta ; " + evidence(1, 9, "stated");
        assertEquals("", found(claim + " ; fm:rank kind:preferred .", "undecided"));
    }

    @Test
    void whatIsAcceptedWithAReasonIsNotNoted() {
        var undated = "ex:x " + LEAVING + evidence(1, 9, "stated") + " . ";
        assertEquals("ex:x", found(undated, ""));
        assertEquals("ex:x", found(undated + accepted("no-maker", "ex:x"), "no-date"), "only the gap that is named");
        assertEquals("", found(undated + accepted("no-date", "ex:x"), ""));
    }

    @Test
    void figuresWithAPostOrAHedgeAreNotCompared() {
        assertEquals("", found("ex:x a fm:Statement ; fm:kind kind:figure ; fm:subject ex:acme ; fm:metric kind:revenue ; fm:qualifier kind:over ;"
                + " fm:unit kind:CNY ; fm:date \"2023\" ; fm:value 4000000 ; " + evidence(1, 9, "stated") + " .", "figures-differ"));
    }

    @Test
    void figuresOfDifferentDaysDoNotDiffer() {
        assertEquals("", found("ex:x a fm:Statement ; fm:kind kind:figure ; fm:subject ex:acme ; fm:metric kind:revenue ;"
                + " fm:unit kind:CNY ; fm:date \"2022\" ; fm:value 4000000 ; " + evidence(1, 9, "stated") + " .", "figures-differ"));
    }

    @Test
    void aSpanOfExactlyTwoHundredCharactersIsNotLong() {
        assertEquals("", found("ex:x " + RIVALRY + evidence(1, 201, "stated") + " .", "long-span"));
    }
}
