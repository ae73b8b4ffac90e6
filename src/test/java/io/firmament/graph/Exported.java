package io.firmament.graph;

import io.firmament.Fixtures;
import io.firmament.query.Catalogue;
import io.firmament.store.Store;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.jena.query.Query;

/** Exports of small worlds, for the tests of this room. */
final class Exported {

    private static final Query EDGES = Catalogue.from(Path.of("queries")).get("edges-from").query();

    /** Names that break a format that is not careful: what is in them stands, Turtle's escapes are read by Turtle. */
    static final String HOSTILE = """
            ex:quotes a fm:Organization ; fm:kind kind:firm ;
                rdfs:label "\\"Quoted\\" 'firm', {[(<b>&amp;</b>)]} \\\\ back\\\\slash"@en , "\u201c\u5f15\u53f7\u201d\uff0c\u300c\u62ec\u53f7\u300d;\u201d"@zh-Hans .
            ex:script a fm:Person ;
                rdfs:label "<script>alert(1)</script> ]]> --> </data>"@en , "<script>\u5f39\u7a97</script>"@zh-Hans .
            ex:marks a fm:Person ;
                rdfs:label "\u202eright to left\u202c \u05e9\u05dc\u05d5\u05dd \ud83d\ude80 \ud83d\udc69\u200d\ud83d\udcbb \\tab"@en , "\u8868\u60c5\ud83d\ude80"@zh-Hans .
            <https://example.org/a_b/\u4e2d#x%%20y> a fm:Organization ; fm:kind kind:firm ;
                rdfs:label "two\\r\\nlines\\nand | a bar; =1+1"@en , "\u63a7\u5236\\u0001\\u0008\u7b26"@zh-Hans .

            ex:quotes-funds-script a fm:Statement ; fm:kind kind:investment ;
                fm:subject ex:quotes ; fm:object <https://example.org/a_b/\u4e2d#x%%20y> ; fm:date "2024-02" ;
                fm:gist "\\"Says\\" <it> & ]]> \\\\"@en , "\u201c\u8bf4\u201d<\u5b83>"@zh-Hans ;
                %s .
            ex:script-leads-quotes a fm:Statement ; fm:kind kind:role ;
                fm:subject ex:script ; fm:object ex:quotes ; fm:role kind:head ; fm:title "Head"@en , "\u4e3b\u7ba1"@zh-Hans ;
                %s .
            ex:quotes-fights-acme a fm:Statement ; fm:kind kind:rivalry ;
                fm:subject ex:quotes ; fm:object ex:acme ;
                %s .
            """.formatted(Fixtures.evidence(1, 9, "stated"), Fixtures.evidence(11, 19, "reported"), Fixtures.evidence(21, 29, "stated"));

    private Exported() {}

    static byte[] bytes(Store store, ExportFormat format, Selection selection, Level level, String language) {
        var out = new ByteArrayOutputStream();
        store.read(view -> {
            format.write(view, EDGES, selection, level, language, out);
            return out;
        });
        return out.toByteArray();
    }

    static String text(Store store, ExportFormat format, Level level, String language) {
        return new String(bytes(store, format, Selection.WHOLE, level, language), StandardCharsets.UTF_8);
    }

    /** What all formats of graph tools must tell. */
    static List<Vertex> vertices(Store store, Level level, String language) {
        List<Vertex> vertices = new ArrayList<>();
        return store.read(view -> {
            var drawing = new Drawing(view, Selection.WHOLE, EDGES, language);
            drawing.entities(vertices::add);
            if (level == Level.STATEMENTS) {
                drawing.statements(vertices::add);
            }
            return vertices;
        });
    }

    static List<Edge> edges(Store store, Level level, String language) {
        List<Edge> edges = new ArrayList<>();
        return store.read(view -> {
            var drawing = new Drawing(view, Selection.WHOLE, EDGES, language);
            if (level == Level.STATEMENTS) {
                drawing.parts(edges::add);
            } else {
                drawing.edges(edges::add);
            }
            return edges;
        });
    }
}
