package io.firmament.query;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.datatypes.xsd.XSDDateTime;
import org.apache.jena.graph.Node;

/**
 * One row of an answer. Each getter is empty where the row has no value in the column, or none of that type. Immutable.
 */
public final class Row {

    private final Map<String, Node> terms;
    private final Labels labels;

    Row(Map<String, Node> terms, Labels labels) {
        this.terms = terms;
        this.labels = labels;
    }

    /** The RDF term in a column. */
    public Optional<Node> term(String column) {
        return Optional.ofNullable(terms.get(column));
    }

    /** The IRI in a column. */
    public Optional<String> iri(String column) {
        return term(column).filter(Node::isURI).map(Node::getURI);
    }

    /** What to show of a column: the English label of an entity, the text of a literal; empty if unbound. */
    public String label(String column) {
        return label(column, "en");
    }

    /** What to show of a column, with labels in the language where there are such; empty if unbound. */
    public String label(String column, String language) {
        return term(column).map(node -> labels.of(node, language)).orElse("");
    }

    /** The number in a column. */
    public Optional<BigDecimal> number(String column) {
        return literal(column, Number.class)
                .filter(n -> !(n instanceof Double || n instanceof Float) || Double.isFinite(n.doubleValue()))
                .map(n -> new BigDecimal(n.toString()));
    }

    /** The day in a column. */
    public Optional<LocalDate> day(String column) {
        return literal(column, XSDDateTime.class)
                .filter(d -> d.getNarrowedDatatype() == XSDDatatype.XSDdate)
                .map(d -> LocalDate.of(d.getYears(), d.getMonths(), d.getDays()));
    }

    private <T> Optional<T> literal(String column, Class<T> type) {
        return term(column)
                .filter(n -> n.isLiteral() && n.getLiteral().isWellFormed())
                .map(Node::getLiteralValue)
                .filter(type::isInstance)
                .map(type::cast);
    }

    @Override
    public String toString() {
        return terms.toString();
    }
}
