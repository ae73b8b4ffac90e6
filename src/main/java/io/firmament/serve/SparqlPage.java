package io.firmament.serve;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.exec.RowSet;
import org.jspecify.annotations.Nullable;

/** The endpoint as a browser sees it: a form for a query and, below it, the rows. */
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

    private final Templates templates;

    SparqlPage(Templates templates) {
        this.templates = templates;
    }

    /**
     * Writes the page.
     *
     * @param message what was wrong with the query; empty if nothing was
     * @param rows the rows, which are read one by one; {@code null} where nothing was asked
     */
    void write(Visit visit, HttpServletResponse response, String message, @Nullable RowSet rows) throws IOException {
        var text = visit.request().form().first("query").orElse(EXAMPLE);
        Map<String, Object> model = new HashMap<>();
        model.put("query", text);
        model.put("size", Math.max(6, Math.min(20, (int) text.lines().count() + 1)));
        model.put("message", message);
        if (rows != null) {
            var lines = lines(rows, visit);
            var cut = rows.hasNext();
            model.put("answered", true);
            model.put("columns", rows.getResultVars().stream().map(Var::getVarName).toList());
            model.put("lines", lines);
            model.put("empty", lines.isEmpty());
            model.put("count", visit.words().get(cut ? "rowsCut" : lines.size() == 1 ? "rowsOne" : "rows", lines.size()));
            var address = Visit.with(Gate.SPARQL, "query", text);
            if (address.length() < Limits.URL_CHARS) {
                model.put("csv", Visit.with(address, "format", "csv"));
                model.put("tsv", Visit.with(address, "format", "tsv"));
                model.put("json", Visit.with(address, "format", "json"));
            }
        }
        templates.write(response, visit, "sparql", visit.words().get("sparqlTitle"), model);
    }

    private static List<List<Cell>> lines(RowSet rows, Visit visit) {
        List<List<Cell>> lines = new ArrayList<>();
        while (lines.size() < Limits.PAGE_ROWS && rows.hasNext()) {
            var row = rows.next();
            lines.add(rows.getResultVars().stream()
                    .map(variable -> {
                        var node = row.get(variable);
                        return node == null ? Cell.EMPTY : Cell.of(node, text(node), visit);
                    })
                    .toList());
        }
        return lines;
    }

    private static String text(Node node) {
        if (node.isLiteral()) {
            return node.getLiteralLexicalForm();
        }
        if (!node.isURI()) {
            return node.toString();
        }
        return Cell.compact(node.getURI());
    }
}
