package io.firmament.serve;

import io.firmament.KnowledgeGraph;
import io.firmament.query.Answer;
import io.firmament.query.Row;
import io.firmament.vocab.FM;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;

/**
 * Whatever has an IRI of ours, at its address: what the graph says about it. Entities and articles get their statements
 * by kind, statements their passages, all others their plain triples.
 */
final class ThingPage {

    private static final int MOST_SHOWN = 200;
    /** How many neighbours stand on the page before the rest is folded away. */
    private static final int UNFOLDED = 24;
    /** What people look for first; the rest follows by name. */
    private static final List<String> FIRST = List.of(
            "gist", "subject", "object", "about", "origin", "event", "role", "title", "requirement", "place", "status", "topic",
            "metric", "value", "minValue", "maxValue", "unit", "per", "salaryMonths", "qualifier", "date", "start", "end", "earliest", "latest");

    private static final Map<String, String> ARROWS = Map.of("out", "→", "in", "←", "both", "↔");

    private final KnowledgeGraph graph;
    private final Templates templates;
    private final SearchPage search;

    ThingPage(KnowledgeGraph graph, Templates templates, SearchPage search) {
        this.graph = graph;
        this.templates = templates;
        this.search = search;
    }

    void write(Visit visit, String iri, HttpServletResponse response) throws IOException {
        if (iri.chars().anyMatch(c -> c <= ' ' || "<>\"{}|\\^`".indexOf(c) >= 0)) {
            unknown(visit, iri, response);
            return;
        }
        var thing = new Description(graph, iri);
        var outgoing = thing.outgoing();
        if (outgoing.rows().isEmpty() && thing.incoming().rows().isEmpty()) {
            unknown(visit, iri, response);
            return;
        }
        var type = Syntaxes.wanted(visit);
        if (type.equals(Syntaxes.HTML)) {
            page(visit, thing, outgoing, response);
        } else {
            Syntaxes.write(thing.graph(), type, response);
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
            hits = java.util.Arrays.stream(slug.split("[-\\s]+"))
                    .filter(word -> word.length() > 2)
                    .flatMap(word -> search.hits(word, 4, visit).stream())
                    .distinct()
                    .limit(8)
                    .toList();
        }
        templates.write(response, visit, "error", visit.words().get("error404"), Map.of(
                "status", 404, "message", visit.words().get("unknownThing"), "suggestions", hits));
    }

    private void page(Visit visit, Description thing, Answer outgoing, HttpServletResponse response) throws IOException {
        var types = Description.types(outgoing);
        var isEntity = types.contains(FM.Entity.getURI());
        var isArticle = types.contains(FM.Article.getURI());
        var isStatement = types.contains(Description.term("Statement"));
        Map<String, Object> model = new HashMap<>();
        var title = isStatement ? statementTitle(visit, outgoing) : title(visit, thing, outgoing);
        model.put("label", title);
        model.put("otherLabel", Description.label(outgoing, visit.language().other().tag).filter(l -> !l.equals(title)).orElse(""));
        model.put("otherTag", visit.language().other().tag);
        model.put("iri", thing.iri());
        model.put("kinds", kinds(visit, outgoing, types));
        model.put("definition", definition(visit, outgoing));
        model.put("note", note(visit, outgoing));
        model.put("names", names(outgoing));
        var edges = isEntity ? edges(visit, graph.ask("near-entity", Map.of("entity", thing.iri()))) : List.of();
        model.put("edges", edges);
        model.put("hasEdges", !edges.isEmpty());
        var sections = isEntity ? entitySections(visit, thing)
                : isArticle ? articleSections(visit, thing) : List.of();
        model.put("sections", sections);
        model.put("hasSections", !sections.isEmpty());
        model.put("questions", questions(visit, thing, Description.typesAndSchemes(outgoing)));
        model.put("facts", isEntity ? elsewhere(visit, thing) : facts(visit, outgoing, "o", Set.of(
                RDF.type.getURI(), RDFS.label.getURI(), SKOS.altLabel.getURI(), SKOS.definition.getURI(),
                FM.kind.getURI(), Description.term("evidence"), isStatement ? "http://www.w3.org/ns/prov#wasDerivedFrom" : "")));
        model.put("grid", isStatement ? Grid.of(thing.evidence(), visit) : null);
        model.put("incoming", isEntity || isArticle ? List.of() : facts(visit, thing.incoming(), "s", Set.of(RDF.type.getURI())));
        for (var syntax : List.of("ttl", "jsonld", "nt", "rdf")) {
            model.put(syntax, Visit.with(visit.request().getRequestURI(), "format", syntax));
        }
        templates.write(response, visit, "thing", title, model);
    }

