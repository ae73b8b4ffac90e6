package io.firmament.serve;

import io.firmament.KnowledgeGraph;
import io.firmament.query.Answer;
import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.sparql.syntax.syntaxtransform.QueryTransformOps;

/**
 * What the graph says about one thing, in both directions, with bounds so that a page about a much-named thing stays a
 * page. All of it is asked in plain SPARQL, so it works over any store.
 *
 * @param asked where to ask
 * @param iri the thing
 */
record Description(KnowledgeGraph asked, String iri) {

    /** Triples that lead to the thing, at most. */
    static final int INCOMING = 1_000;

    private static final Query OUTGOING = select("SELECT ?p ?o WHERE { ?it ?p ?o } ORDER BY ?p ?o");
    private static final Query INCOMING_ROWS =
            select("SELECT ?p ?s WHERE { ?s ?p ?it } ORDER BY ?p ?s LIMIT " + INCOMING);
    private static final List<Query> TRIPLES = List.of(
            select("CONSTRUCT { ?it ?p ?o } WHERE { ?it ?p ?o }"),
            select("CONSTRUCT { ?s ?p ?it } WHERE { ?s ?p ?it } ORDER BY ?p ?s LIMIT " + INCOMING),
            select("CONSTRUCT { ?evidence ?p ?o } WHERE { ?it fm:evidence ?evidence . ?evidence ?p ?o }"),
            select("""
            CONSTRUCT { ?statement ?p ?o . ?evidence ?q ?v } WHERE {
              { SELECT DISTINCT ?statement WHERE { ?statement a fm:Statement ; ?part ?it } ORDER BY ?statement LIMIT 1000 }
              { ?statement ?p ?o } UNION { ?statement fm:evidence ?evidence . ?evidence ?q ?v }
            }"""));

    private static Query select(String text) {
        return QueryFactory.create("""
                PREFIX fm: <https://w3id.org/firmament/ontology#>
                PREFIX oa: <http://www.w3.org/ns/oa#>
                """ + text);
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

    /** Columns {@code p}, {@code s}. */
    Answer incoming() {
        return ask(INCOMING_ROWS);
    }

    /** All triples for machines: from the thing, to it, and of the statements that it has a part in. */
    Graph graph() {
        var graph = GraphFactory.createDefaultGraph();
        asked.read(view -> {
            for (var query : TRIPLES) {
                try (var triples = view.construct(about(query))) {
                    triples.forEach(graph::add);
                }
            }
            return graph;
        });
        return graph;
    }
}
