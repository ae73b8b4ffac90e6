package io.firmament.serve;

import com.google.gson.JsonObject;
import com.samskivert.mustache.Escapers;
import io.firmament.KnowledgeGraph;
import io.firmament.match.Feature;
import io.firmament.reconcile.BatchTooLarge;
import io.firmament.reconcile.Preview;
import io.firmament.reconcile.Reconciliation;
import io.firmament.reconcile.Version;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The door to the {@linkplain Reconciliation reconciliation service}: to 0.2, as clients speak it, at the address itself, to the draft
 * of 1.0 at {@code /1.0} below it. A browser gets a page that tells how to use it.
 */
final class ReconcilePage {

    static final String PATH = "/reconcile";

    private static final String MATCH = PATH + Version.V1_0.path() + "/match";
    private static final String EXTEND = PATH + Version.V1_0.path() + "/extend";

    /**
     * Clients show previews in a frame of theirs, so this page may be framed by anybody, unlike all others. There is nothing in it that
     * a click could be stolen for, and no script.
     */
    private static final String FRAMED =
            "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors *";

    private final KnowledgeGraph graph;
    private final Templates templates;

    ReconcilePage(KnowledgeGraph graph, Templates templates) {
        this.graph = graph;
        this.templates = templates;
    }

    /** Whether a path is one of the service. */
    static boolean has(String path) {
        return path.equals(PATH) || path.startsWith(PATH + "/");
    }

    /** Whether batches come to a path, by POST. */
    static boolean takesBatches(String path) {
        return path.equals(PATH) || takesJson(path);
    }

    /** Whether a path takes JSON as it is, and not in a form. */
    static boolean takesJson(String path) {
        return path.equals(MATCH) || path.equals(EXTEND);
    }

    void write(Visit visit, String path, HttpServletResponse response) throws IOException {
        if (visit.parameter("callback").isPresent()) {
            throw Refusal.badRequest("There is no JSONP here: ask without  callback; answers may be read from any origin.");
        }
        response.setHeader("Vary", "Accept, Accept-Language");
        response.setHeader("Content-Language", visit.language().tag);
        try {
            answer(visit, path, response);
        } catch (BatchTooLarge e) {
            throw Refusal.tooLarge(e.getMessage());
        }
    }

    private void answer(Visit visit, String path, HttpServletResponse response) throws IOException {
        var draft = path.startsWith(PATH + Version.V1_0.path());
        var version = draft ? Version.V1_0 : Version.V0_2;
        var route = path.substring((PATH + version.path()).length());
        var last = route.substring(route.lastIndexOf('/') + 1);
        if (route.isEmpty() && !draft) {
            service(visit, response);
        } else if (route.isEmpty()) {
            json(manifest(version, visit), response);
        } else if (takesJson(path)) {
            json(route.equals("/match") ? match(version, body(visit), visit) : extend(version, body(visit), visit), response);
        } else if (route.equals("/suggest/" + last)) {
            json(graph.reconciliation().suggest(
                    last, visit.parameter("prefix").orElse(""), visit.parameter("type").orElse(""),
                    number(visit, "offset").or(() -> number(visit, "cursor")).orElse(0), number(visit, "limit"), visit.language().tag), response);
        } else if (route.equals(draft ? "/extend/propose" : "/properties")) {
            json(graph.reconciliation().propose(visit.parameter("type").orElse(""), number(visit, "limit"), visit.language().tag), response);
        } else if (route.equals("/preview")) {
            preview(visit, response);
        } else if (route.equals("/flyout/" + last) && !draft) {
            flyout(visit, last, response);
        } else {
            throw Refusal.notFound("There is nothing at this address. The service is at " + PATH + ".");
        }
    }

    /** Everything of 0.2 that has no path of its own. */
    private void service(Visit visit, HttpServletResponse response) throws IOException {
        var post = visit.request().getMethod().equals("POST");
        if (post && !media(visit).equals("application/x-www-form-urlencoded")) {
            throw new Refusal(415, "Send a form with the field  queries  or  extend. JSON as it is goes to " + MATCH + ", in the form of the draft.");
        }
        var form = visit.request().form();
        if (form.has("queries")) {
            json(match(Version.V0_2, form.first("queries").orElseThrow(), visit), response);
        } else if (form.has("extend")) {
            json(extend(Version.V0_2, form.first("extend").orElseThrow(), visit), response);
        } else if (post) {
            throw Refusal.badRequest("There is neither  queries  nor  extend  in the form.");
        } else if (visit.browses()) {
            page(visit, response);
        } else {
            json(manifest(Version.V0_2, visit), response);
        }
    }

