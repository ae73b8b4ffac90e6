package io.firmament.query;

import io.firmament.query.Reason.Fault;
import io.firmament.store.View;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.syntax.Element;
import org.apache.jena.sparql.syntax.ElementAssign;
import org.apache.jena.sparql.syntax.ElementBind;
import org.apache.jena.sparql.syntax.ElementData;
import org.apache.jena.sparql.syntax.ElementFilter;
import org.apache.jena.sparql.syntax.ElementGroup;
import org.apache.jena.sparql.syntax.ElementMinus;
import org.apache.jena.sparql.syntax.ElementNamedGraph;
import org.apache.jena.sparql.syntax.ElementOptional;
import org.apache.jena.sparql.syntax.ElementPathBlock;
import org.apache.jena.sparql.syntax.ElementSubQuery;
import org.apache.jena.sparql.syntax.ElementUnion;
import org.apache.jena.sparql.syntax.PatternVars;

/**
 * Finds out why a query has no answer: the patterns that match nothing, or the first that fits nothing before it. It asks
 * the graph about parts of the query, in standard SPARQL, a bounded number of times.
 *
 * <p>Adding a part to a group that has no match never gives it one, so the first part that leaves nothing is found by
 * halving.
 */
public final class WhyEmpty {

    /** Groups within groups that are looked into. */
    private static final int DEPTH = 8;

    private final Probes probes;
    private final Repairs repairs;
    private final PartText text;
    private final Set<Reason> reasons = new LinkedHashSet<>();

    private WhyEmpty(Query query, Probes probes) {
        this.probes = probes;
        this.repairs = new Repairs(probes);
        this.text = new PartText(query);
    }

    /**
     * The reasons why a query has no answer; none if it has one, if none was found in time,
     * or if it asks another endpoint, which is not to be asked about each part of it.
     *
     * @param query of any form; not changed
     * @param view where it was asked
     * @param probes how many questions may be put, at most
     * @param time after how long no further question is put
     */
    public static List<Reason> of(Query query, View view, int probes, Duration time) {
        if (!ServiceNames.in(query, query.toString()).isEmpty()) {
            return List.of();
        }
        var why = new WhyEmpty(query, new Probes(view, probes, time));
        try {
            why.query(query, 0);
        } catch (Probes.Enough e) {
            // Half of the truth is better than none.
        }
        return List.copyOf(why.reasons);
    }

    private void query(Query query, int depth) {
        if (query.getQueryPattern() == null) {
            return;
        }
        var parts = parts(query.getQueryPattern());
        if (query.hasValues()) {
            parts.add(values(query));
        }
        if (!probes.match(parts)) {
            group(parts, depth);
        } else if (query.hasDatasetDescription()) {
            add(Fault.GRAPH, "FROM", "");
        } else if (query.isSelectType() && query.hasHaving() && !probes.answers(withoutSlice(query))) {
            query.getHavingExprs().forEach(condition -> add(Fault.HAVING, "HAVING " + text.of(condition), ""));
        } else if (query.isSelectType() && (query.hasLimit() || query.hasOffset()) && !probes.answers(query)) {
            add(Fault.SLICE, ((query.hasLimit() ? "LIMIT " + query.getLimit() : "")
                    + (query.hasOffset() ? " OFFSET " + query.getOffset() : "")).strip(), "");
        }
    }

    private static Query withoutSlice(Query query) {
        var whole = query.cloneQuery();
        whole.setLimit(1);
        whole.setOffset(Query.NOLIMIT);
        return whole;
    }

    private static ElementData values(Query query) {
        return new ElementData(query.getValuesVariables(), query.getValuesData());
    }

    /** What a group is made of, triple by triple; its filters last, since they hold for the whole of it. */
    private static List<Element> parts(Element pattern) {
        List<Element> parts = new ArrayList<>();
        List<Element> filters = new ArrayList<>();
        for (var element : pattern instanceof ElementGroup group ? group.getElements() : List.of(pattern)) {
            if (element instanceof ElementPathBlock block) {
                block.patternElts().forEachRemaining(triple -> parts.add(Repairs.block(Repairs.named(triple))));
            } else {
                (element instanceof ElementFilter ? filters : parts).add(element);
            }
        }
        parts.addAll(filters);
        return parts;
    }

