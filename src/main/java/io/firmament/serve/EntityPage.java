package io.firmament.serve;

import io.firmament.KnowledgeGraph;
import io.firmament.picture.NeighbourhoodPicture;
import io.firmament.query.Answer;
import io.firmament.verify.Passages;
import io.firmament.vocab.FM;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;

/** An entity or an article: what it is, what is near it, what is said of it and by it, and what can be asked about it. */
final class EntityPage {

    /** What has a place of its own on the page. */
    private static final Set<String> APART = Stream.of(RDF.type, RDFS.label, SKOS.altLabel, SKOS.hiddenLabel)
            .map(property -> property.getURI())
            .collect(Collectors.toSet());

    /** The confidence that needs no words. */
    private static final String SURE = FM.KIND + "verified";

    private final KnowledgeGraph graph;
    private final Templates templates;
    private final Optional<Passages> texts;
    private final Optional<Answered> answered;

    /** A name, and the languages or scripts in which it is one. */
    record Name(String text, List<String> tags) {
        String lang() {
            return tags.get(0);
        }

        String languages() {
            return String.join(", ", tags);
        }
    }

    /** Who is near by one edge, and whether that still holds. */
    record Neighbour(Cell cell, boolean ended) {}

    /**
     * @param answered which questions have an answer, if the others are to be left out
     */
    EntityPage(KnowledgeGraph graph, Templates templates, Optional<Passages> texts, Optional<Answered> answered) {
        this.answered = answered;
        this.graph = graph;
        this.templates = templates;
        this.texts = texts;
    }

    void write(Visit visit, Facts says, Map<String, Object> model, HttpServletResponse response) throws IOException {
        var iri = says.iri();
        var title = TermPage.title(says, visit);
        var article = says.types().contains(FM.Article.getURI());
        // Where there is no explorer, all that is near stands in the list below the picture.
        var explore = templates.live() ? visit.href(Visit.with("/explore", "near", Places.slug(iri))) : "#edges-title";
        model.put("label", title);
        model.put("otherLabel", says.label(visit.language().other().tag).filter(label -> !label.equals(title)).orElse(""));
        model.put("otherTag", visit.language().other().tag);
        model.put("kinds", TermPage.kinds(says, visit));
        model.put("lead", new Introductions(graph).of(List.of(iri), visit).getOrDefault(iri, ""));
        model.put("onlyIn", says.cells("onlyIn", visit));
        model.put("names", names(says));
        model.put("sections", new StatementSections(graph, texts, visit).of(iri, article));
        model.put("saidTitle", visit.words().get(article ? "statementsOf" : "statements"));
        model.put("page", visit.href(Places.path(iri).orElse("/")));
        model.put("near", article ? "" : explore);
        if (visit.parameter("fragment").isPresent()) {
            templates.write(response, visit, "brief", title, model);
            return;
        }
        var classes = Stream.concat(says.types().stream(), says.iris(SKOS.inScheme.getURI()).stream()).collect(Collectors.toSet());
        if (article) {
            var facts = says.rows().stream().filter(row -> !APART.contains(row.iri("p").orElse(""))).toList();
            model.put("facts", TermPage.facts(facts, "o", visit));
        } else {
            var near = graph.ask("near-entity", Map.of("entity", iri));
            model.put("picture", NeighbourhoodPicture.of(title, near, explore, visit::address, visit.words()));
            model.put("narrowPicture", NeighbourhoodPicture.narrow(title, near, explore, visit::address, visit.words()));
            model.put("pictures", PictureGallery.of(graph, iri, classes, visit));
            model.put("edges", edges(near, visit));
            model.put("elsewhere", elsewhere(iri, visit));
        }
        model.put("asks", questions(iri, classes, visit));
        model.put("structured", StructuredData.thing(says, (String) model.get("lead"), visit, templates.live()));
        templates.write(response, visit, "entity", title, model);
    }

