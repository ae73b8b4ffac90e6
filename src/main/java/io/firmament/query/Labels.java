package io.firmament.query;

import io.firmament.vocab.Prefixes;
import io.firmament.store.Table;
import io.firmament.store.View;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.apache.jena.graph.Node;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.binding.BindingFactory;

/** The labels of the things in an answer, so that people need not read IRIs. Immutable. */
final class Labels {

    private static final int CHUNK = 500;
    private static final Var THING = Var.alloc("thing");

    private final Map<Node, Map<String, String>> byThing = new HashMap<>();

    private Labels() {}

    /** Looks up the labels of all IRIs in a table. */
    static Labels of(Table table, View view) {
        var labels = new Labels();
        var things = new TreeSet<String>();
        table.rows().forEach(row -> row.values().stream().filter(Node::isURI).forEach(n -> things.add(n.getURI())));
        List<Binding> chunk = new ArrayList<>();
        for (var thing : things) {
            chunk.add(BindingFactory.binding(THING, org.apache.jena.graph.NodeFactory.createURI(thing)));
            if (chunk.size() == CHUNK) {
                labels.add(chunk, view);
                chunk = new ArrayList<>();
            }
        }
        labels.add(chunk, view);
        return labels;
    }

    private void add(List<Binding> things, View view) {
        if (things.isEmpty()) {
            return;
        }
        var query = QueryFactory.create(
                "SELECT ?thing ?label WHERE { ?thing <http://www.w3.org/2000/01/rdf-schema#label> ?label }");
        query.setValuesDataBlock(List.of(THING), things);
        view.select(query).rows().forEach(row -> {
            var label = row.get("label");
            if (label != null && label.isLiteral()) {
                byThing.computeIfAbsent(row.get("thing"), t -> new HashMap<>())
                        .put(label.getLiteralLanguage(), label.getLiteralLexicalForm());
            }
        });
    }

    boolean has(Node node) {
        return byThing.containsKey(node);
    }

    /** The label in the language, or in English, or in any; without a label the last part of the IRI or the text. */
    String of(Node node, String language) {
        if (node.isLiteral()) {
            return node.getLiteralLexicalForm();
        }
        var names = byThing.getOrDefault(node, Map.of());
        return names.entrySet().stream()
                .min(java.util.Comparator.comparing((Map.Entry<String, String> e) -> rank(e.getKey(), language))
                        .thenComparing(Map.Entry::getKey))
                .map(Map.Entry::getValue)
                .orElseGet(() -> node.isURI() ? Prefixes.localName(node.getURI()) : node.toString());
    }

    private static int rank(String tag, String language) {
        return tag.equalsIgnoreCase(language) ? 0 : tag.startsWith(language) ? 1 : tag.equals("en") ? 2 : 3;
    }
}
