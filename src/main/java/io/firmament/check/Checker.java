package io.firmament.check;

import io.firmament.vocab.Prefixes;
import io.firmament.FirmamentException;
import io.firmament.read.Batch;
import io.firmament.read.BatchReader;
import io.firmament.read.Finding;
import io.firmament.read.Origin;
import io.firmament.read.Severity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.out.NodeFmtLib;
import org.apache.jena.riot.system.PrefixMap;
import org.apache.jena.riot.system.PrefixMapFactory;
import org.apache.jena.shacl.ShaclValidator;
import org.apache.jena.shacl.Shapes;
import org.apache.jena.shacl.engine.constraint.UniqueLangConstraint;
import org.apache.jena.shacl.validation.ReportEntry;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.sparql.path.P_Link;
import org.apache.jena.vocabulary.XSD;
import org.jspecify.annotations.Nullable;

/**
 * Checks a batch with the <a href="https://www.w3.org/TR/shacl/">SHACL</a> shapes and the lints of an ontology folder.
 * Immutable; may be shared between threads.
 */
public final class Checker {

    private final Batch ontology;
    private final Shapes blocking;
    private final Shapes reporting;
    private final List<Lint> lints;

    private Checker(Batch ontology, Shapes blocking, Shapes reporting, List<Lint> lints) {
        this.ontology = ontology;
        this.blocking = blocking;
        this.reporting = reporting;
        this.lints = List.copyOf(lints);
    }

    /**
     * Reads the shapes in {@code shapes/} and the lints in {@code lints/} of an ontology folder.
     *
     * @param folder the ontology folder
     * @param ontology the terms that a batch may use
     * @throws FirmamentException if one of them cannot be read
     */
    public static Checker from(Path folder, Batch ontology) {
        return new Checker(
                ontology,
                shapes(folder.resolve("shapes/load.ttl"), ontology),
                shapes(folder.resolve("shapes/report.ttl"), ontology),
                lints(folder.resolve("lints")));
    }

    private static Shapes shapes(Path file, Batch ontology) {
        // The prefixes that the shapes' queries use are declared in the ontology.
        return ShaclValidator.get().parse(union(readShapes(file), ontology.graph()));
    }

    /** The shapes of a file or a folder, as they are written. */
    static Graph readShapes(Path path) {
        var shapes = new BatchReader().add(path).batch();
        if (!shapes.findings().isEmpty()) {
            throw new FirmamentException("The shapes cannot be read: " + shapes.findings().get(0));
        }
        return shapes.graph();
    }

    static List<Lint> lints(Path folder) {
        List<Lint> lints = new ArrayList<>();
        try (var files = Files.list(folder)) {
            for (var file : files.filter(f -> f.toString().endsWith(".rq")).sorted().toList()) {
                lints.add(Lint.parse(file, Files.readString(file)));
            }
        } catch (IOException e) {
            throw new FirmamentException("Cannot read the lints in " + folder + ": " + e.getMessage(), e);
        }
        return lints;
    }

    /** Checks whether a batch may be loaded: the blocking shapes and the lints. */
    public Report check(Batch batch) {
        return check(batch, List.of(blocking));
    }

    /** Checks a batch as {@link #check(Batch)} does, and reports what is worth a look in it as a whole. */
    public Report report(Batch batch) {
        return check(batch, List.of(blocking, reporting));
    }

    private Report check(Batch batch, List<Shapes> shapes) {
        List<Finding> findings = new ArrayList<>(ontology.findings());
        findings.addAll(batch.findings());
        if (!new Report(findings).conforms()) {
            // What was read in part only would break rules that the whole keeps.
            return new Report(findings);
        }
        var graph = union(ontology.graph(), batch.graph());
        for (var each : shapes) {
            ShaclValidator.get().validate(each, graph).getEntries().forEach(entry -> findings.add(finding(entry, batch, graph)));
        }
        var dataset = DatasetGraphFactory.wrap(graph);
        for (var lint : lints) {
            try (var execution = QueryExec.dataset(dataset).query(lint.query()).build()) {
                execution.select().forEachRemaining(row -> findings.add(finding(lint, row::get, batch, graph)));
            }
        }
        return new Report(findings);
    }

