package io.firmament.query;

import io.firmament.store.Table;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.jena.query.ResultSet;
import org.apache.jena.query.ResultSetFormatter;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.binding.BindingBuilder;
import org.apache.jena.sparql.exec.RowSetStream;

/** How an answer is written: for the eye, or in the standard formats of SPARQL 1.1 results. */
public enum Format {
    /** Aligned columns with labels, for a terminal. */
    TABLE("text/plain"),
    /** <a href="https://www.w3.org/TR/sparql11-results-csv-tsv/">CSV</a>. */
    CSV("text/csv"),
    /** <a href="https://www.w3.org/TR/sparql11-results-csv-tsv/">TSV</a>. */
    TSV("text/tab-separated-values"),
    /** <a href="https://www.w3.org/TR/sparql11-results-json/">SPARQL results in JSON</a>. */
    JSON("application/sparql-results+json");

    private final String mediaType;

    Format(String mediaType) {
        this.mediaType = mediaType;
    }

    /** The media type, without parameters. */
    public String mediaType() {
        return mediaType;
    }

    /** Writes an answer in UTF-8; labels are in the language where there are such. */
    public void write(Answer answer, String language, OutputStream out) {
        switch (this) {
            case TABLE -> writeTable(answer, language, out);
            case CSV -> ResultSetFormatter.outputAsCSV(out, resultSet(answer.labelled(language)));
            case TSV -> ResultSetFormatter.outputAsTSV(out, resultSet(answer.labelled(language)));
            case JSON -> ResultSetFormatter.outputAsJSON(out, resultSet(answer.labelled(language)));
        }
    }

    /** The table as Jena's writers take it. */
    static ResultSet resultSet(Table table) {
        var variables = table.columns().stream().map(Var::alloc).toList();
        var rows = table.rows().stream()
                .map(row -> {
                    BindingBuilder binding = Binding.builder();
                    row.forEach((column, node) -> binding.add(Var.alloc(column), node));
                    return binding.build();
                })
                .iterator();
        return ResultSet.adapt(RowSetStream.create(variables, rows));
    }

    private static void writeTable(Answer answer, String language, OutputStream out) {
        var print = new PrintStream(out, false, StandardCharsets.UTF_8);
        List<List<String>> lines = new ArrayList<>();
        lines.add(answer.columns());
        answer.forEach(row -> lines.add(answer.columns().stream().map(c -> row.label(c, language)).toList()));
        var widths = new int[answer.columns().size()];
        lines.forEach(line -> {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], width(line.get(i)));
            }
        });
        for (int n = 0; n < lines.size(); n++) {
            print.println(join(lines.get(n), widths));
            if (n == 0) {
                print.println("-".repeat(Math.max(1, join(lines.get(0), widths).length())));
            }
        }
        print.println(answer.rows().size() == 1 ? "1 row" : answer.rows().size() + " rows");
        print.flush();
    }

    private static String join(List<String> cells, int[] widths) {
        var line = new StringBuilder();
        for (int i = 0; i < widths.length; i++) {
            line.append(cells.get(i)).append(" ".repeat(widths[i] - width(cells.get(i)) + 2));
        }
        return line.toString().stripTrailing();
    }

    /** Columns of a terminal: Chinese, Japanese and Korean characters and their punctuation take two. */
    private static int width(String text) {
        return text.codePoints().map(c -> isWide(c) ? 2 : 1).sum();
    }

    /** As <a href="https://www.unicode.org/reports/tr11/">UAX #11</a> has it, but for single characters. */
    private static boolean isWide(int c) {
        return c >= 0x1100 && c <= 0x115F
                || c >= 0x2E80 && c <= 0xA4CF
                || c >= 0xAC00 && c <= 0xD7A3
                || c >= 0xF900 && c <= 0xFAFF
                || c >= 0xFE30 && c <= 0xFE6F
                || c >= 0xFF01 && c <= 0xFF60
                || c >= 0xFFE0 && c <= 0xFFE6
                || c >= 0x1F300 && c <= 0x1F64F
                || c >= 0x20000 && c <= 0x3FFFD;
    }
}
