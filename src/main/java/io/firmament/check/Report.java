package io.firmament.check;

import io.firmament.read.Finding;
import io.firmament.read.Severity;
import java.util.List;

/**
 * What the shapes and lints found, errors first.
 *
 * @param findings in the order of severity, file, line
 */
public record Report(List<Finding> findings) {

    public Report {
        findings = List.copyOf(new java.util.TreeSet<>(findings));
    }

    /** Whether nothing was found that blocks a load. */
    public boolean conforms() {
        return count(Severity.ERROR) == 0;
    }

    /** How many findings are of a severity. */
    public long count(Severity severity) {
        return findings.stream().filter(f -> f.severity() == severity).count();
    }
}
