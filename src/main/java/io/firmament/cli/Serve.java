package io.firmament.cli;

import io.firmament.KnowledgeGraph;
import io.firmament.query.Question;
import io.firmament.serve.Server;
import io.firmament.serve.ServerOptions;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "serve",
        mixinStandardHelpOptions = true,
        description = "Serve pages, linked data and a SPARQL endpoint, for reading, until stopped.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:stopped", "2:the port is taken, or the data has errors"})
final class Serve implements Callable<Integer> {

    /** The first question to try, with its examples. */
    private static final String FIRST = "joined-from-outside";

    @Option(names = "--port", paramLabel = "N", description = "The port; 0 picks a free one; by default ${DEFAULT-VALUE}.")
    private int port = ServerOptions.DEFAULT_PORT;

    @Option(
            names = "--host",
            paramLabel = "H",
            description = "The address to listen on; by default ${DEFAULT-VALUE}, which is this machine only. 0.0.0.0 is all.")
    private String host = ServerOptions.LOOPBACK;

    @Option(names = "--timeout", paramLabel = "SECONDS", description = "Time for one query, 1 to 30; by default ${DEFAULT-VALUE}.")
    private int timeout = (int) ServerOptions.DEFAULT_TIMEOUT.toSeconds();

    @Option(
            names = "--sources",
            paramLabel = "DIR",
            description = "The folder with the articles, each as its identifier with .txt: passages are shown, and not only where they stand.")
    private @Nullable Path sources;

    @Option(
            names = "--base",
            paramLabel = "URL",
            description = "Where the world reaches this server, as https://example.org/, if that is not its own address: what it tells"
                    + " other machines begins so. The IRIs of the graph stay what they are.")
    private @Nullable String base;

    @Mixin
    private Federation federation = new Federation();

    @Mixin
    private Opening opening = new Opening();

    @Override
    public Integer call() {
        var local = new ServerOptions(port, host, Duration.ofSeconds(timeout), Optional.ofNullable(sources), Optional.empty());
        var options = base == null ? local : local.withBase(base);
        try (var graph = opening.builder().services(federation.services()).toServe().open();
                var server = graph.serve(options)) {
            Runtime.getRuntime().addShutdownHook(new Thread(server::close, "stop"));
            announce(graph, server);
            if (base == null && List.of("0.0.0.0", "::", "[::]").contains(host)) {
                System.out.println("What machines read here tells this address. Say with --base at which one others reach it.");
            }
            if (sources != null) {
                graph.passages(sources).faults().forEach(System.err::println);
            }
            server.join();
            return 0;
        }
    }

    private static void announce(KnowledgeGraph graph, Server server) {
        System.out.println("Firmament is ready.");
        System.out.println("  pages   " + server.address());
        System.out.println("  SPARQL  " + server.address() + "sparql");
        graph.catalogue().questions().stream().filter(q -> q.name().equals(FIRST)).findFirst().ifPresent(question -> {
            var address = server.address() + "query/" + question.name() + "?" + examples(question);
            System.out.println("A first question: " + question.summary() + "?");
            System.out.println("  " + address);
            System.out.println("  curl '" + address + "&format=csv'");
        });
        System.out.println("Stop with Ctrl-C.");
    }

    private static String examples(Question question) {
        return question.toFillIn().stream()
                .map(p -> p.name() + "=" + URLEncoder.encode(p.example(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }
}
