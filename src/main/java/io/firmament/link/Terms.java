package io.firmament.link;

import io.firmament.match.EditDistance;
import io.firmament.store.View;
import io.firmament.vocab.Prefixes;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryFactory;

/** The terms of the ontology, and which of them somebody may have meant. Immutable. */
public final class Terms {

    private static final Query TERMS = QueryFactory.create("""
            PREFIX owl: <http://www.w3.org/2002/07/owl#>
            PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
            PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
            SELECT ?term ?type ?label ?labelZh ?definition WHERE {
              { VALUES ?type { owl:Class owl:ObjectProperty owl:DatatypeProperty } ?term a ?type }
              UNION { ?term skos:inScheme ?type }
              ?term skos:definition ?definition FILTER ( LANG(?definition) = "en" )
              OPTIONAL { ?term rdfs:label ?label FILTER ( LANG(?label) = "en" ) }
              OPTIONAL { ?term rdfs:label ?labelZh FILTER ( LANG(?labelZh) = "zh-Hans" ) }
            } ORDER BY ?term ?type""");

    private final Map<String, Term> byIri = new TreeMap<>();

    private Terms() {}

    /** Reads all terms from a graph. */
    public static Terms from(View view) {
        var terms = new Terms();
        view.select(TERMS).rows().forEach(row -> terms.byIri.putIfAbsent(row.get("term").getURI(), new Term(
                row.get("term").getURI(), row.get("type").toString(), text(row, "label"), text(row, "labelZh"), text(row, "definition"))));
        return terms;
    }

    private static String text(Map<String, Node> row, String column) {
        return Optional.ofNullable(row.get(column)).map(Node::getLiteralLexicalForm).orElse("");
    }

    /** All of them, by IRI. */
    public Collection<Term> all() {
        return java.util.Collections.unmodifiableCollection(byIri.values());
    }

    /**
     * The terms of the same namespace that are spelt or called nearly as one that does not exist; failing that, those
     * whose definition has its words. Best first.
     *
     * @param iri what does not exist
     * @param limit how many at most
     */
    public List<Term> near(String iri, int limit) {
        var name = Prefixes.localName(iri);
        var namespace = iri.substring(0, iri.length() - name.length());
        var asked = name.toLowerCase(Locale.ROOT);
        var candidates = byIri.values().stream()
                .filter(term -> term.iri().equals(namespace + Prefixes.localName(term.iri())))
                .toList();
        var near = candidates.stream()
                .filter(term -> EditDistance.isNear(distance(asked, term), asked))
                .sorted(Comparator.comparing((Term term) -> distance(asked, term))
                        .thenComparing(term -> isClass(name) != isClass(Prefixes.localName(term.iri())))
                        .thenComparing(Term::iri))
                .limit(limit)
                .toList();
        return near.isEmpty() ? byWords(name, candidates, limit) : near;
    }

    private static boolean isClass(String name) {
        return !name.isEmpty() && Character.isUpperCase(name.charAt(0));
    }

    /** To its name or its label, whichever is nearer; a name that begins or ends with the other is one step away. */
    private static int distance(String asked, Term term) {
        return Stream.of(Prefixes.localName(term.iri()), term.label())
                .map(known -> known.replace(" ", "").toLowerCase(Locale.ROOT))
                .mapToInt(known -> asked.length() > 3 && known.length() > 3
                                && (known.startsWith(asked) || asked.startsWith(known) || known.endsWith(asked) || asked.endsWith(known))
                        ? 1
                        : EditDistance.distance(asked, known))
                .min()
                .orElseThrow();
    }

    private static List<Term> byWords(String name, List<Term> candidates, int limit) {
        var words = Arrays.stream(name.split("(?<=[a-z])(?=[A-Z])|[-_]"))
                .map(word -> word.toLowerCase(Locale.ROOT))
                .filter(word -> word.length() > 3)
                // Without what may be its ending: employs, employed and employer are at home in one definition.
                .map(word -> word.substring(0, Math.max(4, word.length() - 2)))
                .toList();
        return candidates.stream()
                .filter(term -> hits(words, term) > 0)
                .sorted(Comparator.comparing((Term term) -> hits(words, term)).reversed().thenComparing(Term::iri))
                .limit(limit)
                .toList();
    }

    private static long hits(List<String> words, Term term) {
        var text = (term.label() + " " + term.definition()).toLowerCase(Locale.ROOT);
        return words.stream().filter(text::contains).count();
    }
}
