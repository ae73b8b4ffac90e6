package io.firmament.link;

import io.firmament.FirmamentException;
import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Reads a table row by row, whatever its size, and refuses what is not one with the line where that shows. Not thread-safe. */
final class TableReader implements Closeable {

    private static final int MARK = '\uFEFF';

    /**
     * A row of a table.
     *
     * @param line where it begins, from 1
     * @param values as many as there are columns
     */
    record Row(long line, List<String> values) {}

    private final Path file;
    private final TableFormat format;
    private final long before;
    private final boolean marked;
    private final CSVParser parser;
    private final Iterator<CSVRecord> records;
    private final List<String> header;

    private TableReader(Path file, TableFormat format, Reader reader, long before, boolean marked) throws IOException {
        this.file = file;
        this.format = format;
        this.before = before;
        this.marked = marked;
        this.parser = CSVParser.builder().setReader(reader).setFormat(format.csv()).get();
        this.records = parser.iterator();
        this.header = next(0).map(Row::values).orElseThrow(() -> new FirmamentException(file + " is empty; a table has a header."));
    }

    /** Reads the header of a table in a file. */
    static TableReader open(Path file, TableFormat format) {
        try {
            var reader = reader(file, format);
            return new TableReader(file, format, reader, 0, skipMark(reader));
        } catch (IOException e) {
            throw unreadable(file, format, e);
        }
    }

    /**
     * Reads the header of a table that stands behind something else.
     *
     * @param reader stands where the table begins
     * @param before how many lines there are before
     */
    static TableReader within(Path file, TableFormat format, Reader reader, long before) {
        try {
            return new TableReader(file, format, reader, before, false);
        } catch (IOException e) {
            throw unreadable(file, format, e);
        }
    }

    static BufferedReader reader(Path file, TableFormat format) throws IOException {
        var decoder = format.encoding().newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        return new BufferedReader(new InputStreamReader(Files.newInputStream(file), decoder));
    }

    /** Many programs write a byte order mark first, and it is no part of the first column's name. */
    static boolean skipMark(Reader reader) throws IOException {
        reader.mark(1);
        if (reader.read() == MARK) {
            return true;
        }
        reader.reset();
        return false;
    }

    List<String> header() {
        return header;
    }

    /** Whether the file begins with a byte order mark. */
    boolean marked() {
        return marked;
    }

    /** What ends its lines. */
    String lineBreak() {
        return Optional.ofNullable(parser.getFirstEndOfLine()).orElse("\n");
    }

    /**
     * Where a column is.
     *
     * @throws FirmamentException if there is none of that name, or several
     */
    int column(String name) {
        if (Collections.frequency(header, name) > 1) {
            throw new FirmamentException(file + " has several columns \"" + name + "\". Give each a name of its own.");
        }
        var at = header.indexOf(name);
        if (at < 0) {
            throw new FirmamentException(file + " has no column \"" + name + "\"; it has: " + String.join(", ", header)
                    + (header.size() == 1 && header.get(0).contains(name) ? ". Is another sign the separator? Say it with --separator." : ""));
        }
        return at;
    }

    /** The next row, if there is one. Empty lines between rows are passed over, where there are several columns. */
    Optional<Row> next() {
        return next(header.size());
    }

    private Optional<Row> next(int columns) {
        var line = before;
        try {
            while (true) {
                line = before + parser.getCurrentLineNumber() + 1;
                if (!records.hasNext()) {
                    return Optional.empty();
                }
                var values = records.next().toList();
                if (columns == 0 || values.size() == columns) {
                    return Optional.of(new Row(line, values));
                }
                if (values.size() > 1 || !values.get(0).isEmpty()) {
                    throw new FirmamentException("%s:%d: %d values, where the header has %d columns. Is a quote missing, or is another sign the separator?"
                            .formatted(file, line, values.size(), columns));
                }
            }
        } catch (UncheckedIOException e) {
            if (e.getCause() instanceof CSVException) {
                throw new FirmamentException(file + ":" + line + ": a quote is opened in this row and not closed, or text stands behind one that is.", e);
            }
            throw unreadable(file, format, e.getCause());
        }
    }

    private static FirmamentException unreadable(Path file, TableFormat format, IOException e) {
        if (e instanceof CharacterCodingException || e.getCause() instanceof CharacterCodingException) {
            return new FirmamentException(file + " is not in " + format.encoding() + ": " + firstForeign(file, format)
                    + ". Say what it is in with --encoding, such as GB18030 (Excel in Chinese) or UTF-16.", e);
        }
        return new FirmamentException(Files.isReadable(file) && !Files.isDirectory(file)
                ? file + ": " + e.getMessage()
                : "No table " + file + " that can be read.", e);
    }

    /** The first line that the encoding does not let through; only where a line break is one byte. */
    private static String firstForeign(Path file, TableFormat format) {
        try (var in = Files.newBufferedReader(file, StandardCharsets.ISO_8859_1)) {
            var number = 0;
            for (var line = in.readLine(); line != null; line = in.readLine()) {
                number++;
                try {
                    format.encoding().newDecoder().decode(ByteBuffer.wrap(line.getBytes(StandardCharsets.ISO_8859_1)));
                } catch (CharacterCodingException e) {
                    return "line " + number;
                }
            }
        } catch (IOException e) {
            // It could be read a moment ago; then the message does without the line.
        }
        return "some bytes mean nothing in it";
    }

    @Override
    public void close() {
        try {
            parser.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
