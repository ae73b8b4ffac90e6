package io.firmament.cli;

import io.firmament.FirmamentException;
import io.firmament.link.ReviewedTable;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "decide",
        mixinStandardHelpOptions = true,
        description = {
            "Keep what a person decided in a review: same, different or unsure in its column decision, or undo.",
            "The decisions go into a file that the next link respects, opened with --data; a later one replaces an earlier."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:written", "2:something cannot be read, or contradicts itself; then nothing is written"})
final class Decide implements Callable<Integer> {

    @Parameters(arity = "1", paramLabel = "REVIEW", description = "The review that link wrote, filled in.")
    private Path review = Path.of("");

    @Option(names = "--by", paramLabel = "NAME", description = "Who decided.")
    private String by = "";

    @Option(names = {"-o", "--out"}, paramLabel = "FILE.ttl", required = true, description = "The file of decisions; those that it holds stay.")
    private Path out = Path.of("");

    @Mixin
    private TableOptions tableOptions = new TableOptions();

    @Override
    public Integer call() {
        if (by.isBlank()) {
            throw new FirmamentException("A decision is somebody's: say whose with --by \"NAME\".");
        }
        var result = ReviewedTable.read(review, tableOptions.format(review), by.strip(), LocalDate.now()).writeTo(out);
        result.replaced().forEach(each -> System.out.println("Replaced: " + each));
        System.out.printf("%,d new, %,d replaced, %,d undone, %,d left open. Use them with --data %s%n",
                result.added(), result.replaced().size(), result.undone(), result.open(), out);
        return 0;
    }
}
