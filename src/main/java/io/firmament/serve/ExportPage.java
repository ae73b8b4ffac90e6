package io.firmament.serve;

import io.firmament.KnowledgeGraph;
import io.firmament.graph.ExportFormat;
import io.firmament.graph.Level;
import io.firmament.graph.Selection;
import io.firmament.vocab.FM;
import jakarta.servlet.http.HttpServletResponse;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.QueryCancelledException;

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
    static final String CONTEXT = "/context.jsonld";

    private static final Set<String> OWN = Set.of("node", "near", "limit", "offset", "question", "edge", "level", "lang");

    private static final String TOO_LONG =
            "This takes longer than a server gives it. Ask for a part of it, or use the command  export,  which has time.";

    private final KnowledgeGraph graph;
    private final Templates templates;

    ExportPage(KnowledgeGraph graph, Templates templates) {
        this.graph = graph;
        this.templates = templates;
    }

    void write(Visit visit, String name, HttpServletResponse response) throws IOException {
        if (name.isEmpty()) {
            list(visit, response);
            return;
        }
        var format = ExportFormat.named(name).orElseThrow(() ->
                Refusal.notFound("There is no such format; there are " + String.join(", ", ExportFormat.names()) + "."));
        var level = visit.parameter("level").map(ExportPage::level).orElse(Level.EDGES);
        file(visit, format, selection(visit), level, fileName(visit, format, level), response);
    }

    /** The context that JSON-LD files name. */
    void context(Visit visit, HttpServletResponse response) throws IOException {
        file(visit, ExportFormat.CONTEXT, Selection.WHOLE, Level.EDGES, "context.jsonld", response);
    }

    private void file(
            Visit visit, ExportFormat format, Selection selection, Level level, String name, HttpServletResponse response)
            throws IOException {
        response.setContentType(format.mediaType() + (format == ExportFormat.CSV ? "" : "; charset=utf-8"));
        response.setHeader("Content-Disposition", "attachment; filename=\"" + name + "\"");
        response.setHeader("Vary", "Accept-Language");
        // What fails before this much is there is refused; after it, the connection breaks.
        response.setBufferSize(Limits.HELD_BYTES);
        try {
            graph.export(format, selection, level, visit.language().tag, new Timed(response.getOutputStream(), Limits.EXPORT));
        } catch (QueryCancelledException e) {
            throw Refusal.unavailable(TOO_LONG);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static String fileName(Visit visit, ExportFormat format, Level level) {
        return Stream.of(
                        Optional.of("firmament"),
                        visit.parameter("question").or(() -> visit.parameter("near").filter(text -> text.matches("[a-z0-9-]+"))),
                        Optional.of("statements").filter(text -> level == Level.STATEMENTS))
                .flatMap(Optional::stream)
                .collect(Collectors.joining("-", "", "." + format.extension()));
    }

    private void list(Visit visit, HttpServletResponse response) throws IOException {
        templates.write(response, visit, "export", visit.words().get("exportTitle"), Map.of(
                "graphs", Stream.of(
                                ExportFormat.GEXF, ExportFormat.GRAPHML, ExportFormat.CYTOSCAPE, ExportFormat.DOT, ExportFormat.CSV)
                        .map(format -> row(visit, format)).toList(),
                "rdf", Stream.of(ExportFormat.TURTLE, ExportFormat.NQUADS, ExportFormat.JSONLD)
                        .map(format -> row(visit, format)).toList(),
                "context", visit.href(CONTEXT)));
    }

    private static Map<String, String> row(Visit visit, ExportFormat format) {
        var address = visit.href(PATH + format);
        return Map.of(
                "name", visit.words().get("export_" + format),
                "text", visit.words().get("exportFor_" + format),
                "edges", address,
                "statements", Visit.with(address, "level", "statements"));
    }

    /** Gives up when an export has had its time, however slowly a client reads. */
    static final class Timed extends FilterOutputStream {
        private final long deadline;

        Timed(OutputStream out, Duration most) {
            super(out);
            deadline = System.nanoTime() + most.toNanos();
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            if (System.nanoTime() > deadline) {
                throw Refusal.unavailable(TOO_LONG);
            }
            out.write(bytes, from, length);
        }
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
            return graph.selectionOf(asked.name(), asked.inLanguage(visit.language().tag, typed(visit))).by(properties);
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
