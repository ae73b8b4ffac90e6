package io.firmament.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.firmament.store.Store;
import io.firmament.store.Table;
import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.sparql.util.NodeFactoryExtra;
import org.apache.jena.update.UpdateFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class FormatTest {

    private static Store store;

    @BeforeAll
    static void fill() {
        store = Store.inMemory();
        store.write(writer -> writer.apply(UpdateFactory.create("""
                PREFIX ex: <https://example.org/>
                PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
                INSERT DATA {
                  ex:acme rdfs:label "Acme, \\"the\\" firm"@en , "艾可美(机器人)"@zh-Hans ; ex:worth 5 .
                  ex:beta rdfs:label "贝塔"@zh-Hans ; ex:worth 2.5 .
                  ex:none ex:worth 1e0 .
                }""")));
    }

    @AfterAll
    static void close() {
        store.close();
    }

    private static Answer firms() {
        return answer("SELECT ?firm ?worth ?nothing WHERE { ?firm <https://example.org/worth> ?worth } ORDER BY ?firm");
    }

    private static Answer answer(String query) {
        return store.read(view -> Answer.of(view.select(QueryFactory.create(query)), view));
    }

    private static String written(Format format, Answer answer, String language) {
        var out = new ByteArrayOutputStream();
        format.write(answer, language, out);
        return out.toString(StandardCharsets.UTF_8).replace("\r\n", "\n");
    }

    @Test
    void csvHasALabelBehindEachThing() {
        assertEquals("""
                firm,firmLabel,worth,nothing
                https://example.org/acme,"Acme, ""the"" firm",5,
                https://example.org/beta,贝塔,2.5,
                https://example.org/none,none,1e0,
                """, written(Format.CSV, firms(), "en"));
    }

    @Test
    void tsvHasTermsAsInTurtle() {
        assertEquals("""
                ?firm\t?firmLabel\t?worth\t?nothing
                <https://example.org/acme>\t"艾可美(机器人)"\t5\t
                <https://example.org/beta>\t"贝塔"\t2.5\t
                <https://example.org/none>\t"none"\t1e0\t
                """, written(Format.TSV, firms(), "zh-Hans"));
    }

    @Test
    void jsonIsReadBackAsTheSameTerms() {
        var json = written(Format.JSON, firms(), "en");
        var back = org.apache.jena.query.ResultSetFactory.fromJSON(
                new java.io.ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)));
        assertEquals(List.of("firm", "firmLabel", "worth", "nothing"), back.getResultVars());
        var first = back.nextBinding();
        assertEquals(NodeFactoryExtra.parseNode("<https://example.org/acme>"), first.get("firm"));
        assertEquals(NodeFactoryExtra.parseNode("5"), first.get("worth"));
    }

    @Test
    void aTableIsAlignedThoughChineseCharactersAreWide() {
        assertEquals("""
                firm            worth  nothing
                ------------------------------
                艾可美(机器人)  5
                贝塔            2.5
                none            1e0
                3 rows
                """, written(Format.TABLE, firms(), "zh-Hans"));
    }

    @Test
    void kanaHangulAndFullWidthFormsAreWideAndAccentsAreNot() {
        var answer = answer("""
                SELECT ?a ?b WHERE { VALUES ( ?a ?b ) { ( "ソフト" 1 ) ( "삼성전" 1 ) ( "ＡＢＣ" 1 ) ( "Zoé123" 1 ) ( "😀𠀀甲" 1 ) } }""");
        assertEquals("""
                a       b
                ---------
                ソフト  1
                삼성전  1
                ＡＢＣ  1
                Zoé123  1
                😀𠀀甲  1
                5 rows
                """, written(Format.TABLE, answer, "en"));
    }

    @Test
    void anEmptyAnswerShowsItsColumnsAndThatThereAreNoRows() {
        var answer = answer("SELECT ?firm ?worth WHERE { ?firm <urn:nothing> ?worth }");
        assertEquals("firm  worth\n-----------\n0 rows\n", written(Format.TABLE, answer, "en"));
        assertEquals("firm,worth\n", written(Format.CSV, answer, "en"));
        assertTrue(written(Format.JSON, answer, "en").contains("\"bindings\": ["));
    }

    @Test
    void oneRowIsOneRow() {
        assertTrue(written(Format.TABLE, answer("SELECT ( 1 AS ?n ) WHERE {}"), "en").endsWith("\n1 row\n"));
    }

    @Test
    void aLabelThatTheQueryAsksForItselfIsNotAddedAgain() {
        var answer = answer("""
                SELECT ?firm ?firmLabel WHERE { VALUES ?firm { <https://example.org/acme> } BIND ( "own" AS ?firmLabel ) }""");
        assertEquals("firm,firmLabel\nhttps://example.org/acme,own\n", written(Format.CSV, answer, "en"));
    }

    @Test
    void aLabelFallsBackFromTheLanguageToEnglishToAnyToTheIri() {
        var rows = firms().rows();
        assertEquals("艾可美(机器人)", rows.get(0).label("firm", "zh-Hans"));
        assertEquals("艾可美(机器人)", rows.get(0).label("firm", "zh"));
        assertEquals("Acme, \"the\" firm", rows.get(0).label("firm", "fr"));
        assertEquals("贝塔", rows.get(1).label("firm"));
        assertEquals("none", rows.get(2).label("firm"));
        assertEquals("", rows.get(0).label("nothing"));
        assertEquals("", rows.get(0).label("no-such-column"));
    }

    @Test
    void aRowGivesValuesOfTheirTypeOrNone() {
        Map<String, Node> terms = Map.of(
                "integer", NodeFactoryExtra.parseNode("5"),
                "decimal", NodeFactoryExtra.parseNode("2.50"),
                "day", NodeFactoryExtra.parseNode("'2024-02-29'^^<http://www.w3.org/2001/XMLSchema#date>"),
                "zoned", NodeFactoryExtra.parseNode("'2024-02-29Z'^^<http://www.w3.org/2001/XMLSchema#date>"),
                "noDay", NodeFactoryExtra.parseNode("'2023-02-29'^^<http://www.w3.org/2001/XMLSchema#date>"),
                "infinite", NodeFactoryExtra.parseNode("'INF'^^<http://www.w3.org/2001/XMLSchema#double>"),
                "text", NodeFactoryExtra.parseNode("'text'"),
                "iri", NodeFactoryExtra.parseNode("<https://example.org/acme>"));
        var row = store.read(view -> Answer.of(new Table(List.copyOf(terms.keySet()), List.of(terms)), view)).rows().get(0);

        assertEquals(Optional.of(new BigDecimal("5")), row.number("integer"));
        assertEquals(0, new BigDecimal("2.5").compareTo(row.number("decimal").orElseThrow()));
        assertEquals(Optional.of(LocalDate.of(2024, 2, 29)), row.day("day"));
        assertEquals(Optional.of(LocalDate.of(2024, 2, 29)), row.day("zoned"));
        assertEquals(Optional.of("https://example.org/acme"), row.iri("iri"));
        assertEquals(Optional.empty(), row.day("noDay"));
        assertEquals(Optional.empty(), row.day("integer"));
        assertEquals(Optional.empty(), row.number("infinite"));
        assertEquals(Optional.empty(), row.number("text"));
        assertEquals(Optional.empty(), row.iri("text"));
        assertEquals(Optional.empty(), row.term("no-such-column"));
    }
}
