package io.firmament.serve;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.firmament.query.Answer;
import io.firmament.store.Store;
import io.firmament.store.Table;
import java.io.StringReader;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.system.PrefixMap;
import org.apache.jena.riot.system.PrefixMapFactory;
import org.apache.jena.sparql.util.NodeFactoryExtra;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

/** Small answers to draw, and what every picture keeps to. */
final class Drawn {

    static final Visit ENGLISH = new Visit(null, Language.EN, Words.in(Language.EN), false);
    static final Visit CHINESE = new Visit(null, Language.ZH, Words.in(Language.ZH), true);

    /** A name as nobody has it, and a curator may still type it. */
    static final String HOSTILE = "\"><script>alert('1')</script> & [x] \u202Eevil \uD83D\uDE00 }}";

    private static final PrefixMap PREFIXES = PrefixMapFactory.create(Map.of(
            "fm", "https://w3id.org/firmament/ontology#",
            "kind", "https://w3id.org/firmament/ontology/kind/",
            "id", "https://w3id.org/firmament/id/",
            "xsd", "http://www.w3.org/2001/XMLSchema#"));

    private Drawn() {}

    /**
     * An answer without a graph behind it, so that things are called by the last part of their IRI.
     *
     * @param columns with spaces between them
     * @param rows terms as Turtle writes them, and words, with bars between them; {@code -} where a row has none
     */
    static Answer answer(String columns, List<String> rows) {
        var names = List.of(columns.split(" "));
        var table = new Table(names, rows.stream().map(row -> terms(names, row)).toList());
        try (var store = Store.inMemory()) {
            return store.read(view -> Answer.of(table, view));
        }
    }

    private static Map<String, Node> terms(List<String> names, String row) {
        var cells = Arrays.stream(row.split("\\|")).map(String::strip).toList();
        Map<String, Node> terms = new LinkedHashMap<>();
        for (int i = 0; i < cells.size(); i++) {
            if (!cells.get(i).equals("-")) {
                var word = cells.get(i).matches("[A-Za-z]+");
                terms.put(names.get(i), word ? NodeFactory.createLiteralString(cells.get(i)) : NodeFactoryExtra.parseNode(cells.get(i), PREFIXES));
            }
        }
        return terms;
    }

    /** Well-formed, and with nothing in it that the security policy forbids. */
    static Document sound(String svg) {
        assertFalse(svg.contains("<script") || svg.contains("style=") || svg.matches("(?s).* on\\w+=.*"), svg);
        assertTrue(svg.contains("aria-label="), "said to those who do not see it");
        assertFalse(svg.contains("NaN") || svg.contains("Infinity"), svg);
        return assertDoesNotThrow(() -> DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(svg))));
    }
}
