package io.firmament.graph;

import io.firmament.store.Table;
import io.firmament.store.View;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.BindingFactory;

/** What some rows are about. */
public final class Subject {

    private static final Var THING = Var.alloc("thing");
    private static final Var STATEMENT = Var.alloc("statement");

    private Subject() {}

    /**
     * Selects what rows are about: their statements with both ends of each and whoever else has a part in them and stands
     * in the rows, so not who only speaks; where they name no statement, their entities and all that lies between them.
     *
     * @param asked what they answer to, which belongs to them where there are any
     */
    public static Selection of(Table table, Set<Node> asked, View view) {
        var named = table.rows().stream()
                .flatMap(row -> Stream.concat(row.values().stream(), asked.stream()))
                .filter(Node::isURI)
                .collect(Collectors.toSet());
        var entities = things("SELECT ?thing WHERE { ?thing a fm:Entity }", THING, named, view);
        var statements = things("SELECT ?thing WHERE { ?thing a fm:Statement }", THING, named, view);
        if (statements.isEmpty()) {
            return Selection.among(entities);
        }
        var parties = parts("fm:origin|fm:event|fm:about|fm:place", statements, view);
        parties.retainAll(entities);
        parties.addAll(parts("fm:subject|fm:object", statements, view));
        entities.retainAll(asked);
        parties.addAll(entities);
        return Selection.of(parties, statements);
    }

    private static Set<Node> parts(String path, Set<Node> statements, View view) {
        return things("SELECT DISTINCT ?thing WHERE { ?statement " + path + " ?thing }", STATEMENT, statements, view);
    }

    private static Set<Node> things(String text, Var given, Set<Node> values, View view) {
        if (values.isEmpty()) {
            return new HashSet<>();
        }
        var query = QueryFactory.create("PREFIX fm: <https://w3id.org/firmament/ontology#> " + text);
        query.setValuesDataBlock(List.of(given), values.stream().map(value -> BindingFactory.binding(given, value)).toList());
        return view.select(query).rows().stream().map(row -> row.get("thing")).collect(Collectors.toCollection(HashSet::new));
    }
}
