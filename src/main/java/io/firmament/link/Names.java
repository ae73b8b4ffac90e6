package io.firmament.link;

import io.firmament.vocab.Prefixes;
import io.firmament.FirmamentException;
import io.firmament.match.EditDistance;
import io.firmament.store.View;
import io.firmament.vocab.FM;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryFactory;

/**
 * All names of all entities, articles and kinds. A text finds a name whatever its case, width, accents, spaces and
 * punctuation (compatibility forms are folded as <a href="https://unicode.org/reports/tr15/">NFKC</a> says); other
 * scripts are found because the graph holds the names in them. Immutable.
 */
public final class Names {

    private static final Query NAMES = QueryFactory.create("""
            PREFIX fm: <https://w3id.org/firmament/ontology#>
            PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
            PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
            PREFIX dcterms: <http://purl.org/dc/terms/>
            SELECT DISTINCT ?thing ?property ?name WHERE {
              VALUES ?class { fm:Entity fm:Article fm:Kind }
              VALUES ?property { rdfs:label skos:altLabel skos:notation dcterms:identifier }
              ?thing a ?class ; ?property ?name .
            }""");
    private static final Query TYPES = QueryFactory.create("""
            PREFIX fm: <https://w3id.org/firmament/ontology#>
            PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
            PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
            SELECT DISTINCT ?thing ?type ?kind WHERE {
              VALUES ?class { fm:Entity fm:Article fm:Kind }
              ?thing a ?class ; a|skos:inScheme ?type .
              OPTIONAL { ?thing fm:kind/rdfs:label ?kind FILTER ( LANG(?kind) = "en" ) }
            }""");

    private static final Pattern NO_LETTER_OR_DIGIT = Pattern.compile("[\\p{M}\\p{Z}\\p{P}\\p{S}\\p{C}]+");

    private final Map<String, Thing> things = new HashMap<>();
    /** Folded name, then the things that have it, each with the name as written. */
    private final TreeMap<String, Map<String, String>> byName = new TreeMap<>();

    private static final class Thing {
        final Set<String> types = new HashSet<>();
        final Set<String> kinds = new TreeSet<>();
        final Map<String, String> labels = new HashMap<>();
    }

    private Names() {}

    /** Reads all names from a graph. */
    public static Names from(View view) {
        var names = new Names();
        view.select(TYPES).rows().forEach(row -> {
            var thing = names.thing(row.get("thing"));
            thing.types.add(row.get("type").toString());
            Optional.ofNullable(row.get("kind")).ifPresent(k -> thing.kinds.add(k.getLiteralLexicalForm()));
        });
        view.select(NAMES).rows().forEach(row -> {
            var name = row.get("name");
            if (row.get("property").getURI().endsWith("#label")) {
                names.thing(row.get("thing")).labels.put(name.getLiteralLanguage(), name.getLiteralLexicalForm());
            }
            names.add(row.get("thing").getURI(), name.getLiteralLexicalForm());
        });
        names.things.keySet().forEach(iri -> {
            var slug = Prefixes.localName(iri);
            names.having(slug).putIfAbsent(iri, slug);
        });
        return names;
    }

    private Thing thing(Node node) {
        return things.computeIfAbsent(node.getURI(), iri -> new Thing());
    }

    /** Of names that differ in their case only, say, one is kept: whatever order a store gives them in, the same. */
    private void add(String iri, String name) {
        having(name).merge(iri, name, (a, b) -> a.compareTo(b) <= 0 ? a : b);
    }

    private Map<String, String> having(String name) {
        return byName.computeIfAbsent(fold(name), f -> new LinkedHashMap<>());
    }

    /**
     * Everything that a text may name, best first: exact names, then names that start with it, then names that hold it.
     *
     * @param text a name or a part of one, a slug, or an IRI
     * @param thingClass the IRI of the class to search in
     * @param limit how many at most
     */
    public List<Match> search(String text, String thingClass, int limit) {
        var folded = fold(text);
        if (folded.isEmpty()) {
            return List.of();
        }
        Map<String, Match> found = new HashMap<>();
        byName.forEach((name, having) -> {
            var at = name.indexOf(folded);
            if (at >= 0) {
                var how = name.length() == folded.length() ? Match.How.EXACT : at == 0 ? Match.How.START : Match.How.INSIDE;
                having.forEach((iri, written) -> found.merge(
                        iri, match(iri, written, how), (a, b) -> a.how().compareTo(b.how()) <= 0 ? a : b));
            }
        });
        byIri(text).ifPresent(iri -> found.put(iri, match(iri, text, Match.How.EXACT)));
        return found.values().stream()
                .filter(match -> match.types().contains(thingClass))
                .sorted(Comparator.comparing(Match::how).thenComparing(m -> m.name().length()).thenComparing(Match::iri))
                .limit(limit)
                .toList();
    }

