package io.firmament.serve;

import io.firmament.KnowledgeGraph;
import io.firmament.vocab.FM;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashMap;
import org.jspecify.annotations.Nullable;

/** What can be said: the terms, all of them or one, for people; {@link ThingPage} gives them as RDF. */
final class OntologyPage {

    /** The parameter that asks for one term: what stands behind a hash never reaches the server. */
    static final String TERM = "term";

    private final KnowledgeGraph graph;
    private final Templates templates;
    private final TermPage term;
    private @Nullable Vocabulary vocabulary;

    OntologyPage(KnowledgeGraph graph, Templates templates) {
        this.graph = graph;
        this.templates = templates;
        term = new TermPage(graph, templates, this::vocabulary);
    }

    private synchronized Vocabulary vocabulary() {
        if (vocabulary == null) {
            vocabulary = Vocabulary.of(graph);
        }
        return vocabulary;
    }

    /** The page of whatever is neither entity nor statement. */
    TermPage term() {
        return term;
    }

    void write(Visit visit, HttpServletResponse response) throws IOException {
        var model = new HashMap<String, Object>();
        for (var syntax : Syntax.values()) {
            model.put(syntax.suffix, Places.path(Places.ONTOLOGY).orElseThrow() + "." + syntax.suffix);
        }
        var asked = visit.parameter(TERM);
        if (asked.isEmpty()) {
            model.putAll(new OntologyOverview(vocabulary(), visit).model());
            templates.write(response, visit, "ontology", visit.words().get("ontology"), model);
            return;
        }
        var iri = FM.NS + asked.get();
        if (vocabulary().find(iri).isEmpty()) {
            throw Refusal.notFound(visit.words().get("unknownTerm"));
        }
        var thing = new Description(graph, iri);
        model.put("iri", iri);
        term.write(visit, thing.outgoing(), thing.incoming(), model, response);
    }
}
