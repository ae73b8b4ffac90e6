package io.firmament.graph;

import io.firmament.store.View;
import io.firmament.vocab.FM;
import io.firmament.vocab.Prefixes;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;
import org.apache.jena.vocabulary.OWL;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.apache.jena.vocabulary.XSD;

/**
 * The <a href="https://www.w3.org/TR/json-ld11/#the-context">JSON-LD context</a>, made from the ontology: a short name for
 * each of its terms, and what the values of each property are.
 */
final class JsonLdContext {

    /** Where it is published; a server answers there as at all addresses under w3id.org. */
    static final String ADDRESS = FM.ID.replace("/id/", "/context.jsonld");

    /** Of a property whose values are things, whose values are texts in languages. */
    static final String THINGS = "@id";
    static final String LANGUAGES = "@language";

    /** A short name and what the values are: {@link #THINGS}, {@link #LANGUAGES}, a datatype, or nothing of these. */
    record Term(String name, String values) {}

    private static final Query TERMS = Extent.query("""
            PREFIX owl: <http://www.w3.org/2002/07/owl#>
            SELECT ?term ?type ?range WHERE {
              VALUES ?type { owl:Class owl:ObjectProperty owl:DatatypeProperty }
              ?term a ?type .
              FILTER ( STRSTARTS(STR(?term), STR(fm:)) )
              OPTIONAL { ?term rdfs:range ?range }
            } ORDER BY ?term ?type ?range""");

    private final Map<String, Term> terms = new TreeMap<>();
    private final Map<String, String> prefixes = new LinkedHashMap<>(Prefixes.all());

    private JsonLdContext() {}

    static JsonLdContext from(View view) {
        var context = new JsonLdContext();
        // The texts of other vocabularies that all things have.
        for (var text : new String[] {RDFS.label.getURI(), SKOS.altLabel.getURI(), SKOS.definition.getURI()}) {
            context.terms.put(text, new Term(Prefixes.localName(text), LANGUAGES));
        }
        view.each(TERMS, row -> {
            var iri = row.get("term").getURI();
            context.terms.put(iri, new Term(Prefixes.localName(iri), values(row.get("type"), row.get("range"))));
        });
        // A name is a prefix or a term.
        context.terms.values().forEach(term -> context.prefixes.remove(term.name()));
        return context;
    }

    private static String values(Node type, @org.jspecify.annotations.Nullable Node range) {
        if (type.equals(OWL.ObjectProperty.asNode())) {
            return THINGS;
        }
        var datatype = range == null || !type.equals(OWL.DatatypeProperty.asNode()) ? "" : range.getURI();
        if (datatype.equals(RDF.langString.getURI())) {
            return LANGUAGES;
        }
        // JSON has these itself.
        return datatype.equals(XSD.xstring.getURI()) || datatype.equals(XSD.xboolean.getURI()) || datatype.equals(XSD.integer.getURI())
                ? "" : datatype;
    }

    /** The term of a class or property; empty if there is none. */
    Optional<Term> term(String iri) {
        return Optional.ofNullable(terms.get(iri));
    }

    /** An IRI with a prefix of this context, where one fits. */
    String shorten(String iri) {
        for (var prefix : prefixes.entrySet()) {
            var rest = iri.startsWith(prefix.getValue()) ? iri.substring(prefix.getValue().length()) : "";
            if (!rest.isEmpty() && !rest.startsWith("//")) {
                return prefix.getKey() + ":" + rest;
            }
        }
        return iri;
    }

    /** The document to publish. */
    String document() {
        Map<String, Object> names = new LinkedHashMap<>();
        names.put("@version", 1.1);
        names.putAll(prefixes);
        terms.forEach((iri, term) -> names.put(term.name(), definition(iri, term.values())));
        return Json.of(Map.of("@context", names)).replace("},\"", "},\n\"") + "\n";
    }

    private Object definition(String iri, String values) {
        Map<String, Object> definition = new LinkedHashMap<>();
        definition.put("@id", shorten(iri));
        if (values.equals(LANGUAGES)) {
            definition.put("@container", LANGUAGES);
        } else if (!values.isEmpty()) {
            definition.put("@type", values.equals(THINGS) ? THINGS : shorten(values));
        }
        return definition;
    }
}
