package io.firmament.graph;

import io.firmament.store.View;
import io.firmament.vocab.FM;
import io.firmament.vocab.Prefixes;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.Query;
import org.apache.jena.vocabulary.OWL;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.apache.jena.vocabulary.XSD;

/**
 * The <a href="https://www.w3.org/TR/json-ld11/#the-context">JSON-LD context</a>, made from the ontology: a short name for
 * each of its terms, and what the values of each property are. It does not change; safe for use by many threads.
 */
public final class JsonLdContext {

    /** Where it is published; a server answers there as at all addresses under w3id.org. */
    static final String ADDRESS = FM.ROOT + "context.jsonld";

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

    /** The context of a graph's ontology. */
    public static JsonLdContext from(View view) {
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
        return prefix(iri).map(prefix -> prefix + ":" + iri.substring(prefixes.get(prefix).length())).orElse(iri);
    }

    private Optional<String> prefix(String iri) {
        return prefixes.entrySet().stream()
                .filter(prefix -> iri.startsWith(prefix.getValue()) && iri.length() > prefix.getValue().length()
                        && !iri.startsWith("//", prefix.getValue().length()))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /**
     * Writes triples as JSON-LD that can be read without fetching anything: the part of the context that it needs stands in
     * it. The stream stays open.
     *
     * @param triples few enough for memory; their subjects keep their order
     */
    public void write(Collection<Triple> triples, OutputStream out) {
        Map<Node, List<Triple>> bySubject = new LinkedHashMap<>();
        triples.forEach(triple -> bySubject.computeIfAbsent(triple.getSubject(), s -> new ArrayList<>()).add(triple));
        var writer = new JsonLdWriter(out, this, neededFor(triples).names());
        writer.start();
        bySubject.values().forEach(all -> all.forEach(writer::triple));
        writer.finish();
    }

    /** What some triples need of it, so that they are shortened alike. */
    private JsonLdContext neededFor(Collection<Triple> triples) {
        var needed = new JsonLdContext();
        needed.prefixes.clear();
        for (var triple : triples) {
            for (var node : List.of(triple.getSubject(), triple.getPredicate(), triple.getObject())) {
                var iri = node.isURI() ? node.getURI() : node.isLiteral() ? node.getLiteralDatatypeURI() : "";
                prefix(iri).ifPresent(prefix -> needed.prefixes.put(prefix, prefixes.get(prefix)));
                term(iri).ifPresent(term -> {
                    needed.terms.put(iri, term);
                    prefix(term.values()).ifPresent(prefix -> needed.prefixes.put(prefix, prefixes.get(prefix)));
                });
            }
        }
        return needed;
    }

    /** The document to publish. */
    String document() {
        return Json.of(Map.of("@context", names())).replace("},\"", "},\n\"") + "\n";
    }

    private Map<String, Object> names() {
        Map<String, Object> names = new LinkedHashMap<>();
        names.put("@version", 1.1);
        names.putAll(prefixes);
        terms.forEach((iri, term) -> names.put(term.name(), definition(iri, term.values())));
        return names;
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
