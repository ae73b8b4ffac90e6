package io.firmament.serve;

import io.firmament.KnowledgeGraph;
import io.firmament.query.Row;
import io.firmament.vocab.FM;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.vocabulary.OWL;

/** What can be said: the terms, as a list for people; {@link ThingPage} gives it as RDF. */
final class OntologyPage {

    private static final String PREFIXES = """
            PREFIX owl: <http://www.w3.org/2002/07/owl#>
            PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
            PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
            """;
    private static final Query TERMS = QueryFactory.create(PREFIXES + """
            SELECT ?type ?term ?other ?definition WHERE {
              VALUES ?type { owl:Class owl:ObjectProperty owl:DatatypeProperty }
              ?term a ?type ; skos:definition ?definition .
              OPTIONAL { ?term rdfs:label ?other FILTER ( LANG(?other) = "zh-Hans" ) }
            } ORDER BY ?type ?term""");
    private static final Query KINDS = QueryFactory.create(PREFIXES + """
            SELECT ?scheme ?term ?other ?definition WHERE {
              ?term skos:inScheme ?scheme ; skos:definition ?definition .
              OPTIONAL { ?term rdfs:label ?other FILTER ( LANG(?other) = "zh-Hans" ) }
            } ORDER BY ?scheme ?term""");

    private final KnowledgeGraph graph;
    private final Templates templates;

    OntologyPage(KnowledgeGraph graph, Templates templates) {
        this.graph = graph;
        this.templates = templates;
    }

    void write(Visit visit, HttpServletResponse response) throws IOException {
        var terms = rows(TERMS).stream().collect(Collectors.groupingBy(row -> row.iri("type").orElse("")));
        var kinds = rows(KINDS).stream().collect(Collectors.groupingBy(
                row -> row.label("scheme", visit.language().tag), java.util.LinkedHashMap::new, Collectors.toList()));
        templates.write(response, visit, "ontology", visit.words().get("ontology"), Map.of(
                "iri", FM.NS.replace("#", ""),
                "ttl", "/ontology.ttl",
                "jsonld", "/ontology.jsonld",
                "groups", List.of(
                        group(visit.words().get("classes"), terms.get(OWL.Class.getURI()), visit),
                        group(visit.words().get("objectProperties"), terms.get(OWL.ObjectProperty.getURI()), visit),
                        group(visit.words().get("datatypeProperties"), terms.get(OWL.DatatypeProperty.getURI()), visit)),
                "schemes", kinds.entrySet().stream().map(e -> group(e.getKey(), e.getValue(), visit)).toList()));
    }

    private List<Row> rows(Query query) {
        return graph.read(view -> io.firmament.query.Answer.of(view.select(query), view)).rows();
    }

    private static Map<String, Object> group(String name, @org.jspecify.annotations.Nullable List<Row> rows, Visit visit) {
        return Map.of("name", name, "terms", Optional.ofNullable(rows).orElse(List.of()).stream()
                .map(row -> {
                    var iri = row.iri("term").orElse("");
                    return Map.of(
                            "anchor", Places.slug(iri),
                            "short", iri.startsWith(FM.KIND) ? "kind:" + Places.slug(iri) : "fm:" + Places.slug(iri),
                            "href", iri.startsWith(FM.KIND) ? visit.href(Places.path(iri).orElse("")) : "",
                            "label", row.label("term", "en"),
                            "labelZh", row.label("other"),
                            "definition", row.label("definition"));
                })
                .toList());
    }
}
