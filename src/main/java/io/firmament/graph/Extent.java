package io.firmament.graph;

import io.firmament.store.View;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.Comparator;
import java.util.function.Consumer;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.BindingFactory;
import org.apache.jena.sparql.syntax.ElementData;
import org.apache.jena.sparql.syntax.ElementGroup;

/**
 * What of a graph is selected, piece by piece in the order of IRIs, and what queries answer about a piece. For use within
 * one read transaction, by one thread.
 */
final class Extent {

    /** How many things are asked about at once. */
    private static final int PIECE = 250;

    private static final Var ENTITY = Var.alloc("entity");
    private static final Comparator<Node> BY_IRI = Comparator.comparing(Node::toString);

    private static final Query ENTITIES = query("SELECT ?entity WHERE { ?entity a fm:Entity } ORDER BY ?entity");
    private static final Query STATEMENTS = query("SELECT ?entity WHERE { ?entity a fm:Statement } ORDER BY ?entity");
    private static final Query STATEMENTS_OF = query("""
            SELECT ?entity ?statement WHERE {
              VALUES ?part { fm:subject fm:object fm:origin fm:event fm:about fm:place }
              ?statement ?part ?entity .
            }""");
    private static final Query PARTS = query("""
            SELECT ?entity ?part ?other WHERE {
              VALUES ?part { fm:subject fm:object fm:origin fm:event fm:about fm:place }
              ?entity ?part ?other .
              ?other a fm:Entity .
            }""");

    private final View view;
    private final Selection selection;

    Extent(View view, Selection selection) {
        this.view = view;
        this.selection = selection;
    }

    /** A query about {@code ?entity}, with the prefixes {@code fm}, {@code rdfs} and {@code oa}. */
    static Query query(String text) {
        return QueryFactory.create("""
                PREFIX fm: <https://w3id.org/firmament/ontology#>
                PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
                PREFIX oa: <http://www.w3.org/ns/oa#>
                """ + text);
    }

    Selection selection() {
        return selection;
    }

    /** Gives the entities. */
    void entities(Consumer<List<Node>> work) {
        if (selection.entities().isPresent()) {
            pieces(selection.entities().get(), work);
        } else {
            pieces(ENTITIES, work);
        }
    }

    /** Gives the statements: those selected or, of those that no selected entity is left out of, all. */
    void statements(Consumer<List<Node>> work) {
        if (selection.statements().isPresent()) {
            pieces(selection.statements().get(), work);
        } else if (selection.entities().isPresent()) {
            var found = new TreeSet<>(BY_IRI);
            pieces(selection.entities().get(), piece ->
                    about(STATEMENTS_OF, piece).values().forEach(rows -> rows.forEach(row -> found.add(row.get("statement")))));
            pieces(found, piece -> {
                var parts = parts(piece);
                work.accept(piece.stream()
                        .filter(statement -> parts.getOrDefault(statement, List.of()).stream()
                                .allMatch(row -> selection.hasEntity(row.get("other"))))
                        .toList());
            });
        } else {
            pieces(STATEMENTS, work);
        }
    }

    /** For each statement the entities that have a part in it: {@code part} and {@code other}. */
    Map<Node, List<Map<String, Node>>> parts(Collection<Node> statements) {
        return about(PARTS, statements);
    }

    private void pieces(Query all, Consumer<List<Node>> work) {
        var pieces = new Pieces(work);
        view.each(all, row -> pieces.add(row.get("entity")));
        pieces.end();
    }

    static void pieces(Collection<Node> some, Consumer<List<Node>> work) {
        var pieces = new Pieces(work);
        some.stream().sorted(BY_IRI).forEach(pieces::add);
        pieces.end();
    }

    private static final class Pieces {
        private final Consumer<List<Node>> work;
        private final List<Node> piece = new ArrayList<>(PIECE);

        Pieces(Consumer<List<Node>> work) {
            this.work = work;
        }

        void add(Node node) {
            piece.add(node);
            if (piece.size() == PIECE) {
                end();
            }
        }

        void end() {
            if (!piece.isEmpty()) {
                work.accept(List.copyOf(piece));
                piece.clear();
            }
        }
    }

    /** What a query answers about each of some things. */
    Map<Node, List<Map<String, Node>>> about(Query query, Collection<Node> things) {
        Map<Node, List<Map<String, Node>>> rows = new HashMap<>();
        view.each(with(query, things), row -> rows.computeIfAbsent(row.get("entity"), e -> new ArrayList<>()).add(row));
        return rows;
    }

    /** The query for some values of {@code ?entity}. */
    static Query with(Query query, Collection<Node> things) {
        var data = new ElementData();
        data.add(ENTITY);
        things.forEach(thing -> data.add(BindingFactory.binding(ENTITY, thing)));
        // First of all, so that everything else is looked up from here.
        var pattern = new ElementGroup();
        pattern.addElement(data);
        ((ElementGroup) query.getQueryPattern()).getElements().forEach(pattern::addElement);
        var bound = query.cloneQuery();
        bound.setQueryPattern(pattern);
        return bound;
    }
}
