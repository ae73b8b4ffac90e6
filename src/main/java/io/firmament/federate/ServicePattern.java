package io.firmament.federate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.OpAsQuery;
import org.apache.jena.sparql.algebra.OpVars;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.Rename;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.main.VarFinder;
import org.apache.jena.sparql.syntax.Element;
import org.apache.jena.sparql.syntax.ElementGroup;
import org.apache.jena.sparql.syntax.ElementSubQuery;

/** What stands in the braces of a SERVICE, as a query of its own. */
final class ServicePattern {

    private final Op pattern;
    /** ARQ renames variables of inner queries, which the service is asked for by the names that they were written with. */
    private final Map<Var, Var> written = new LinkedHashMap<>();

    ServicePattern(Op pattern) {
        this.pattern = pattern;
        OpVars.visibleVars(pattern).forEach(variable -> written.put(variable, (Var) Rename.reverseVarRename(variable)));
    }

    /**
     * The variables whose values can go along: what every row knows, and the pattern is sure to bind by itself, so that the
     * service leaves out only what would not join. A blank node means nothing elsewhere.
     */
    List<Var> keys(List<Binding> rows) {
        var assigned = VarFinder.assignMention(pattern);
        return VarFinder.fixed(pattern).stream()
                .filter(variable -> written.containsKey(variable) && !assigned.contains(variable))
                .filter(variable -> rows.stream().allMatch(row -> row.contains(variable) && !row.get(variable).isBlank()))
                .sorted((one, other) -> one.getName().compareTo(other.getName()))
                .toList();
    }

    /** The query for the rows that join with some values of the keys; with any, if there are no keys. */
    String query(List<Var> keys, List<Binding> values) {
        var query = new Query();
        query.setQuerySelectType();
        query.setQueryPattern(element());
        written.values().forEach(query::addResultVar);
        query.setQueryResultStar(written.isEmpty());
        if (!keys.isEmpty()) {
            query.setValuesDataBlock(keys.stream().map(written::get).toList(), values.stream().map(this::asWritten).toList());
        }
        return query.toString();
    }

    private Element element() {
        var inner = OpAsQuery.asQuery(Rename.reverseVarRename(pattern, true));
        var plain = inner.isQueryResultStar() && !inner.hasAggregators() && !inner.hasGroupBy() && !inner.hasOrderBy()
                && !inner.hasLimit() && !inner.hasOffset() && !inner.isDistinct() && !inner.isReduced() && !inner.hasValues();
        var group = new ElementGroup();
        group.addElement(plain ? inner.getQueryPattern() : new ElementSubQuery(inner));
        return plain && inner.getQueryPattern() instanceof ElementGroup whole ? whole : group;
    }

    private Binding asWritten(Binding values) {
        var builder = Binding.builder();
        values.forEach((variable, value) -> builder.add(written.get(variable), value));
        return builder.build();
    }

    /** The rows of an answer, without what was not asked for. */
    List<Binding> read(List<Binding> answer) {
        List<Binding> rows = new ArrayList<>();
        for (var row : answer) {
            var builder = Binding.builder();
            written.forEach((variable, name) -> {
                if (row.contains(name)) {
                    builder.add(variable, row.get(name));
                }
            });
            rows.add(builder.build());
        }
        return rows;
    }
}