    /** Its names beside those in the heading. */
    private static List<Name> names(Facts says) {
        var labels = says.of(RDFS.label.getURI()).stream().map(row -> row.label("o")).toList();
        Map<String, List<String>> names = new LinkedHashMap<>();
        says.of(SKOS.altLabel.getURI()).stream()
                .flatMap(row -> row.term("o").stream())
                .filter(Node::isLiteral)
                .filter(name -> !labels.contains(name.getLiteralLexicalForm()))
                .forEach(name -> names
                        .computeIfAbsent(name.getLiteralLexicalForm(), n -> new ArrayList<>())
                        .add(name.getLiteralLanguage()));
        return names.entrySet().stream().map(name -> new Name(name.getKey(), name.getValue())).toList();
    }

    /** Neighbours by edge, as it reads from here. */
    private List<Folded<Neighbour>> edges(Answer near, Visit visit) {
        var inverse = inverse(visit);
        Map<String, Map<Cell, Neighbour>> edges = new LinkedHashMap<>();
        for (var row : near) {
            var reads = row.label("edge", visit.language().tag);
            if (row.label("direction").equals("in")) {
                reads = inverse.getOrDefault(row.iri("edge").orElse(""), "← " + reads);
            }
            var cell = Cell.of(row, "neighbour", visit);
            edges.computeIfAbsent(reads, r -> new LinkedHashMap<>())
                    .putIfAbsent(cell, new Neighbour(cell, row.label("stands").equals("false")));
        }
        return edges.entrySet().stream()
                .map(edge -> new Folded<>(edge.getKey(), List.copyOf(edge.getValue().values()), Folded.VALUES))
                .toList();
    }

    private Map<String, String> inverse(Visit visit) {
        return graph.query("SELECT ?edge ?reads { ?edge <" + Facts.term("inverseLabel") + "> ?reads }").rows().stream()
                .filter(row -> row.term("reads").orElseThrow().getLiteralLanguage().equals(visit.language().tag))
                .collect(Collectors.toMap(row -> row.iri("edge").orElseThrow(), row -> row.label("reads"), (one, other) -> one));
    }

    /** What other data sets call it; what names only something near to it, and what is not sure, says so. */
    private List<Cell> elsewhere(String iri, Visit visit) {
        var language = visit.language().tag;
        return graph.ask("identifiers-of-entity", Map.of("entity", iri)).rows().stream()
                .map(row -> {
                    var unsure = row.iri("confidence").filter(SURE::equals).isEmpty();
                    var doubts = Stream.of(row.label("reach", language), unsure ? row.label("confidence", language) : "")
                            .filter(doubt -> !doubt.isEmpty())
                            .collect(Collectors.joining(visit.words().get("comma")));
                    var text = row.label("scheme", language) + " " + row.label("value") + (doubts.isEmpty() ? "" : " (" + doubts + ")");
                    return new Cell(text, row.iri("address").map(Cell::external).orElse(""), "", false);
                })
                .distinct()
                .toList();
    }

    /** The ready questions that take a thing of one of its classes, by theme, each with it filled in. */
    private List<Map<String, Object>> questions(String iri, Set<String> classes, Visit visit) {
        var themes = List.of(visit.words().get("themes").split(" "));
        Map<Integer, List<Map<String, String>>> asks = new TreeMap<>();
        for (var question : graph.catalogue().questions()) {
            if (answered.filter(all -> !all.has(question, iri)).isPresent() || !graph.services().allow(question.services())) {
                continue;
            }
            Answered.parameter(question, classes).ifPresent(parameter -> asks
                    .computeIfAbsent(themes.indexOf(question.theme()), t -> new ArrayList<>())
                    .add(Map.of(
                            "summary", HomePage.summary(question, visit),
                            "href", visit.href(Visit.with("/query/" + question.name(), parameter.name(), Places.slug(iri))))));
        }
        return asks.entrySet().stream()
                .map(theme -> Map.<String, Object>of(
                        "name", theme.getKey() < 0 ? "" : visit.words().name(themes.get(theme.getKey())), "questions", theme.getValue()))
                .toList();
    }
}
