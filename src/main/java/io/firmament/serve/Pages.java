package io.firmament.serve;

import io.firmament.FirmamentException;
import io.firmament.KnowledgeGraph;
import io.firmament.federate.ServiceFailed;
import io.firmament.verify.Passages;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.Optional;
import org.apache.jena.fuseki.servlets.HttpAction;
import org.apache.jena.query.QueryCancelledException;
import org.apache.jena.sparql.exec.RowSet;
import org.jspecify.annotations.Nullable;

/** Finds for each path the page that answers it. */
final class Pages extends HttpServlet implements SparqlEndpoint.HtmlTable {

    /** What is served as it is: an exact list, nothing is looked up by what a client sends. */
    private static final Set<String> FILES = Set.of(
            "/style.css",
            "/app.js",
            "/elements.js",
            "/explore.css",
            "/sparql.css",
            "/sparql.js",
            "/sparql-editor.js",
            "/sparql-complete.js",
            "/sparql-results.js",
            "/sparql-graph.js",
            "/sparql-time.js",
            "/sparql-words.js",
            "/icon.svg",
            "/robots.txt");

    /** By the end of a file's name. */
    private static final Map<String, String> MEDIA_TYPES = Map.of(
            "css", "text/css; charset=utf-8",
            "js", "text/javascript; charset=utf-8",
            "svg", "image/svg+xml",
            "txt", "text/plain; charset=utf-8");

    private final transient Templates templates;
    private final transient HomePage home;
    private final transient QuestionPage question;
    private final transient PictureGallery pictures;
    private final transient ThingPage thing;
    private final transient SelfDescription description;
    private final transient SearchPage search;
    private final transient SparqlPage sparql;
    private final transient AdvicePage advice;
    private final transient ExportPage export;
    private final transient ProofPage proof;
    private final transient ExplorePage explore;
    private final transient ReconcilePage reconcile;
    private final transient Lane lane;

    /**
     * @param answered which questions have an answer, if the pages are copied for a site without a server, where nobody can
     *     ask; empty if they are for a server's visitors
     */
    Pages(KnowledgeGraph graph, Lane lane, Optional<Passages> texts, Optional<Answered> answered) {
        this.lane = lane;
        templates = new Templates(answered.isEmpty());
        home = new HomePage(graph, templates);
        question = new QuestionPage(graph, templates, answered);
        pictures = new PictureGallery(graph, templates);
        search = new SearchPage(graph, templates);
        thing = new ThingPage(graph, templates, search, texts, answered);
        description = new SelfDescription(graph);
        export = new ExportPage(graph, templates);
        var advice = new Advice(graph);
        sparql = new SparqlPage(graph, templates, advice);
        this.advice = new AdvicePage(advice);
        proof = new ProofPage(graph, templates, texts);
        explore = new ExplorePage(graph, templates);
        reconcile = new ReconcilePage(graph, templates);
    }

    /** Whether a path is that of a file that is served as it is. */
    static boolean isFile(String path) {
        return FILES.contains(path) || Library.has(path);
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var visit = Visit.of(request);
        var path = visit.request().path();
        if (FILES.contains(path) || ExplorePage.SCRIPTS.contains(path)) {
            file(MEDIA_TYPES.get(path.substring(path.lastIndexOf('.') + 1)), Pages.class.getResourceAsStream(path.substring(1)), response);
        } else if (Library.has(path)) {
            file(Library.mediaType(path), Library.open(path), response);
        } else if (path.equals("/health")) {
            response.setContentType("text/plain; charset=utf-8");
            response.getWriter().println("ok");
        } else {
            lane.enter();
            try {
                page(visit, path, response);
            } catch (QueryCancelledException e) {
                throw Refusal.timedOut();
            } catch (ServiceFailed e) {
                throw new Refusal(502, e.getMessage());
            } catch (FirmamentException e) {
                throw Refusal.badRequest(e.getMessage());
            } finally {
                lane.leave();
            }
        }
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        doGet(request, response);
    }

