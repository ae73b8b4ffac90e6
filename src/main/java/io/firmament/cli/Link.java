package io.firmament.cli;

import io.firmament.FirmamentException;
import io.firmament.link.TableLinker;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "link",
        mixinStandardHelpOptions = true,
        description = {
            "Put our IRIs beside the names in a table, with score and reason.",
            "What is not sure gets none: it goes into a review beside the result, for a person to decide; see decide."
        },
        footer = {
            "",
            "For example:",
            "  firmament link people.csv --column name --type person --context-column employer --out linked.csv",
            "  firmament decide linked.review.csv --by \"Li Wei\" --out decisions.ttl",
            "  firmament link people.csv --column name --type person --context-column employer --data decisions.ttl --out linked.csv --force"
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:written", "2:something cannot be read or written; then nothing is"})
final class Link implements Callable<Integer> {

    @Parameters(arity = "1", paramLabel = "TABLE", description = "A table with a header: CSV, or with tabs if its name ends with .tsv.")
    private Path table = Path.of("");

    @Option(names = "--column", paramLabel = "NAME", required = true, description = "The column with the names.")
    private String column = "";

    @Option(names = "--type", paramLabel = "CLASS|KIND", description = "What all of them are, such as person, organization or app.")
    private String type = "";

    @Option(names = "--type-column", paramLabel = "NAME", description = "The column that says what each of them is.")
    private @Nullable String typeColumn;

    @Option(
            names = "--context-column",
            paramLabel = "NAME",
            description = "A column with what belongs to them, such as an employer or a maker; repeatable.")
    private List<String> contextColumns = List.of();

    @Option(names = {"-o", "--out"}, paramLabel = "FILE", required = true, description = "Where the table goes, with our columns behind its own.")
    private Path out = Path.of("");

    @Option(names = "--review", paramLabel = "FILE", description = "Where the unsure rows go; by default beside it: linked.review.csv.")
    private @Nullable Path review;

    @Option(names = "--force", description = "Replace the two if they exist.")
    private boolean force;

    @Option(names = "--lang", paramLabel = "TAG", description = "Language of labels and reasons: en or zh-Hans; by default ${DEFAULT-VALUE}.")
    private String language = "en";

    @Mixin
    private TableOptions tableOptions = new TableOptions();

    @Mixin
    private Opening opening = new Opening();

    @Override
    public Integer call() {
        var format = tableOptions.format(table);
        var reviewFile = review == null ? beside(out) : review;
        var columns = new TableLinker.Columns(column, contextColumns, Optional.ofNullable(typeColumn));
        try (var graph = opening.open()) {
            var counts = new TableLinker(graph.matcher(), language).link(table, format, columns, type, out, reviewFile, force);
            System.out.printf("%,d rows: %,d match, %,d unsure, %,d none%n", counts.rows(), counts.match(), counts.unsure(), counts.none());
            if (counts.candidates() > 0) {
                System.out.printf("To decide: %s (%,d candidates), then: decide %s --by \"your name\" --out decisions.ttl%n",
                        reviewFile, counts.candidates(), reviewFile);
            }
            return 0;
        }
    }

    /** As linked.review.csv beside linked.csv. */
    private static Path beside(Path out) {
        var name = out.getFileName();
        if (name == null) {
            throw new FirmamentException(out + " is no file.");
        }
        var dot = name.toString().lastIndexOf('.');
        var stem = dot < 0 ? name.toString() : name.toString().substring(0, dot);
        return out.resolveSibling(stem + ".review" + (dot < 0 ? "" : name.toString().substring(dot)));
    }
}
