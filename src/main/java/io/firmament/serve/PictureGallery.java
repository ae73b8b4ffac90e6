package io.firmament.serve;

import io.firmament.FirmamentException;
import io.firmament.KnowledgeGraph;
import io.firmament.query.Parameter;
import io.firmament.query.ParameterType;
import io.firmament.query.Picture;
import io.firmament.query.Question;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** The questions that have a picture, drawn with their examples; and of those, what they draw about one thing. */
final class PictureGallery {

    static final String PATH = "/pictures";

    private final KnowledgeGraph graph;
    private final Templates templates;

    PictureGallery(KnowledgeGraph graph, Templates templates) {
        this.graph = graph;
        this.templates = templates;
    }

    /** The page of all pictures, each with its example. */
    void write(Visit visit, HttpServletResponse response) throws IOException {
        var pictures = drawable(graph)
                .flatMap(question -> {
                    Map<String, String> example = new HashMap<>();
                    question.toFillIn().stream().filter(p -> !p.optional()).forEach(p -> example.put(p.name(), p.example()));
                    return known(question, example) ? draw(graph, question, example, visit) : Stream.<Map<String, Object>>of();
                })
                .toList();
        templates.write(response, visit, "pictures", visit.words().get("pictures"), Map.of("pictures", pictures));
    }

    /** Whether a graph other than ours knows what our examples name. */
    private boolean known(Question question, Map<String, String> example) {
        try {
            graph.queryOf(question.name(), example);
            return true;
        } catch (FirmamentException e) {
            return false;
        }
    }

    /** The pictures that ask for nothing to be filled in. */
    static List<Map<String, Object>> ofAll(KnowledgeGraph graph, Visit visit) {
        return drawable(graph)
                .filter(question -> question.toFillIn().isEmpty())
                .flatMap(question -> draw(graph, question, Map.of(), visit))
                .toList();
    }

    /**
     * What the questions with a picture answer about a thing. Only the first is drawn, as each takes its time; of the others
     * it is only asked whether there is an answer, and their pages draw them.
     *
     * @param iri the thing
     * @param typesAndSchemes its classes, and the schemes that it is in
     * @return for each picture {@code title}, {@code href} (the question's page), and for the one that is drawn {@code svg}
     *     (markup, safe as it stands), {@code caption} and {@code apart} as {@link Pictures} says
     */
    static List<Map<String, Object>> of(KnowledgeGraph graph, String iri, Set<String> typesAndSchemes, Visit visit) {
        Map<Picture.Kind, Map<String, Object>> pictures = new EnumMap<>(Picture.Kind.class);
        drawable(graph)
                .flatMap(question -> question.parameters().stream()
                        .filter(parameter -> takes(parameter, typesAndSchemes))
                        .limit(1)
                        // What needs more than the thing cannot be asked of it alone.
                        .filter(parameter -> question.parameters().stream().allMatch(p -> p.optional() || p.equals(parameter)))
                        .map(parameter -> new Asked(question, parameter)))
                // Of one kind of picture one, if there is such a one that for things of its class only.
                .sorted(Comparator.comparing(Asked::kind).thenComparing(asked -> asked.parameter().type() == ParameterType.ENTITY))
                .filter(asked -> !pictures.containsKey(asked.kind()))
                .forEachOrdered(asked -> {
                    var about = Map.of(asked.parameter().name(), iri);
                    var picture = pictures.isEmpty() ? draw(graph, asked.question(), about, visit) : name(graph, asked.question(), about, visit);
                    picture.forEach(named -> pictures.put(asked.kind(), named));
                });
        return List.copyOf(pictures.values());
    }

    private record Asked(Question question, Parameter parameter) {
        Picture.Kind kind() {
            return question.picture().orElseThrow().kind();
        }
    }

    private static Stream<Question> drawable(KnowledgeGraph graph) {
        return graph.catalogue().questions().stream().filter(question -> question.picture().isPresent());
    }

    private static boolean takes(Parameter parameter, Set<String> typesAndSchemes) {
        return parameter.type().thingClass().filter(c -> typesAndSchemes.contains(c.getURI())).isPresent();
    }

    private static Stream<Map<String, Object>> draw(KnowledgeGraph graph, Question question, Map<String, String> asked, Visit visit) {
        var href = page(question, asked, visit);
        var answer = graph.ask(question.name(), question.inLanguage(visit.language().tag, asked));
        return Pictures.of(question, answer, Grid.of(answer, visit), href, visit).stream()
                .map(picture -> {
                    Map<String, Object> titled = new HashMap<>(picture);
                    titled.putAll(titled(question, href, visit));
                    return titled;
                });
    }

    /** The title of a picture, if the question has an answer at all: one row tells. */
    private static Stream<Map<String, Object>> name(KnowledgeGraph graph, Question question, Map<String, String> asked, Visit visit) {
        var any = graph.queryOf(question.name(), question.inLanguage(visit.language().tag, asked)).cloneQuery();
        if (any.hasOrderBy()) {
            any.getOrderBy().clear();
        }
        any.setLimit(1);
        return graph.read(view -> view.select(any)).rows().isEmpty()
                ? Stream.empty()
                : Stream.of(titled(question, page(question, asked, visit), visit));
    }

    private static Map<String, Object> titled(Question question, String href, Visit visit) {
        return Map.of("title", HomePage.summary(question, visit), "href", href);
    }

    private static String page(Question question, Map<String, String> asked, Visit visit) {
        var page = "/query/" + question.name();
        for (var parameter : asked.entrySet()) {
            page = Visit.with(page, parameter.getKey(), Places.slug(parameter.getValue()));
        }
        return visit.href(page);
    }
}
