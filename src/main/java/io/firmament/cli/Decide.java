package io.firmament.cli;

import io.firmament.FirmamentException;
import io.firmament.link.ReviewedMappings;
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
            "Keep what a person decided in a review: of a table, same, different or unsure in its column decision, or undo;",
            "of a mapping set (SSSOM), the rows with a reviewer and semapv:ManualMappingCuration.",
            "The decisions go into a file that the next link respects, opened with --data; a later one replaces an earlier."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:written", "2:something cannot be read, or contradicts itself; then nothing is written"})
final class Decide implements Callable<Integer> {

    @Parameters(arity = "1", paramLabel = "REVIEW", description = "The review that link wrote, filled in.")
    private Path review = Path.of("");

    @Option(names = "--by", paramLabel = "NAME", description = "Who decided; a mapping set says it in each row.")
    private String by = "";

    @Option(names = {"-o", "--out"}, paramLabel = "FILE.ttl", required = true, description = "The file of decisions; those that it holds stay.")
    private Path out = Path.of("");

    @Mixin
    private TableOptions tableOptions = new TableOptions();

    @Override
    public Integer call() {
        return ReviewedMappings.isIn(review) ? mappings() : names();
    }

    private int mappings() {
        var result = ReviewedMappings.read(review, LocalDate.now()).writeTo(out);
        result.severalExact().forEach(each -> System.out.println("Look at this again: " + each));
        System.out.printf("%,d decided, %,d left open. Use them with --data %s%n", result.written(), result.open(), out);
        return 0;
    }

    private int names() {
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
