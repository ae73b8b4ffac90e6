package io.firmament.read;

import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * Something that is wrong or doubtful in what was read.
 *
 * @param severity whether it blocks a load
 * @param rule the name of the shape or lint that found it, or {@code syntax}
 * @param origin where it is written; {@code null} where it is about the graph as a whole
 * @param node what it is about, in short form; empty where it is about a file
 * @param message what is wrong and what to do
 */
public record Finding(Severity severity, String rule, @Nullable Origin origin, String node, String message)
        implements Comparable<Finding> {

    private static final Comparator<Finding> ORDER = Comparator.comparing(Finding::severity)
            .thenComparing(f -> f.origin == null ? "" : f.origin.file())
            .thenComparing(f -> f.origin == null ? 0 : f.origin.line())
            .thenComparing(Finding::node)
            .thenComparing(Finding::rule)
            .thenComparing(Finding::message);

    @Override
    public int compareTo(Finding other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return (origin == null ? "" : origin + ": ")
                + severity.name().toLowerCase(java.util.Locale.ROOT)
                + ": "
                + (node.isEmpty() ? "" : node + ": ")
                + message
                + " ["
                + rule
                + "]";
    }
}
