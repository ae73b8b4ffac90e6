package io.firmament.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "migrate",
        mixinStandardHelpOptions = true,
        description = {
            "Rewrite data that uses terms which the ontology has given up, in the terms of today.",
            "Writes into another folder; the files themselves stay as they are. One that is rewritten comes as Turtle, without its"
                    + " comments and in another order; one with nothing to rewrite is copied.",
            "The rewriting is SPARQL 1.1 Update, one file for each version, in ontology/migrations: any other engine can do it as well."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:written", "2:something could not be read or written"})
final class Migrate implements Callable<Integer> {

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "Data in any RDF syntax.")
    private List<Path> files = List.of();

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "Where to write; files that are there are not replaced.")
    private Path out = Path.of("");

    @Mixin
    private Opening opening = new Opening();

    @Override
    public Integer call() {
        for (var file : files) {
            System.out.println((opening.builder().migrate(file, out) ? "rewritten           " : "nothing to rewrite  ") + file);
        }
        return 0;
    }
}
