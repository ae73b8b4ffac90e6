package io.firmament.cli;

import io.firmament.link.TableFormat;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say how a table is written, shared by the commands that read one. */
final class TableOptions {

    @Option(names = "--encoding", paramLabel = "NAME", description = "What the table is in, such as GB18030 or UTF-16; by default UTF-8.")
    private @Nullable String encoding;

    @Option(names = "--separator", paramLabel = "SIGN", description = "comma, tab, semicolon or a character; by default as the table's name says.")
    private @Nullable String separator;

    TableFormat format(Path table) {
        var format = TableFormat.of(table);
        if (encoding != null) {
            format = format.encodedIn(encoding);
        }
        return separator == null ? format : format.separatedBy(separator);
    }
}
