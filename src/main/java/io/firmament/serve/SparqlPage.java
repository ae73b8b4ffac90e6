package io.firmament.serve;

import io.firmament.FirmamentException;
import io.firmament.KnowledgeGraph;
import io.firmament.query.Answer;
import io.firmament.query.Question;
import io.firmament.query.Row;
import io.firmament.store.Table;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.exec.RowSet;
import org.jspecify.annotations.Nullable;

/**
 * The endpoint as a browser sees it: a form for a query and, below it, the rows, or why there are none. It needs no
 * JavaScript; where there is some, it becomes an editor.
 */
final class SparqlPage {

    private static final String EXAMPLE = """
            PREFIX fm: <https://w3id.org/firmament/ontology#>
            PREFIX id: <https://w3id.org/firmament/id/>
            PREFIX kind: <https://w3id.org/firmament/ontology/kind/>
            PREFIX oa: <http://www.w3.org/ns/oa#>
            PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>

            # Who works where, by the direct edges
            SELECT ?person ?name ?firm WHERE {
              ?person fm:worksFor ?firm ; rdfs:label ?name .
              FILTER ( LANG(?name) = "en" )
            }
            ORDER BY ?firm ?name
            LIMIT 50
            """;

    private final KnowledgeGraph graph;
    private final Templates templates;
    private final Advice advice;

    SparqlPage(KnowledgeGraph graph, Templates templates, Advice advice) {
        this.graph = graph;
        this.templates = templates;
        this.advice = advice;
    }

    /**
     * Writes the page.
     *
     * @param message what was wrong with the query; empty if nothing was
     * @param rows the rows, which are read one by one; {@code null} where nothing was asked
     */
    void write(Visit visit, HttpServletResponse response, String message, @Nullable RowSet rows) throws IOException {
        // What was wrong may be the name of the question itself.
        var text = message.isEmpty() ? text(visit) : visit.request().form().first("query").orElse(EXAMPLE);
        Map<String, Object> model = new HashMap<>();
        model.put("query", text);
        model.put("size", Math.max(6, Math.min(20, (int) text.lines().count() + 1)));
        model.put("message", message);
        model.put("themes", themes(visit));
        model.put("styles", List.of("/lib/yasgui.min.css", "/sparql.css"));
        model.put("modules", List.of("/sparql.js"));
        model.put("words", visit.words().json("query"));
        if (rows != null) {
            answer(visit, text, rows, model);
        }
        templates.write(response, visit, "sparql", visit.words().get("sparqlTitle"), model);
    }

    /** What was asked, or the question of the catalogue that is named, or something to begin with. */
    private String text(Visit visit) {
        return visit.request().form().first("query").orElseGet(() -> visit.parameter("question")
                .map(name -> {
                    try {
                        return new ExampleQuery(graph, graph.catalogue().get(name)).text(visit);
                    } catch (FirmamentException e) {
                        throw Refusal.notFound(e.getMessage());
                    }
                })
                .orElse(EXAMPLE));
    }

    /** The questions that one query answers, by theme. */
    private List<Map<String, Object>> themes(Visit visit) {
        return Stream.of(visit.words().get("themes").split(" "))
                .map(theme -> Map.of("name", visit.words().name(theme), "questions", graph.catalogue().questions().stream()
                        .filter(question -> question.theme().equals(theme) && question.method() == Question.Method.QUERY
                                && graph.services().allow(question.services()))
                        .map(question -> Map.of(
                                "href", visit.href(Visit.with(Gate.SPARQL, "question", question.name())),
                                "summary", HomePage.summary(question, visit)))
                        .toList()))
                .toList();
    }

    private void answer(Visit visit, String text, RowSet rows, Map<String, Object> model) {
        var answer = first(rows);
        var cut = rows.hasNext();
        var size = answer.rows().size();
        model.put("answered", true);
        model.put("columns", answer.columns());
        model.put("lines", lines(answer, visit));
        model.put("empty", size == 0);
        model.put("count", visit.words().get(cut ? "rowsCut" : size == 1 ? "rowsOne" : "rows", size));
        if (size == 0) {
            var query = advice.checked(text);
            model.put("reasons", advice.why(query).stream().map(reason -> AdvicePage.said(reason, visit)).toList());
            model.put("unknown", advice.unknown(query).stream().map(wrong -> unknown(wrong, text, visit)).toList());
        }
        var address = Visit.with(Gate.SPARQL, "query", text);
        if (address.length() < Limits.URL_CHARS) {
            for (var format : List.of("csv", "tsv", "json", "xml")) {
                model.put(format, Visit.with(address, "format", format));
            }
        }
    }

    private static Map<String, Object> unknown(Advice.Unknown wrong, String text, Visit visit) {
        return Map.of("term", wrong.compact(), "hasNear", !wrong.near().isEmpty(), "near", wrong.near().stream()
                .map(near -> Map.of(
                        "term", near.compact(),
                        "label", visit.language() == Language.ZH ? near.labelZh() : near.label(),
                        "definition", near.definition(),
                        "href", visit.href(Visit.with(Gate.SPARQL, "query", Advice.replaced(text, wrong, near)))))
                .toList());
    }

    /** As many rows as a page has, with the labels of what is in them. */
    private Answer first(RowSet rows) {
        List<Map<String, Node>> first = new ArrayList<>();
        while (first.size() < Limits.PAGE_ROWS && rows.hasNext()) {
            Map<String, Node> row = new LinkedHashMap<>();
            rows.next().forEach((variable, node) -> row.put(variable.getVarName(), node));
            first.add(row);
        }
        var table = new Table(rows.getResultVars().stream().map(Var::getVarName).toList(), first);
        return graph.read(view -> Answer.of(table, view));
    }

    private static List<List<Map<String, Object>>> lines(Answer answer, Visit visit) {
        return answer.rows().stream()
                .map(row -> answer.columns().stream().map(column -> cell(row, column, visit)).toList())
                .toList();
    }

    /** The term as a query would write it, and beside it what it is called. */
    private static Map<String, Object> cell(Row row, String column, Visit visit) {
        var node = row.term(column);
        if (node.isEmpty()) {
            return Map.of("cell", Cell.EMPTY, "label", "");
        }
        var text = text(node.get());
        var label = node.get().isURI() ? row.label(column, visit.language().tag) : "";
        return Map.of("cell", Cell.of(node.get(), text, visit), "label", text.endsWith(label) ? "" : label);
    }

    private static String text(Node node) {
        if (node.isLiteral()) {
            return node.getLiteralLexicalForm();
        }
        return node.isURI() ? Cell.compact(node.getURI()) : node.toString();
    }
}
