package io.firmament.serve;

import io.firmament.KnowledgeGraph;
import io.firmament.query.Answer;
import io.firmament.store.View;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.syntax.syntaxtransform.QueryTransformOps;
import org.apache.jena.sparql.util.NodeCmp;
import org.apache.jena.vocabulary.RDF;

/**
 * What the graph says about one thing: all that is said of it, and what leads to it, page by page, so that a description of
 * a much-named thing stays a page. An entity comes with the statements that it has a part in or says, a statement with its
 * evidence, and everything with the labels of what is named: who has the document need not ask for names. All of it is asked
 * in plain SPARQL, so it works over any store.
 *
 * @param asked where to ask
 * @param iri the thing
 */
record Description(KnowledgeGraph asked, String iri) {

    /** What leads to the thing, on one page. */
    static final int PAGE = 500;

    /** What is in one question about many things. */
    private static final int AT_ONCE = 500;

    /** Where a page tells of the next one: clients of paged RDF know <a href="https://www.hydra-cg.com/spec/latest/core/">Hydra</a>. */
    private static final Node NEXT = NodeFactory.createURI("http://www.w3.org/ns/hydra/core#next");

    private static final Query OUTGOING = query("SELECT ?p ?o WHERE { ?it ?p ?o } ORDER BY ?p ?o");
    /** For people: without the parts of the descriptions of the data set and its questions, which have no place on a page. */
    private static final Query INCOMING = query("""
            SELECT ?p ?s WHERE {
              ?s ?p ?it FILTER ( !STRSTARTS(STR(?s), "%1$s#") && !( STRSTARTS(STR(?s), "%2$s") && CONTAINS(STR(?s), "#") ) )
            } ORDER BY ?p ?s LIMIT %3$d""".formatted(SelfDescription.DATASET, Places.iri("/query/"), PAGE));
    private static final Query ANY = query("SELECT ?p WHERE { { ?it ?p ?o } UNION { ?s ?p ?it } } LIMIT 1");
    private static final Query SAID = query("CONSTRUCT { ?it ?p ?o } WHERE { ?it ?p ?o }");
    /** With what stands behind the hash, of which the thing is the document. */
    private static final Query SAID_OF_PARTS = query("""
            CONSTRUCT { ?s ?p ?o } WHERE {
              ?s ?p ?o FILTER ( ?s = ?it || STRSTARTS(STR(?s), CONCAT(STR(?it), "#")) )
            }""");
    /** Whole: with all kinds and cards, and what is said there of the terms of others. */
    private static final Query SAID_IN_ONTOLOGY = query("""
            CONSTRUCT { ?s ?p ?o } WHERE {
              { ?s ?p ?o FILTER ( STRSTARTS(STR(?s), STR(?it)) ) }
              UNION
              { ?ours ?tie ?s FILTER ( STRSTARTS(STR(?ours), STR(?it)) )
                ?s ?p ?o FILTER ( !STRSTARTS(STR(?s), "%s") ) }
            }""".formatted(Places.iri("/")));
    private static final Query ENTITY = query("SELECT ?class WHERE { ?it a ?class FILTER ( ?class = fm:Entity ) }");
    private static final Query LEADING = query("SELECT ?s ?p WHERE { ?s ?p ?it } ORDER BY ?s ?p");
    /** Of whatever leads to an entity, statements and evidences are told whole. */
    private static final Query WHOLE = query("""
            CONSTRUCT { ?node ?p ?o } WHERE { { ?node a fm:Statement } UNION { ?node a fm:Evidence } ?node ?p ?o }""");
    /** And with a statement its evidences, with an evidence its statement. */
    private static final Query PARTNERS = query("""
            CONSTRUCT { ?told ?p ?o } WHERE { { ?node fm:evidence ?told } UNION { ?told fm:evidence ?node } ?told ?p ?o }""");
    private static final Query LABELS = query("CONSTRUCT { ?node rdfs:label ?label } WHERE { ?node rdfs:label ?label }");

    /** Depends on nothing but the triples. */
    static final Comparator<Triple> ORDER = Comparator.comparing(Triple::getSubject, NodeCmp::compareRDFTerms)
            .thenComparing(Triple::getPredicate, NodeCmp::compareRDFTerms)
            .thenComparing(Triple::getObject, NodeCmp::compareRDFTerms);

