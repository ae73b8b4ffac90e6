package io.firmament.cli;

import io.firmament.FirmamentException;
import io.firmament.link.MappingFinder;
import io.firmament.link.OtherDataSet;
import io.firmament.link.TableLinker;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
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
            "What is not sure gets none: it goes into a review beside the result, for a person to decide; see decide.",
            "Or, with --to, find what in another data set may be our entities, as a table of mappings (SSSOM) to review."
        },
        footer = {
            "",
            "For example:",
            "  firmament link people.csv --column name --type person --context-column employer --out linked.csv",
            "  firmament decide linked.review.csv --by \"Li Wei\" --out decisions.ttl",
            "  firmament link people.csv --column name --type person --context-column employer --data decisions.ttl --out linked.csv --force",
            "  firmament link --to other.ttl --out candidates.sssom.tsv"
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:written", "2:something cannot be read or written; then nothing is"})
final class Link implements Callable<Integer> {

    @Parameters(arity = "0..1", paramLabel = "TABLE", description = "A table with a header: CSV, or with tabs if its name ends with .tsv.")
    private @Nullable Path table;

    @Option(names = "--column", paramLabel = "NAME", description = "The column with the names.")
    private @Nullable String column;

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

    @Option(
            names = "--to",
            paramLabel = "FILE|URL",
            description = "Instead of a table: another data set in any RDF syntax, or the http address of one, which is fetched.")
    private @Nullable String other;

    @Option(names = "--license", paramLabel = "IRI", description = "With --to: the licence of the mappings; by default unspecified.")
    private String license = "https://w3id.org/sssom/license/unspecified";

    @Option(names = "--force", description = "Replace the two if they exist; what was to be decided is kept as FILE.old.")
    private boolean force;

    @Option(names = "--lang", paramLabel = "TAG", description = "Language of labels and reasons: en or zh-Hans; by default ${DEFAULT-VALUE}.")
    private String language = "en";

    @Mixin
    private TableOptions tableOptions = new TableOptions();

    @Mixin
    private Opening opening = new Opening();

    @Override
    public Integer call() {
        if (other == null == (table == null)) {
            throw new FirmamentException("Name either a table, or another data set with --to.");
        }
        if (other != null) {
            return mappings(other);
        }
        if (column == null) {
            throw new FirmamentException("Say which column has the names, as in --column name.");
        }
        return table(table, column);
    }

    private int table(Path table, String column) {
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

    private int mappings(String other) {
        if (!Download.isAddress(other)) {
            var name = Optional.ofNullable(Path.of(other).getFileName()).orElseThrow(() -> new FirmamentException(other + " is no file."));
            return mappings(Path.of(other), Path.of("/").resolve(name).toUri().toString(), other);
        }
        try (var download = Download.of(other)) {
            return mappings(download.file(), other, other);
        } catch (IOException e) {
            throw new FirmamentException("What was fetched cannot be removed: " + e, e);
        }
    }

    private int mappings(Path file, String source, String name) {
        var set = OtherDataSet.read(file, source);
        try (var graph = opening.open()) {
            var matcher = graph.matcher();
            var found = graph.read(view -> MappingFinder.from(view, matcher, language)).find(set);
            found.write(out, license, LocalDate.now(), Main.version(), force);
            System.out.printf("%,d candidates in %s, %,d of them with a rival; %,d pairs are decided already%n",
                    found.size(), name, found.tied(), found.decided());
            if (found.size() > 0) {
                System.out.printf("To decide: %s; set skos:exactMatch, semapv:ManualMappingCuration and reviewer_label where they are the same, then: decide %s --out decisions.ttl%n", out, out);
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
