package io.firmament.serve;

import io.firmament.KnowledgeGraph;
import io.firmament.check.Demand;
import io.firmament.query.Answer;
import io.firmament.vocab.FM;
import io.firmament.vocab.Prefixes;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.syntax.syntaxtransform.QueryTransformOps;
import org.apache.jena.vocabulary.OWL;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;

/**
 * What helps to use a term rightly: examples from the graph, how it is drawn, what the checks demand, who asks for it.
 *
 * @param entry the term as it stands among the others
 * @param otherDefinition its definition in the other language
 * @param narrower its special cases
 * @param examples where it is used
 * @param demands what the checks demand of it
 * @param questions those of the catalogue that ask for it
 * @param query a small query for it, to go on from
 * @param queryHref where that is answered
 * @param changes what became of it from version to version
 */
record TermGuide(
        TermEntry entry, String otherDefinition, List<Cell> narrower, List<Example> examples, List<Demand> demands, List<Cell> questions,
        String query, String queryHref, List<Cell> changes) {

    private static final int EXAMPLES = 3;
    private static final int QUESTIONS = 8;

    /** What has a name and is said most of comes first; more than are shown, so that they can be of different things. */
    private static final String EXAMPLE = """
            SELECT ?s ?p ?o ( COUNT(?by) AS ?said ) WHERE {
              %s
              OPTIONAL { ?by fm:subject ?s }
            } GROUP BY ?s ?p ?o ?unnamed ORDER BY ?unnamed DESC(?said) ?s ?p ?o LIMIT 30""";
    private static final String UNNAMED = " BIND ( EXISTS { ?s fm:onlyIn ?article } AS ?unnamed )";
    private static final String EITHER_UNNAMED =
            " BIND ( EXISTS { ?s fm:onlyIn ?article } || EXISTS { ?o fm:onlyIn ?article } AS ?unnamed )";
    private static final Query OF_CLASS = query(EXAMPLE.formatted("?class rdfs:subClassOf* ?it . ?s a ?class ." + UNNAMED));
    private static final Query OF_PROPERTY = query(EXAMPLE.formatted("?s ?it ?o ." + EITHER_UNNAMED));
    private static final Query OF_KIND = query(EXAMPLE.formatted("?s ?p ?it ." + UNNAMED));
    private static final Query SUPPORTED = query("SELECT ?it ?statement WHERE { ?statement fm:evidence ?it } ORDER BY ?it ?statement");

    private static Query query(String text) {
        return QueryFactory.create("""
                PREFIX fm: <https://w3id.org/firmament/ontology#>
                PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
                """ + text);
    }

    /** Something that uses a term: a thing of the class or kind, or one that has the property, and its value. */
    record Example(Cell thing, String property, Cell value) {}

    static TermGuide of(Facts term, Vocabulary vocabulary, KnowledgeGraph graph, Visit visit) {
        var query = query(term);
        var other = visit.language().other().tag;
        return new TermGuide(
                TermEntry.of(term, vocabulary, visit),
                term.of(SKOS.definition.getURI()).stream()
                        .filter(row -> row.term("o").orElseThrow().getLiteralLanguage().equals(other))
                        .map(row -> row.label("o"))
                        .findFirst().orElse(""),
                List.of(RDFS.subClassOf, RDFS.subPropertyOf, SKOS.broader).stream()
                        .flatMap(property -> vocabulary.leadingTo(property.getURI(), term.iri()).stream())
                        .map(narrower -> TermEntry.link(narrower, visit))
                        .toList(),
                examples(term, graph, visit),
                vocabulary.demandsOf(term.iri()),
                questions(term, graph, visit),
                query,
                visit.href(Visit.with(Gate.SPARQL, "query", query)),
                term.iris(SKOS.changeNote.getURI()).stream()
                        .flatMap(change -> vocabulary.find(change).stream())
                        .flatMap(change -> change.cellsOf(RDF.value.getURI(), visit).stream())
                        .toList());
    }

    private static boolean isClass(Facts term) {
        return term.types().contains(OWL.Class.getURI());
    }

    private static boolean isProperty(Facts term) {
        return term.types().stream().anyMatch(Vocabulary.PROPERTIES::contains);
    }

    private static List<Example> examples(Facts term, KnowledgeGraph graph, Visit visit) {
        var query = isClass(term) ? OF_CLASS : isProperty(term) ? OF_PROPERTY : OF_KIND;
        var node = NodeFactory.createURI(term.iri());
        var about = QueryTransformOps.syntaxSubstitute(query, Map.of(Var.alloc("it"), node));
        var things = new HashSet<String>();
        // What the ontology itself does with a term is an example where nothing else is.
        var rows = graph.read(view -> Answer.of(view.select(about).columns(List.of("s", "p", "o")), view)).rows().stream()
                .filter(row -> row.iri("s").filter(things::add).isPresent())
                .sorted(Comparator.comparing(row -> !row.iri("s").orElseThrow().startsWith(FM.ID)))
                .limit(EXAMPLES)
                .toList();
        var titles = titles(rows.stream().map(row -> row.iri("s").orElseThrow()).toList(), graph, visit);
        return rows.stream()
                .map(row -> new Example(
                        Optional.ofNullable(titles.get(row.iri("s").orElseThrow()))
                                .map(title -> new Cell(title, Cell.of(row, "s", visit).href(), "", false))
                                .orElseGet(() -> Cell.of(row, "s", visit)),
                        isProperty(term) ? TermEntry.label(term, visit) : row.label("p", visit.language().tag),
                        Cell.of(row, "o", visit)))
                .toList();
    }

    /** What statements say, and what evidences support, by IRI: they have no names. */
    private static Map<String, String> titles(List<String> things, KnowledgeGraph graph, Visit visit) {
        if (things.isEmpty()) {
            return Map.of();
        }
        var statements = graph.read(view -> Answer.of(view.select(Statements.among(SUPPORTED, Var.alloc("it"), things)), view)).rows().stream()
                .collect(Collectors.toMap(row -> row.iri("it").orElseThrow(), row -> row.iri("statement").orElseThrow(), (a, b) -> a));
        things.forEach(thing -> statements.putIfAbsent(thing, thing));
        var cards = new Statements(graph).read(statements.values()).stream()
                .collect(Collectors.toMap(Statements.Statement::iri, one -> StatementCard.of(one, visit, Optional.empty()).title(visit)));
        return things.stream()
                .filter(thing -> cards.containsKey(statements.get(thing)))
                .collect(Collectors.toMap(Function.identity(), thing -> cards.get(statements.get(thing))));
    }

    private static List<Cell> questions(Facts term, KnowledgeGraph graph, Visit visit) {
        var name = Pattern.compile("(?<![\\w:-])" + Pattern.quote(Cell.compact(term.iri())) + "(?![\\w-])");
        return graph.catalogue().questions().stream()
                .filter(question -> name.matcher(question.text()).find())
                .limit(QUESTIONS)
                .map(question -> new Cell(
                        HomePage.summary(question, visit), visit.href("/query/" + question.name()), "", false))
                .toList();
    }

    private static String query(Facts term) {
        var name = Cell.compact(term.iri());
        var pattern = isClass(term) ? "SELECT ?it WHERE { ?it a " + name + " }"
                : isProperty(term) ? "SELECT ?from ?to WHERE { ?from " + name + " ?to }"
                : "SELECT ?it ?as WHERE { ?it ?as " + name + " }";
        var prefix = name.substring(0, name.indexOf(':'));
        return "PREFIX " + prefix + ": <" + Prefixes.all().get(prefix) + ">\n\n" + pattern + " LIMIT 100";
    }
}
