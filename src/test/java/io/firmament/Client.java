package io.firmament;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.firmament.serve.Server;
import io.firmament.serve.ServerOptions;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A program that shares nothing with us or Jena and reads what the server gives, told on its standard input what to do.
 * It asks no other server than this one.
 *
 * @param command how it is started
 * @param missing what it needs and is not here, as tests say it when they skip; empty if all is here
 */
record Client(List<String> command, String missing) {

    /** What all clients talk to: the real graph. It runs until the tests end. */
    static final KnowledgeGraph GRAPH = KnowledgeGraph.open();

    /** The address of its home page, without the slash at the end. */
    static final String HOME = serve();

    /** What IRIs of ours begin with; they are not registered yet, so clients look for them at {@link #HOME}. */
    static final String PUBLISHED = "https://w3id.org/firmament";

    private static final int MOST_SECONDS = 180;
    private static final Path NODE = Path.of("src/test/node");

    private static String serve() {
        var server = GRAPH.serve(ServerOptions.defaults().withPort(0));
        Runtime.getRuntime().addShutdownHook(new Thread(server::close));
        return withoutSlash(server);
    }

    private static String withoutSlash(Server server) {
        return server.address().toString().replaceFirst("/$", "");
    }

    /** A script of {@code src/test/node}. */
    static Client node(String script) {
        var missing = !onPath("node")
                ? "no Node on the PATH (Debian: apt install nodejs npm)"
                : !Files.isDirectory(NODE.resolve("node_modules")) ? "no libraries for Node: run  npm ci --prefix " + NODE : "";
        return new Client(List.of("node", NODE.resolve(script).toString()), missing);
    }

    /** A script of {@code src/test/python}. The system's packages are for the system's Python, which need not be the first. */
    static Client python(String script) {
        var python = Stream.of("python3", "/usr/bin/python3").filter(each -> succeeds(each, "-c", "import rdflib")).findFirst();
        return new Client(
                List.of(python.orElse("python3"), Path.of("src/test/python", script).toString()),
                python.isPresent() ? "" : "no Python with rdflib on the PATH (Debian: apt install python3-rdflib)");
    }

    /** Raptor, which is written in C. */
    static Client rapper(String... arguments) {
        var missing = onPath("rapper") ? "" : "no rapper on the PATH (Debian: apt install raptor2-utils)";
        return new Client(Stream.concat(Stream.of("rapper"), Arrays.stream(arguments)).toList(), missing);
    }

    private static boolean onPath(String program) {
        return Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }

    private static boolean succeeds(String... command) {
        try {
            return new ProcessBuilder(command).redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD).start().waitFor() == 0;
        } catch (IOException | InterruptedException e) {
            return false;
        }
    }

    /** Skips the test if something is missing, and says what. */
    void orSkip() {
        assumeTrue(missing.isEmpty(), () -> {
            var reason = "skipped: " + missing;
            System.out.println(reason);
            return reason;
        });
    }

    /** Runs it to its end; the answer is what it prints. */
    String run(String input) {
        try {
            var in = Files.writeString(Files.createTempFile("firmament", ".in"), input).toFile();
            var out = Files.createTempFile("firmament", ".out");
            var errors = Files.createTempFile("firmament", ".err");
            var process = new ProcessBuilder(command)
                    .redirectInput(in).redirectOutput(out.toFile()).redirectError(errors.toFile()).start();
            try {
                assertTrue(process.waitFor(MOST_SECONDS, TimeUnit.SECONDS), () -> "still running: " + command);
                assertEquals(0, process.exitValue(), Files.readString(errors));
                return Files.readString(out);
            } finally {
                process.destroyForcibly();
                in.delete();
                Files.delete(out);
                Files.delete(errors);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
