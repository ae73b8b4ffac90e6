package io.firmament.cli;

import io.firmament.FirmamentException;
import io.firmament.check.Report;
import io.firmament.read.Severity;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        description = {
            "Check data against the ontology: every shape and every lint, with file and line.",
            "Checks the data of the home, and with it the files or folders that are named."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:no errors", "1:errors that would block a load", "2:something could not be read"})
final class Check implements Callable<Integer> {

    @Parameters(arity = "0..*", paramLabel = "FILE|DIR", description = "More data, in any RDF syntax, to check with it.")
    private List<Path> files = List.of();

    @Option(
            names = "--accept",
            description = "If there are no errors, keep the finished graph in the home, so that the same content opens at once.")
    private boolean accept;

    @Option(names = "--all", description = "Show also what is only worth a look: gaps and conflicts.")
    private boolean all;

    @Mixin
    private Opening opening = new Opening();

    @Override
    public Integer call() {
        if (accept && !files.isEmpty()) {
            throw new FirmamentException("--accept is about the home; check further files without it.");
        }
        var report = accept ? opening.builder().accept() : opening.builder().check(files);
        report.findings().stream()
                .filter(f -> all || f.severity() != Severity.INFO)
                .forEach(f -> (f.severity() == Severity.ERROR ? System.err : System.out).println(f));
        System.out.println(count(report, Severity.ERROR, "error") + ", " + count(report, Severity.WARNING, "warning") + ", "
                + count(report, Severity.INFO, "note") + (all ? "" : " (--all shows the notes)"));
        return report.conforms() ? 0 : 1;
    }

    private static String count(Report report, Severity severity, String name) {
        var count = report.count(severity);
        return count + " " + name + (count == 1 ? "" : "s");
    }
}
