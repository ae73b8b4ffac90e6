package io.firmament.verify;

import io.firmament.store.View;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.apache.jena.graph.Node;
import org.apache.jena.query.QueryFactory;

/** What the graph claims to stand in the articles. */
final class Claims {

    private static final String PREFIXES = """
            PREFIX fm: <https://w3id.org/firmament/ontology#>
            PREFIX kind: <https://w3id.org/firmament/ontology/kind/>
            PREFIX oa: <http://www.w3.org/ns/oa#>
            PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
            PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
            PREFIX dcterms: <http://purl.org/dc/terms/>
            """;
    private static final String ARTICLES = """
            SELECT DISTINCT ?article ?identifier ?sha256 ?length WHERE {
              ?article a fm:Article ; dcterms:identifier ?identifier ; fm:sha256 ?sha256 ; fm:length ?length }
            ORDER BY ?identifier""";
    private static final String CITATIONS = """
            SELECT DISTINCT ?statement ?article ?start ?end ?speaker WHERE {
              ?statement fm:evidence ?evidence .
              ?evidence oa:hasSource ?article ; oa:start|oa:hasSelector/oa:start ?start ; oa:end|oa:hasSelector/oa:end ?end .
              OPTIONAL { ?evidence fm:speaker ?speaker } }""";
    private static final String PARTICIPANTS = """
            SELECT DISTINCT ?statement ?participant WHERE {
              VALUES ?role { fm:subject fm:object fm:origin fm:event fm:about fm:place }
              ?statement fm:evidence ?evidence ; ?role ?participant }""";
    private static final String NAMES = """
            SELECT DISTINCT ?entity ?name ?unnamed WHERE {
              VALUES ?naming { rdfs:label skos:altLabel skos:hiddenLabel }
              ?entity a/rdfs:subClassOf* fm:Entity ; ?naming ?name .
              BIND ( EXISTS { ?entity fm:naming ?how } AS ?unnamed ) }""";
    private static final String FIGURES = """
            SELECT DISTINCT ?statement ?figure ?isPlace WHERE {
              VALUES ?bound { fm:value fm:minValue fm:maxValue fm:salaryMonths }
              ?statement fm:evidence ?evidence ; ?bound ?figure .
              BIND ( ?bound != fm:salaryMonths && EXISTS { ?statement fm:unit kind:place } AS ?isPlace ) }""";
    /** Labels are our own words only where the article gives no name. */
    private static final String WORDINGS = """
            SELECT DISTINCT ?subject ?property ?text ?article WHERE {
              {
                VALUES ?property { fm:gist fm:title fm:requirement fm:reason skos:note }
                ?subject ?property ?text ; fm:evidence/oa:hasSource ?article .
                FILTER ( ?property != fm:title || STRLEN(?text) > 20 )
              } UNION {
                BIND ( rdfs:label AS ?property )
                ?subject ?property ?text ; fm:naming ?how ; fm:onlyIn ?article .
              }
              FILTER ( LANGMATCHES(LANG(?text), "zh") ) }""";

    /** An article as the graph knows it. */
    record Article(String iri, String identifier, String sha256, int length) {}

    /** A span that a statement rests on. */
    record Citation(String statement, String article, int start, int end, Set<String> speakers) {}

    /** A number that a statement gives, or its place in an order. */
    record Figure(BigDecimal value, boolean isPlace) {

        boolean isIn(String text) {
            return isPlace && value.compareTo(BigDecimal.ONE) == 0
                    ? Numbers.saysFirst(text)
                    : Numbers.in(text).stream().anyMatch(reading -> reading.holds(value));
        }

        @Override
        public String toString() {
            return value.stripTrailingZeros().toPlainString();
        }
    }

    /** Words that should be our own. */
    record Wording(String subject, String property, String text, String article) {}

    private final List<Article> articles;
    private final Map<List<Object>, Citation> citations = new LinkedHashMap<>();
    private final Map<String, Set<String>> participants = new HashMap<>();
    private final Map<String, Set<Figure>> figures = new HashMap<>();
    private final Map<String, List<Spelling.Name>> names = new HashMap<>();
    private final Set<String> properNames = new HashSet<>();
    private final List<Wording> wordings = new ArrayList<>();
    private final Spelling spelling;

