package io.firmament.serve;

import io.firmament.KnowledgeGraph;
import io.firmament.graph.JsonLdContext;
import io.firmament.vocab.FM;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.vocabulary.RDF;

/**
 * What the data set, its endpoint and its questions say of themselves, for machines: <a href="https://www.w3.org/TR/void/">VoID</a>,
 * <a href="https://www.w3.org/TR/vocab-dcat-3/">DCAT 3</a>, the <a href="https://www.w3.org/TR/sparql11-service-description/">SPARQL 1.1
 * service description</a> and SHACL. It lies in the graph, where places stand under the published base; in documents they are told
 * as this server is reached.
 */
final class SelfDescription {

    /** The data set; all that describes it stands behind its hash. */
    static final String DATASET = FM.ROOT + "dataset";

    /** Where those look who know only the host, as the <a href="https://www.w3.org/TR/void/#well-known">VoID note</a> has it. */
    static final String WELL_KNOWN = "/.well-known/void";

    /** What of ours is an address and no name of a thing. */
    private static final Pattern PLACE = Pattern.compile(Pattern.quote(FM.ROOT) + "(?!id/|ontology|dataset|query/)");

    private static final Query SERVICE = QueryFactory.create("""
            PREFIX sd: <http://www.w3.org/ns/sparql-service-description#>
            CONSTRUCT { ?s ?p ?o } WHERE { ?service a sd:Service ; sd:defaultDataset?/sd:defaultGraph? ?s . ?s ?p ?o }""");

    private final KnowledgeGraph graph;

    SelfDescription(KnowledgeGraph graph) {
        this.graph = graph;
    }

    /** Triples in which places are where this server is reached. */
    static Set<Triple> here(Set<Triple> triples, URI base) {
        return triples.stream()
                .map(t -> Triple.create(t.getSubject(), t.getPredicate(), here(t.getObject(), base)))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static Node here(Node object, URI base) {
        return object.isURI() && PLACE.matcher(object.getURI()).lookingAt()
                ? NodeFactory.createURI(base + object.getURI().substring(FM.ROOT.length()))
                : object;
    }

    /** Sends on to the description of the data set: browsers to the page, others to the syntax that they like best. */
    void wellKnown(Visit visit, HttpServletResponse response) {
        var target = visit.browses() ? "" : "." + Syntax.acceptedData(visit).suffix;
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader("Vary", "Accept");
        response.setHeader("Location", visit.base().resolve("/dataset" + target).toString());
    }

    /**
     * The endpoint and what it answers from, for who asks it nothing: see the <a
     * href="https://www.w3.org/TR/sparql11-service-description/#accessing">service description</a>. That leaves the syntax open; Turtle is
     * what people can read who come without a header.
     */
    void service(Visit visit, HttpServletResponse response) throws IOException {
        Set<Triple> triples = graph.read(view -> {
            try (var found = view.construct(SERVICE)) {
                return found.sorted(Description.ORDER).collect(Collectors.toCollection(LinkedHashSet::new));
            }
        });
        if (!graph.services().isEmpty()) {
            // Whether it asks others is this server's to say.
            List.copyOf(triples).stream()
                    .filter(t -> t.getPredicate().equals(RDF.type.asNode()) && t.getObject().equals(sd("Service")))
                    .forEach(t -> triples.add(Triple.create(t.getSubject(), sd("feature"), sd("BasicFederatedQuery"))));
        }
        write(triples, Syntax.acceptedData(visit), visit, response);
    }

    private static Node sd(String name) {
        return NodeFactory.createURI("http://www.w3.org/ns/sparql-service-description#" + name);
    }

    private void write(Set<Triple> triples, Syntax syntax, Visit visit, HttpServletResponse response) throws IOException {
        response.setHeader("Vary", "Accept");
        response.setContentType(syntax.mediaType + "; charset=utf-8");
        Kept.send(visit.request(), response, syntax.write(here(triples, visit.base()), () -> graph.read(JsonLdContext::from)));
    }
}
