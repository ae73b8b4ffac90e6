package io.firmament.serve;

import io.firmament.KnowledgeGraph;
import io.firmament.graph.ExportFormat;
import io.firmament.graph.Level;
import io.firmament.graph.Selection;
import io.firmament.vocab.FM;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/**
 * The graph, or a part of it, as a file for other tools: {@code /export/FORMAT}. What part is said by
 *
 * <ul>
 *   <li>{@code node}, repeated: these entities, and what lies between them;
 *   <li>{@code near} with {@code limit} and {@code offset}: an entity's neighbours, those that most is said of first, and
 *       what lies between all of them and each {@code node};
 *   <li>{@code question} with its parameters: what its answer is about;
 *   <li>{@code edge}, repeated: edges by these properties only;
 *   <li>{@code level=statements}: statements as nodes too.
 * </ul>
 */
final class ExportPage {

    static final String PATH = "/export/";

    private static final Set<String> OWN = Set.of("node", "near", "limit", "offset", "question", "edge", "level", "lang");

    private final KnowledgeGraph graph;

    ExportPage(KnowledgeGraph graph) {
        this.graph = graph;
    }

    void write(Visit visit, String name, HttpServletResponse response) throws IOException {
        var format = ExportFormat.named(name).orElseThrow(() ->
                Refusal.notFound("There is no such format; there are " + String.join(", ", ExportFormat.names()) + "."));
        var level = visit.parameter("level").map(ExportPage::level).orElse(Level.EDGES);
        var selection = selection(visit);
        response.setContentType(format.mediaType() + "; charset=utf-8");
        response.setHeader("Content-Disposition", "inline; filename=\"firmament." + format.extension() + "\"");
        response.setHeader("Vary", "Accept-Language");
        graph.export(format, selection, level, visit.language().tag, response.getOutputStream());
    }

    private static Level level(String text) {
        return switch (text) {
            case "edges" -> Level.EDGES;
            case "statements" -> Level.STATEMENTS;
            default -> throw Refusal.badRequest("There is no such level; there are edges and statements.");
        };
    }

    private Selection selection(Visit visit) {
        var properties = all(visit, "edge", slug -> Places.iri("/ontology#" + slug));
        var question = visit.parameter("question");
        if (question.isPresent()) {
            var asked = graph.catalogue().get(question.get());
            return graph.selectionOf(graph.ask(asked.name(), asked.inLanguage(visit.language().tag, typed(visit)))).by(properties);
        }
        var nodes = all(visit, "node", this::entity);
        var near = visit.parameter("near").map(text -> NodeFactory.createURI(entity(text)));
        near.ifPresent(centre -> {
            nodes.add(centre);
            nodes.addAll(graph.neighbours(
                    centre, properties, number(visit, "offset", 0), number(visit, "limit", Limits.NEIGHBOURS)));
        });
        return (nodes.isEmpty() ? Selection.WHOLE : Selection.among(nodes)).by(properties);
    }

    private String entity(String text) {
        return graph.resolve(text, FM.Entity.getURI());
    }

    private static Set<Node> all(Visit visit, String parameter, Function<String, String> iri) {
        return visit.request().form().all(parameter).stream()
                .flatMap(values -> Arrays.stream(values.split(",")))
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .map(value -> NodeFactory.createURI(iri.apply(value)))
                .collect(Collectors.toCollection(HashSet::new));
    }

    private static Map<String, String> typed(Visit visit) {
        Map<String, String> typed = new HashMap<>();
        visit.request().form().values().keySet().stream()
                .filter(key -> !OWN.contains(key))
                .forEach(key -> visit.parameter(key).ifPresent(value -> typed.put(key, value)));
        return typed;
    }

    private static int number(Visit visit, String parameter, int otherwise) {
        try {
            return Math.max(0, visit.parameter(parameter).map(Integer::parseInt).orElse(otherwise));
        } catch (NumberFormatException e) {
            throw Refusal.badRequest("The " + parameter + " is a number.");
        }
    }
}
