package io.firmament.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.junit.jupiter.api.Test;

class SnapshotTest {

    private static final Node THING = NodeFactory.createURI("https://example.org/a");
    private static final List<Triple> TRIPLES = List.of(
            triple(THING),
            triple(NodeFactory.createLiteralString("")),
            triple(NodeFactory.createLiteralString("周畅 😀 \u0000 \u202E")),
            triple(NodeFactory.createLiteralLang("字节", "zh-Hans")),
            triple(NodeFactory.createLiteralLang("字节", "zh-Hant")),
            triple(NodeFactory.createLiteralDT("01", XSDDatatype.XSDinteger)),
            triple(NodeFactory.createLiteralDT("1", XSDDatatype.XSDinteger)),
            triple(NodeFactory.createLiteralDT("no date", XSDDatatype.XSDdate)),
            triple(NodeFactory.createLiteralDT("x", NodeFactory.getType("urn:type"))));

    private static Triple triple(Node object) {
        return Triple.create(THING, NodeFactory.createURI("urn:p"), object);
    }

    @Test
    void givesBackEveryTermAsItWasInTheSameOrder() throws IOException {
        assertEquals(TRIPLES, read(written(TRIPLES)));
        assertEquals(List.of(), read(written(List.of())));
    }

    @Test
    void isNotReadWhereAByteIsWrongOrMissing() throws IOException {
        var whole = written(TRIPLES);
        for (int i = 0; i < whole.length; i++) {
            var damaged = whole.clone();
            damaged[i] ^= 4;
            assertThrows(IOException.class, () -> read(damaged), "byte " + i);
            var cut = Arrays.copyOf(whole, i);
            assertThrows(IOException.class, () -> read(cut), i + " bytes");
        }
    }

    private static byte[] written(List<Triple> triples) throws IOException {
        var out = new ByteArrayOutputStream();
        Snapshot.write(triples, out);
        return out.toByteArray();
    }

    private static List<Triple> read(byte[] snapshot) throws IOException {
        List<Triple> triples = new ArrayList<>();
        Snapshot.read(snapshot, triples::add);
        return triples;
    }
}
