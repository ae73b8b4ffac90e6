package io.firmament.link;

import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.file.Files;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVPrinter;

/** Writes a table row by row, with quotes where a value needs them. Not thread-safe. */
final class TableWriter implements Closeable {

    /** What a spreadsheet takes for a formula. */
    private static final Pattern FORMULA = Pattern.compile("'*[=+\\-@\\t\\r].*", Pattern.DOTALL);

    private final NewFile file;
    private final CSVPrinter printer;

    /**
     * Begins a table.
     *
     * @param marked whether with a byte order mark, as some programs want it
     */
    TableWriter(NewFile file, TableFormat format, String lineBreak, boolean marked) throws IOException {
        this.file = file;
        // An encoder, unlike a charset, says so where it has no bytes for a character.
        var out = new BufferedWriter(new OutputStreamWriter(Files.newOutputStream(file.begun()), format.encoding().newEncoder()));
        if (marked) {
            out.write('\uFEFF');
        }
        printer = new CSVPrinter(out, format.csv().builder().setRecordSeparator(lineBreak).get());
    }

    void write(List<String> values) throws IOException {
        printer.printRecord(values);
    }

    /** The table is whole. */
    void keep() throws IOException {
        printer.close();
        file.keep();
    }

    @Override
    public void close() throws IOException {
        try {
            printer.close();
        } finally {
            file.close();
        }
    }

    /** A text that a spreadsheet shows and does not reckon: what looks like a formula gets an apostrophe in front. */
    static String guarded(String text) {
        return FORMULA.matcher(text).matches() ? "'" + text : text;
    }

    /** The text that was guarded. */
    static String unguarded(String text) {
        return text.startsWith("'") && FORMULA.matcher(text).matches() ? text.substring(1) : text;
    }
}
