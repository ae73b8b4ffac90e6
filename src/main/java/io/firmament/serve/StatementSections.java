package io.firmament.serve;

import io.firmament.KnowledgeGraph;
import io.firmament.query.Row;
import io.firmament.serve.Statements.Statement;
import io.firmament.verify.Passages;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The statements about a thing for its page: by theme and kind, facts before what is only said, and in each what is new
 * before what is old. What the thing says of others stands in a section of its own; the statements of an article keep the
 * order of its text.
 *
 * @param graph where to ask
 * @param texts the passages, if the articles are at hand
 * @param visit who reads it
 */
record StatementSections(KnowledgeGraph graph, Optional<Passages> texts, Visit visit) {

    /** Of one kind, so many stand on the page before the rest is folded away. */
    private static final int SHOWN = 8;
    /** A page shows no more statements than this. */
    private static final int MOST = 1_000;

    private static final String SPEAKER = Facts.term("speaker");

    /**
     * A theme.
     *
     * @param id its slug
     * @param name its name
     * @param kinds its kinds of statements, the most numerous first
     */
    record Section(String id, String name, List<Folded<StatementCard>> kinds) {
        int size() {
            return kinds.stream().mapToInt(Folded::size).sum();
        }
    }

    /** The sections of a thing, by its IRI. */
    List<Section> of(String iri, boolean article) {
        var statements = new Statements(graph);
        var parts = statements.about(iri);
        var themes = statements.themes();
        Map<String, Map<String, List<StatementCard>>> sections = new LinkedHashMap<>();
        Map<String, String> names = new LinkedHashMap<>();
        for (var statement : statements.read(parts.keySet().stream().limit(MOST).toList())) {
            var saying = parts.get(statement.iri()).equals(Set.of(SPEAKER));
            var theme = saying ? Optional.<Row>empty() : kind(statement).map(themes::get);
            var id = theme.flatMap(row -> row.iri("node")).map(Places::slug).orElse("speaker");
            names.putIfAbsent(id, theme.map(row -> row.label("node", visit.language().tag)).orElse(visit.words().get("saidBy")));
            var card = StatementCard.of(statement, visit, texts);
            sections.computeIfAbsent(id, t -> new LinkedHashMap<>()).computeIfAbsent(card.kind().text(), k -> new ArrayList<>()).add(card);
        }
        var order = List.of(visit.words().get("themes").split(" "));
        return sections.entrySet().stream()
                .map(section -> new Section(section.getKey(), names.get(section.getKey()), kinds(section.getValue(), article)))
                .sorted(Comparator.comparing(section -> order.contains(section.id()) ? order.indexOf(section.id()) : order.size()))
                .toList();
    }

    private static Optional<String> kind(Statement statement) {
        return statement.says().iris(Facts.term("kind")).stream().sorted().findFirst();
    }

    private static List<Folded<StatementCard>> kinds(Map<String, List<StatementCard>> kinds, boolean article) {
        var order = StatementCard.FACTS_FIRST.thenComparing(StatementCard.NEWEST_FIRST);
        return kinds.entrySet().stream()
                .map(kind -> new Folded<>(
                        kind.getKey(),
                        kind.getValue().stream().sorted(article ? Comparator.comparing(StatementCard::start) : order).toList(),
                        SHOWN))
                .sorted(Comparator.comparing((Folded<StatementCard> kind) -> -kind.size()))
                .toList();
    }
}
