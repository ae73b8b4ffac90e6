package io.firmament.verify;

import java.util.List;
import java.util.function.ToIntFunction;

/**
 * What came of checking the citations.
 *
 * @param failures in the order of articles and positions
 * @param coverage by article, for those that could be read
 */
public record Verification(List<Failure> failures, List<Coverage> coverage) {

    /** A span that is longer shows little. */
    public static final int LONG = 200;

    /** So many in 100 long spans are too many. */
    public static final int LONG_PERCENT = 2;

    public Verification {
        failures = List.copyOf(failures);
        coverage = List.copyOf(coverage);
    }

    /** Whether every citation was found to hold. */
    public boolean holds() {
        return failures.isEmpty();
    }

    /** How many spans were checked. */
    public int citations() {
        return sum(Coverage::citations);
    }

    /** How many spans are longer than {@link #LONG}. */
    public int longSpans() {
        return sum(Coverage::longSpans);
    }

    /** Adds up a column of the coverage. */
    public int sum(ToIntFunction<Coverage> column) {
        return coverage.stream().mapToInt(column).sum();
    }
}
