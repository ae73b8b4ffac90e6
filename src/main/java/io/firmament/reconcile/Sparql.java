package io.firmament.reconcile;

import io.firmament.query.Answer;
import io.firmament.store.View;
import org.apache.jena.query.QueryFactory;

/** The queries of this room: plain SPARQL 1.1 with our prefixes before it. */
final class Sparql {

    private static final String PREFIXES = """
            PREFIX fm: <https://w3id.org/firmament/ontology#>
            PREFIX kind: <https://w3id.org/firmament/ontology/kind/>
            PREFIX oa: <http://www.w3.org/ns/oa#>
            PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
            PREFIX schema: <https://schema.org/>
            PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
            """;

    private Sparql() {}

    /** The rows of a SELECT query, with the labels of what is in them. */
    static Answer ask(View view, String query) {
        return Answer.of(view.select(QueryFactory.create(PREFIXES + query)), view);
    }
}
