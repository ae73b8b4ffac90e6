package io.firmament.serve;

import io.firmament.KnowledgeGraph;
import io.firmament.query.Answer;
import io.firmament.vocab.FM;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonArray;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.vocabulary.DCAT;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;

/**
 * What a page is about, in <a href="https://schema.org/">schema.org</a>'s terms as JSON-LD, for search engines: a block of data in the
 * page, which no browser runs. The data set has the properties that <a
 * href="https://developers.google.com/search/docs/appearance/structured-data/dataset">Google's data set search</a> documents.
 */
final class StructuredData {

    private static final String SCHEMA = "https://schema.org/";

    /** Where it is, who made it and its files: what is said of others than the data set itself. */
    private static final Query AROUND = QueryFactory.create("""
            PREFIX dcat: <http://www.w3.org/ns/dcat#>
            PREFIX dcterms: <http://purl.org/dc/terms/>
            PREFIX foaf: <http://xmlns.com/foaf/0.1/>
            PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
            SELECT ?maker ?place ?first ?last ?name ?file ?type WHERE {
              VALUES ?dataset { <%s> }
              { ?dataset dcterms:creator/foaf:name ?maker }
              UNION { ?dataset dcterms:spatial/rdfs:label ?place FILTER ( LANG(?place) = "en" ) }
              UNION { ?dataset dcterms:temporal ?period . ?period dcat:startDate ?first ; dcat:endDate ?last }
              UNION { ?dataset dcat:distribution ?part . ?part dcterms:title ?name ; dcat:downloadURL ?file .
                      OPTIONAL { ?part dcat:mediaType ?media } OPTIONAL { ?part dcterms:format/rdfs:label ?label }
                      BIND ( COALESCE(REPLACE(STR(?media), "^.*/media-types/", ""), ?label) AS ?type ) }
            } ORDER BY ?name ?maker ?place""".formatted(SelfDescription.DATASET));

    private StructuredData() {}

    /**
     * The data set, on the home page and its own.
     *
     * @param says what the graph says of it
     * @param live whether a server stands behind the page; if not, places are those that are published
     * @return empty if the graph does not say what it is
     */
    static String dataset(KnowledgeGraph graph, Facts says, Visit visit, boolean live) {
        var titles = says.cellsOf(DCTerms.title.getURI(), visit);
        if (titles.isEmpty()) {
            return "";
        }
        var json = about("Dataset", SelfDescription.DATASET, titles.get(0).text(), address(DatasetPage.PATH, visit, live));
        first(says, DCTerms.description.getURI(), visit).ifPresent(text -> json.put("description", text));
        first(says, DCAT.NS + "version", visit).ifPresent(text -> json.put("version", text));
        says.iris(DCTerms.license.getURI()).forEach(licence -> json.put("license", licence));
        json.put("isAccessibleForFree", true);
        json.put("inLanguage", texts(List.of("en", "zh")));
        json.put("keywords", texts(says.cellsOf(DCAT.keyword.getURI(), visit).stream().map(Cell::text).toList()));
        var files = new JsonArray();
        for (var row : graph.read(view -> Answer.of(view.select(AROUND), view))) {
            row.term("maker").ifPresent(maker -> json.put("creator", maker(maker)));
            row.term("place").ifPresent(place -> json.put("spatialCoverage", place.getLiteralLexicalForm()));
            row.term("first").ifPresent(first -> json.put("temporalCoverage", row.label("first") + "/" + row.label("last")));
            row.iri("file").ifPresent(file -> {
                var download = new JsonObject();
                download.put("@type", "DataDownload");
                download.put("name", row.label("name"));
                download.put("encodingFormat", row.label("type"));
                download.put("contentUrl", address(file.substring(FM.ROOT.length() - 1), visit, live));
                files.add(download);
            });
        }
        json.put("distribution", files);
        return inPage(json);
    }

    /** An entity or an article, on its page: only links of identity say that it is the same as something elsewhere. */
    static String thing(Facts says, String description, Visit visit, boolean live) {
        var types = says.types().stream().filter(type -> type.startsWith(SCHEMA)).map(type -> type.substring(SCHEMA.length())).sorted();
        var json = about(types.findFirst().orElse("Thing"), says.iri(), TermPage.title(says, visit),
                address(Places.path(says.iri()).orElse("/"), visit, live));
        if (!description.isEmpty()) {
            json.put("description", description);
        }
        var names = Stream.of(RDFS.label, SKOS.altLabel)
                .flatMap(property -> says.of(property.getURI()).stream())
                .flatMap(row -> row.term("o").stream())
                .filter(Node::isLiteral)
                .map(Node::getLiteralLexicalForm)
                .filter(name -> !name.equals(TermPage.title(says, visit)))
                .distinct()
                .toList();
        if (!names.isEmpty()) {
            json.put("alternateName", texts(names));
        }
        var same = says.iris(SKOS.exactMatch.getURI()).stream().sorted().toList();
        if (!same.isEmpty()) {
            json.put("sameAs", texts(same));
        }
        return inPage(json);
    }

    private static JsonObject about(String type, String iri, String name, String url) {
        var json = new JsonObject();
        json.put("@context", SCHEMA);
        json.put("@type", type);
        json.put("@id", iri);
        json.put("name", name);
        json.put("url", url);
        return json;
    }

    private static JsonObject maker(Node name) {
        var maker = new JsonObject();
        maker.put("@type", "Organization");
        maker.put("name", name.getLiteralLexicalForm());
        return maker;
    }

    private static Optional<String> first(Facts says, String property, Visit visit) {
        return says.cellsOf(property, visit).stream().map(Cell::text).findFirst();
    }

    private static JsonArray texts(Collection<String> texts) {
        var array = new JsonArray();
        texts.forEach(array::add);
        return array;
    }

    private static String address(String path, Visit visit, boolean live) {
        return live ? visit.base().resolve(path).toString() : FM.ROOT + path.substring(1);
    }

    /** No text may end the block, or begin a comment that hides its end: so none has these letters, but their numbers. */
    static String inPage(JsonObject json) {
        return JSON.toStringFlat(json).replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026");
    }
}
