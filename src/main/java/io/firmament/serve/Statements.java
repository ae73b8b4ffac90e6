package io.firmament.serve;

import io.firmament.KnowledgeGraph;
import io.firmament.query.Answer;
import io.firmament.query.Row;
import java.util.ArrayList;
import java.util.Collection;
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

        boolean asserted() {
            return says.has(Facts.term("asserted"));
        }
    }

    private static Query query(String text) {
        return QueryFactory.create("""
                PREFIX fm: <https://w3id.org/firmament/ontology#>
                PREFIX oa: <http://www.w3.org/ns/oa#>
                PREFIX dcterms: <http://purl.org/dc/terms/>
                """ + text + " ORDER BY ?it ?node ?p ?o");
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
