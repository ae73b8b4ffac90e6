package io.firmament.cli;

import io.firmament.verify.Coverage;
import io.firmament.verify.Verification;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "verify",
        mixinStandardHelpOptions = true,
        description = {
            "Check each citation against its article, where you have the articles:",
            "the right file; the span inside it; a participant's name or the figure in the span, its sentence or the one"
                    + " before; no words of the article given as ours.",
            "Shows what fails, then what no statement cites."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:every citation holds",
            "1:some do not, or an article is missing or not the one that was read",
            "2:the folder or the graph cannot be read"
        })
final class Verify implements Callable<Integer> {

    @Option(
            names = "--sources",
            required = true,
            paramLabel = "DIR",
            description = "The folder with the articles, each as its identifier with .txt")
    private Path sources = Path.of("");

    @Option(names = "--article", paramLabel = "SLUG", description = "Check the citations of this article only.")
    private @Nullable String article;

    @Mixin
    private Opening opening = new Opening();

    @Override
    public Integer call() {
        try (var graph = opening.open()) {
            var result = article == null ? graph.verify(sources) : graph.verify(sources, article);
            result.failures().forEach(System.err::println);
            table(result);
            for (var covered : result.coverage()) {
                if (!covered.uncited().isEmpty()) {
                    System.out.println("\nNot cited of " + covered.article() + ":");
                    covered.uncited().forEach(sentence -> System.out.println("  " + sentence));
                }
            }
            System.out.println("\n" + summary(result));
            return result.holds() ? 0 : 1;
        }
    }

    private static void table(Verification result) {
        if (!result.coverage().isEmpty()) {
            var line = "%-30s %9s %8s %9s %10s %7s%n";
            System.out.printf(line, "article", "citations", "in span", "near span", "sentences", "cited");
            for (var c : result.coverage()) {
                System.out.printf(line, c.article(), c.citations(), c.inSpan(), c.inContext(), c.sentences(), c.cited());
            }
        }
    }

    private static String summary(Verification result) {
        var failures = result.failures().size();
        return "%d citations checked: %s; in %d the span holds the name or figure, in %d its sentence or the one before; %d spans longer than %d; %d of %d sentences cited"
                .formatted(
                        result.citations(), failures == 1 ? "1 failure" : failures + " failures", result.sum(Coverage::inSpan),
                        result.sum(Coverage::inContext), result.longSpans(), Verification.LONG, result.sum(Coverage::cited),
                        result.sum(Coverage::sentences));
    }
}
