package io.firmament.serve;

import io.firmament.KnowledgeGraph;
import io.firmament.query.Question;
import io.firmament.query.Row;
import io.firmament.vocab.FM;
import io.firmament.vocab.Prefixes;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.jena.atlas.json.JsonObject;

/**
 * The page on which the graph is looked at: {@code /explore}. The drawing is the scripts' work; from here they get their
 * words, the classes that can be drawn, and a start: what the address asks for, or examples taken from the graph.
 */
final class ExplorePage {

    static final String PATH = "/explore";

    /** Its scripts, an exact list. */
    static final Set<String> SCRIPTS = Set.of(
            "/explore/main.js", "/explore/data.js", "/explore/view.js", "/explore/drawing.js", "/explore/looks.js",
            "/explore/panes.js", "/explore/list.js", "/explore/restore.js", "/explore/keys.js", "/explore/time.js", "/explore/save.js",
            "/explore/words.js");

    /** What says which part of the graph, and goes on to the export that the scripts will ask first. */
    private static final Set<String> PART = Set.of("near", "limit", "edge", "question", "node");
    private static final int EXAMPLES = 8;
    private static final String MOST_CONNECTED = "most-connected";

    private static final String CLASSES = """
            PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
            PREFIX fm: <%s>
            SELECT ?class WHERE { ?class rdfs:subClassOf fm:Entity }""".formatted(FM.NS);

    private final KnowledgeGraph graph;
    private final Templates templates;

    ExplorePage(KnowledgeGraph graph, Templates templates) {
        this.graph = graph;
        this.templates = templates;
    }

    /** The address at which the explorer shows the answer to a question. */
    static String address(Question question, Map<String, String> parameters) {
        var address = Visit.with(PATH, "question", question.name());
        for (var parameter : parameters.entrySet()) {
            address = Visit.with(address, parameter.getKey(), parameter.getValue());
        }
        return address;
    }

    void write(Visit visit, HttpServletResponse response) throws IOException {
        var started = PART.stream().anyMatch(visit.request().form()::has);
        templates.write(response, visit, "explore", visit.words().get("explorer"), Map.of(
                "isExplorer", true,
                "words", words(visit.words()),
                "classes", classes(visit),
                "things", FM.ID,
                "language", visit.language().code,
                "first", started ? first(visit) : "",
                "connected", visit.href(Visit.with(PATH, "question", MOST_CONNECTED)),
                "entities", started ? List.of() : entities(visit),
                "ways", started ? List.of() : ways(visit)));
    }

    /** The scripts' words: all whose key begins with the page's name. */
    private static String words(Words words) {
        var json = new JsonObject();
        words.all().forEach((key, text) -> {
            if (key.startsWith("explore")) {
                json.put(key, text);
            }
        });
        return json.toString();
    }

    private String classes(Visit visit) {
        var json = new JsonObject();
        graph.query(CLASSES).rows().forEach(row -> json.put(
                Prefixes.localName(row.iri("class").orElseThrow()), row.label("class", visit.language().tag)));
        return json.toString();
    }

    /** The address of what will be drawn first, so that a browser fetches it while it still reads the scripts. */
    private String first(Visit visit) {
        var form = visit.request().form();
        var parameters = new ArrayList<>(PART);
        form.first("question").ifPresent(name -> graph.catalogue().questions().stream()
                .filter(question -> question.name().equals(name))
                .forEach(question -> question.toFillIn().forEach(parameter -> parameters.add(parameter.name()))));
        var address = ExportPage.PATH + "cytoscape";
        for (var parameter : form.values().entrySet()) {
            if (parameters.contains(parameter.getKey())) {
                for (var value : parameter.getValue()) {
                    address = Visit.with(address, parameter.getKey(), value);
                }
            }
        }
        return Visit.with(address, "lang", visit.language().code);
    }

    private List<Map<String, String>> entities(Visit visit) {
        return mostConnected().stream()
                .limit(EXAMPLES)
                .map(row -> Map.of(
                        "href", visit.href(Visit.with(PATH, "near", slug(row))),
                        "label", row.label("entity", visit.language().tag),
                        "size", row.label("neighbours")))
                .toList();
    }

    /** Ways that are worth a look: the question's own example, and from the least connected of the fifty to the second. */
    private List<Map<String, String>> ways(Visit visit) {
        List<Map<String, String>> ways = new ArrayList<>();
        for (var question : graph.catalogue().questions()) {
            if (question.method() == Question.Method.SHORTEST_CHAIN) {
                Map<String, String> ends = new LinkedHashMap<>();
                question.toFillIn().forEach(parameter -> ends.put(parameter.name(), parameter.example()));
                ways.add(way(visit, question, ends));
                var rows = mostConnected();
                if (rows.size() > 2) {
                    var names = List.copyOf(ends.keySet());
                    ends.put(names.get(0), slug(rows.get(rows.size() - 1)));
                    ends.put(names.get(1), slug(rows.get(1)));
                    ways.add(way(visit, question, ends));
                }
            }
        }
        return ways;
    }

    private Map<String, String> way(Visit visit, Question question, Map<String, String> ends) {
        var names = ends.values().stream().map(slug -> label(slug, visit)).toList();
        return Map.of("href", visit.href(address(question, ends)), "label", String.join(" \u2026 ", names));
    }

    private String label(String slug, Visit visit) {
        return graph.search(slug, FM.Entity.getURI(), 5).stream()
                .filter(match -> Places.slug(match.iri()).equals(slug))
                .findFirst()
                .map(match -> QuestionForm.label(match, visit))
                .orElse(slug);
    }

    private List<Row> mostConnected() {
        return graph.ask(MOST_CONNECTED, Map.of()).rows();
    }

    private static String slug(Row row) {
        return Places.slug(row.iri("entity").orElseThrow());
    }
}
