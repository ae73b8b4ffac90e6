package io.firmament.check;

import io.firmament.read.Severity;
import java.util.Set;

/**
 * What a shape or a lint asks of data, for whoever wants to know before writing any.
 *
 * @param rule the name that findings have
 * @param severity whether it blocks a load
 * @param message what to write, in English; what differs from finding to finding is left out of it: …
 * @param terms the IRIs of the terms that it holds
 */
public record Demand(String rule, Severity severity, String message, Set<String> terms) {

    public Demand {
        message = message.replaceAll("\\{[?$]?\\w+}", "…");
        terms = Set.copyOf(terms);
    }

    /** Whether data that does not meet it is not loaded. */
    public boolean blocks() {
        return severity == Severity.ERROR;
    }
}
