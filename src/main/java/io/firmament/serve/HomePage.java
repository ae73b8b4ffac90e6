package io.firmament.serve;

import io.firmament.KnowledgeGraph;
import io.firmament.query.Question;
import io.firmament.query.Row;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What is here: counts, a search box, the ready questions by theme, and how programs ask. */
final class HomePage {

    private final KnowledgeGraph graph;
    private final Templates templates;

    HomePage(KnowledgeGraph graph, Templates templates) {
        this.graph = graph;
        this.templates = templates;
    }

    void write(Visit visit, HttpServletResponse response) throws IOException {
        var words = visit.words();
        var counts = graph.ask("counts", Map.of()).rows().stream()
                .sorted(Comparator.comparing((Row row) -> row.number("count").orElseThrow()).reversed())
                .map(row -> Map.of(
                        "what", words.cell(row.label("what")),
                        "count", Cell.of(row.term("count").orElseThrow(), row.label("count"), visit).text()))
                .toList();
        templates.write(response, visit, "home", words.get("siteName"), Map.of(
                "counts", counts,
                "pictures", PictureGallery.ofAll(graph, visit),
                "themes", themes(visit),
                "export", visit.href(ExportPage.PATH),
                "reconcile", visit.href(ReconcilePage.PATH),
                "structured", StructuredData.dataset(graph, new Description(graph, SelfDescription.DATASET).outgoing(), visit, templates.live()),
                "base", visit.base().toString().replaceFirst("/$", "")));
    }

    private List<Map<String, Object>> themes(Visit visit) {
        Map<String, List<Map<String, Object>>> byTheme = new LinkedHashMap<>();
        // The order that the words give; a theme they do not know comes last.
        for (var theme : visit.words().get("themes").split(" ")) {
            byTheme.put(theme, new ArrayList<>());
        }
        for (var question : graph.catalogue().questions()) {
            byTheme.computeIfAbsent(question.theme(), t -> new ArrayList<>()).add(card(question, visit));
        }
        byTheme.values().removeIf(List::isEmpty);
        List<Map<String, Object>> themes = new ArrayList<>();
        byTheme.forEach((theme, questions) ->
                themes.add(Map.of("id", theme, "name", visit.words().name(theme), "size", questions.size(), "questions", questions)));
        return themes;
    }

    private Map<String, Object> card(Question question, Visit visit) {
        var form = new QuestionForm(graph, question, visit);
        var fields = form.fields(Map.of());
        return Map.of(
                "name", question.name(),
                "summary", summary(question, visit),
                "action", "/query/" + question.name(),
                "example", form.example(),
                "fields", fields,
                "hasFields", !fields.isEmpty());
    }

    static String summary(Question question, Visit visit) {
        return visit.language() == Language.ZH ? question.summaryZh() : question.summary();
    }
}
