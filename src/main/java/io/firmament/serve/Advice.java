package io.firmament.serve;

import io.firmament.KnowledgeGraph;
import io.firmament.link.Terms;
import io.firmament.query.Reason;
import io.firmament.query.WhyEmpty;
import io.firmament.vocab.FM;
import io.firmament.vocab.Prefixes;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.shared.impl.PrefixMappingImpl;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.syntax.syntaxtransform.QueryTransformOps;
import org.jspecify.annotations.Nullable;

/**
 * Helps people who write queries: which of our terms there are, which of theirs there are not and what they may have
 * meant, and why a query has no rows. Safe for use by many threads.
 */
final class Advice {

    private static final int NEAREST = 3;
    private static final Pattern OURS =
            Pattern.compile("<((?:" + Pattern.quote(FM.NS) + "|" + Pattern.quote(FM.KIND) + "|" + Pattern.quote(FM.ID) + ")[^<>\\s]+)>");
    private static final Query OCCURS = QueryFactory.create(
            "SELECT (1 AS ?one) WHERE { { ?it ?p ?o } UNION { ?s ?p ?it } UNION { ?s ?it ?o } } LIMIT 1");

    private final KnowledgeGraph graph;
    private @Nullable Terms terms;

    Advice(KnowledgeGraph graph) {
        this.graph = graph;
    }

    /**
     * Something real in the place of something that does not exist.
     *
     * @param iri its IRI
     * @param label what it is called in English
     * @param labelZh what it is called in Chinese
     * @param definition what it means, where it is a term
     */
    record Near(String iri, String label, String labelZh, String definition) {

        /** The IRI as people write it. */
        String compact() {
            return Cell.compact(iri);
        }
    }

    /**
     * An IRI of ours that nothing is known of.
     *
     * @param iri the IRI
     * @param near what may be meant, best first
     */
    record Unknown(String iri, List<Near> near) {

        String compact() {
            return Cell.compact(iri);
        }
    }

    /** The ontology's terms, read when first needed. */
    synchronized Terms terms() {
        if (terms == null) {
            terms = graph.read(Terms::from);
        }
        return terms;
    }

    /** Of some IRIs those that are ours and do not exist. */
    List<Unknown> unknown(Stream<String> iris) {
        var known = terms().all().stream().map(term -> term.iri()).collect(java.util.stream.Collectors.toSet());
        return iris.distinct()
                .filter(iri -> OURS.matcher("<" + iri + ">").matches() && !known.contains(iri))
                .limit(Limits.PROBES)
                .filter(iri -> !occurs(iri))
                .map(iri -> new Unknown(iri, near(iri)))
                .toList();
    }

    /** The IRIs of ours that a query names and that do not exist. */
    List<Unknown> unknown(Query query) {
        var plain = query.cloneQuery();
        plain.setPrefixMapping(new PrefixMappingImpl());
        Set<String> iris = new LinkedHashSet<>();
        OURS.matcher(plain.toString()).results().forEach(found -> iris.add(found.group(1)));
        return unknown(iris.stream());
    }

    private boolean occurs(String iri) {
        var query = QueryTransformOps.syntaxSubstitute(OCCURS, java.util.Map.of(Var.alloc("it"), NodeFactory.createURI(iri)));
        return graph.read(view -> !view.select(query).rows().isEmpty());
    }

    private List<Near> near(String iri) {
        return iri.startsWith(FM.ID)
                ? graph.near(iri, NEAREST).stream()
                        .map(match -> new Near(match.iri(), match.label(), match.labelZh(), String.join(", ", match.kinds())))
                        .toList()
                : terms().near(iri, NEAREST).stream()
                        .map(term -> new Near(term.iri(), term.label(), term.labelZh(), term.definition()))
                        .toList();
    }

    /**
     * Parses and checks a query that somebody wrote.
     *
     * @throws Refusal as {@link QueryGuard} does
     */
    Query checked(String text) {
        return QueryGuard.check(text, graph.services());
    }

    /** The reasons why a query has no rows. */
    List<Reason> why(Query query) {
        return graph.read(view -> WhyEmpty.of(query, view, Limits.PROBES, Limits.PROBING));
    }

    /** The text of a query with one term in the place of another, as it is written there. */
    static String replaced(String text, Unknown wrong, Near right) {
        return text.replace("<" + wrong.iri() + ">", "<" + right.iri() + ">")
                .replaceAll(
                        "(?<![\\w:-])" + Pattern.quote(wrong.compact()) + "(?![\\w-])",
                        java.util.regex.Matcher.quoteReplacement(Prefixes.shorten(right.iri()).orElse("<" + right.iri() + ">")));
    }
}