    private String match(Version version, String batch, Visit visit) {
        return graph.reconciliation().match(version, batch, visit.language().tag, Instant.now().plus(Limits.BATCH));
    }

    private String extend(Version version, String query, Visit visit) {
        return graph.reconciliation().extend(version, query, visit.language().tag, Instant.now().plus(Limits.BATCH));
    }

    private String manifest(Version version, Visit visit) {
        var chosen = visit.chosen() ? "lang=" + visit.language().code : "";
        return graph.reconciliation().manifest(version, base(visit), chosen, visit.language().tag);
    }

    private static String base(Visit visit) {
        return visit.base().toString().replaceFirst("/$", "");
    }

    private static String media(Visit visit) {
        return Optional.ofNullable(visit.request().getContentType()).orElse("").replaceFirst(";.*", "").strip().toLowerCase(Locale.ROOT);
    }

    private static String body(Visit visit) throws IOException {
        if (!media(visit).equals("application/json")) {
            // A query in the address is for people who look at an answer in the browser.
            return visit.parameter("queries").filter(queries -> visit.request().getMethod().equals("GET"))
                    .orElseThrow(() -> new Refusal(415, "Send the batch as application/json, by POST."));
        }
        return Form.utf8(visit.request().getInputStream().readAllBytes());
    }

    private static Optional<Integer> number(Visit visit, String name) {
        try {
            return visit.parameter(name).map(Integer::parseInt);
        } catch (NumberFormatException e) {
            throw Refusal.badRequest("The parameter " + name + " is a whole number.");
        }
    }

    private static void json(String json, HttpServletResponse response) throws IOException {
        response.setContentType("application/json; charset=utf-8");
        response.getOutputStream().write(json.getBytes(StandardCharsets.UTF_8));
    }

    private Preview preview(Visit visit, String sort) {
        var id = visit.parameter("id").orElseThrow(() -> Refusal.badRequest("Say with  id  what to show."));
        return graph.reconciliation().preview(sort, id, visit.language().tag)
                .orElseThrow(() -> Refusal.notFound("There is no " + sort + " with this id."));
    }

    private void preview(Visit visit, HttpServletResponse response) throws IOException {
        var preview = preview(visit, "entity");
        response.setHeader("Content-Security-Policy", FRAMED);
        templates.write(response, visit, "preview", preview.name(), Map.of(
                "preview", preview, "href", visit.href(Places.path(preview.iri()).orElse("/"))));
    }

    /** A few words as HTML, which the client puts into its page: nothing in it but text. */
    private void flyout(Visit visit, String sort, HttpServletResponse response) throws IOException {
        var preview = preview(visit, sort);
        var flyout = new JsonObject();
        flyout.addProperty("id", preview.id());
        flyout.addProperty("html", "<p><strong>%s</strong></p><p>%s</p>".formatted(
                Escapers.HTML.escape(preview.name()), Escapers.HTML.escape(preview.description())));
        json(flyout.toString(), response);
    }

    private void page(Visit visit, HttpServletResponse response) throws IOException {
        var base = base(visit);
        templates.write(response, visit, "reconcile", visit.words().get("reconcileTitle"), Map.of(
                "address", base + PATH + (visit.language() == Language.EN ? "" : "?lang=" + visit.language().code),
                "service", base + PATH,
                "draft", base + PATH + Version.V1_0.path(),
                "programText", visit.words().get("reconcileProgramText", Reconciliation.BATCH_SIZE),
                "features", Arrays.stream(Feature.values())
                        .map(feature -> Map.of(
                                "id", feature.id(),
                                "words", feature.words(visit.language().tag),
                                "weight", String.format(Locale.ROOT, "%.2f", feature.weight())))
                        .toList()));
    }
}
