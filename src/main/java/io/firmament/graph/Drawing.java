package io.firmament.graph;

import io.firmament.store.View;
import io.firmament.vocab.Prefixes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.Query;
import org.jspecify.annotations.Nullable;

/**
 * The graph as people draw it: entities as nodes, and one edge for all that is said of two of them by one property.
 * Read piece by piece in the order of IRIs, so that its size does not matter and the same graph always comes out the
 * same. For use within one read transaction, by one thread.
 */
public final class Drawing {

    private static final Query NAMES = Extent.query("""
            SELECT ?entity ?label ?type ?kind WHERE {
              ?entity a ?type .
              FILTER ( STRSTARTS(STR(?type), STR(fm:)) && ?type != fm:Entity )
              OPTIONAL { ?entity rdfs:label ?label }
              OPTIONAL { ?entity fm:kind ?kind }
            }""");
    private static final Query SAYINGS = Extent.query("""
            SELECT ?entity ?kind ?asserted ?gist ?part ?other ?otherLabel ?earliest ?latest WHERE {
              ?entity fm:kind ?kind .
              OPTIONAL { ?entity fm:asserted ?asserted }
              OPTIONAL { ?entity fm:earliest ?earliest }
              OPTIONAL { ?entity fm:latest ?latest }
              OPTIONAL { ?entity fm:gist ?gist }
              OPTIONAL { VALUES ?part { fm:subject fm:object } ?entity ?part ?other . ?other rdfs:label ?otherLabel }
            }""");
    private static final Query LABELS = Extent.query("SELECT ?entity ?label WHERE { ?entity rdfs:label ?label }");

    private final Extent extent;
    private final Selection selection;
    private final Query edgesFrom;
    private final String language;
    /** Labels of terms of the ontology, which are few: by term, then by language. */
    private final Map<Node, Map<String, String>> terms = new HashMap<>();

    /**
     * @param view the graph
     * @param selection what part of it
     * @param edgesFrom the question that tells of the edges from {@code $entity}: {@code edge}, {@code to}, {@code mutual},
     *     {@code theme}, {@code statement}, {@code lasts}, {@code stands}, {@code disputed}, {@code since}, {@code until},
     *     {@code told}, {@code certainty}, {@code article}
     * @param language the language tag of the labels, where there are such
     */
    public Drawing(View view, Selection selection, Query edgesFrom, String language) {
        this.extent = new Extent(view, selection);
        this.selection = selection;
        this.edgesFrom = edgesFrom.cloneQuery();
        this.edgesFrom.addResultVar("entity");
        this.language = language;
    }

    /** Gives the entities, in the order of their IRIs. */
    public void entities(Consumer<Vertex> work) {
        extent.entities(piece -> {
            var rows = extent.about(NAMES, piece);
            piece.stream().filter(rows::containsKey).forEach(entity -> work.accept(entity(entity, rows.get(entity))));
        });
    }

    /** Gives the edges, in the order of the tail's, the property's and the head's IRIs. */
    public void edges(Consumer<Edge> work) {
        extent.entities(piece -> {
            var rows = extent.about(edgesFrom, piece);
            piece.forEach(entity -> edges(entity, rows.getOrDefault(entity, List.of())).forEach(work));
        });
    }

    /** Gives the statements as nodes, asserted or not, in the order of their IRIs: those that bear on selected entities only. */
    public void statements(Consumer<Vertex> work) {
        extent.statements(piece -> {
            var rows = extent.about(SAYINGS, piece);
            piece.forEach(statement -> work.accept(statement(statement, rows.getOrDefault(statement, List.of()))));
        });
    }

    /** Gives the parts that entities have in statements as edges, in the order of the statements. */
    public void parts(Consumer<Edge> work) {
        extent.statements(piece -> {
            var rows = extent.parts(piece);
            for (var statement : piece) {
                rows.getOrDefault(statement, List.of()).stream()
                        .filter(row -> selection.hasEntity(row.get("other")))
                        .sorted(Comparator.comparing((Map<String, Node> row) -> row.get("part").getURI())
                                .thenComparing(row -> row.get("other").getURI()))
                        .map(row -> new Edge(
                                statement.getURI(), row.get("part").getURI(), row.get("other").getURI(), label(row.get("part")),
                                "", "", false, false, false, false, null, null, null, 0, List.of(), List.of(statement.getURI())))
                        .forEach(work);
            }
        });
    }

    private Vertex entity(Node entity, List<Map<String, Node>> rows) {
        Map<String, String> labels = new TreeMap<>();
        var types = new TreeSet<String>();
        Node kind = null;
        for (var row : rows) {
            if (row.containsKey("label")) {
                labels.put(row.get("label").getLiteralLanguage(), row.get("label").getLiteralLexicalForm());
            }
            types.add(row.get("type").getURI());
            kind = row.getOrDefault("kind", kind);
        }
        var type = types.first();
        var label = labels.isEmpty() ? Prefixes.localName(entity.getURI()) : best(labels);
        return new Vertex(
                entity.getURI(),
                label,
                other(labels, label),
                Prefixes.localName(type),
                kind == null ? "" : Prefixes.localName(kind.getURI()),
                label(kind == null ? NodeFactory.createURI(type) : kind),
                true,
                null,
                null);
    }

