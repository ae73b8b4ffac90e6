package io.firmament.serve;

import io.firmament.FirmamentException;
import io.firmament.KnowledgeGraph;
import io.firmament.federate.ServiceFailed;
import io.firmament.link.Match;
import io.firmament.query.Answer;
import io.firmament.query.Format;
import io.firmament.query.Parameter;
import io.firmament.query.Question;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A ready question: its form and its answer, for people, or the answer alone, for programs; in RDF, the question itself. */
final class QuestionPage {

    private static final String HTML = "text/html";
    private static final Map<String, Format> FORMATS = Map.of("json", Format.JSON, "csv", Format.CSV, "tsv", Format.TSV);

    private final KnowledgeGraph graph;
    private final Templates templates;
    private final Optional<Answered> answered;

    QuestionPage(KnowledgeGraph graph, Templates templates, Optional<Answered> answered) {
        this.graph = graph;
        this.templates = templates;
        this.answered = answered;
    }

    void write(Visit visit, String name, HttpServletResponse response) throws IOException {
        response.setHeader("Vary", "Accept, Accept-Language");
        var asPage = Syntax.atEnd(name).isPresent();
        var question = find(asPage ? name.substring(0, name.lastIndexOf('.')) : name);
        var typed = typed(visit);
        var type = asPage ? HTML : mediaType(visit);
        if (type.equals(HTML) && !graph.services().allow(question.services())) {
            page(visit, question, typed, null, "", List.of(), response);
        } else if (!type.equals(HTML)) {
            var answer = graph.ask(question.name(), question.inLanguage(visit.language().tag, typed));
            response.setContentType(type + "; charset=utf-8");
            format(type).write(answer, visit.language().tag, response.getOutputStream());
        } else if (question.parameters().stream().anyMatch(p -> !p.optional() && !typed.containsKey(p.name()))) {
            page(visit, question, typed, null, visit.words().get("fillIn"), List.of(), response);
        } else {
            answerPage(visit, question, typed, response);
        }
    }

    /** Whether a client wants to know of the question, in triples, and not its answer. */
    boolean isAskedForItself(Visit visit, String path) {
        var named = Syntax.atEnd(path);
        return named.isPresent() ? named.get() != Syntax.HTML : Syntax.ofType(mediaType(visit)).isPresent();
    }

    private void answerPage(Visit visit, Question question, Map<String, String> typed, HttpServletResponse response)
            throws IOException {
        try {
            var answer = graph.ask(question.name(), question.inLanguage(visit.language().tag, typed));
            page(visit, question, typed, answer, "", List.of(), response);
        } catch (ServiceFailed e) {
            response.setStatus(502);
            page(visit, question, typed, null, e.getMessage(), List.of(), response);
        } catch (FirmamentException e) {
            response.setStatus(400);
            var choices = choices(visit, question, typed);
            page(visit, question, typed, null, choices.isEmpty() ? e.getMessage() : "", choices, response);
        }
    }

    private Question find(String name) {
        try {
            return graph.catalogue().get(name);
        } catch (FirmamentException e) {
            throw Refusal.notFound(e.getMessage());
        }
    }

    private static Map<String, String> typed(Visit visit) {
        Map<String, String> typed = new LinkedHashMap<>();
        visit.request().form().values().keySet().stream()
                .filter(key -> !key.equals("lang") && !key.equals("format"))
                .forEach(key -> visit.parameter(key).ifPresent(value -> typed.put(key, value)));
        return typed;
    }

    private static String mediaType(Visit visit) {
        var format = visit.parameter("format");
        if (format.isPresent()) {
            if (format.get().equals("html")) {
                return HTML;
            }
            return Optional.ofNullable(FORMATS.get(format.get())).map(Format::mediaType).or(() -> Syntax.of(format.get()).map(syntax -> syntax.mediaType))
                    .orElseThrow(() -> Refusal.badRequest("There is no such format; there are html, json, csv and tsv; of the question itself, ttl, jsonld, nt and rdf."));
        }
        var answers = Stream.of(HTML, Format.JSON.mediaType(), "application/json", Format.CSV.mediaType(), Format.TSV.mediaType());
        return visit.accepts(Stream.concat(answers, Syntax.ofData().map(syntax -> syntax.mediaType)).toArray(String[]::new))
                .orElseThrow(() -> new Refusal(406, "This comes as HTML, JSON, CSV or TSV; the question itself as Turtle, JSON-LD, N-Triples or RDF/XML."));
    }

    private static Format format(String mediaType) {
        return FORMATS.values().stream().filter(f -> f.mediaType().equals(mediaType)).findFirst().orElse(Format.JSON);
    }

