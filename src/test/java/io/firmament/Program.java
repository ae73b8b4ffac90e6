package io.firmament;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** Runs a program as a user does, and sees what a user sees. */
final class Program {

    /** What a program that has ended left behind. */
    record Result(int exit, String out, String err) {}

    private static final int MOST_SECONDS = 120;

    private Program() {}

    /** Runs a shell line in the project's folder, to its end. */
    static Result shell(String line) {
        return run("bash", "-c", line);
    }

    static Result run(String... command) {
        try {
            var errors = java.nio.file.Files.createTempFile("firmament", ".err");
            var process = utf8(new ProcessBuilder(command)).redirectError(errors.toFile()).start();
            process.getOutputStream().close();
            var out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (!process.waitFor(MOST_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new AssertionError("still running after " + MOST_SECONDS + " s: " + List.of(command));
            }
            var err = java.nio.file.Files.readString(errors);
            java.nio.file.Files.delete(errors);
            return new Result(process.exitValue(), out, err);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static ProcessBuilder utf8(ProcessBuilder builder) {
        builder.environment().putIfAbsent("LC_ALL", "C.UTF-8");
        return builder;
    }

    /** A program that runs until it is closed; with it end the programs that it has started. */
    static final class Running implements AutoCloseable {

        private final Process process;
        private final BufferedReader out;

        Running(String... command) {
            try {
                process = utf8(new ProcessBuilder(command)).redirectErrorStream(true).start();
                out = process.inputReader(StandardCharsets.UTF_8);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        /** Reads what it prints up to a line. */
        String printedUpTo(Predicate<String> last) {
            var printed = new StringBuilder();
            try {
                for (var line = out.readLine(); line != null; line = out.readLine()) {
                    printed.append(line).append('\n');
                    if (last.test(line)) {
                        return printed.toString();
                    }
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            throw new AssertionError("ended early, after: " + printed);
        }

        /** Asks it to stop, as Ctrl-C does, and waits for its exit code. */
        int stop() {
            process.destroy();
            try {
                if (!process.waitFor(20, TimeUnit.SECONDS)) {
                    throw new AssertionError("does not stop");
                }
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
            return process.exitValue();
        }

        @Override
        public void close() {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }
}
