package io.firmament.link;

import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Short forms of IRIs (<a href="https://www.w3.org/TR/curie/">CURIEs</a>), and the prefixes that they need. Not thread-safe. */
final class Curies {

    /** Those that <a href="https://mapping-commons.github.io/sssom/spec-intro/#iri-prefixes">SSSOM</a> knows without being told. */
    private static final Map<String, String> BUILT_IN = Map.of(
            "owl", "http://www.w3.org/2002/07/owl#",
            "rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
            "rdfs", "http://www.w3.org/2000/01/rdf-schema#",
            "semapv", "https://w3id.org/semapv/vocab/",
            "skos", "http://www.w3.org/2004/02/skos/core#",
            "sssom", "https://w3id.org/sssom/",
            "xsd", "http://www.w3.org/2001/XMLSchema#",
            "linkml", "https://w3id.org/linkml/");

    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_.-]*");

    private final Map<String, String> declared = new TreeMap<>();
    private final Map<String, String> used = new TreeMap<>();

    /** Declares a prefix, unless its name is taken or none. */
    void declare(String name, String namespace) {
        if (NAME.matcher(name).matches() && !BUILT_IN.containsKey(name) && !namespace.isEmpty()) {
            declared.putIfAbsent(name, namespace);
        }
    }

    /** The short form of an IRI; where no prefix fits, one is made for what stands before its last slash or hash. */
    String of(String iri) {
        var prefix = declared.entrySet().stream()
                .filter(each -> iri.startsWith(each.getValue()))
                .max(Map.Entry.comparingByValue(Comparator.comparingInt(String::length)))
                .orElseGet(() -> made(iri));
        used.put(prefix.getKey(), prefix.getValue());
        return prefix.getKey() + ":" + iri.substring(prefix.getValue().length());
    }

    private Map.Entry<String, String> made(String iri) {
        var number = 1;
        while (declared.containsKey("ns" + number)) {
            number++;
        }
        var end = Math.max(Math.max(iri.lastIndexOf('/'), iri.lastIndexOf('#')), iri.indexOf(':'));
        declared.put("ns" + number, iri.substring(0, end + 1));
        return Map.entry("ns" + number, iri.substring(0, end + 1));
    }

    /** The IRI of a short form; empty if its prefix is not declared. */
    Optional<String> iri(String curie) {
        var colon = curie.indexOf(':');
        if (colon < 1) {
            return Optional.empty();
        }
        var name = curie.substring(0, colon);
        return Optional.ofNullable(declared.getOrDefault(name, BUILT_IN.get(name))).map(namespace -> namespace + curie.substring(colon + 1));
    }

    /** The prefixes that were needed, by name. */
    Map<String, String> used() {
        return used;
    }
}