    private static String title(Visit visit, Description thing, Answer outgoing) {
        return Description.label(outgoing, visit.language().tag)
                .or(() -> Description.label(outgoing, "en"))
                .orElse(Places.slug(thing.iri()));
    }

    /** A statement has no name: it is called by what it says. */
    private static String statementTitle(Visit visit, Answer outgoing) {
        var gist = Description.values(outgoing, Description.term("gist")).stream()
                .filter(row -> row.term("o").filter(o -> o.getLiteralLanguage().equals(visit.language().tag)).isPresent())
                .map(row -> row.label("o"))
                .findFirst();
        if (gist.isPresent()) {
            return gist.get();
        }
        var parts = List.of("subject", "object").stream()
                .flatMap(part -> Description.values(outgoing, Description.term(part)).stream())
                .map(row -> row.label("o", visit.language().tag))
                .collect(Collectors.joining(" → "));
        return Description.values(outgoing, FM.kind.getURI()).stream()
                .map(row -> row.label("o", visit.language().tag))
                .collect(Collectors.joining(", ")) + visit.words().get("colon") + parts;
    }

    private static List<Cell> kinds(Visit visit, Answer outgoing, Set<String> types) {
        List<Cell> kinds = new ArrayList<>();
        Description.values(outgoing, RDF.type.getURI()).stream()
                .filter(row -> row.iri("o").orElse("").startsWith(FM.NS))
                // The most general class says least.
                .filter(row -> types.size() == 1 || !row.iri("o").orElse("").equals(FM.Entity.getURI()))
                .forEach(row -> kinds.add(cell(row, "o", visit)));
        Description.values(outgoing, FM.kind.getURI()).forEach(row -> kinds.add(cell(row, "o", visit)));
        Description.values(outgoing, Description.term("naming")).forEach(row -> kinds.add(cell(row, "o", visit)));
        return kinds;
    }

    private static String definition(Visit visit, Answer outgoing) {
        return Description.values(outgoing, SKOS.definition.getURI()).stream()
                .map(row -> row.label("o", visit.language().tag))
                .findFirst()
                .orElse("");
    }

    private static Map<String, Object> note(Visit visit, Answer outgoing) {
        return Description.values(outgoing, FM.onlyIn.getURI()).stream()
                .map(row -> Map.<String, Object>of("article", cell(row, "o", visit)))
                .findFirst()
                .orElse(Map.of());
    }

    private static List<Cell> names(Answer outgoing) {
        var labels = Description.values(outgoing, RDFS.label.getURI()).stream().map(row -> row.label("o")).toList();
        return Description.values(outgoing, SKOS.altLabel.getURI()).stream()
                .flatMap(row -> row.term("o").stream())
                .filter(term -> !labels.contains(term.getLiteralLexicalForm()))
                .map(term -> new Cell(term.getLiteralLexicalForm(), "", term.getLiteralLanguage(), false))
                .toList();
    }

    /** What other data sets call it; what names only something near to it, or is not sure, says so. */
    private List<Map<String, Object>> elsewhere(Visit visit, Description thing) {
        var language = visit.language().tag;
        var cells = graph.ask("identifiers-of-entity", Map.of("entity", thing.iri())).rows().stream()
                .map(row -> {
                    var doubt = row.term("reach").isPresent() ? row.label("reach", language)
                            : row.label("confidence").equals("likely") ? row.label("confidence", language) : "";
                    var text = row.label("scheme", language) + " " + row.label("value") + (doubt.isEmpty() ? "" : " (" + doubt + ")");
                    return new Cell(text, row.iri("address").map(Cell::external).orElse(""), "", false);
                })
                .distinct()
                .toList();
        return cells.isEmpty() ? List.of() : List.of(folded(visit.words().get("elsewhere"), cells));
    }

    /** Neighbours by direction and edge. */
    private static List<Map<String, Object>> edges(Visit visit, Answer near) {
        Map<String, List<Cell>> groups = new LinkedHashMap<>();
        near.rows().stream().filter(row -> row.label("stands").equals("true")).forEach(row -> groups
                .computeIfAbsent(
                        ARROWS.get(row.label("direction")) + " " + row.label("edge", visit.language().tag), g -> new ArrayList<>())
                .add(cell(row, "neighbour", visit)));
        return groups.entrySet().stream().map(group -> folded(group.getKey(), group.getValue())).toList();
    }

