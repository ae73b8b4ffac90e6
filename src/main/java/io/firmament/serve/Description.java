package io.firmament.serve;

import io.firmament.KnowledgeGraph;
import io.firmament.query.Answer;
import io.firmament.query.Row;
import io.firmament.vocab.FM;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.sparql.syntax.syntaxtransform.QueryTransformOps;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.SKOS;

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
    private static final Query EVIDENCE = select("""
            SELECT ?evidence ?certainty ?speaker ?article ?start ?end WHERE {
              ?it fm:evidence ?evidence .
              ?evidence oa:hasSource ?article ; oa:start ?start ; oa:end ?end ; fm:certainty ?certainty .
              OPTIONAL { ?evidence fm:speaker ?speaker }
            } ORDER BY ?article ?start ?end""");
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

    /** Columns {@code p}, {@code o}. */
    Answer outgoing() {
        return ask(OUTGOING);
    }

    /** Columns {@code p}, {@code s}. */
    Answer incoming() {
        return ask(INCOMING_ROWS);
    }

    /** Of a statement: what it rests on. */
    Answer evidence() {
        return ask(EVIDENCE);
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

    /** The classes among what {@link #outgoing} found. */
    static Set<String> types(Answer outgoing) {
        return values(outgoing, RDF.type.getURI()).stream()
                .map(row -> row.iri("o").orElse(""))
                .collect(Collectors.toSet());
    }

    /** The classes and the schemes of concepts among what {@link #outgoing} found. */
    static Set<String> typesAndSchemes(Answer outgoing) {
        return Stream.of(RDF.type, SKOS.inScheme)
                .flatMap(property -> values(outgoing, property.getURI()).stream())
                .map(row -> row.iri("o").orElse(""))
                .collect(Collectors.toSet());
    }

    /** The rows of a property among what {@link #outgoing} found. */
    static List<Row> values(Answer outgoing, String property) {
        return outgoing.rows().stream().filter(row -> row.iri("p").equals(Optional.of(property))).toList();
    }

    /** A label in a language among what {@link #outgoing} found. */
    static Optional<String> label(Answer outgoing, String tag) {
        return values(outgoing, org.apache.jena.vocabulary.RDFS.label.getURI()).stream()
                .flatMap(row -> row.term("o").stream())
                .filter(term -> term.isLiteral() && term.getLiteralLanguage().equalsIgnoreCase(tag))
                .map(Node::getLiteralLexicalForm)
                .findFirst();
    }

    /** The IRI of one of our terms. */
    static String term(String name) {
        return FM.NS + name;
    }
}
