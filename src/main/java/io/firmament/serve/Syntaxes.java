package io.firmament.serve;

import io.firmament.vocab.Prefixes;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.apache.jena.riot.RDFFormat;
import org.apache.jena.riot.RDFWriter;

/** The RDF syntaxes that descriptions come in, besides the page. */
final class Syntaxes {

    static final String HTML = "text/html";

    /** By the short name of the parameter {@code format}. */
    private static final Map<String, String> SHORT = Map.of(
            "html", HTML,
            "ttl", "text/turtle",
            "nt", "application/n-triples",
            "jsonld", "application/ld+json",
            "rdf", "application/rdf+xml");

    private static final Map<String, RDFFormat> FORMATS = Map.of(
            "text/turtle", RDFFormat.TURTLE_PRETTY,
            "application/n-triples", RDFFormat.NTRIPLES_UTF8,
            "application/ld+json", RDFFormat.JSONLD_PRETTY,
            "application/rdf+xml", RDFFormat.RDFXML_PLAIN);

    private Syntaxes() {}

    /** The media type that a visit asks for. */
    static String wanted(Visit visit) {
        var format = visit.parameter("format");
        if (format.isPresent()) {
            return Optional.ofNullable(SHORT.get(format.get()))
                    .orElseThrow(() -> Refusal.badRequest("There is no such format; there are html, ttl, nt, jsonld and rdf."));
        }
        return visit.accepts(HTML, "text/turtle", "application/ld+json", "application/n-triples", "application/rdf+xml")
                .orElseThrow(() -> new Refusal(406, "This comes as HTML, Turtle, JSON-LD, N-Triples or RDF/XML."));
    }

    static void write(Graph graph, String mediaType, HttpServletResponse response) throws IOException {
        graph.getPrefixMapping().setNsPrefixes(Prefixes.all());
        response.setHeader("Vary", "Accept, Accept-Language");
        response.setContentType(mediaType + "; charset=utf-8");
        RDFWriter.source(graph).format(FORMATS.get(mediaType)).output(response.getOutputStream());
    }
}