    private Claims(View view) {
        articles = articles(view);
        each(view, CITATIONS, row -> {
            var key = List.<Object>of(
                    iri(row, "statement"), iri(row, "article"), number(row, "start").intValue(), number(row, "end").intValue());
            var citation = citations.computeIfAbsent(key, k -> new Citation(
                    (String) k.get(0), (String) k.get(1), (Integer) k.get(2), (Integer) k.get(3), new TreeSet<>()));
            if (row.containsKey("speaker")) {
                citation.speakers().add(iri(row, "speaker"));
            }
        });
        each(view, PARTICIPANTS, row ->
                participants.computeIfAbsent(iri(row, "statement"), s -> new TreeSet<>()).add(iri(row, "participant")));
        each(view, NAMES, row -> {
            var name = row.get("name");
            names.computeIfAbsent(iri(row, "entity"), e -> new ArrayList<>())
                    .add(new Spelling.Name(name.getLiteralLexicalForm(), name.getLiteralLanguage()));
            if (text(row, "unnamed").equals("false")) {
                properNames.add(name.getLiteralLexicalForm());
            }
        });
        each(view, FIGURES, row -> figures
                .computeIfAbsent(iri(row, "statement"), s -> new HashSet<>())
                .add(new Figure(number(row, "figure"), text(row, "isPlace").equals("true"))));
        each(view, WORDINGS, row -> wordings.add(
                new Wording(iri(row, "subject"), iri(row, "property"), text(row, "text"), iri(row, "article"))));
        spelling = Spelling.from(names.values());
    }

    static Claims from(View view) {
        return new Claims(view);
    }

    /** The articles that a graph knows. */
    static List<Article> articles(View view) {
        List<Article> articles = new ArrayList<>();
        each(view, ARTICLES, row -> articles.add(new Article(
                iri(row, "article"), text(row, "identifier"), text(row, "sha256"), number(row, "length").intValue())));
        return articles;
    }

    private static void each(View view, String query, Consumer<Map<String, Node>> work) {
        view.select(QueryFactory.create(PREFIXES + query)).rows().forEach(work);
    }

    private static String iri(Map<String, Node> row, String variable) {
        return row.get(variable).toString();
    }

    private static String text(Map<String, Node> row, String variable) {
        return row.get(variable).getLiteralLexicalForm();
    }

    private static BigDecimal number(Map<String, Node> row, String variable) {
        return new BigDecimal(text(row, variable));
    }

    List<Article> articles() {
        return articles;
    }

    /** The citations of an article in the order of its text. */
    List<Citation> citationsOf(Article article) {
        return citations.values().stream()
                .filter(c -> c.article().equals(article.iri()))
                .sorted(Comparator.comparing(Citation::start).thenComparing(Citation::end).thenComparing(Citation::statement))
                .toList();
    }

    /** The figures that a passage must hold. */
    List<Figure> figuresOf(Citation citation) {
        return figures.getOrDefault(citation.statement(), Set.of()).stream().sorted(Comparator.comparing(Figure::value)).toList();
    }

    /** All names of whoever takes part in the statement or says it. */
    List<String> namesFor(Citation citation) {
        var entities = new TreeSet<>(participants.getOrDefault(citation.statement(), Set.of()));
        entities.addAll(citation.speakers());
        return entities.stream()
                .flatMap(entity -> names.getOrDefault(entity, List.of()).stream())
                .map(Spelling.Name::text)
                .distinct()
                .toList();
    }

    List<Wording> wordingsAbout(Article article) {
        return wordings.stream()
                .filter(w -> w.article().equals(article.iri()))
                .sorted(Comparator.comparing(Wording::subject).thenComparing(Wording::property).thenComparing(Wording::text))
                .toList();
    }

    /** What entities are called, not what they are described as. */
    Set<String> properNames() {
        return properNames;
    }

    Spelling spelling() {
        return spelling;
    }
}
