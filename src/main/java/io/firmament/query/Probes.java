package io.firmament.query;

import io.firmament.store.View;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryCancelledException;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.syntax.Element;
import org.apache.jena.sparql.syntax.ElementGroup;

/** Asks whether parts of a query match, until there have been enough questions or the time is up. */
final class Probes {

    /** There have been enough: what is known by now must do. */
    static final class Enough extends RuntimeException {
        Enough() {
            super("enough", null, false, false);
        }
    }

    private final View view;
    private final long end;
    private int left;

    /**
     * @param view where to ask
     * @param most how many questions, at most
     * @param time after how long no further question is asked
     */
    Probes(View view, int most, Duration time) {
        this.view = view;
        this.left = most;
        this.end = System.nanoTime() + time.toNanos();
    }

    /** Whether these parts have a match together. */
    boolean match(List<Element> parts) {
        var query = over(parts);
        query.addResultVar(Var.alloc("one"), NodeValue.nvONE);
        return !ask(query).isEmpty();
    }

    /** Any value of a variable in a match of these parts. */
    Optional<Node> value(Var variable, List<Element> parts) {
        var query = over(parts);
        query.addResultVar(variable);
        return ask(query).stream().flatMap(row -> Optional.ofNullable(row.get(variable.getVarName())).stream()).findFirst();
    }

    /** Whether a whole query has an answer. */
    boolean answers(Query query) {
        return !ask(query).isEmpty();
    }

    private static Query over(List<Element> parts) {
        var group = new ElementGroup();
        parts.forEach(group::addElement);
        var query = new Query();
        query.setQuerySelectType();
        query.setQueryPattern(group);
        query.setLimit(1);
        return query;
    }

    private List<Map<String, Node>> ask(Query query) {
        if (left-- <= 0 || System.nanoTime() > end) {
            throw new Enough();
        }
        try {
            return view.select(query).rows();
        } catch (QueryCancelledException e) {
            throw new Enough();
        }
    }
}
