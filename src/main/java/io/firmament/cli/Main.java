package io.firmament.cli;

import io.firmament.FirmamentException;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command line. Exit codes: 0 done; 1 an answer that scripts should notice; 2 wrong use or wrong input; 70 a fault of ours. */
@Command(
        name = "firmament",
        mixinStandardHelpOptions = true,
        versionProvider = Main.Version.class,
        synopsisSubcommandLabel = "COMMAND",
        description = "A knowledge graph of firms, people, products and deals, with the passage behind every fact.",
        footer = {
            "",
            "Start here:",
            "  firmament serve                                          a page and a SPARQL endpoint",
            "  firmament query                                          what can be asked",
            "  firmament query investors-of-firm --param firm=智谱     ask it",
            "  firmament search 字节                                    find an entity by any name",
            "  firmament export --format gexf --out sky.gexf            all of it, for graph tools",
            "",
            "Each command explains itself with --help."
        },
        subcommands = {Serve.class, Ask.class, Check.class, Migrate.class, Search.class, Match.class, Link.class, Decide.class, Stats.class, Span.class, Verify.class, Export.class})
public final class Main {

    /** What Java puts in the place of characters that the locale has no room for. */
    private static final char UNREADABLE = '\uFFFD';

    private Main() {}

    /** Runs a command and ends the process with its exit code. */
    public static void main(String[] arguments) {
        // Names are in Chinese as well, whatever the terminal's locale.
        System.setOut(new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8));
        System.setErr(new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8));
        var code = run(arguments);
        if (System.out.checkError() && code == 0) {
            System.err.println("The output could not be written.");
            code = 2;
        }
        if (code != 0 || arguments.length == 0 || !arguments[0].equals("serve")) {
            System.exit(code);
        }
    }

    static int run(String... arguments) {
        if (Arrays.stream(arguments).anyMatch(argument -> argument.indexOf(UNREADABLE) >= 0)) {
            System.err.println("Your locale does not let Chinese arguments through. Set it to UTF-8, as in: export LC_ALL=C.UTF-8");
            return 2;
        }
        return new CommandLine(new Main())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler((error, command, parsed) -> {
                    if (error instanceof FirmamentException) {
                        command.getErr().println(error.getMessage());
                        return 2;
                    }
                    command.getErr().println("A fault in Firmament itself; please report it with this:");
                    error.printStackTrace(command.getErr());
                    return 70;
                })
                .execute(arguments.length == 0 ? new String[] {"--help"} : arguments);
    }

    static String version() {
        var version = Main.class.getPackage().getImplementationVersion();
        return version == null ? "(built from source)" : version;
    }

    static final class Version implements CommandLine.IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {"firmament " + version()};
        }
    }
}
