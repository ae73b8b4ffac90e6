package io.firmament.check;

import io.firmament.FirmamentException;
import io.firmament.read.Severity;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.query.QueryParseException;
import org.apache.jena.query.Syntax;

/**
 * A lint: a SELECT query that finds what is wrong, with what it means in its header. Each row is one finding; {@code
 * ?node} is what it is about; {@code ?property} and {@code ?value}, where bound, are the triple of it that is at fault;
 * all variables may stand in the message as {@code {name}}.
 *
 * @param name the file's name without its ending
 * @param severity from the header line {@code #+ severity: …}
 * @param message from the header line {@code #+ message: …}
 * @param query the query
 */
record Lint(String name, Severity severity, String message, Query query) {

    static Lint parse(Path file, String text) {
        var name = file.getFileName().toString().replaceFirst("\\.rq$", "");
        try {
            var severity = Arrays.stream(Severity.values())
                    .filter(s -> s.name().equalsIgnoreCase(header(file, text, "severity")))
                    .findFirst()
                    .orElseThrow(() -> new FirmamentException(file.getFileName() + ": severity is error, warning or info"));
            return new Lint(name, severity, header(file, text, "message"), QueryFactory.create(text, Syntax.syntaxSPARQL_11));
        } catch (QueryParseException e) {
            throw new FirmamentException(file.getFileName() + ":" + e.getLine() + ": " + e.getMessage(), e);
        }
    }

    private static String header(Path file, String text, String key) {
        Matcher line = Pattern.compile("^#\\+\\s*" + key + ":\\s*(.*?)\\s*$", Pattern.MULTILINE).matcher(text);
        if (!line.find()) {
            throw new FirmamentException(file.getFileName() + ": lacks the header line  #+ " + key + ": …");
        }
        return line.group(1);
    }
}