    /** For each parameter whose text names no one thing, what it may mean: links to the same question with that. */
    private List<Map<String, Object>> choices(Visit visit, Question question, Map<String, String> typed) {
        List<Map<String, Object>> choices = new ArrayList<>();
        for (var parameter : question.parameters()) {
            var text = typed.get(parameter.name());
            if (text == null || parameter.type().thingClass().isEmpty()) {
                continue;
            }
            var found = graph.search(text, parameter.type().thingClass().get().getURI(), 12);
            var exact = found.stream().filter(m -> m.how() == Match.How.EXACT).toList();
            if (exact.size() == 1 || exact.stream().anyMatch(m -> Places.slug(m.iri()).equals(text))) {
                continue;
            }
            choices.add(Map.of(
                    "question", visit.words().get(
                            found.isEmpty() ? "choiceNone" : exact.isEmpty() ? "choiceNear" : "choiceSeveral",
                            visit.words().name(parameter.name()), text),
                    "options", (exact.isEmpty() ? found : exact).stream()
                            .map(match -> option(visit, question, typed, parameter.name(), match))
                            .toList()));
        }
        return choices;
    }

    private static Map<String, Object> option(
            Visit visit, Question question, Map<String, String> typed, String parameter, Match match) {
        Map<String, String> chosen = new LinkedHashMap<>(typed);
        chosen.put(parameter, Places.slug(match.iri()));
        return Map.of(
                "href", visit.href(address(question, chosen)),
                "label", QuestionForm.label(match, visit),
                "other", visit.language() == Language.ZH ? match.label() : match.labelZh(),
                "kinds", String.join(", ", match.kinds()));
    }

    /** Whether the graph knows what a question's examples name. */
    private boolean hasExample(Question question) {
        try {
            graph.queryOf(question.name(), question.toFillIn().stream().collect(Collectors.toMap(Parameter::name, Parameter::example)));
            return true;
        } catch (FirmamentException e) {
            return false;
        }
    }

    /** Where nobody can ask: links to all answers that are there. */
    private static List<Map<String, Object>> about(Visit visit, Question question, Answered answered) {
        return answered.things(question).stream()
                .map(about -> option(visit, question, Map.of(), about.parameter().name(), about.thing()))
                .sorted(Comparator.comparing(option -> (String) option.get("label")))
                .toList();
    }

    private static String address(Question question, Map<String, String> typed) {
        var address = "/query/" + question.name();
        for (var parameter : typed.entrySet()) {
            address = Visit.with(address, parameter.getKey(), parameter.getValue());
        }
        return address;
    }

    private void page(
            Visit visit,
            Question question,
            Map<String, String> typed,
            @org.jspecify.annotations.Nullable Answer answer,
            String message,
            List<Map<String, Object>> choices,
            HttpServletResponse response)
            throws IOException {
        var form = new QuestionForm(graph, question, visit);
        Map<String, Object> model = new HashMap<>();
        model.put("summary", HomePage.summary(question, visit));
        model.put("theme", visit.words().name(question.theme()));
        model.put("themeHref", visit.href("/") + "#" + question.theme());
        model.put("action", "/query/" + question.name());
        var fields = form.fields(typed);
        model.put("fields", fields);
        model.put("hasFields", !fields.isEmpty());
        model.put("example", form.example());
        model.put("message", message);
        model.put("services", String.join(", ", question.services()));
        var missing = graph.services().missing(question.services());
        model.put("start", missing.isEmpty() ? "" : "serve --service " + String.join(" --service ", missing));
        answered.filter(a -> typed.isEmpty()).ifPresent(a -> {
            model.put("about", about(visit, question, a));
            model.put("onlyExample", answer == null && a.things(question).isEmpty() && question.services().isEmpty() && hasExample(question) ? form.example() : "");
        });
        model.put("choices", choices);
        model.put("query", question.text().lines().filter(line -> !line.startsWith("#+")).collect(Collectors.joining("\n")).strip());
        model.put("repeated", question.method() == Question.Method.SHORTEST_CHAIN);
        if (answer != null) {
            var grid = Grid.of(answer, visit);
            model.put("answered", true);
            model.put("grid", grid);
            model.put("anchored", true);
            model.put("picture", Pictures.of(question, answer, grid, "", visit).orElse(null));
            model.put("empty", grid.size() == 0);
            model.put("count", visit.words().get(
                    grid.size() == 1 ? "rowsOne" : grid.size() == answer.rows().size() ? "rows" : "rowsOf",
                    grid.size(), answer.rows().size()));
            model.put("drawn", grid.size() == 0 ? "" : visit.href(ExplorePage.address(question, typed)));
            var address = visit.href(address(question, typed));
            // A table beside each of thousands of answers would double the time that a site takes to write.
            model.put("csv", templates.live() || typed.isEmpty() ? Visit.with(address, "format", "csv") : "");
            model.put("tsv", Visit.with(address, "format", "tsv"));
            model.put("json", Visit.with(address, "format", "json"));
            if (question.method() == Question.Method.QUERY) {
                model.put("open", Visit.with(visit.href(Gate.SPARQL), "query", graph.queryOf(question.name(), question.inLanguage(visit.language().tag, typed)).toString()));
            }
        }
        templates.write(response, visit, "question", HomePage.summary(question, visit), model);
    }
}
