package io.firmament.serve;

import io.firmament.KnowledgeGraph;
import io.firmament.verify.Passages;
import io.firmament.vocab.FM;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Whatever has an IRI of ours, at its address: a page for people, of an entity or an article, of a statement or a passage,
 * of a term; its triples for machines. With {@code fragment=true} an entity comes in brief.
 */
final class ThingPage {

    private final KnowledgeGraph graph;
    private final Templates templates;
    private final SearchPage search;
    private final EntityPage entity;
    private final StatementPage statement;
    private final TermPage term;

    ThingPage(
            KnowledgeGraph graph, Templates templates, SearchPage search, Optional<Passages> texts, Optional<Answered> answered) {
        this.graph = graph;
        this.templates = templates;
        this.search = search;
        this.entity = new EntityPage(graph, templates, texts, answered);
        this.statement = new StatementPage(graph, templates, texts);
        this.term = new TermPage(templates);
    }

    void write(Visit visit, String iri, HttpServletResponse response) throws IOException {
        if (iri.chars().anyMatch(c -> c <= ' ' || "<>\"{}|\\^`".indexOf(c) >= 0)) {
            unknown(visit, iri, response);
            return;
        }
        var thing = new Description(graph, iri);
        var says = thing.outgoing();
        if (says.rows().isEmpty() && thing.incoming().rows().isEmpty()) {
            unknown(visit, iri, response);
            return;
        }
        var type = Syntaxes.wanted(visit);
        if (type.equals(Syntaxes.HTML)) {
            page(visit, thing, says, response);
        } else {
            Syntaxes.write(thing.graph(), type, response);
        }
    }

    private void page(Visit visit, Description thing, Facts says, HttpServletResponse response) throws IOException {
        var types = says.types();
        var model = new HashMap<String, Object>(Map.of("iri", thing.iri()));
        for (var syntax : List.of("ttl", "jsonld", "nt", "rdf")) {
            model.put(syntax, Visit.with(visit.request().getRequestURI(), "format", syntax));
        }
        if (types.contains(Facts.term("Statement")) || types.contains(Facts.term("Evidence"))) {
            statement.write(visit, says, model, response);
        } else if (types.contains(FM.Entity.getURI()) || types.contains(FM.Article.getURI())) {
            entity.write(visit, says, model, response);
        } else {
            term.write(visit, says, thing.incoming(), model, response);
        }
    }

    private void unknown(Visit visit, String iri, HttpServletResponse response) throws IOException {
        if (!visit.browses()) {
            throw Refusal.notFound("Nothing is known by this address.");
        }
        response.setStatus(404);
        var slug = Places.slug(iri);
        var hits = search.hits(slug, 8, visit);
        if (hits.isEmpty()) {
            hits = Arrays.stream(slug.split("[-\\s]+"))
                    .filter(word -> word.length() > 2)
                    .flatMap(word -> search.hits(word, 4, visit).stream())
                    .distinct()
                    .limit(8)
                    .toList();
        }
        templates.write(response, visit, "error", visit.words().get("error404"), Map.of(
                "status", 404, "message", visit.words().get("unknownThing"), "suggestions", hits));
    }
}