    private static Graph union(Graph a, Graph b) {
        var union = GraphFactory.createDefaultGraph();
        a.stream().forEach(union::add);
        b.stream().forEach(union::add);
        return union;
    }

    private Finding finding(ReportEntry entry, Batch batch, Graph graph) {
        var focus = entry.focusNode();
        // Of texts in one language, any may come as the value.
        var hasValue = entry.value() != null && !entry.value().equals(focus) && !(entry.constraint() instanceof UniqueLangConstraint);
        var value = hasValue ? entry.value() : null;
        Origin origin = null;
        if (entry.resultPath() instanceof P_Link link) {
            origin = value != null ? originOf(Triple.create(focus, link.getNode(), value), batch) : null;
            origin = origin != null ? origin : lastOf(focus, link.getNode(), Node.ANY, batch, graph);
        } else if (entry.resultPath() == null && value != null) {
            origin = Optional.ofNullable(lastOf(focus, Node.ANY, value, batch, graph)).orElse(originOf(value, batch));
        }
        var severity = switch (entry.severity().level().getLocalName()) {
            case "Warning" -> Severity.WARNING;
            case "Info" -> Severity.INFO;
            default -> Severity.ERROR;
        };
        return new Finding(
                severity,
                ruleName(entry),
                origin != null ? origin : originOf(focus, batch),
                name(focus, graph),
                entry.message() + (value == null || value.isBlank() ? "" : " Found: " + found(value, graph)));
    }

    private static String found(Node value, Graph graph) {
        return value.isLiteral() ? NodeFmtLib.str(value, LITERAL_PREFIXES) : name(value, graph);
    }

    /** What is written too often is wrong where it is written last. */
    private @Nullable Origin lastOf(Node subject, Node predicate, Node object, Batch batch, Graph graph) {
        return graph.stream(subject, predicate, object)
                .map(triple -> originOf(triple, batch))
                .filter(Objects::nonNull)
                .max(Comparator.comparing(Origin::file).thenComparing(Origin::line))
                .orElse(null);
    }

    private static String ruleName(ReportEntry entry) {
        return entry.source().isURI() ? Prefixes.localName(entry.source().getURI()) : "shape";
    }

    private Finding finding(Lint lint, Function<String, @Nullable Node> row, Batch batch, Graph graph) {
        var node = Objects.requireNonNull(row.apply("node"), () -> lint.name() + " binds no ?node");
        var property = row.apply("property");
        var value = row.apply("value");
        var message = lint.message();
        for (var variable : lint.query().getResultVars()) {
            var filling = row.apply(variable);
            message = message.replace("{" + variable + "}", filling == null ? "" : name(filling, graph));
        }
        var origin = property == null ? null
                : value == null ? lastOf(node, property, Node.ANY, batch, graph)
                : originOf(Triple.create(node, property, value), batch);
        return new Finding(
                lint.severity(), lint.name(), origin != null ? origin : originOf(node, batch), name(node, graph), message);
    }

    private @Nullable Origin originOf(Triple triple, Batch batch) {
        return Optional.ofNullable(batch.originOf(triple)).orElse(ontology.originOf(triple));
    }

    private @Nullable Origin originOf(Node node, Batch batch) {
        return Optional.ofNullable(batch.originOf(node)).orElse(ontology.originOf(node));
    }

    /** A blank node goes by the statement it belongs to; an IRI of ours by its prefix. */
    private static String name(Node node, Graph graph) {
        if (node.isLiteral()) {
            return node.getLiteralLexicalForm();
        }
        if (node.isBlank()) {
            return graph.stream(Node.ANY, Node.ANY, node)
                    .findFirst()
                    .map(t -> name(t.getSubject(), graph) + " (its " + name(t.getPredicate(), graph) + ")")
                    .orElse("a blank node");
        }
        return Prefixes.shorten(node.getURI()).orElse(node.getURI());
    }

    private static final PrefixMap LITERAL_PREFIXES = PrefixMapFactory.create(Map.of("xsd", XSD.NS));
}