    private Vertex statement(Node statement, List<Map<String, Node>> rows) {
        Map<String, String> gists = new TreeMap<>();
        Map<String, Map<String, String>> ends = new TreeMap<>(Comparator.reverseOrder());
        Map<String, Node> first = rows.isEmpty() ? Map.of() : rows.get(0);
        for (var row : rows) {
            if (row.containsKey("gist")) {
                gists.put(row.get("gist").getLiteralLanguage(), row.get("gist").getLiteralLexicalForm());
            }
            if (row.containsKey("otherLabel")) {
                ends.computeIfAbsent(row.get("part").getURI(), p -> new TreeMap<>())
                        .put(row.get("otherLabel").getLiteralLanguage(), row.get("otherLabel").getLiteralLexicalForm());
            }
        }
        var kind = first.get("kind");
        var label = gists.isEmpty() ? described(kind, ends) : best(gists);
        return new Vertex(
                statement.getURI(),
                label,
                other(gists, label),
                "Statement",
                kind == null ? "" : Prefixes.localName(kind.getURI()),
                kind == null ? "" : label(kind),
                first.containsKey("asserted"),
                text(first.get("earliest")),
                text(first.get("latest")));
    }

    /** A statement without words of its own is called by its kind and both ends. */
    private String described(@Nullable Node kind, Map<String, Map<String, String>> ends) {
        return (kind == null ? "" : label(kind) + ": ") + String.join(" → ", ends.values().stream().map(this::best).toList());
    }

    private Stream<Edge> edges(Node from, List<Map<String, Node>> rows) {
        Map<List<String>, List<Map<String, Node>>> byEdge = new TreeMap<>(
                Comparator.comparing((List<String> key) -> key.get(0)).thenComparing(key -> key.get(1)));
        for (var row : rows) {
            if (selection.hasEntity(row.get("to")) && selection.hasProperty(row.get("edge")) && selection.hasStatement(row.get("statement"))) {
                byEdge.computeIfAbsent(List.of(row.get("edge").getURI(), row.get("to").getURI()), k -> new ArrayList<>()).add(row);
            }
        }
        return byEdge.values().stream().map(same -> edge(from, same));
    }

    private Edge edge(Node from, List<Map<String, Node>> rows) {
        var any = rows.get(0);
        var ended = !is(any, "stands");
        var theme = any.get("theme");
        return new Edge(
                from.getURI(),
                any.get("edge").getURI(),
                any.get("to").getURI(),
                label(any.get("edge")),
                theme == null ? "" : Prefixes.localName(theme.getURI()),
                theme == null ? "" : label(theme),
                is(any, "mutual"),
                rows.stream().anyMatch(row -> is(row, "lasts")),
                ended,
                rows.stream().anyMatch(row -> is(row, "disputed")),
                days(rows, "since").min(Comparator.naturalOrder()).orElse(null),
                ended ? days(rows, "until").max(Comparator.naturalOrder()).orElse(null) : null,
                days(rows, "told").min(Comparator.naturalOrder()).orElse(null),
                (int) rows.stream().map(row -> row.get("article")).distinct().count(),
                rows.stream().map(row -> label(row.get("certainty"))).distinct().sorted().toList(),
                rows.stream().map(row -> row.get("statement").getURI()).distinct().sorted().toList());
    }

    private static boolean is(Map<String, Node> row, String column) {
        return row.containsKey(column) && row.get(column).getLiteralLexicalForm().equals("true");
    }

    private static Stream<String> days(List<Map<String, Node>> rows, String column) {
        return rows.stream().filter(row -> row.containsKey(column)).map(row -> row.get(column).getLiteralLexicalForm());
    }

    private static @Nullable String text(@Nullable Node literal) {
        return literal == null ? null : literal.getLiteralLexicalForm();
    }

    private String label(Node term) {
        var labels = terms.computeIfAbsent(term, t -> {
            Map<String, String> found = new TreeMap<>();
            extent.about(LABELS, List.of(t)).getOrDefault(t, List.of())
                    .forEach(row -> found.put(row.get("label").getLiteralLanguage(), row.get("label").getLiteralLexicalForm()));
            return found;
        });
        return labels.isEmpty() ? Prefixes.localName(term.toString()) : best(labels);
    }

    /** The text in the language asked for, or in English, or in any. */
    private String best(Map<String, String> texts) {
        return texts.getOrDefault(language, texts.getOrDefault("en", texts.values().iterator().next()));
    }

    private static String other(Map<String, String> labels, String label) {
        return labels.values().stream().filter(text -> !text.equals(label)).findFirst().orElse("");
    }
}
