package io.firmament.serve;

import io.firmament.KnowledgeGraph;
import io.firmament.verify.Passages;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A statement with its passages and what stands against it; a passage is shown with the statement that rests on it. */
final class StatementPage {

    private final KnowledgeGraph graph;
    private final Templates templates;
    private final Optional<Passages> texts;

    StatementPage(KnowledgeGraph graph, Templates templates, Optional<Passages> texts) {
        this.graph = graph;
        this.templates = templates;
        this.texts = texts;
    }

    void write(Visit visit, Facts says, Map<String, Object> model, HttpServletResponse response) throws IOException {
        var passage = says.types().contains(Facts.term("Evidence"));
        var statements = new Statements(graph);
        var cards = statements.read(passage ? statements.about(says.iri()).keySet() : List.of(says.iri())).stream()
                .map(statement -> StatementCard.of(passage ? statement.only(says.iri()) : statement, visit, texts))
                .toList();
        var title = cards.isEmpty() ? Places.slug(says.iri()) : cards.get(0).title(visit);
        model.put("kinds", TermPage.kinds(says, visit));
        model.put("label", title);
        model.put("cards", cards);
        templates.write(response, visit, "statement", title, model);
    }
}
