package io.firmament.match;

import io.firmament.FirmamentException;
import io.firmament.store.View;
import io.firmament.vocab.Prefixes;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryFactory;

/** All entities of a graph with what tells them apart, by IRI. */
final class Register {

    private static final String PREFIXES = """
            PREFIX fm: <https://w3id.org/firmament/ontology#>
            PREFIX kind: <https://w3id.org/firmament/ontology/kind/>
            PREFIX dcterms: <http://purl.org/dc/terms/>
            PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
            PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
            """;
    private static final Query TYPES = query("""
            SELECT DISTINCT ?entity ?type ?only WHERE {
              ?entity a fm:Entity ; a|fm:kind/skos:broader* ?type .
              OPTIONAL { ?entity fm:onlyIn ?only }
            }""");
    private static final Query NAMES = query("""
            SELECT DISTINCT ?entity ?name ?label WHERE {
              VALUES ( ?property ?label ) { ( rdfs:label true ) ( skos:altLabel false ) }
              ?entity a fm:Entity ; ?property ?name .
            }
            ORDER BY DESC(?label) ?entity ?name""");
    private static final Query JUDGEMENTS = query("""
            SELECT DISTINCT ?judgement ?entity ?name ?feature ?article ?context WHERE {
              VALUES ( ?verdict ?feature ) { ( kind:same "JUDGED_SAME" ) ( kind:unsure "JUDGED_UNSURE" ) ( kind:different "JUDGED_DIFFERENT" ) }
              ?judgement fm:compares ?entity ; fm:name ?name ; fm:verdict ?verdict .
              ?entity a fm:Entity .
              OPTIONAL { ?judgement dcterms:source ?article }
              OPTIONAL { ?judgement fm:context ?context }
            }
            ORDER BY ?judgement ?entity ?article ?context""");
    /** Who works for a part, and what a part makes, is joined with the whole as well. */
    private static final Query EDGES = query("""
            SELECT DISTINCT ?entity ?other WHERE {
              ?card fm:edgeProperty ?edge .
              ?one ?edge ?another .
              ?one fm:partOf* ?entity .
              ?another fm:partOf* ?other .
              ?entity a fm:Entity . ?other a fm:Entity .
            }""");

    private final Map<String, Entry> entries = new TreeMap<>();
    private final Set<String> types = new TreeSet<>();

    private Register() {}

    private static Query query(String text) {
        return QueryFactory.create(PREFIXES + text);
    }

    static Register from(View view) {
        var register = new Register();
        view.select(TYPES).rows().forEach(row -> {
            var entry = register.entry(row.get("entity"));
            entry.types.add(row.get("type").toString());
            register.types.add(row.get("type").toString());
            entry.onlyThere |= row.containsKey("only");
        });
        view.select(NAMES).rows().forEach(row -> {
            var entry = register.entry(row.get("entity"));
            var name = row.get("name");
            var label = row.get("label").getLiteralLexicalForm().equals("true");
            if (label) {
                entry.labels.put(name.getLiteralLanguage(), name.getLiteralLexicalForm());
            }
            entry.add(name.getLiteralLexicalForm(), label ? Feature.LABEL : Feature.OTHER_NAME);
        });
        view.select(JUDGEMENTS).rows().stream()
                .collect(Collectors.groupingBy(row -> row.get("judgement"), LinkedHashMap::new, Collectors.toList()))
                .values()
                .forEach(register::judge);
        view.select(EDGES).rows().forEach(row -> {
            var one = register.entry(row.get("entity"));
            var other = register.entry(row.get("other"));
            one.neighbours.add(other.iri);
            other.neighbours.add(one.iri);
        });
        return register;
    }

    /** A name that an article has for an entity is one of its names; one from elsewhere is what somebody decided of it. */
    private void judge(List<Map<String, Node>> rows) {
        var row = rows.get(0);
        var entry = entry(row.get("entity"));
        var name = row.get("name").getLiteralLexicalForm();
        var feature = Feature.valueOf(row.get("feature").getLiteralLexicalForm());
        if (feature == Feature.JUDGED_SAME && row.containsKey("article")) {
            entry.add(name, Feature.OTHER_NAME);
            return;
        }
        var contexts = rows.stream()
                .filter(each -> each.containsKey("context"))
                .map(each -> each.get("context").getLiteralLexicalForm())
                .distinct()
                .toList();
        var detail = contexts.isEmpty() ? name : name + " / " + String.join(" / ", contexts);
        entry.judgements.add(new Entry.Judgement(Spelling.of(name), Spelling.folded(contexts), feature, detail));
    }

    private Entry entry(Node node) {
        return entries.computeIfAbsent(node.getURI(), Entry::new);
    }

    /** The class or kind of entities that has an IRI or, whatever its case, a local name. */
    String type(String name) {
        return types.stream()
                .filter(type -> type.equals(name) || Prefixes.localName(type).equalsIgnoreCase(name))
                .findFirst()
                .orElseThrow(() -> new FirmamentException("No class or kind is called \"" + name + "\". There are: "
                        + types.stream().map(Prefixes::localName).distinct().sorted().collect(Collectors.joining(", "))));
    }

    boolean has(String iri) {
        return entries.containsKey(iri);
    }

    Collection<Entry> entries() {
        return entries.values();
    }
}
