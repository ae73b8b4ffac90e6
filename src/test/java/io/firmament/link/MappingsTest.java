package io.firmament.link;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.firmament.FirmamentException;
import io.firmament.Fixtures;
import io.firmament.match.Matcher;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Candidates in another data set, as SSSOM has them, and what a person makes of them. About three seconds. */
class MappingsTest {

    private static final LocalDate DAY = LocalDate.of(2024, 6, 30);
    private static final String SOURCE = "https://data.example.net/others.ttl";
    private static final String OTHERS = """
            @prefix o: <https://data.example.net/o/> .
            @prefix foaf: <http://xmlns.com/foaf/0.1/> .
            @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
            @prefix schema: <http://schema.org/> .
            @prefix skos: <http://www.w3.org/2004/02/skos/core#> .
            o:acme a schema:Organization ; schema:legalName "Acme Robotics Co., Ltd." ; schema:name "a\\tb\\n\\"c\\" | d"@en .
            o:lee a foaf:Person ; foaf:name "Ann Lee" .
            o:lee-again a schema:Person ; skos:prefLabel "李安" .
            o:walker a foaf:Person ; rdfs:label "Walker" .
            <https://elsewhere.example/x?id=9> rdfs:label "Beta Works" .
            o:unknown rdfs:label "Nothing of ours" .
            [] rdfs:label "Acme" .
            """;

    /** Of the <a href="https://mapping-commons.github.io/sssom/Mapping/">class Mapping</a>, in the order of the specification. */
    private static final List<String> SLOTS = List.of("subject_id", "subject_label", "predicate_id", "predicate_modifier", "object_id",
            "object_label", "mapping_justification", "reviewer_label", "mapping_cardinality", "confidence", "match_string", "comment");
    /** Of the <a href="https://mapping-commons.github.io/sssom/MappingSet/">class MappingSet</a>. */
    private static final List<String> OF_SET = List.of("curie_map", "mapping_set_id", "mapping_set_description", "license", "subject_source",
            "object_source", "mapping_tool", "mapping_tool_version", "mapping_date");
    private static final Set<String> BUILT_IN = Set.of("owl", "rdf", "rdfs", "semapv", "skos", "sssom", "xsd", "linkml");

    @TempDir
    private Path folder;

    private Path mappings;
    private Path decisions;

    @BeforeEach
    void nameFiles() {
        mappings = folder.resolve("candidates.sssom.tsv");
        decisions = folder.resolve("mappings.ttl");
    }

    private MappingSet find() throws IOException {
        var others = Files.writeString(folder.resolve("others.ttl"), OTHERS);
        var decided = Files.exists(decisions) ? Files.readString(decisions).replaceAll("(?m)^#.*$|^PREFIX (xsd|owl|rdfs|skos) .*$", "") : "";
        try (var store = Fixtures.derived(folder, decided)) {
            var matcher = store.read(Matcher::from);
            return store.read(view -> MappingFinder.from(view, matcher, "en")).find(OtherDataSet.read(others, SOURCE));
        }
    }

    private List<Map<String, String>> write() throws IOException {
        find().write(mappings, "https://creativecommons.org/licenses/by/4.0/", DAY, "1.0", true);
        return read(mappings);
    }

