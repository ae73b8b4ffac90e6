package io.firmament.graph;

import io.firmament.store.View;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.Query;

/** The triples of a graph, or of a part of it, one by one in the order of subject, predicate and object. */
final class Triples {

    private static final Query ALL = Extent.query("SELECT ?entity ?p ?o WHERE { ?entity ?p ?o } ORDER BY ?entity ?p ?o");
    private static final Query OF_THINGS = Extent.query("""
            SELECT ?entity ?p ?o ?entityToo WHERE {
              ?entity ?p ?o .
              OPTIONAL { ?o a ?entityToo FILTER ( ?entityToo = fm:Entity ) }
            } ORDER BY ?entity ?p ?o""");
    private static final Query EVIDENCE = Extent.query("""
            SELECT ?entity ?evidence ?article WHERE { ?entity fm:evidence ?evidence . ?evidence oa:hasSource ?article }""");

    private Triples() {}

    /**
     * Gives all triples; of a selection those about its entities, about the statements that bear on them only, with their
     * evidences and articles. What leads from a selected entity straight to another that is not selected is left out.
     */
    static void each(View view, Selection selection, Consumer<Triple> work) {
        if (selection.entities().isEmpty() && selection.statements().isEmpty()) {
            view.each(ALL, row -> work.accept(triple(row)));
            return;
        }
        var extent = new Extent(view, selection);
        Set<Node> entities = new HashSet<>();
        extent.entities(entities::addAll);
        Set<Node> things = new HashSet<>(entities);
        extent.statements(piece -> {
            things.addAll(piece);
            things.addAll(evidence(extent, piece));
        });
        Extent.pieces(things, piece -> view.each(Extent.with(OF_THINGS, piece), row -> {
            if (!entities.contains(row.get("entity")) || !row.containsKey("entityToo") || entities.contains(row.get("o"))) {
                work.accept(triple(row));
            }
        }));
    }

    private static Set<Node> evidence(Extent extent, Collection<Node> statements) {
        Set<Node> found = new HashSet<>();
        extent.about(EVIDENCE, statements).values().stream().flatMap(List::stream).forEach(row -> {
            found.add(row.get("evidence"));
            found.add(row.get("article"));
        });
        return found;
    }

    private static Triple triple(Map<String, Node> row) {
        return Triple.create(row.get("entity"), row.get("p"), row.get("o"));
    }
}
