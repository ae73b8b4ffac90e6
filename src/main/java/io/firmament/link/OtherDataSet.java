package io.firmament.link;

import io.firmament.FirmamentException;
import io.firmament.read.TripleReader;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;

/** What another data set names: its things with an IRI, their names and classes. Not thread-safe. */
public final class OtherDataSet {

    private static final long MOST_TRIPLES = 50_000_000;
    private static final int MOST_THINGS = 1_000_000;
    private static final int MOST_NAMES = 50;

    /** The last is written with either scheme. */
    private static final Set<String> NAMES = Set.of(
            RDFS.label.getURI(),
            SKOS.prefLabel.getURI(),
            SKOS.altLabel.getURI(),
            "http://xmlns.com/foaf/0.1/name",
            "https://schema.org/name",
            "https://schema.org/alternateName",
            "https://schema.org/legalName");

    /**
     * A thing of the other data set.
     *
     * @param names in the order in which they stand there
     * @param types its classes
     */
    record Thing(Set<String> names, Set<String> types) {

        Optional<String> label() {
            return names.stream().findFirst();
        }
    }

    private final String source;
    private final Map<String, Thing> things = new TreeMap<>();
    private final Map<String, String> prefixes = new TreeMap<>();

    private OtherDataSet(String source) {
        this.source = source;
    }

    /**
     * Reads the names of a data set.
     *
     * @param file in any RDF syntax, as its ending says
     * @param source the IRI where the data set is from; relative IRIs are resolved against it
     * @throws FirmamentException if it cannot be read, is too large, or names nothing
     */
    public static OtherDataSet read(Path file, String source) {
        var set = new OtherDataSet(source);
        TripleReader.read(file, source, MOST_TRIPLES, set.new Collector());
        set.things.values().removeIf(thing -> thing.names().isEmpty());
        if (set.things.isEmpty()) {
            throw new FirmamentException(file + " names nothing: no IRI in it has a label or a name (rdfs, SKOS, FOAF, schema.org).");
        }
        return set;
    }

    private final class Collector implements TripleReader.Sink {

        @Override
        public void triple(Triple triple) {
            if (!triple.getSubject().isURI() || !triple.getPredicate().isURI()) {
                return;
            }
            var property = secure(triple.getPredicate().getURI());
            if (NAMES.contains(property) && triple.getObject().isLiteral()) {
                var names = thing(triple.getSubject().getURI()).names();
                if (names.size() < MOST_NAMES) {
                    names.add(triple.getObject().getLiteralLexicalForm().strip());
                }
            } else if (triple.getPredicate().equals(RDF.type.asNode()) && triple.getObject().isURI()) {
                thing(triple.getSubject().getURI()).types().add(secure(triple.getObject().getURI()));
            }
        }

        @Override
        public void prefix(String name, String iri) {
            prefixes.put(name, iri);
        }
    }

    /** As schema.org writes itself today. */
    private static String secure(String iri) {
        return iri.startsWith("http://schema.org/") ? "https" + iri.substring("http".length()) : iri;
    }

    private Thing thing(String iri) {
        if (things.size() >= MOST_THINGS && !things.containsKey(iri)) {
            throw new FirmamentException("The other data set has more than %,d things. Take a part of it.".formatted(MOST_THINGS));
        }
        return things.computeIfAbsent(iri, i -> new Thing(new LinkedHashSet<>(), new TreeSet<>()));
    }

    /** Where it is from. */
    String source() {
        return source;
    }

    /** Its things that have a name, by IRI. */
    Map<String, Thing> things() {
        return things;
    }

    /** The prefixes that it declares. */
    Map<String, String> prefixes() {
        return prefixes;
    }
}