    /**
     * The things whose slug is nearly that of one which does not exist, or that begins with it, best first.
     *
     * @param iri what does not exist
     * @param limit how many at most
     */
    public List<Match> near(String iri, int limit) {
        var asked = Prefixes.localName(iri).toLowerCase(Locale.ROOT);
        return things.keySet().stream()
                .filter(known -> known.startsWith(FM.ID))
                .map(known -> Map.entry(known, distance(asked, Prefixes.localName(known).toLowerCase(Locale.ROOT))))
                .filter(known -> EditDistance.isNear(known.getValue(), asked))
                .sorted(Map.Entry.<String, Integer>comparingByValue()
                        .thenComparing(known -> known.getKey().length())
                        .thenComparing(Map.Entry::getKey))
                .limit(limit)
                .map(known -> match(known.getKey(), Prefixes.localName(known.getKey()), Match.How.INSIDE))
                .toList();
    }

    /** Of slugs; what only lacks its last words is one step away, and what differs much in length is not compared. */
    private static int distance(String asked, String known) {
        if (asked.length() > 3 && known.startsWith(asked + "-")) {
            return 1;
        }
        var longer = Math.abs(known.length() - asked.length());
        return longer <= asked.length() / 2 ? EditDistance.distance(asked, known) : Math.max(asked.length(), known.length());
    }

    /**
     * All things of a class by their IRIs, each with all its names.
     *
     * @param thingClass the IRI of the class
     */
    public SortedMap<String, List<Match>> all(String thingClass) {
        SortedMap<String, List<Match>> all = new TreeMap<>();
        byName.values().forEach(having -> having.forEach((iri, name) -> {
            if (things.get(iri).types.contains(thingClass)) {
                all.computeIfAbsent(iri, i -> new ArrayList<>()).add(match(iri, name, Match.How.EXACT));
            }
        }));
        return all;
    }

    /**
     * The one thing that a text names: by its IRI, else by its slug, else by any of its names.
     *
     * @throws FirmamentException if nothing of the class has that name, or several things have; the message lists them
     */
    public String resolve(String text, String thingClass) {
        var direct = byIri(text);
        if (direct.isPresent() && match(direct.get(), text, Match.How.EXACT).types().contains(thingClass)) {
            return direct.get();
        }
        var exact = byName.getOrDefault(fold(text), Map.of()).entrySet().stream()
                .map(named -> match(named.getKey(), named.getValue(), Match.How.EXACT))
                .filter(match -> match.types().contains(thingClass))
                .sorted(Comparator.comparing(Match::iri))
                .toList();
        var bySlug = exact.stream().filter(m -> Prefixes.localName(m.iri()).equals(text)).toList();
        if (bySlug.size() == 1) {
            return bySlug.get(0).iri();
        }
        if (exact.size() == 1) {
            return exact.get(0).iri();
        }
        if (exact.size() > 1) {
            throw new FirmamentException("\"" + text + "\" fits several; say which: " + list(exact));
        }
        var type = Prefixes.localName(thingClass).toLowerCase(Locale.ROOT);
        var near = search(text, thingClass, 10);
        throw new FirmamentException("No " + type + " is named \"" + text + "\"."
                + (near.isEmpty() ? "" : " Did you mean: " + list(near)));
    }

    /** Resolves to a term. */
    public Node resolve(String text, Node thingClass) {
        return NodeFactory.createURI(resolve(text, thingClass.getURI()));
    }

    private static String list(List<Match> matches) {
        return String.join(
                ", ",
                matches.stream()
                        .map(m -> Prefixes.localName(m.iri()) + " (" + m.label() + ", " + m.labelZh() + ")")
                        .toList());
    }

    private Optional<String> byIri(String text) {
        var iri = text.startsWith("id:") ? FM.ID + text.substring(3) : text.strip();
        return things.containsKey(iri) ? Optional.of(iri) : Optional.empty();
    }

    private Match match(String iri, String name, Match.How how) {
        var thing = things.get(iri);
        var any = thing.labels.values().stream().sorted().findFirst().orElse(Prefixes.localName(iri));
        return new Match(
                iri,
                thing.labels.getOrDefault("en", any),
                thing.labels.getOrDefault("zh-Hans", any),
                Set.copyOf(thing.types),
                thing.kinds,
                name,
                how);
    }

    /** Lower case, compatibility forms folded, without accents, spaces and punctuation. */
    static String fold(String name) {
        var decomposed = Normalizer.normalize(name, Normalizer.Form.NFKD);
        return Normalizer.normalize(NO_LETTER_OR_DIGIT.matcher(decomposed).replaceAll(""), Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT);
    }
}
