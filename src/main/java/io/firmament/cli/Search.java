package io.firmament.cli;

import io.firmament.FirmamentException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "search",
        mixinStandardHelpOptions = true,
        description = "Find an entity by any of its names, in any script, or by a part of one.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:something was found", "1:nothing was found"})
final class Search implements Callable<Integer> {

    @Parameters(arity = "1..*", paramLabel = "NAME", description = "A name; quotes around several words are not needed.")
    private String[] words = {};

    @Option(names = "--limit", paramLabel = "N", description = "At most N entities; by default ${DEFAULT-VALUE}.")
    private int limit = 10;

    @Mixin
    private Opening opening = new Opening();

    @Override
    public Integer call() {
        if (limit < 1) {
            throw new FirmamentException("--limit is a number from 1.");
        }
        try (var graph = opening.open()) {
            var matches = graph.search(String.join(" ", words), limit);
            matches.forEach(m -> System.out.printf(
                    "%s  %s%s%s%n    %s%n",
                    m.label(),
                    m.labelZh(),
                    m.kinds().isEmpty() ? "" : "  (" + String.join(", ", m.kinds()) + ")",
                    m.name().equals(m.label()) || m.name().equals(m.labelZh()) ? "" : "  by its name " + m.name(),
                    m.iri()));
            if (matches.isEmpty()) {
                System.err.println("Nothing is named \"" + String.join(" ", words) + "\".");
            }
            return matches.isEmpty() ? 1 : 0;
        }
    }
}
