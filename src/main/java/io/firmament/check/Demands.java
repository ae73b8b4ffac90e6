package io.firmament.check;

import io.firmament.read.Severity;
import io.firmament.vocab.FM;
import io.firmament.vocab.Prefixes;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.shacl.vocabulary.SHACL;

/** Reads from an ontology folder what its shapes and lints demand, and of which terms. */
public final class Demands {

    private static final Pattern NAME = Pattern.compile("(?<![\\w:/#-])([a-z]+):([A-Za-z][\\w-]*)");
    private static final String OURS = FM.NS.replace("#", "");
    private static final String SHAPES = Prefixes.all().get("shape");
    private static final Set<Node> PARTS = Set.of(SHACL.property, SHACL.sparql);
    private static final Set<Node> TARGETS = Set.of(SHACL.targetClass, SHACL.targetSubjectsOf, SHACL.targetObjectsOf);

    private final Graph shapes;

    private Demands(Graph shapes) {
        this.shapes = shapes;
    }

    /**
     * All demands, by the names of the rules.
     *
     * @throws io.firmament.FirmamentException if shapes or lints cannot be read
     */
    public static List<Demand> from(Path folder) {
        var demands = new Demands(Checker.readShapes(folder.resolve("shapes")));
        var lints = Checker.lints(folder.resolve("lints")).stream()
                .map(lint -> new Demand(lint.name(), lint.severity(), lint.message(), named(lint.query().toString())));
        return Stream.concat(demands.ofShapes(), lints)
                .sorted(Comparator.comparing(Demand::rule).thenComparing(Demand::message))
                .toList();
    }

    private Stream<Demand> ofShapes() {
        return shapes.stream(Node.ANY, SHACL.message, Node.ANY).map(said -> {
            var part = said.getSubject();
            var wholes = closure(part, node -> shapes.stream(Node.ANY, Node.ANY, node)
                    .filter(triple -> PARTS.contains(triple.getPredicate()))
                    .map(Triple::getSubject));
            var rule = wholes.stream().filter(Node::isURI).findFirst().map(node -> Prefixes.localName(node.getURI())).orElse("");
            var terms = wholes.stream()
                    .flatMap(whole -> shapes.stream(whole, Node.ANY, Node.ANY))
                    .filter(triple -> TARGETS.contains(triple.getPredicate()))
                    .map(triple -> triple.getObject().getURI())
                    .collect(Collectors.toCollection(TreeSet::new));
            terms.addAll(termsOf(part));
            return new Demand(rule, severity(wholes), said.getObject().getLiteralLexicalForm(), terms);
        });
    }

    /** The terms that a part of a shape speaks of, itself or in what it is made of. */
    private Set<String> termsOf(Node part) {
        var objects = closure(part, node -> node.isBlank() || node.equals(part) || isShape(node)
                ? shapes.stream(node, Node.ANY, Node.ANY)
                        // A shape that is named as a value, in a list of what is allowed, is no part of this one.
                        .filter(triple -> triple.getPredicate().equals(SHACL.node) || !isShape(triple.getObject()))
                        .filter(triple -> !triple.getPredicate().equals(SHACL.prefixes))
                        .map(Triple::getObject)
                : Stream.of());
        return objects.stream()
                .flatMap(node -> node.isLiteral() ? named(node.getLiteralLexicalForm()).stream() : Stream.of(node).filter(Node::isURI).map(Node::getURI))
                .filter(iri -> iri.startsWith(OURS) && !iri.startsWith(SHAPES))
                .collect(Collectors.toSet());
    }

    private static boolean isShape(Node node) {
        return node.isURI() && node.getURI().startsWith(SHAPES);
    }

    /** A node and all that it leads to, nearest first. */
    private static Set<Node> closure(Node start, Function<Node, Stream<Node>> next) {
        var reached = new LinkedHashSet<>(List.of(start));
        var open = new ArrayDeque<>(reached);
        while (!open.isEmpty()) {
            next.apply(open.remove()).filter(reached::add).forEach(open::add);
        }
        return reached;
    }

    private Severity severity(Collection<Node> wholes) {
        var levels = Map.of(SHACL.Warning, Severity.WARNING, SHACL.Info, Severity.INFO);
        return wholes.stream()
                .flatMap(whole -> shapes.stream(whole, SHACL.severity, Node.ANY))
                .map(triple -> levels.getOrDefault(triple.getObject(), Severity.ERROR))
                .findFirst()
                .orElse(Severity.ERROR);
    }

    /** Our terms that a query names. */
    private static Set<String> named(String query) {
        return NAME.matcher(query).results()
                .map(name -> Prefixes.all().getOrDefault(name.group(1), "") + name.group(2))
                .filter(iri -> iri.startsWith(OURS))
                .collect(Collectors.toSet());
    }
}
