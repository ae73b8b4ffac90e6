package io.firmament.link;

import io.firmament.FirmamentException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;

/**
 * How a table is written: <a href="https://www.rfc-editor.org/rfc/rfc4180">CSV</a>, in what encoding, with what between its values.
 *
 * @param encoding UTF-8, unless somebody says otherwise
 * @param separator a comma, a tab, or what else stands between two values
 */
public record TableFormat(Charset encoding, char separator) {

    private static final Map<String, Character> SEPARATORS = Map.of("comma", ',', "tab", '\t', "semicolon", ';');

    /** UTF-8, with tabs in files that are called .tsv or .tab, else with commas. */
    public static TableFormat of(Path file) {
        var name = file.toString().toLowerCase(Locale.ROOT);
        return new TableFormat(StandardCharsets.UTF_8, name.endsWith(".tsv") || name.endsWith(".tab") ? '\t' : ',');
    }

    /**
     * The same in another encoding.
     *
     * @throws FirmamentException if there is no such encoding
     */
    public TableFormat encodedIn(String name) {
        try {
            return new TableFormat(Charset.forName(name), separator);
        } catch (IllegalArgumentException e) {
            throw new FirmamentException("There is no encoding " + name + "; there are UTF-8, GB18030, Big5, UTF-16 and others.", e);
        }
    }

    /**
     * The same with another separator.
     *
     * @param name comma, tab or semicolon, or the character itself
     * @throws FirmamentException if it is none of these
     */
    public TableFormat separatedBy(String name) {
        var known = SEPARATORS.get(name.toLowerCase(Locale.ROOT));
        if (known == null && (name.length() != 1 || "\"\r\n".contains(name))) {
            throw new FirmamentException("A separator is comma, tab, semicolon, or one character, and not \"" + name + "\".");
        }
        return new TableFormat(encoding, known == null ? name.charAt(0) : known);
    }

    CSVFormat csv() {
        return CSVFormat.RFC4180.builder().setDelimiter(separator).get();
    }
}
