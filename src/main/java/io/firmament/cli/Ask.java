package io.firmament.cli;

import io.firmament.FirmamentException;
import io.firmament.KnowledgeGraph;
import io.firmament.query.Answer;
import io.firmament.query.Format;
import io.firmament.query.Parameter;
import io.firmament.query.Question;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "query",
        mixinStandardHelpOptions = true,
        description = {
            "Ask a ready question by its name, or a SPARQL SELECT query in a file.",
            "Without a name, list the questions with their parameters."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:the answer has rows", "1:the answer is empty", "2:no such question, or a wrong parameter"})
final class Ask implements Callable<Integer> {

    @Parameters(arity = "0..1", paramLabel = "QUESTION|FILE.rq", description = "A question's name, or a file.")
    private @Nullable String question;

    @Option(
            names = {"-p", "--param"},
            paramLabel = "NAME=VALUE",
            description = "A parameter: an IRI, a slug, or any name of the entity, in any script; or a day as 2024-06-30.")
    private Map<String, String> parameters = new LinkedHashMap<>();

    @Option(
            names = {"-f", "--format"},
            description = "table (for the eye), csv, tsv or json (SPARQL results); by default ${DEFAULT-VALUE}.")
    private Format format = Format.TABLE;

    @Option(
            names = {"-c", "--columns"},
            split = ",",
            paramLabel = "A,B,…",
            description = "Only these columns, in this order.")
    private List<String> columns = List.of();

    @Option(names = "--lang", paramLabel = "TAG", description = "Language of labels, texts and summaries: en or zh-Hans; by default ${DEFAULT-VALUE}.")
    private String language = "en";

    @Mixin
    private Federation federation = new Federation();

    @Mixin
    private Opening opening = new Opening();

    @Override
    public Integer call() {
        try (var graph = opening.builder().services(federation.services()).open()) {
            if (question == null) {
                list(graph);
                return 0;
            }
            var answer = answer(graph, question);
            format.write(columns.isEmpty() ? answer : answer.columns(columns), language, System.out);
            return answer.rows().isEmpty() ? 1 : 0;
        }
    }

    private Answer answer(KnowledgeGraph graph, String question) {
        if (!question.endsWith(".rq")) {
            return graph.ask(question, graph.catalogue().get(question).inLanguage(language, parameters));
        }
        if (!parameters.isEmpty()) {
            throw new FirmamentException("A query in a file has no parameters; write the terms into it.");
        }
        try {
            return graph.query(Files.readString(Path.of(question)));
        } catch (IOException e) {
            throw new FirmamentException("Cannot read " + question + ". A question is named without .rq; a file with its path.", e);
        }
    }

    private void list(KnowledgeGraph graph) {
        var theme = "";
        var byTheme = graph.catalogue().questions().stream()
                .sorted(java.util.Comparator.comparing(Question::theme).thenComparing(Question::name))
                .toList();
        for (var each : byTheme) {
            if (!each.theme().equals(theme)) {
                theme = each.theme();
                System.out.println(theme.toUpperCase(java.util.Locale.ROOT));
            }
            System.out.println("  " + each.name() + "  " + (language.startsWith("zh") ? each.summaryZh() : each.summary()));
            for (Parameter parameter : each.toFillIn()) {
                System.out.println("      --param " + parameter.name() + "=" + parameter.example()
                        + (parameter.optional() ? "   (optional)" : ""));
            }
            for (var service : each.services()) {
                System.out.println("      --service " + service);
            }
        }
    }
}
