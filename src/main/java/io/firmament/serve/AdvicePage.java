package io.firmament.serve;

import io.firmament.link.Term;
import io.firmament.query.Reason;
import io.firmament.vocab.FM;
import io.firmament.vocab.Prefixes;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.apache.jena.atlas.json.JsonArray;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.atlas.json.JsonValue;

/**
 * What the editor of queries asks: {@code /terms}, all terms and prefixes; {@code /terms/unknown?iri=…}, which of these do
 * not exist; {@code /why?query=…}, why a query has no rows.
 */
final class AdvicePage {

    static final String TERMS = "/terms";
    static final String UNKNOWN = "/terms/unknown";
    static final String WHY = "/why";

    private final Advice advice;

    AdvicePage(Advice advice) {
        this.advice = advice;
    }

    void terms(HttpServletResponse response) throws IOException {
        var all = new JsonObject();
        var prefixes = new JsonObject();
        Prefixes.all().forEach(prefixes::put);
        all.put("prefixes", prefixes);
        all.put("terms", array(advice.terms().all().stream().filter(AdvicePage::isWritten).toList(), AdvicePage::json));
        response.setHeader("Cache-Control", "max-age=300");
        write(all, response);
    }

    /** Edge cards and the like are terms too, but nobody asks for them by name. */
    private static boolean isWritten(Term term) {
        return term.iri().startsWith(FM.NS) || term.iri().startsWith(FM.KIND);
    }

    private static JsonObject json(Term term) {
        var object = new JsonObject();
        object.put("iri", term.iri());
        object.put("short", Cell.compact(term.iri()));
        object.put("type", Prefixes.localName(term.type()));
        object.put("label", term.label());
        object.put("labelZh", term.labelZh());
        object.put("definition", term.definition());
        return object;
    }

    void unknown(Visit visit, HttpServletResponse response) throws IOException {
        write(unknown(advice.unknown(visit.request().form().all("iri").stream())), response);
    }

    void why(Visit visit, HttpServletResponse response) throws IOException {
        var query = advice.checked(visit.parameter("query")
                .orElseThrow(() -> Refusal.badRequest("There is no query: send it as the parameter  query.")));
        var object = new JsonObject();
        object.put("reasons", array(advice.why(query), reason -> {
            var json = new JsonObject();
            json.put("fault", reason.fault().name());
            said(reason, visit).forEach(json::put);
            return json;
        }));
        object.put("unknown", unknown(advice.unknown(query)));
        write(object, response);
    }

    /** A reason in the visitor's words: what is said of the part, and of the other where there is one. */
    static Map<String, String> said(Reason reason, Visit visit) {
        return Map.of(
                "says", visit.words().get("why" + reason.fault()),
                "part", reason.part(),
                "then", reason.other().isEmpty() ? "" : visit.words().get("then" + reason.fault()),
                "other", reason.other());
    }

    private static JsonArray unknown(List<Advice.Unknown> unknown) {
        return array(unknown, wrong -> {
            var json = new JsonObject();
            json.put("iri", wrong.iri());
            json.put("short", wrong.compact());
            json.put("near", array(wrong.near(), near -> {
                var object = new JsonObject();
                object.put("iri", near.iri());
                object.put("short", near.compact());
                object.put("label", near.label());
                object.put("labelZh", near.labelZh());
                object.put("definition", near.definition());
                return object;
            }));
            return json;
        });
    }

    private static <T> JsonArray array(List<T> items, Function<T, JsonObject> json) {
        var array = new JsonArray();
        items.forEach(item -> array.add(json.apply(item)));
        return array;
    }

    private static void write(JsonValue json, HttpServletResponse response) throws IOException {
        response.setContentType("application/json; charset=utf-8");
        response.getOutputStream().write(json.toString().getBytes(StandardCharsets.UTF_8));
    }
}