    /**
     * A page of a description.
     *
     * @param triples what is said of the thing first, in an order that depends on nothing but the triples
     * @param more whether there is another page
     */
    record Page(Set<Triple> triples, boolean more) {}

    private static Query query(String text) {
        return QueryFactory.create("""
                PREFIX fm: <https://w3id.org/firmament/ontology#>
                PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
                """ + text);
    }

    /** Whether it occurs in the graph. */
    boolean isKnown() {
        return asked.read(view -> !view.select(about(ANY)).rows().isEmpty());
    }

    private Query about(Query query) {
        return QueryTransformOps.syntaxSubstitute(query, Map.of(Var.alloc("it"), node()));
    }

    private Node node() {
        return NodeFactory.createURI(iri);
    }

    private Answer ask(Query query) {
        var columns = query.getResultVars();
        return asked.read(view -> Answer.of(view.select(about(query)).columns(columns), view));
    }

    /** What is said of it. */
    Facts outgoing() {
        return new Facts(iri, ask(OUTGOING).rows());
    }

    /** Columns {@code p}, {@code s}; the first page of them. */
    Answer incoming() {
        return ask(INCOMING);
    }

    /**
     * All triples for machines, on one page what is said of the thing and the first that lead to it, on each other page more
     * of these.
     *
     * @param number from 1
     */
    Page page(int number) {
        return asked.read(view -> {
            Set<Triple> triples = new LinkedHashSet<>();
            if (number == 1) {
                add(view, about(said()), triples);
            }
            if (iri.equals(Places.ONTOLOGY)) {
                // It has all that its terms lead to; what leads to them are the data.
                return new Page(triples, false);
            }
            if (number == 1) {
                about(view, PARTNERS, Set.of(node()), triples);
            }
            var leading = leading(view, number);
            var shown = leading.subList(0, Math.min(PAGE, leading.size()));
            if (isEntity(view)) {
                var others = shown.stream().map(Triple::getSubject).collect(Collectors.toCollection(LinkedHashSet::new));
                about(view, WHOLE, others, triples);
                about(view, PARTNERS, others, triples);
            }
            triples.addAll(shown);
            about(view, LABELS, unnamed(triples), triples);
            return new Page(triples, leading.size() > PAGE);
        });
    }

    /** The triple by which a page of it that has not all tells where there are more. */
    static Triple next(String page, String next) {
        return Triple.create(NodeFactory.createURI(page), NEXT, NodeFactory.createURI(next));
    }

    private Query said() {
        return iri.equals(Places.ONTOLOGY) ? SAID_IN_ONTOLOGY : Places.isDocument(iri) ? SAID_OF_PARTS : SAID;
    }

    private boolean isEntity(View view) {
        return !view.select(about(ENTITY)).rows().isEmpty();
    }

    /** What leads to it, and one more if there is more. */
    private List<Triple> leading(View view, int page) {
        var query = about(LEADING);
        query.setOffset((long) (page - 1) * PAGE);
        query.setLimit(PAGE + 1L);
        return view.select(query).rows().stream().map(row -> Triple.create(row.get("s"), row.get("p"), node())).toList();
    }

    /** What a reader would want to know the name of, and the document has not. */
    private static Set<Node> unnamed(Set<Triple> triples) {
        Set<Node> known = new HashSet<>();
        Set<Node> unnamed = new LinkedHashSet<>();
        for (var triple : triples) {
            // Of what the document says this, it says all.
            if (triple.getPredicate().equals(RDF.type.asNode())) {
                known.add(triple.getSubject());
            }
            unnamed.addAll(List.of(triple.getSubject(), triple.getPredicate(), triple.getObject()));
        }
        unnamed.removeIf(node -> !node.isURI() || known.contains(node));
        return unnamed;
    }

    private static void about(View view, Query query, Collection<Node> nodes, Set<Triple> triples) {
        var all = new ArrayList<>(nodes);
        for (int i = 0; i < all.size(); i += AT_ONCE) {
            var some = all.subList(i, Math.min(all.size(), i + AT_ONCE)).stream().map(Node::getURI).toList();
            add(view, Statements.among(query, Var.alloc("node"), some), triples);
        }
    }

    private static void add(View view, Query query, Set<Triple> triples) {
        try (var found = view.construct(query)) {
            found.sorted(ORDER).forEach(triples::add);
        }
    }
}