    /** Reads and checks a mapping set as its specification has it, apart from how ours is written. */
    private static List<Map<String, String>> read(Path file) throws IOException {
        var text = Files.readString(file);
        assertFalse(text.startsWith("\uFEFF") || text.contains("\r"), "no byte order mark, and plain line breaks");
        var head = text.lines().takeWhile(line -> line.startsWith("#")).map(line -> line.substring(1)).toList();
        var slots = head.stream().filter(line -> !line.startsWith(" ")).map(line -> line.replaceFirst(":.*", "")).toList();
        assertEquals(OF_SET, slots, "the set's slots in their order");
        var prefixes = new TreeMap<String, String>();
        head.stream().filter(line -> line.startsWith("  ")).map(line -> line.strip().split(": ", 2)).forEach(pair -> prefixes.put(pair[0], pair[1].replace("\"", "")));
        assertEquals(head.stream().filter(line -> line.startsWith("  ")).sorted().toList(), head.stream().filter(line -> line.startsWith("  ")).toList());
        assertTrue(prefixes.keySet().stream().noneMatch(BUILT_IN::contains), prefixes::toString);
        assertTrue(head.contains("mapping_date: 2024-06-30") && head.stream().anyMatch(line -> line.matches("mapping_set_id: urn:uuid:[0-9a-f-]{36}")), head::toString);

        List<Map<String, String>> rows = new ArrayList<>();
        try (var reader = Files.newBufferedReader(file)) {
            for (int i = 0; i < head.size(); i++) {
                reader.readLine();
            }
            var table = TableReader.within(file, new TableFormat(java.nio.charset.StandardCharsets.UTF_8, '\t'), reader, head.size());
            assertEquals(SLOTS, table.header());
            for (var row = table.next(); row.isPresent(); row = table.next()) {
                var slotsOfRow = new HashMap<String, String>();
                for (int i = 0; i < SLOTS.size(); i++) {
                    slotsOfRow.put(SLOTS.get(i), row.get().values().get(i));
                }
                rows.add(slotsOfRow);
            }
        }
        for (var row : rows) {
            for (var slot : List.of("subject_id", "predicate_id", "object_id", "mapping_justification")) {
                var prefix = row.get(slot).replaceFirst(":.*", "");
                assertTrue(prefixes.containsKey(prefix) || BUILT_IN.contains(prefix), slot + " " + row.get(slot));
            }
            var confidence = Double.parseDouble(row.get("confidence"));
            assertTrue(confidence >= 0 && confidence <= 1, row::toString);
            var objects = rows.stream().filter(other -> other.get("subject_id").equals(row.get("subject_id"))).count();
            var subjects = rows.stream().filter(other -> other.get("object_id").equals(row.get("object_id"))).count();
            assertEquals((subjects > 1 ? "n" : "1") + ":" + (objects > 1 ? "n" : "1"), row.get("mapping_cardinality"));
        }
        return rows;
    }

    private void edit(String object, String predicate, String modifier, String justification, String reviewer) throws IOException {
        var lines = Files.readString(mappings).lines().map(line -> !line.contains("\to:" + object + "\t") ? line
                : line.replace("skos:closeMatch\t\t", predicate + "\t" + modifier + "\t").replace("semapv:LexicalMatching\t\t", justification + "\t" + reviewer + "\t"));
        Files.writeString(mappings, String.join("\n", lines.toList()) + "\n");
    }

    @Test
    void candidatesAreAMappingSetThatClaimsNoIdentity() throws IOException {
        var rows = write();
        assertEquals(
                List.of("ns1:acme o:acme 1:1", "ns1:ann o:lee 1:n", "ns1:ann o:lee-again 1:n", "ns1:beta ns2:x?id=9 1:1"),
                rows.stream().map(row -> row.get("subject_id") + " " + row.get("object_id") + " " + row.get("mapping_cardinality")).sorted().toList());
        assertTrue(rows.stream().allMatch(row -> row.get("predicate_id").equals("skos:closeMatch")
                && row.get("mapping_justification").equals("semapv:LexicalMatching") && row.get("reviewer_label").isEmpty()), rows::toString);
        assertEquals("the name itself (Acme Robotics); the legal form differs", rows.get(0).get("comment"));
    }

    @Test
    void whatAPersonDecidedIsLoadedAndNotProposedAgain() throws IOException {
        write();
        edit("lee", "skos:exactMatch", "", "semapv:ManualMappingCuration", "Li Wei");
        edit("lee-again", "skos:exactMatch", "Not", "semapv:MappingReview", "Zhao Min");
        var result = ReviewedMappings.read(mappings, DAY).writeTo(decisions);
        assertEquals(new ReviewedMappings.Result(2, List.of(), 2), result);
        var batch = Fixtures.baseWith(decisions);
        assertEquals(List.of(), Fixtures.checker().check(batch).findings());
        var written = Files.readString(decisions);
        assertTrue(written.contains("skos:exactMatch  <https://data.example.net/o/lee> .") && written.contains("\"Li Wei\"")
                && written.contains("\"2024-06-30\"^^xsd:date") && written.contains("sssom:NegatedPredicate"), written);
        assertFalse(written.contains("skos:exactMatch  <https://data.example.net/o/lee-again> ."), written);

        var again = find();
        assertEquals(2, again.decided());
        assertEquals(2, again.size());
        assertEquals(0, again.tied());
    }

    @Test
    void decisionsOfAFileThatIsReplacedAreKept() throws IOException {
        write();
        edit("lee", "skos:exactMatch", "", "semapv:ManualMappingCuration", "Li Wei");
        var decided = Files.readString(mappings);
        write();
        assertFalse(Files.readString(mappings).contains("Li Wei"));
        assertEquals(decided, Files.readString(mappings.resolveSibling(mappings.getFileName() + ".old")));
    }