    /** Of parts that have no match together: what is to blame. */
    private void group(List<Element> parts, int depth) {
        var before = reasons.size();
        for (var part : parts) {
            if (canMatchAlone(part) && !probes.match(List.of(part))) {
                alone(part, depth);
            }
        }
        if (reasons.size() == before) {
            int matching = 0;
            int empty = parts.size();
            while (empty - matching > 1) {
                var middle = (matching + empty) / 2;
                if (probes.match(parts.subList(0, middle))) {
                    matching = middle;
                } else {
                    empty = middle;
                }
            }
            together(parts.subList(0, matching), parts.get(matching));
        }
    }

    private static boolean canMatchAlone(Element part) {
        return !(part instanceof ElementFilter || part instanceof ElementOptional || part instanceof ElementMinus
                || part instanceof ElementBind || part instanceof ElementAssign);
    }

    private void alone(Element part, int depth) {
        var before = reasons.size();
        if (depth < DEPTH && part instanceof ElementUnion union) {
            union.getElements().forEach(branch -> group(parts(branch), depth + 1));
        } else if (depth < DEPTH && part instanceof ElementGroup) {
            group(parts(part), depth + 1);
        } else if (depth < DEPTH && part instanceof ElementSubQuery inner) {
            query(inner.getQuery(), depth + 1);
        } else if (depth < DEPTH && part instanceof ElementNamedGraph graph) {
            var inner = parts(graph.getElement());
            if (probes.match(inner)) {
                add(Fault.GRAPH, "GRAPH " + text.of(graph.getGraphNameNode()), "");
            } else {
                group(inner, depth + 1);
            }
        } else if (part instanceof ElementPathBlock block) {
            var triple = block.patternElts().next();
            repairs.literal(triple, List.of()).ifPresent(other -> add(Fault.LITERAL, text.of(part), text.of(other)));
            if (reasons.size() == before) {
                repairs.reversed(triple, List.of()).ifPresent(other -> add(Fault.REVERSED, text.of(part), text.of(other)));
            }
        }
        if (reasons.size() == before) {
            add(Fault.ALONE, text.of(part), "");
        }
    }

    /** All before have a match, and with this part none. */
    private void together(List<Element> before, Element part) {
        if (part instanceof ElementFilter filter) {
            repairs.compared(filter, before).ifPresentOrElse(
                    other -> add(Fault.COMPARED, text.of(filter), text.of(other)), () -> add(Fault.FILTER, text.of(filter), ""));
        } else if (part instanceof ElementMinus) {
            add(Fault.MINUS, text.of(part), "");
        } else if (!exchanged(before, part)) {
            before.stream()
                    .filter(WhyEmpty::canMatchAlone)
                    .filter(other -> share(other, part) && !probes.match(List.of(other, part)))
                    .findFirst()
                    .ifPresentOrElse(
                            other -> add(Fault.TOGETHER, text.of(part), text.of(other)),
                            () -> add(Fault.BEFORE, text.of(part), ""));
        }
    }

    /** The commonest mistake: an edge that is followed against its direction. */
    private boolean exchanged(List<Element> before, Element part) {
        for (var candidate : triples(before, part)) {
            List<Element> others = new ArrayList<>(before);
            others.add(part);
            others.remove(candidate);
            var other = repairs.reversed(candidate.patternElts().next(), others);
            if (other.isPresent()) {
                add(Fault.REVERSED, text.of(candidate), text.of(other.get()));
                return true;
            }
        }
        return false;
    }

    private static List<ElementPathBlock> triples(List<Element> before, Element part) {
        List<ElementPathBlock> triples = new ArrayList<>();
        for (var element : before) {
            if (element instanceof ElementPathBlock block && share(element, part)) {
                triples.add(block);
            }
        }
        if (part instanceof ElementPathBlock block) {
            triples.add(0, block);
        }
        return triples;
    }

    private static boolean share(Element one, Element other) {
        var variables = new HashSet<Var>(PatternVars.vars(one));
        variables.retainAll(PatternVars.vars(other));
        return !variables.isEmpty();
    }

    private void add(Fault fault, String part, String other) {
        reasons.add(new Reason(fault, part, other));
    }
}
