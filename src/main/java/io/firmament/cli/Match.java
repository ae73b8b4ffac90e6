package io.firmament.cli;

import io.firmament.FirmamentException;
import io.firmament.match.Benchmark;
import io.firmament.match.Candidate;
import io.firmament.match.Matcher;
import io.firmament.match.Matching;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "match",
        mixinStandardHelpOptions = true,
        description = {
            "Tell which entity a name means, and why: in any script, in pinyin, with a legal form, with a slip.",
            "Where several fit, or one with something left open, it does not guess."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:the name means one entity; or the benchmark has run", "1:unsure, or none", "2:wrong use"})
final class Match implements Callable<Integer> {

    @Parameters(arity = "0..*", paramLabel = "NAME", description = "A name; quotes around several words are not needed.")
    private List<String> words = List.of();

    @Option(names = "--type", paramLabel = "CLASS|KIND", description = "What is meant, such as person, organization or app.")
    private String type = "";

    @Option(names = "--context", paramLabel = "NAME", description = "What belongs to it, such as an employer or a maker; repeatable.")
    private List<String> context = new ArrayList<>();

    @Option(names = "--lang", paramLabel = "TAG", description = "Language of the reasons: en or zh-Hans; by default ${DEFAULT-VALUE}.")
    private String language = "en";

    @Option(names = "--benchmark", arity = "1..*", paramLabel = "FILE.csv", description = {
        "Instead of a name: match those of tables with the columns text, type, context, expected, split and why,",
        "and show what goes wrong, precision and recall."
    })
    private List<Path> benchmarks = List.of();

    @Mixin
    private Opening opening = new Opening();

    @Override
    public Integer call() {
        if (words.isEmpty() == benchmarks.isEmpty()) {
            throw new FirmamentException("Give a name, or --benchmark with files.");
        }
        try (var graph = opening.open()) {
            return benchmarks.isEmpty() ? match(graph.matcher()) : benchmark(graph.matcher());
        }
    }

    private int match(Matcher matcher) {
        var matching = matcher.match(matcher.mention(String.join(" ", words), type, context));
        System.out.println(matching.verdict().name().toLowerCase(Locale.ROOT));
        matching.candidates().stream().limit(5).forEach(this::print);
        return matching.verdict() == Matching.Verdict.MATCH ? 0 : 1;
    }

    private void print(Candidate candidate) {
        System.out.printf(Locale.ROOT, "%.2f  %s  %s%n      %s%n", candidate.score(), candidate.label(), candidate.labelZh(), candidate.iri());
        candidate.reasons().forEach(reason -> System.out.printf(
                Locale.ROOT, "      %.2f  %s%n", reason.feature().weight(), reason.words(language)));
    }

    private int benchmark(Matcher matcher) {
        var all = new Benchmark(benchmarks.stream().flatMap(file -> Benchmark.run(file, matcher).outcomes().stream()).toList());
        all.wrong().forEach(Match::print);
        System.out.printf("%n%-10s %6s %10s %8s %8s%n", "split", "rows", "precision", "recall", "right");
        for (var split : all.outcomes().stream().map(o -> o.row().split()).collect(Collectors.toCollection(TreeSet::new))) {
            var figures = all.split(split).figures();
            System.out.printf(Locale.ROOT, "%-10s %6d %10.4f %8.4f %8.4f%n",
                    split, figures.rows(), figures.precision(), figures.recall(), figures.right());
        }
        return 0;
    }

    private static void print(Benchmark.Outcome outcome) {
        var row = outcome.row();
        System.out.println(row.text() + (row.type().isEmpty() ? "" : " [" + row.type() + "]")
                + (row.context().isEmpty() ? "" : " of " + row.context())
                + ": expected " + row.expected() + ", given " + outcome.given() + "  (" + row.split() + ": " + row.why() + ")");
    }
}