    @Test
    void twoExactMatchesAreLookedAtAgain() throws IOException {
        write();
        edit("lee", "skos:exactMatch", "", "semapv:ManualMappingCuration", "Li Wei");
        edit("lee-again", "skos:exactMatch", "", "semapv:ManualMappingCuration", "Li Wei");
        assertEquals(List.of("https://example.org/ann is https://data.example.net/o/lee and https://data.example.net/o/lee-again"),
                ReviewedMappings.read(mappings, DAY).writeTo(decisions).severalExact());
    }

    @ParameterizedTest
    @CsvSource({
        "skos:exactMatch, '', semapv:LexicalMatching, Li Wei, skos:exactMatch takes a person's decision",
        "skos:exactMatch, '', semapv:ManualMappingCuration, '', a decision is somebody's",
        "owl:sameAs, '', semapv:ManualMappingCuration, Li Wei, 'the predicate is one of SKOS'",
        "skos:exactMatch, Never, semapv:ManualMappingCuration, Li Wei, the predicate_modifier is Not or nothing",
        "other:same, '', semapv:ManualMappingCuration, Li Wei, 'predicate_id \"other:same\" is no CURIE'",
    })
    void noIdentityWithoutAPersonAndNothingHalf(String predicate, String modifier, String justification, String reviewer, String message) throws IOException {
        write();
        edit("lee", predicate, modifier, justification, reviewer);
        edit("acme", "skos:exactMatch", "", "semapv:ManualMappingCuration", "Li Wei");
        var refusal = assertThrows(FirmamentException.class, () -> ReviewedMappings.read(mappings, DAY)).getMessage();
        assertTrue(refusal.startsWith("Nothing was written:\n  line ") && refusal.contains(message), refusal);
    }

    @Test
    void whatASpreadsheetMakesOfTheFileIsReadToo() throws IOException {
        write();
        edit("lee", "skos:exactMatch", "", "semapv:ManualMappingCuration", "Li Wei");
        var lines = Files.readString(mappings).lines().map(line -> line.startsWith("#") ? '"' + line.replace("\"", "\"\"") + "\"\t\t\t" : line).toList();
        Files.writeString(mappings, "\uFEFF" + String.join("\r\n", lines) + "\r\n");
        assertTrue(ReviewedMappings.isIn(mappings));
        assertEquals(1, ReviewedMappings.read(mappings, DAY).writeTo(decisions).written());
        assertTrue(Files.readString(decisions).contains("<https://data.example.net/o/lee> ."), Files.readString(decisions));
    }

    @Test
    void whatASpreadsheetWouldRunIsGuardedAndComesBackAsItWas() throws IOException {
        var others = Files.writeString(
                folder.resolve("formulas.ttl"), "@prefix o: <https://data.example.net/o/> . o:lee <http://xmlns.com/foaf/0.1/name> \"=Ann Lee\" .");
        try (var store = Fixtures.derived(folder, "")) {
            var matcher = store.read(Matcher::from);
            store.read(view -> MappingFinder.from(view, matcher, "en")).find(OtherDataSet.read(others, SOURCE))
                    .write(mappings, "https://creativecommons.org/licenses/by/4.0/", DAY, "1.0", true);
        }
        assertEquals(List.of("'=Ann Lee"), read(mappings).stream().map(row -> row.get("object_label")).toList());
        edit("lee", "skos:exactMatch", "", "semapv:ManualMappingCuration", "Li Wei");
        ReviewedMappings.read(mappings, DAY).writeTo(decisions);
        assertTrue(Files.readString(decisions).contains("\"=Ann Lee\""), Files.readString(decisions));
    }

    @ParameterizedTest
    @CsvSource({
        "x.ttl, 'this is no Turtle', cannot be read", "x.txt, 'Acme', is not an RDF file", "x.ttl, '<a> <b> <c> .', names nothing",
        "x.jsonld, '{\"@context\": \"https://example.org/context\"}', remote contexts are not fetched",
    })
    void whatCannotBeReadIsRefused(String name, String content, String message) throws IOException {
        var file = Files.writeString(folder.resolve(name), content);
        var refusal = assertThrows(FirmamentException.class, () -> OtherDataSet.read(file, SOURCE)).getMessage();
        assertTrue(refusal.contains(message), refusal);
    }
}