    private static Map<String, Object> folded(String name, List<Cell> cells) {
        var first = Math.min(UNFOLDED, cells.size());
        return Map.of(
                "name", name,
                "cells", cells.subList(0, first),
                "rest", cells.subList(first, cells.size()),
                "more", cells.size() - first,
                "hasMore", cells.size() > first);
    }

    private List<Map<String, Object>> entitySections(Visit visit, Description thing) {
        var asked = Map.of("entity", thing.iri(), "language", visit.language().tag);
        return sections(visit, graph.ask("everything-about", asked), thing.iri());
    }

    private List<Map<String, Object>> articleSections(Visit visit, Description thing) {
        var asked = Map.of("text", thing.iri(), "language", visit.language().tag);
        return sections(visit, graph.ask("facts-of-article", asked), thing.iri());
    }

    /** Statements by kind, most numerous first; what an entity only says stands apart. */
    private static List<Map<String, Object>> sections(Visit visit, Answer answer, String about) {
        Map<String, List<Row>> byKind = new LinkedHashMap<>();
        for (var row : answer) {
            var said = row.iri("part").filter(Description.term("speaker")::equals).isPresent();
            byKind.computeIfAbsent(
                            said ? visit.words().get("saidBy") : row.label("kind", visit.language().tag), k -> new ArrayList<>())
                    .add(row);
        }
        return byKind.entrySet().stream()
                .map(group -> {
                    var rows = group.getValue();
                    var said = group.getKey().equals(visit.words().get("saidBy"));
                    var grid = Grid.of(answer.columns(), rows, visit, column -> switch (column) {
                        case "part", "other" -> false;
                        case "kind" -> said;
                        case "subject", "object", "article" -> rows.stream().anyMatch(r -> !r.iri(column).orElse("").equals(about));
                        default -> true;
                    });
                    // Facts first, then what is thought and denied, then what the entity itself says of others.
                    var order = said ? 2 : grid.rows().stream().allMatch(Grid.Line::doubted) ? 1 : 0;
                    return Map.<String, Object>of("name", group.getKey(), "grid", grid, "size", grid.size(), "order", order);
                })
                .sorted(Comparator.comparing((Map<String, Object> section) -> (Integer) section.get("order"))
                        .thenComparing(section -> -(Integer) section.get("size")))
                .toList();
    }

    /** The ready questions that take a thing of one of its classes, each with it filled in. */
    private List<Map<String, Object>> questions(Visit visit, Description thing, Set<String> types) {
        return graph.catalogue().questions().stream()
                .flatMap(question -> question.parameters().stream()
                        .filter(p -> p.type().thingClass().filter(c -> types.contains(c.getURI())).isPresent())
                        .limit(1)
                        .map(parameter -> Map.<String, Object>of(
                                "summary", HomePage.summary(question, visit),
                                "href", visit.href(Visit.with(
                                        "/query/" + question.name(), parameter.name(), Places.slug(thing.iri()))))))
                .toList();
    }

    /** Plain triples, by property. */
    private static List<Map<String, Object>> facts(Visit visit, Answer answer, String column, Set<String> without) {
        Map<String, List<Cell>> groups = new LinkedHashMap<>();
        answer.rows().stream()
                .filter(row -> !without.contains(row.iri("p").orElse("")))
                .sorted(Comparator.comparing(ThingPage::place))
                .limit(MOST_SHOWN)
                .forEach(row -> groups.computeIfAbsent(name(row, visit), n -> new ArrayList<>()).add(cell(row, column, visit)));
        return groups.entrySet().stream().map(e -> folded(e.getKey(), e.getValue())).toList();
    }

    private static int place(Row row) {
        var place = row.iri("p").filter(iri -> iri.startsWith(FM.NS)).map(iri -> FIRST.indexOf(Places.slug(iri))).orElse(-1);
        return place < 0 ? FIRST.size() : place;
    }

    private static String name(Row row, Visit visit) {
        var iri = row.iri("p").orElse("");
        var name = iri.startsWith(FM.NS) ? row.label("p", visit.language().tag) : visit.words().term(Cell.compact(iri));
        return name.contains(":") ? name : Character.toTitleCase(name.charAt(0)) + name.substring(1);
    }

    private static Cell cell(Row row, String column, Visit visit) {
        return row.term(column).map(term -> Cell.of(term, row.label(column, visit.language().tag), visit)).orElse(Cell.EMPTY);
    }
}
