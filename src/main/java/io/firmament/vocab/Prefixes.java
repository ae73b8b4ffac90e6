package io.firmament.vocab;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The prefixes that our files and pages use, and short forms of IRIs for people. */
public final class Prefixes {

    private static final Map<String, String> ALL = new LinkedHashMap<>();

    static {
        // Narrower namespaces first: an IRI goes by the first that fits.
        ALL.put("st", FM.ID + "statement/");
        ALL.put("article", FM.ID + "article/");
        ALL.put("identifier", FM.ID + "identifier/");
        ALL.put("judgement", FM.ID + "judgement/");
        ALL.put("gap", FM.ID + "gap/");
        ALL.put("id", FM.ID);
        ALL.put("kind", FM.KIND);
        ALL.put("shape", "https://w3id.org/firmament/ontology/shape/");
        ALL.put("fm", FM.NS);
        ALL.put("rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#");
        ALL.put("rdfs", "http://www.w3.org/2000/01/rdf-schema#");
        ALL.put("owl", "http://www.w3.org/2002/07/owl#");
        ALL.put("xsd", "http://www.w3.org/2001/XMLSchema#");
        ALL.put("skos", "http://www.w3.org/2004/02/skos/core#");
        ALL.put("dcterms", "http://purl.org/dc/terms/");
        ALL.put("oa", "http://www.w3.org/ns/oa#");
        ALL.put("prov", "http://www.w3.org/ns/prov#");
        ALL.put("org", "http://www.w3.org/ns/org#");
        ALL.put("foaf", "http://xmlns.com/foaf/0.1/");
        ALL.put("schema", "https://schema.org/");
        ALL.put("void", "http://rdfs.org/ns/void#");
        ALL.put("dcat", "http://www.w3.org/ns/dcat#");
        ALL.put("sd", "http://www.w3.org/ns/sparql-service-description#");
        ALL.put("sh", "http://www.w3.org/ns/shacl#");
    }

    private Prefixes() {}

    /** All of them, with their namespaces. */
    public static Map<String, String> all() {
        return Collections.unmodifiableMap(ALL);
    }

    /** The IRI with its prefix; empty if none fits. */
    public static Optional<String> shorten(String iri) {
        return ALL.entrySet().stream()
                .filter(prefix -> iri.startsWith(prefix.getValue()))
                .findFirst()
                .map(prefix -> prefix.getKey() + ":" + iri.substring(prefix.getValue().length()));
    }

    /** What stands behind the last slash or hash of an IRI; the IRI itself if nothing does. */
    public static String localName(String iri) {
        var name = iri.substring(Math.max(iri.lastIndexOf('/'), iri.lastIndexOf('#')) + 1);
        return name.isEmpty() ? iri : name;
    }
}
