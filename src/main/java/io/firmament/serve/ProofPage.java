package io.firmament.serve;

import io.firmament.KnowledgeGraph;
import io.firmament.query.Answer;
import io.firmament.query.Row;
import io.firmament.store.Table;
import io.firmament.verify.Passages;
import io.firmament.vocab.FM;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.NodeFactory;

/**
 * What is said of two entities, and what it rests on: {@code /proof?from=…&to=…}. With {@code edge=worksFor} only what
 * draws that edge, whether it still holds or not; {@code /proof?statement=…} is one statement. With {@code fragment=true}
 * the text alone, for a page that shows it beside something else.
 */
final class ProofPage {

    static final String PATH = "/proof";

    private final KnowledgeGraph graph;
    private final Templates templates;
    private final Optional<Passages> texts;

    ProofPage(KnowledgeGraph graph, Templates templates, Optional<Passages> texts) {
        this.graph = graph;
        this.templates = templates;
        this.texts = texts;
    }

    void write(Visit visit, HttpServletResponse response) throws IOException {
        var statement = visit.parameter("statement");
        if (statement.isPresent()) {
            ofStatement(visit, statement.get(), response);
        } else {
            ofTwo(visit, entity(visit, "from"), entity(visit, "to"), response);
        }
    }

    private String entity(Visit visit, String parameter) {
        return graph.resolve(
                visit.parameter(parameter).orElseThrow(() -> Refusal.badRequest(
                        "Say what it is about, as from=zhou-chang&to=bytedance, or which statement, as statement=SLUG.")),
                FM.Entity.getURI());
    }

    private void ofStatement(Visit visit, String name, HttpServletResponse response) throws IOException {
        var cards = cards(visit, List.of(FM.ID + "statement/" + Places.slug(name)));
        if (cards.isEmpty()) {
            throw Refusal.notFound("There is no such statement. The page of an entity has all that are about it.");
        }
        var card = cards.get(0);
        page(visit, card.title(visit), Map.of("cards", cards, "kind", card.kind()), response);
    }

    private void ofTwo(Visit visit, String from, String to, HttpServletResponse response) throws IOException {
        var edge = visit.parameter("edge").map(Facts::term);
        var rows = graph.ask("proof-of-edge", Map.of("from", from, "to", to)).rows().stream()
                .filter(row -> edge.isEmpty() || row.iri("edge").equals(edge))
                .toList();
        var two = labelled(from, to);
        var cards = cards(visit, rows.stream().map(row -> row.iri("statement").orElseThrow()).distinct().toList());
        var language = visit.language().tag;
        Map<String, Object> model = new HashMap<>();
        model.put("cards", cards);
        model.put("ends", List.of(Cell.of(two, "from", visit), Cell.of(two, "to", visit)));
        model.put("edge", edge.isEmpty() || rows.isEmpty() ? "" : rows.get(0).label("edge", language));
        model.put("chain", visit.href(Visit.with(
                Visit.with("/query/shortest-chain", "from", Places.slug(from)), "to", Places.slug(to))));
        page(visit, two.label("from", language) + " – " + two.label("to", language), model, response);
    }

    /** Facts first, then what is only said; in each, what is new before what is old. */
    private List<StatementCard> cards(Visit visit, List<String> statements) {
        return new Statements(graph).read(statements).stream()
                .map(statement -> StatementCard.of(statement, visit, texts))
                .sorted(StatementCard.FACTS_FIRST.thenComparing(StatementCard.NEWEST_FIRST))
                .toList();
    }

    private Row labelled(String from, String to) {
        var row = Map.of("from", NodeFactory.createURI(from), "to", NodeFactory.createURI(to));
        return graph.read(view -> Answer.of(new Table(List.of("from", "to"), List.of(Map.copyOf(row))), view)).rows().get(0);
    }

    private void page(Visit visit, String title, Map<String, ?> model, HttpServletResponse response) throws IOException {
        Map<String, Object> all = new HashMap<>(model);
        all.put("fragment", visit.parameter("fragment").isPresent());
        all.put("hasCards", model.get("cards") instanceof List<?> cards && !cards.isEmpty());
        templates.write(response, visit, "proof", title, all);
    }
}
