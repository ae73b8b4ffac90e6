package io.firmament.serve;

import io.firmament.KnowledgeGraph;
import io.firmament.graph.JsonLdContext;
import io.firmament.link.Match;
import io.firmament.verify.Passages;
import io.firmament.vocab.FM;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryFactory;
import org.jspecify.annotations.Nullable;

/**
 * Whatever has an IRI of ours, at its address: a page for people, of an entity or an article, of a statement or a passage,
 * of a term; its triples for machines. With {@code fragment=true} an entity comes in brief.
 *
 * <p>A person is no document, and its IRI must not be the address of one: see <a
 * href="https://www.w3.org/TR/cooluris/">Cool URIs for the Semantic Web</a>. Here it is not. The IRI is one of w3id.org,
 * which sends on, by 303, to the address here; and what is here is the document about the person, which comes by {@code
 * Accept} in a language and a syntax of which {@code Content-Location} tells the own address. So a click costs a reader no
 * second redirect.
 */
final class ThingPage {

    /** What it answers; not the questions, which answer first. */
    static final Pattern PATH = Pattern.compile("/(id/.+|(ontology|dataset)([/.].+)?)", Pattern.DOTALL);

    private static final Pattern NO_IRI = Pattern.compile("[\\x00- <>\"{}|\\\\^`#]");
    private static final int SUGGESTED = 8;

    private static final Query LICENSE = QueryFactory.create("""
            SELECT ?license WHERE {
              VALUES ?it { <%s> <%s> } ?it <http://purl.org/dc/terms/license> ?license
            } ORDER BY ?it ?license LIMIT 1""".formatted(Places.iri("/dataset"), Places.ONTOLOGY));

    private final KnowledgeGraph graph;
    private final Templates templates;
    private final SearchPage search;
    private final EntityPage entity;
    private final StatementPage statement;
    private final TermPage term;
    private final OntologyPage ontology;
    private final DatasetPage dataset;
    /** Made when first needed. */
    private volatile @Nullable JsonLdContext context;

    ThingPage(
            KnowledgeGraph graph, Templates templates, SearchPage search, Optional<Passages> texts, Optional<Answered> answered) {
        this.graph = graph;
        this.templates = templates;
        this.search = search;
        this.entity = new EntityPage(graph, templates, texts, answered);
        this.statement = new StatementPage(graph, templates, texts);
        this.ontology = new OntologyPage(graph, templates);
        this.term = ontology.term();
        this.dataset = new DatasetPage(graph, templates);
    }

    /**
     * Writes what stands at a path. A suffix asks for a syntax whatever {@code Accept} says, unless there is a thing whose
     * IRI ends so.
     */
    void write(Visit visit, String path, HttpServletResponse response) throws IOException {
        var asked = Syntax.asked(visit);
        var thing = known(path);
        if (thing.isEmpty() && Syntax.atEnd(path).isPresent()) {
            asked = Syntax.atEnd(path);
            thing = known(path.substring(0, path.lastIndexOf('.')));
        }
        if (thing.isEmpty()) {
            unknown(visit, path, response);
            return;
        }
        var document = new Document(Places.path(thing.get().iri()).orElseThrow(), asked.isPresent());
        document.links(thing.get().iri(), license()).forEach(link -> response.addHeader("Link", link));
        var syntax = asked.or(() -> Syntax.accepted(visit)).orElseThrow(document::notAcceptable);
        document.locate(syntax, visit, response);
        if (syntax == Syntax.HTML) {
            page(visit, thing.get(), document, response);
        } else {
            triples(visit, thing.get(), document, syntax, response);
        }
    }

    /** What has an IRI of ours and occurs in the graph. */
    private Optional<Description> known(String path) {
        return Optional.of(path)
                .filter(p -> !NO_IRI.matcher(p).find())
                .map(p -> new Description(graph, Places.iri(p)))
                .filter(Description::isKnown);
    }

    private void triples(Visit visit, Description thing, Document document, Syntax syntax, HttpServletResponse response)
            throws IOException {
        var number = Document.page(visit);
        var page = thing.page(number);
        if (page.triples().isEmpty()) {
            throw Refusal.notFound("There are not so many pages of this.");
        }
        if (page.more()) {
            page.triples().add(document.next(visit.base(), number));
        }
        response.setContentType(syntax.mediaType + "; charset=utf-8");
        var triples = Places.isDocument(thing.iri()) ? SelfDescription.here(page.triples(), visit.base()) : page.triples();
        Kept.send(visit.request(), response, syntax.write(triples, this::context));
    }

    private JsonLdContext context() {
        var made = context;
        if (made == null) {
            made = graph.read(JsonLdContext::from);
            context = made;
        }
        return made;
    }

    /** The licence of all that is said here, as the ontology says it. */
    private Optional<String> license() {
        return graph.read(view -> view.select(LICENSE)).rows().stream().map(row -> row.get("license")).filter(Node::isURI).map(Node::getURI).findFirst();
    }

    private void page(Visit visit, Description thing, Document document, HttpServletResponse response) throws IOException {
        if (thing.iri().equals(Places.ONTOLOGY)) {
            ontology.write(visit, response);
            return;
        }
        var says = thing.outgoing();
        var types = says.types();
        var model = new HashMap<String, Object>(Map.of("iri", thing.iri()));
        for (var syntax : Syntax.values()) {
            model.put(syntax.suffix, document.in(syntax));
        }
        if (thing.iri().equals(SelfDescription.DATASET)) {
            dataset.write(visit, says, model, response);
        } else if (types.contains(Facts.term("Statement")) || types.contains(Facts.term("Evidence"))) {
            statement.write(visit, says, model, response);
        } else if (types.contains(FM.Entity.getURI()) || types.contains(FM.Article.getURI())) {
            entity.write(visit, says, model, response);
        } else {
            term.write(visit, says, thing.incoming(), model, response);
        }
    }

    private void unknown(Visit visit, String path, HttpServletResponse response) throws IOException {
        var slug = Places.slug(Syntax.atEnd(path).isEmpty() ? path : path.substring(0, path.lastIndexOf('.')));
        if (!visit.browses()) {
            var near = graph.near(Places.iri(path), SUGGESTED).stream().map(Match::iri).toList();
            throw new Refusal(
                    404,
                    "Nothing is known by this address." + (near.isEmpty() ? "" : " Nearest are: " + String.join(" ", near)),
                    near.stream().map(iri -> Document.link(iri, "rel=\"related\"")).toList());
        }
        response.setStatus(404);
        var hits = search.hits(slug, SUGGESTED, visit);
        if (hits.isEmpty()) {
            hits = Arrays.stream(slug.split("[-\\s]+"))
                    .filter(word -> word.length() > 2)
                    .flatMap(word -> search.hits(word, 4, visit).stream())
                    .distinct()
                    .limit(SUGGESTED)
                    .toList();
        }
        templates.write(response, visit, "error", visit.words().get("error404"), Map.of(
                "status", 404, "message", visit.words().get("unknownThing"), "suggestions", hits));
    }
}
