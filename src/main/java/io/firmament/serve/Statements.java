package io.firmament.serve;

import io.firmament.KnowledgeGraph;
import io.firmament.query.Answer;
import io.firmament.query.Row;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.BindingFactory;
import org.apache.jena.sparql.syntax.ElementData;
import org.apache.jena.sparql.syntax.ElementGroup;

/**
 * Reads statements whole, many at a time: what each says, the passages it rests on, and what is said against it.
 *
 * @param graph where to ask
 */
record Statements(KnowledgeGraph graph) {

    private static final Query SAID = query("SELECT ?it ?p ?o WHERE { ?it ?p ?o }");
    /** With the language of the article, in which the passage stands. */
    private static final Query EVIDENCE = query("""
            SELECT ?it ?node ?p ?o WHERE {
              ?it fm:evidence ?node .
              { ?node ?p ?o } UNION { ?node oa:hasSource ?article . ?article dcterms:language ?o BIND ( dcterms:language AS ?p ) }
            }""");
    private static final Query AGAINST = query("SELECT DISTINCT ?it ?node WHERE { ?it fm:contradicts|^fm:contradicts ?node }");

    /** What has a part in a statement, says it, supports it as an article or as a passage of one. */
    private static final Query ABOUT = query("""
            SELECT DISTINCT ?node ?p WHERE {
              {
                VALUES ?p { fm:subject fm:object fm:origin fm:event fm:about fm:place }
                ?node ?p ?it .
              } UNION {
                ?evidence fm:speaker ?it .
                ?node fm:evidence ?evidence .
                BIND ( fm:speaker AS ?p )
              } UNION {
                ?evidence oa:hasSource ?it .
                ?node fm:evidence ?evidence .
                BIND ( oa:hasSource AS ?p )
              } UNION {
                ?node fm:evidence ?it .
                BIND ( fm:evidence AS ?p )
              }
            }""");
    /** Kinds of statements, each with the theme that it belongs to. */
    private static final Query THEMES = query("""
            SELECT ?it ?node WHERE {
              ?it a fm:StatementKind ; skos:broader* ?node .
              FILTER NOT EXISTS { ?node skos:broader ?above }
            }""");

    /** Those of which an edge is drawn, and does not stand any more. */
    private static final Query ENDED = query("""
            SELECT DISTINCT ?it WHERE {
              ?it fm:kind ?kind ; fm:asserted true .
              ?kind fm:edgeCard ?card .
              ?card fm:edgeFrom ?tail ; fm:edgeProperty ?edge ; fm:edgeTo ?head .
              ?it ?tail ?from ; ?head ?to .
              FILTER NOT EXISTS { ?from ?edge ?to }
            }""");

    /**
     * One statement.
     *
     * @param says what it says
     * @param ended whether what it says held once, and no longer
     * @param evidence its passages, in their order in the articles
     * @param against the statements that cannot be true together with it; theirs are not told in turn
     */
    record Statement(Facts says, boolean ended, List<Facts> evidence, List<Statement> against) {
        String iri() {
            return says.iri();
        }

        /** The same with one of its passages only. */
        Statement only(String passage) {
            return new Statement(says, ended, evidence.stream().filter(one -> one.iri().equals(passage)).toList(), against);
        }

        boolean asserted() {
            return says.has(Facts.term("asserted"));
        }
    }

    private static Query query(String text) {
        return QueryFactory.create("""
                PREFIX fm: <https://w3id.org/firmament/ontology#>
                PREFIX oa: <http://www.w3.org/ns/oa#>
                PREFIX dcterms: <http://purl.org/dc/terms/>
                PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
                """ + text + " ORDER BY ?it ?node ?p ?o");
    }

    /** The statements that something has a part in, says, or supports as an article or a passage, by IRI: as what. */
    Map<String, Set<String>> about(String iri) {
        Map<String, Set<String>> parts = new LinkedHashMap<>();
        ask(ABOUT, List.of(iri)).forEach(row -> parts
                .computeIfAbsent(row.iri("node").orElseThrow(), s -> new LinkedHashSet<>())
                .add(row.iri("p").orElseThrow()));
        return parts;
    }

    /** The theme of each kind of statement: the row has it in column {@code node}. */
    Map<String, Row> themes() {
        Map<String, Row> themes = new HashMap<>();
        graph.read(view -> Answer.of(view.select(THEMES), view)).forEach(row -> themes.put(row.iri("it").orElseThrow(), row));
        return themes;
    }

    /** Some statements, in the given order; what is no statement is left out. */
    List<Statement> read(Collection<String> iris) {
        Map<String, Set<String>> against = new LinkedHashMap<>();
        ask(AGAINST, iris).forEach(row -> against
                .computeIfAbsent(row.iri("it").orElseThrow(), it -> new LinkedHashSet<>())
                .add(row.iri("node").orElseThrow()));
        Set<String> all = new LinkedHashSet<>(iris);
        against.values().forEach(all::addAll);
        var said = by("it", ask(SAID, all));
        var evidence = by("it", ask(EVIDENCE, all));
        var ended = by("it", ask(ENDED, all)).keySet();
        return iris.stream()
                .distinct()
                .filter(evidence::containsKey)
                .map(iri -> statement(iri, said, ended, evidence, against.getOrDefault(iri, Set.of()).stream()
                        .map(other -> statement(other, said, ended, evidence, List.of()))
                        .toList()))
                .toList();
    }

    private static Statement statement(
            String iri, Map<String, List<Row>> said, Set<String> ended, Map<String, List<Row>> evidence, List<Statement> against) {
        var passages = by("node", evidence.getOrDefault(iri, List.of())).entrySet().stream()
                .map(passage -> new Facts(passage.getKey(), passage.getValue()))
                .toList();
        return new Statement(new Facts(iri, said.getOrDefault(iri, List.of())), ended.contains(iri), passages, against);
    }

    private static Map<String, List<Row>> by(String column, Iterable<Row> rows) {
        Map<String, List<Row>> groups = new LinkedHashMap<>();
        rows.forEach(row -> row.iri(column).ifPresent(key -> groups.computeIfAbsent(key, k -> new ArrayList<>()).add(row)));
        return groups;
    }

    private Answer ask(Query query, Collection<String> iris) {
        var among = among(query, Var.alloc("it"), iris);
        return graph.read(view -> Answer.of(view.select(among), view));
    }

    /** The query for some things only, many at once. */
    static Query among(Query query, Var thing, Collection<String> iris) {
        var some = new ElementData();
        some.add(thing);
        iris.forEach(iri -> some.add(BindingFactory.binding(thing, NodeFactory.createURI(iri))));
        // First of all, so that everything else is looked up from here.
        var pattern = new ElementGroup();
        pattern.addElement(some);
        ((ElementGroup) query.getQueryPattern()).getElements().forEach(pattern::addElement);
        var among = query.cloneQuery();
        among.setQueryPattern(pattern);
        return among;
    }
}
