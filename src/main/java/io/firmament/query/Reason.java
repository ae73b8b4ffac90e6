package io.firmament.query;

/**
 * One reason why a query has no answer.
 *
 * @param fault what is wrong
 * @param part the part of the query that is to blame, as SPARQL in one line
 * @param other what belongs to it: the pattern that it does not fit, or what would have matched; empty if nothing does
 */
public record Reason(Fault fault, String part, String other) {

    /** What may be wrong with a part of a query. */
    public enum Fault {
        /** It matches nothing, whatever stands around it. */
        ALONE,
        /** It matches nothing; with subject and object exchanged, which {@link Reason#other} has, there would be an answer. */
        REVERSED,
        /** It matches nothing; with the language tag or datatype that {@link Reason#other} has, there would be an answer. */
        LITERAL,
        /** It matches, and so does the other, but nothing fits both. */
        TOGETHER,
        /** It matches, but nothing that fits all that stands before it. */
        BEFORE,
        /** A condition that nothing meets. */
        FILTER,
        /** A condition that nothing meets; {@link Reason#other}, which minds no language or datatype, would be met. */
        COMPARED,
        /** It takes everything away. */
        MINUS,
        /** It matches, but not in a graph with a name, or in the graphs that {@code FROM} names. */
        GRAPH,
        /** Groups there are, but none that meets this condition. */
        HAVING,
        /** Rows there are, but LIMIT or OFFSET leaves none. */
        SLICE
    }
}
