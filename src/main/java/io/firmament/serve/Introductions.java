package io.firmament.serve;

import io.firmament.KnowledgeGraph;
import io.firmament.query.Answer;
import io.firmament.query.Row;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.Var;

/**
 * Says in a few words what an entity is, as "App · made by Moonshot AI": its kind, and what it is to others, by the first
 * of the edges that the ontology introduces it by.
 *
 * @param graph where to ask
 */
record Introductions(KnowledgeGraph graph) {

    private static final String QUESTION = "introduction-of-entity";
    /** Others that are named; that there are more is said. */
    private static final int NAMED = 2;

    /** The words for some entities, by IRI, asked for at once. What is no entity has none. */
    Map<String, String> of(Collection<String> entities, Visit visit) {
        if (entities.isEmpty()) {
            return Map.of();
        }
        var question = graph.catalogue().get(QUESTION);
        var query = Statements.among(
                question.bind(Map.of("language", NodeFactory.createLiteralString(visit.language().tag))), Var.alloc("entity"), entities);
        Map<String, List<Row>> byEntity = new LinkedHashMap<>();
        graph.read(view -> Answer.of(view.select(query), view)).forEach(
                row -> byEntity.computeIfAbsent(row.iri("introduced").orElseThrow(), e -> new ArrayList<>()).add(row));
        return byEntity.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, e -> words(e.getValue(), visit)));
    }

    private static String words(List<Row> rows, Visit visit) {
        var kinds = rows.stream().map(row -> row.label("kind", visit.language().tag)).distinct().collect(Collectors.joining(", "));
        var first = rows.get(0);
        var others = rows.stream()
                .filter(row -> row.term("neighbour").isPresent())
                .filter(row -> row.term("edge").equals(first.term("edge")) && row.term("direction").equals(first.term("direction")))
                .map(row -> row.label("neighbour", visit.language().tag))
                .distinct()
                .toList();
        var kind = kinds.isEmpty() ? "" : Character.toUpperCase(kinds.charAt(0)) + kinds.substring(1);
        if (others.isEmpty()) {
            return kind;
        }
        var named = String.join(visit.words().get("comma"), others.subList(0, Math.min(NAMED, others.size())));
        var rest = others.size() - NAMED;
        return kind + " · " + first.label("reads") + " " + (rest > 0 ? visit.words().get("andOthers", named, rest, others.size()) : named);
    }
}
