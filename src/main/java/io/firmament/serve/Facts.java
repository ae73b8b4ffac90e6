package io.firmament.serve;

import io.firmament.query.Row;
import io.firmament.vocab.FM;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;

/**
 * What the graph says of one node.
 *
 * @param iri the node
 * @param rows a property in column {@code p}, its value in {@code o}
 */
record Facts(String iri, List<Row> rows) {

    /** The IRI of one of our terms. */
    static String term(String name) {
        return FM.NS + name;
    }

    /** The rows of a property. */
    List<Row> of(String property) {
        return rows.stream().filter(row -> row.iri("p").equals(Optional.of(property))).toList();
    }

    boolean has(String property) {
        return !of(property).isEmpty();
    }

    /** Its classes. */
    Set<String> types() {
        return iris(RDF.type.getURI());
    }

    /** The IRIs that a property leads to. */
    Set<String> iris(String property) {
        return of(property).stream().flatMap(row -> row.iri("o").stream()).collect(Collectors.toSet());
    }

    /** Its label in a language. */
    Optional<String> label(String tag) {
        return of(RDFS.label.getURI()).stream()
                .filter(row -> language(row).equalsIgnoreCase(tag))
                .map(row -> row.label("o"))
                .findFirst();
    }

    /** The values of one of our properties, as they are shown; of texts those in the reader's language. */
    List<Cell> cells(String name, Visit visit) {
        return cellsOf(term(name), visit);
    }

    /** The same of any property, by its IRI. */
    List<Cell> cellsOf(String property, Visit visit) {
        return of(property).stream()
                .filter(row -> isFor(row, visit))
                .map(row -> Cell.of(row, "o", visit))
                .toList();
    }

    /** The first value of one of our properties as it is read; empty if there is none. */
    String text(String name, Visit visit) {
        return cells(name, visit).stream().map(Cell::text).findFirst().orElse("");
    }

    /** Whether a value is no text, or one in the reader's language, or in one that has no counterpart in it. */
    boolean isFor(Row row, Visit visit) {
        var tag = language(row);
        return tag.isEmpty() || tag.equals(visit.language().tag)
                || of(row.iri("p").orElse("")).stream().noneMatch(other -> language(other).equals(visit.language().tag));
    }

    private static String language(Row row) {
        return row.term("o").filter(Node::isLiteral).map(Node::getLiteralLanguage).orElse("");
    }
}
