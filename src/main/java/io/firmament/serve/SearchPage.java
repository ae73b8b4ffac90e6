package io.firmament.serve;

import io.firmament.KnowledgeGraph;
import io.firmament.link.Match;
import io.firmament.query.ParameterType;
import io.firmament.vocab.FM;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.jena.atlas.json.JsonArray;
import org.apache.jena.atlas.json.JsonObject;

/** Finds things by their names: as suggestions for the input boxes, and as a page that needs no JavaScript. */
final class SearchPage {

    private static final int MOST_SUGGESTED = 50;
    private static final int ON_PAGE = 50;

    private final KnowledgeGraph graph;
    private final Templates templates;
    private final Introductions introductions;

    SearchPage(KnowledgeGraph graph, Templates templates) {
        this.graph = graph;
        this.templates = templates;
        this.introductions = new Introductions(graph);
    }

    void write(Visit visit, HttpServletResponse response) throws IOException {
        var text = visit.parameter("q").orElse("");
        templates.write(response, visit, "search", visit.words().get("search"), Map.of(
                "q", text,
                "all", templates.live() ? List.of() : all(visit),
                "asked", !text.isEmpty(),
                "hits", hits(text, ON_PAGE, visit)));
    }

    /** What a text may name: entities first, then articles and kinds. */
    List<Map<String, Object>> hits(String text, int limit, Visit visit) {
        return List.of(FM.Entity, FM.Article, ParameterType.KIND.thingClass().orElseThrow()).stream()
                .flatMap(type -> graph.search(text, type.getURI(), limit).stream())
                .limit(limit)
                .map(match -> hit(match, visit))
                .toList();
    }

    private static Map<String, Object> hit(Match match, Visit visit) {
        return Map.of(
                "href", visit.href(Places.path(match.iri()).orElse("/")),
                "label", QuestionForm.label(match, visit),
                "other", visit.language() == Language.ZH ? match.label() : match.labelZh(),
                "kinds", String.join(", ", match.kinds()),
                "by", isLabel(match) ? "" : match.name());
    }

    /** All entities, for who cannot ask. */
    private List<Map<String, Object>> all(Visit visit) {
        return graph.named(FM.Entity.getURI()).values().stream()
                .map(names -> hit(names.get(0), visit))
                .sorted(Comparator.comparing(hit -> ((String) hit.get("label")).toLowerCase(Locale.ROOT)))
                .toList();
    }

    private static boolean isLabel(Match match) {
        return match.name().equals(match.label()) || match.name().equals(match.labelZh())
                || match.name().equals(Places.slug(match.iri()));
    }

    void suggest(Visit visit, HttpServletResponse response) throws IOException {
        var type = visit.parameter("type").orElse(ParameterType.ENTITY.label());
        var thingClass = Arrays.stream(ParameterType.values())
                .filter(t -> t.label().equals(type))
                .findFirst()
                .flatMap(ParameterType::thingClass)
                .orElseThrow(() -> Refusal.badRequest("There is no such type; there are "
                        + Arrays.stream(ParameterType.values()).filter(t -> t.thingClass().isPresent()).map(ParameterType::label).toList()));
        var found = new JsonArray();
        var matches = graph.search(visit.parameter("q").orElse(""), thingClass.getURI(), limit(visit));
        var descriptions = introductions.of(matches.stream().map(Match::iri).toList(), visit);
        for (var match : matches) {
            found.add(json(match, thingClass.getURI(), descriptions.getOrDefault(match.iri(), "")));
        }
        response.setContentType("application/json; charset=utf-8");
        response.getOutputStream().write(found.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static int limit(Visit visit) {
        try {
            return Math.max(1, Math.min(MOST_SUGGESTED, Integer.parseInt(visit.parameter("limit").orElse("10"))));
        } catch (NumberFormatException e) {
            throw Refusal.badRequest("The limit is a number from 1 to " + MOST_SUGGESTED + ".");
        }
    }

    private JsonObject json(Match match, String thingClass, String description) {
        var object = new JsonObject();
        object.put("iri", match.iri());
        object.put("path", Places.path(match.iri()).orElse(""));
        object.put("slug", Places.slug(match.iri()));
        object.put("label", match.label());
        object.put("labelZh", match.labelZh());
        var kinds = new JsonArray();
        match.kinds().forEach(kinds::add);
        object.put("kinds", kinds);
        object.put("description", description);
        object.put("name", match.name());
        object.put("unique", isUnique(match.label(), thingClass) && isUnique(match.labelZh(), thingClass));
        return object;
    }

    /** Whether a label is enough to say which thing is meant. */
    private boolean isUnique(String label, String thingClass) {
        return graph.search(label, thingClass, 2).stream().filter(m -> m.how() == Match.How.EXACT).count() == 1;
    }
}
