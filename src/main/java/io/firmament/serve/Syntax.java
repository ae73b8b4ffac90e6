package io.firmament.serve;

import io.firmament.graph.JsonLdContext;
import io.firmament.vocab.Prefixes;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Triple;
import org.apache.jena.mem2.GraphMem2Fast;
import org.apache.jena.riot.RDFFormat;
import org.apache.jena.riot.RDFWriter;
import org.jspecify.annotations.Nullable;

/** What a description comes as: the page, or one of four RDF syntaxes. A client that does not say gets the first. */
enum Syntax {
    HTML("HTML", "text/html", "html", null),
    /** <a href="https://www.w3.org/TR/turtle/">RDF 1.1 Turtle</a>. */
    TURTLE("Turtle", "text/turtle", "ttl", RDFFormat.TURTLE_PRETTY),
    /** <a href="https://www.w3.org/TR/json-ld11/">JSON-LD 1.1</a>. */
    JSON_LD("JSON-LD", "application/ld+json", "jsonld", null),
    /** <a href="https://www.w3.org/TR/n-triples/">RDF 1.1 N-Triples</a>. */
    N_TRIPLES("N-Triples", "application/n-triples", "nt", RDFFormat.NTRIPLES_UTF8),
    /** <a href="https://www.w3.org/TR/rdf-syntax-grammar/">RDF 1.1 XML Syntax</a>. */
    RDF_XML("RDF/XML", "application/rdf+xml", "rdf", RDFFormat.RDFXML_PLAIN);

    private final String label;
    private final @Nullable RDFFormat format;

    /** Without parameters. */
    final String mediaType;
    /** What an address may end with to ask for it, and the value of the parameter {@code format}. */
    final String suffix;

    Syntax(String label, String mediaType, String suffix, @Nullable RDFFormat format) {
        this.label = label;
        this.mediaType = mediaType;
        this.suffix = suffix;
        this.format = format;
    }

    /** Its name for people. */
    @Override
    public String toString() {
        return label;
    }

    /** The syntax that a suffix asks for. */
    static Optional<Syntax> of(String suffix) {
        return Arrays.stream(values()).filter(syntax -> syntax.suffix.equals(suffix)).findFirst();
    }

    /** The syntax that a path ends with. */
    static Optional<Syntax> atEnd(String path) {
        return of(path.substring(path.lastIndexOf('.') + 1)).filter(syntax -> path.endsWith("." + syntax.suffix));
    }

    /** The syntax of the parameter {@code format}. */
    static Optional<Syntax> asked(Visit visit) {
        return visit.parameter("format").map(suffix -> of(suffix).orElseThrow(() -> Refusal.badRequest("There is no such format; there are "
                + Arrays.stream(values()).map(syntax -> syntax.suffix).collect(Collectors.joining(", ")) + ".")));
    }

    /** What the header {@code Accept} likes best; empty if it takes none. */
    static Optional<Syntax> accepted(Visit visit) {
        return visit.accepts(Arrays.stream(values()).map(syntax -> syntax.mediaType).toArray(String[]::new))
                .flatMap(type -> Arrays.stream(values()).filter(syntax -> syntax.mediaType.equals(type)).findFirst());
    }

    /**
     * The same for what is triples only; Turtle where the client does not say.
     *
     * @throws Refusal if the client takes none
     */
    static Syntax acceptedData(Visit visit) {
        return visit.accepts(ofData().map(syntax -> syntax.mediaType).toArray(String[]::new))
                .flatMap(Syntax::ofType)
                .orElseThrow(() -> new Refusal(406, "This comes as Turtle, JSON-LD, N-Triples or RDF/XML."));
    }

    /** The syntax of triples that has a media type. */
    static Optional<Syntax> ofType(String mediaType) {
        return ofData().filter(syntax -> syntax.mediaType.equals(mediaType)).findFirst();
    }

    /** Those of triples. */
    static Stream<Syntax> ofData() {
        return Arrays.stream(values()).filter(syntax -> syntax != HTML);
    }

    /** Triples in this syntax, in their order where it has one: the same give the same bytes. */
    byte[] write(Set<Triple> triples, Supplier<JsonLdContext> context) {
        var bytes = new ByteArrayOutputStream();
        if (this == JSON_LD) {
            context.get().write(triples, bytes);
            return bytes.toByteArray();
        }
        var graph = new GraphMem2Fast();
        graph.getPrefixMapping().setNsPrefixes(prefixes(triples));
        // It gives them back from the last to the first.
        var all = new ArrayList<>(triples);
        Collections.reverse(all);
        all.forEach(graph::add);
        RDFWriter.source(graph).format(format).output(bytes);
        return bytes.toByteArray();
    }

    /** Those that occur. */
    private static Map<String, String> prefixes(Set<Triple> triples) {
        var prefixes = new LinkedHashMap<>(Prefixes.all());
        var used = triples.stream()
                .flatMap(triple -> Stream.of(triple.getSubject(), triple.getPredicate(), triple.getObject()))
                .map(node -> node.isURI() ? node.getURI() : node.isLiteral() ? node.getLiteralDatatypeURI() : "")
                .distinct()
                .flatMap(iri -> Prefixes.shorten(iri).stream())
                .map(name -> name.substring(0, name.indexOf(':')))
                .collect(Collectors.toSet());
        prefixes.keySet().retainAll(used);
        return prefixes;
    }
}
