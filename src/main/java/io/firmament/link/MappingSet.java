package io.firmament.link;

import io.firmament.FirmamentException;
import io.firmament.vocab.FM;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/**
 * Candidates between our entities and another data set, written as <a
 * href="https://mapping-commons.github.io/sssom/spec-formats-tsv/">SSSOM/TSV</a>, the standard for tables of mappings. A
 * candidate claims a {@code skos:closeMatch} by its names and no identity: that takes a person. Immutable.
 */
public final class MappingSet {

    /** Those of a reviewer stand there empty, to be filled in. */
    private static final List<String> COLUMNS = List.of(
            "subject_id", "subject_label", "predicate_id", "predicate_modifier", "object_id", "object_label", "mapping_justification",
            "reviewer_label", "mapping_cardinality", "confidence", "match_string", "comment");

    private final OtherDataSet other;
    private final List<Mapping> mappings;
    private final long decided;
    private final Map<String, Integer> ofSubject = new HashMap<>();
    private final Map<String, Integer> ofObject = new HashMap<>();

    MappingSet(OtherDataSet other, List<Mapping> mappings, long decided) {
        this.other = other;
        this.mappings = List.copyOf(mappings);
        this.decided = decided;
        mappings.forEach(mapping -> {
            ofSubject.merge(mapping.subject(), 1, Integer::sum);
            ofObject.merge(mapping.object(), 1, Integer::sum);
        });
    }

    /** How many candidates there are. */
    public int size() {
        return mappings.size();
    }

    /** How many of them have a rival: one of the two ends stands in another candidate too. */
    public long tied() {
        return mappings.stream().filter(mapping -> !cardinality(mapping).equals("1:1")).count();
    }

    /** How many pairs were left out, for the graph holds a decision on them. */
    public long decided() {
        return decided;
    }

    private String cardinality(Mapping mapping) {
        return (ofObject.get(mapping.object()) > 1 ? "n" : "1") + ":" + (ofSubject.get(mapping.subject()) > 1 ? "n" : "1");
    }

    /**
     * Writes them.
     *
     * @param license the IRI of the licence of the mappings
     * @param replace whether the file may exist already
     * @throws FirmamentException if the file cannot be written
     */
    public void write(Path file, String license, LocalDate on, String version, boolean replace) {
        try (var begun = new NewFile(file, replace)) {
            try (var out = Files.newBufferedWriter(begun.begun(), StandardCharsets.UTF_8)) {
                write(license, on, version, out);
            }
            begun.setAside();
            begun.keep();
        } catch (IOException e) {
            throw new FirmamentException("Cannot write " + file + ": " + e, e);
        }
    }

    private void write(String license, LocalDate on, String version, Writer out) throws IOException {
        var curies = new Curies();
        curies.declare("firmament", FM.ID);
        curies.declare("w3id-firmament", FM.ROOT);
        other.prefixes().forEach(curies::declare);
        var rows = new ArrayList<List<String>>();
        mappings.forEach(mapping -> rows.add(row(mapping, curies)));
        rows.sort(Comparator.comparing((List<String> row) -> row.get(0)).thenComparing(row -> row.get(4)));
        var head = new ArrayList<String>();
        head.add("mapping_set_id: urn:uuid:" + UUID.nameUUIDFromBytes((other.source() + rows + on).getBytes(StandardCharsets.UTF_8)));
        head.add("mapping_set_description: " + quoted("Candidates, found by names, between Firmament and " + other.source() + "; none is reviewed unless it says so."));
        head.add("license: " + quoted(license));
        head.add("subject_source: " + curies.of(FM.ROOT + "dataset"));
        head.add("object_source: " + quoted(curies.of(other.source())));
        head.add("mapping_tool: Firmament");
        head.add("mapping_tool_version: " + quoted(version));
        head.add("mapping_date: " + on);
        out.write("#curie_map:\n");
        for (var prefix : curies.used().entrySet()) {
            out.write("#  " + prefix.getKey() + ": " + quoted(prefix.getValue()) + "\n");
        }
        for (var line : head) {
            out.write("#" + line + "\n");
        }
        var table = new TableFormat(StandardCharsets.UTF_8, '\t').csv().builder().setRecordSeparator("\n").get();
        var printer = table.print(out);
        printer.printRecord(COLUMNS);
        printer.printRecords(rows);
        printer.flush();
    }

    /** It is read in spreadsheets too, and the texts of others may be anything. */
    private List<String> row(Mapping mapping, Curies curies) {
        return List.of(
                curies.of(mapping.subject()), TableWriter.guarded(mapping.subjectLabel()), "skos:closeMatch", "",
                curies.of(mapping.object()), TableWriter.guarded(mapping.objectLabel()),
                "semapv:LexicalMatching", "", cardinality(mapping), String.format(Locale.ROOT, "%.3f", mapping.confidence()),
                TableWriter.guarded(escaped(mapping.match())), TableWriter.guarded(mapping.comment()));
    }

    /** One value of a column that may have several. */
    private static String escaped(String value) {
        return value.replace("\\", "\\\\").replace("|", "\\|");
    }

    /** As YAML takes it, whatever signs are in it. */
    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"").replaceAll("\\p{Cntrl}", " ") + '"';
    }
}
