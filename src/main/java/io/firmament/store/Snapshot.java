package io.firmament.store;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.CheckedOutputStream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;

/**
 * A graph without blank nodes as a file that is read back fast: each term once, then the triples as numbers of terms,
 * then a checksum. Jena's own binary forms repeat each term in each triple; reading them takes three times as long. It
 * is made for one version of the program, and is no format for exchange.
 */
public final class Snapshot {

    private static final int BUFFER = 1 << 16;

    private Snapshot() {}

    /** Writes triples in their order; the stream below stays open. */
    public static void write(List<Triple> triples, OutputStream to) throws IOException {
        Map<Node, Integer> terms = new LinkedHashMap<>();
        triples.forEach(triple -> terms(triple).forEach(term -> terms.putIfAbsent(term, terms.size())));
        var checked = new CheckedOutputStream(to, new CRC32());
        var out = new DataOutputStream(new BufferedOutputStream(checked, BUFFER));
        out.writeInt(terms.size());
        for (var term : terms.keySet()) {
            write(term, out);
        }
        out.writeInt(triples.size());
        for (var triple : triples) {
            for (var term : terms(triple).toList()) {
                out.writeInt(terms.get(term));
            }
        }
        out.flush();
        out.writeLong(checked.getChecksum().getValue());
        out.flush();
    }

    private static Stream<Node> terms(Triple triple) {
        return Stream.of(triple.getSubject(), triple.getPredicate(), triple.getObject());
    }

    /** An IRI has neither a language nor a datatype; a literal has one of them. */
    private static void write(Node term, DataOutputStream out) throws IOException {
        write(term.isURI() ? term.getURI() : term.getLiteralLexicalForm(), out);
        var language = term.isURI() ? "" : term.getLiteralLanguage();
        write(language, out);
        write(term.isURI() || !language.isEmpty() ? "" : term.getLiteralDatatypeURI(), out);
    }

    private static void write(String text, DataOutputStream out) throws IOException {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    /**
     * Reads triples back.
     *
     * @throws IOException if the snapshot is damaged or not whole; then no triple is given
     */
    public static void read(byte[] snapshot, Consumer<Triple> work) throws IOException {
        var in = ByteBuffer.wrap(snapshot);
        var end = snapshot.length - Long.BYTES;
        var checksum = new CRC32();
        checksum.update(snapshot, 0, Math.max(0, end));
        if (end < 0 || in.getLong(end) != checksum.getValue()) {
            throw new IOException("The checksum differs.");
        }
        var terms = new Node[in.getInt()];
        for (int i = 0; i < terms.length; i++) {
            terms[i] = term(text(in), text(in), text(in));
        }
        for (int left = in.getInt(); left > 0; left--) {
            work.accept(Triple.create(terms[in.getInt()], terms[in.getInt()], terms[in.getInt()]));
        }
    }

    private static Node term(String text, String language, String datatype) {
        return !language.isEmpty() ? NodeFactory.createLiteralLang(text, language)
                : !datatype.isEmpty() ? NodeFactory.createLiteralDT(text, NodeFactory.getType(datatype))
                : NodeFactory.createURI(text);
    }

    private static String text(ByteBuffer in) {
        var length = in.getInt();
        var text = new String(in.array(), in.position(), length, StandardCharsets.UTF_8);
        in.position(in.position() + length);
        return text;
    }
}
