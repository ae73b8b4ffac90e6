package io.firmament;

import io.firmament.vocab.FM;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.sys.JenaSystem;
import org.apache.jena.tdb2.DatabaseMgr;
import org.apache.jena.tdb2.loader.LoaderFactory;
import org.apache.jena.tdb2.loader.base.LoaderOps;
import org.apache.jena.tdb2.sys.TDBInternal;
import org.apache.jena.vocabulary.OA;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;

/** A made-up graph as large as one likes, in our vocabulary, in a store as the program keeps it. */
final class ManyEdges {

    static {
        JenaSystem.init();
    }

    /** Each entity is the tail of so many edges. */
    static final int EDGES_OF_ENTITY = 5;

    private static final Node TYPE = RDF.type.asNode();
    private static final Node TRUE = NodeFactory.createLiteralDT("true", XSDDatatype.XSDboolean);

    /** Kinds of statement with the edges that they draw, those that can end among them. */
    private static final List<List<String>> KINDS = List.of(
            List.of("investment", "investedIn"), List.of("role", "worksFor"), List.of("rivalry", "competesWith"),
            List.of("partnership", "partnersWith"), List.of("membership", "memberOf"));

    private final StreamRDF out;

    private ManyEdges(StreamRDF out) {
        this.out = out;
    }

    /**
     * Makes a store that the program opens as it is, for its own ontology.
     *
     * @param folder what is given to the program as  --store
     * @param edges how many, a multiple of {@link #EDGES_OF_ENTITY}
     */
    static void store(Path folder, Path home, int edges) {
        var dataset = DatabaseMgr.connectDatasetGraph(folder.resolve("index").toString());
        try {
            var loader = LoaderFactory.sequentialLoader(dataset, LoaderOps.outputToLog());
            loader.startBulk();
            Fixtures.ontology().graph().stream().forEach(loader.stream()::triple);
            new ManyEdges(loader.stream()).write(edges);
            loader.finishBulk();
            Files.writeString(folder.resolve("fingerprint"), Home.in(home).fingerprint());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            TDBInternal.expel(dataset);
        }
    }

    private void write(int edges) {
        var article = id("article/made-up");
        add(article, TYPE, fm("Article"));
        add(article, fm("earliest"), day(0));
        add(article, fm("latest"), day(0));
        var entities = edges / EDGES_OF_ENTITY;
        for (int i = 0; i < entities; i++) {
            entity(entity(i), i);
        }
        for (int i = 0; i < entities; i++) {
            for (int j = 0; j < EDGES_OF_ENTITY; j++) {
                // What holds both ways is drawn from the IRI that comes first.
                var other = (i + 1 + j * 7919) % entities;
                statement(i * EDGES_OF_ENTITY + j, Math.min(i, other), Math.max(i, other), KINDS.get(j), article);
            }
        }
    }

    private void entity(Node entity, int i) {
        add(entity, TYPE, fm("Entity"));
        add(entity, TYPE, fm("Organization"));
        add(entity, fm("kind"), kind("firm"));
        add(entity, RDFS.label.asNode(), NodeFactory.createLiteralLang("Firm number " + i, "en"));
        add(entity, RDFS.label.asNode(), NodeFactory.createLiteralLang("\u7b2c" + i + "\u53f7\u4f01\u4e1a", "zh-Hans"));
    }

    private void statement(int i, int from, int to, List<String> kindAndEdge, Node article) {
        var statement = id("statement/s" + i);
        add(statement, TYPE, fm("Statement"));
        add(statement, fm("kind"), kind(kindAndEdge.get(0)));
        add(statement, fm("subject"), entity(from));
        add(statement, fm("object"), entity(to));
        add(statement, fm("asserted"), TRUE);
        add(statement, fm("earliest"), day(i));
        add(statement, fm("latest"), day(i));
        add(entity(from), fm(kindAndEdge.get(1)), entity(to));
        var evidence = id("statement/s" + i + "/made-up/0-1");
        add(statement, fm("evidence"), evidence);
        add(evidence, TYPE, fm("Evidence"));
        add(evidence, OA.hasSource.asNode(), article);
        add(evidence, fm("certainty"), kind("stated"));
    }

    private void add(Node subject, Node predicate, Node object) {
        out.triple(Triple.create(subject, predicate, object));
    }

    /** All of one length, so that their order is that of the numbers. */
    private static Node entity(int i) {
        return id("firm-%07d".formatted(i));
    }

    private static Node id(String slug) {
        return NodeFactory.createURI(FM.ID + slug);
    }

    private static Node kind(String slug) {
        return NodeFactory.createURI(FM.KIND + slug);
    }

    private static Node fm(String name) {
        return NodeFactory.createURI(FM.NS + name);
    }

    private static Node day(int i) {
        return NodeFactory.createLiteralDT(java.time.LocalDate.of(2023, 1, 1).plusDays(i % 700).toString(), XSDDatatype.XSDdate);
    }
}