    private void page(Visit visit, String path, HttpServletResponse response) throws IOException {
        if (path.equals("/")) {
            home.write(visit, response);
        } else if (path.startsWith("/query/")) {
            if (question.isAskedForItself(visit, path)) {
                thing.write(visit, path, response);
            } else {
                question.write(visit, path.substring("/query/".length()), response);
            }
        } else if (path.equals(PictureGallery.PATH)) {
            pictures.write(visit, response);
        } else if (ThingPage.PATH.matcher(path).matches()) {
            thing.write(visit, path, response);
        } else if (path.equals(SelfDescription.WELL_KNOWN)) {
            description.wellKnown(visit, response);
        } else if (path.equals("/search")) {
            search.write(visit, response);
        } else if (path.equals(ProofPage.PATH)) {
            proof.write(visit, response);
        } else if (path.equals(ExplorePage.PATH)) {
            explore.write(visit, response);
        } else if (ReconcilePage.has(path)) {
            reconcile.write(visit, path, response);
        } else if (path.equals(ExportPage.CONTEXT)) {
            export.context(visit, response);
        } else if (path.startsWith(ExportPage.PATH)) {
            export.write(visit, path.substring(ExportPage.PATH.length()), response);
        } else if (path.equals("/suggest")) {
            search.suggest(visit, response);
        } else if (path.equals(AdvicePage.TERMS)) {
            advice.terms(response);
        } else if (path.equals(AdvicePage.UNKNOWN)) {
            advice.unknown(visit, response);
        } else if (path.equals(AdvicePage.WHY)) {
            advice.why(visit, response);
        } else {
            throw Refusal.notFound("There is nothing at this address. The home page is at /.");
        }
    }

    private static void file(String mediaType, @Nullable InputStream file, HttpServletResponse response) throws IOException {
        try (var in = file) {
            if (in == null) {
                throw Refusal.notFound("There is nothing at this address.");
            }
            response.setContentType(mediaType);
            response.setHeader("Cache-Control", "max-age=300");
            in.transferTo(response.getOutputStream());
        }
    }

    /** Writes a refusal for people; returns false if the client does not ask for HTML, and gets a line of text. */
    boolean writeRefusal(HttpServletRequest request, HttpServletResponse response, Refusal refusal) throws IOException {
        if (request.getMethod().equals("HEAD") || CheckedRequest.of(request) == null) {
            return false;
        }
        var visit = Visit.of(request);
        if (!visit.browses()) {
            return false;
        }
        if (visit.request().path().equals(Gate.SPARQL)) {
            sparql.write(visit, response, refusal.line(), null);
        } else {
            templates.write(response, visit, "error", visit.words().get("error" + refusal.status()), Map.of(
                    "status", refusal.status(), "message", refusal.line(), "suggestions", List.of()));
        }
        return true;
    }

    /** The endpoint itself, for who comes without a query: for browsers a page, for others its description. */
    void writeEndpoint(CheckedRequest request, HttpServletResponse response) throws IOException {
        var visit = Visit.of(request);
        if (visit.browses()) {
            sparql.write(visit, response, "", null);
        } else if (request.form().has("question")) {
            throw Refusal.badRequest("There is no query: send it as the parameter  query. A  question  fills in the page for browsers.");
        } else {
            description.service(visit, response);
        }
    }

    @Override
    public boolean wanted(CheckedRequest request) {
        var form = request.form();
        if (form.has("format") || form.has("output") || form.has("results")) {
            return form.first("format").filter("html"::equals).isPresent();
        }
        var visit = Visit.of(request);
        return visit.browses()
                && visit.accepts("application/sparql-results+json", "application/sparql-results+xml", "text/csv",
                                "text/tab-separated-values", "application/json", Syntax.HTML.mediaType)
                        .filter(Syntax.HTML.mediaType::equals)
                        .isPresent();
    }

    @Override
    public void write(HttpAction action, RowSet rows) {
        try {
            sparql.write(Visit.of(action.getRequest()), action.getResponse(), "", rows);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
