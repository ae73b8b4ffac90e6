package io.firmament.serve;

import io.firmament.KnowledgeGraph;
import io.firmament.query.Answer;
import io.firmament.query.Row;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.vocabulary.DCAT;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.VOID;

/**
 * The data set as a whole: what it is, how much, under which licence, where to get it, what it links to. {@link ThingPage} gives its
 * description for machines.
 */
final class DatasetPage {

    static final String PATH = "/dataset";

    private static final Query CLASSES = query("""
            SELECT ?class ?entities WHERE {
              <%1$s> void:classPartition ?part . ?part void:class ?class ; void:entities ?entities ; void:propertyPartition ?some
              FILTER NOT EXISTS { ?class rdfs:subClassOf fm:Kind }
            } GROUP BY ?class ?entities ORDER BY DESC(?entities) ?class""");
    private static final Query LINKS = query("""
            SELECT ?title ?titleZh ?property ?triples WHERE {
              ?links a void:Linkset ; void:linkPredicate ?property ; void:triples ?triples ; void:objectsTarget ?target .
              ?target dcterms:title ?title , ?titleZh FILTER ( LANG(?title) = "en" && LANG(?titleZh) = "zh-Hans" )
            } ORDER BY DESC(?triples) ?title ?property""");

    private final KnowledgeGraph graph;
    private final Templates templates;

    DatasetPage(KnowledgeGraph graph, Templates templates) {
        this.graph = graph;
        this.templates = templates;
    }

    private static Query query(String text) {
        return QueryFactory.create("""
                PREFIX dcterms: <http://purl.org/dc/terms/>
                PREFIX fm: <https://w3id.org/firmament/ontology#>
                PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
                PREFIX void: <http://rdfs.org/ns/void#>
                """ + text.formatted(SelfDescription.DATASET));
    }

    void write(Visit visit, Facts says, Map<String, Object> model, HttpServletResponse response) throws IOException {
        var title = says.cellsOf(DCTerms.title.getURI(), visit).stream().map(Cell::text).findFirst().orElse(visit.words().get("dataset"));
        model.put("lead", says.cellsOf(DCTerms.description.getURI(), visit));
        model.put("licence", says.cellsOf(DCTerms.license.getURI(), visit));
        model.put("version", says.cellsOf(DCAT.NS + "version", visit));
        model.put("examples", says.cellsOf(VOID.exampleResource.getURI(), visit));
        model.put("articles", says.cellsOf(VOID.rootResource.getURI(), visit));
        model.put("counts", List.of(VOID.triples, VOID.entities, VOID.classes, VOID.properties, VOID.distinctSubjects, VOID.distinctObjects).stream()
                .flatMap(property -> says.cellsOf(property.getURI(), visit).stream()
                        .map(cell -> Map.of("what", visit.words().get("void_" + property.getLocalName()), "count", cell.text())))
                .toList());
        model.put("classes", rows(CLASSES).stream()
                .map(row -> Map.of("class", Cell.of(row, "class", visit), "entities", Cell.of(row, "entities", visit)))
                .toList());
        model.put("links", rows(LINKS).stream()
                .map(row -> Map.of(
                        "title", row.label(visit.language() == Language.ZH ? "titleZh" : "title"),
                        "property", Cell.compact(row.iri("property").orElse("")),
                        "triples", row.label("triples")))
                .toList());
        model.put("export", visit.href(ExportPage.PATH));
        model.put("endpoint", visit.base().resolve(Gate.SPARQL));
        model.put("structured", StructuredData.dataset(graph, says, visit, templates.live()));
        templates.write(response, visit, "dataset", title, model);
    }

    private List<Row> rows(Query query) {
        return graph.read(view -> Answer.of(view.select(query), view)).rows();
    }
}
