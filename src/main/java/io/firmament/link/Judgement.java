package io.firmament.link;

import io.firmament.vocab.FM;
import io.firmament.vocab.Prefixes;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;

/**
 * A decision whether a name means an entity, as the ontology's {@code fm:IdentityJudgement}.
 *
 * @param entity the IRI of the entity
 * @param name as it stands in a table
 * @param context what stands beside it: the decision holds there only; if nothing does, wherever the name stands
 * @param decision same, different or unsure
 * @param by who decided
 * @param on when
 * @param reason why, in English
 * @param reasonZh why, in Chinese
 */
record Judgement(
        String entity, String name, List<String> context, Decision decision, String by, LocalDate on, String reason, String reasonZh) {

    /** A language that is not known, as BCP 47 calls it: a table does not say. */
    private static final String UNDETERMINED = "und";

    Judgement {
        context = context.stream().filter(value -> !value.isEmpty()).sorted().distinct().toList();
    }

    /** The same for each decision on the same name in the same context about the same entity: the later replaces the earlier. */
    Node iri() {
        return NodeFactory.createURI(FM.ID + "judgement/" + Prefixes.localName(entity) + "-" + digest(name + "\n" + String.join("\n", context)));
    }

    static String digest(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 6);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    List<Triple> triples() {
        var iri = iri();
        List<Triple> triples = new ArrayList<>();
        triples.add(Triple.create(iri, RDF.type.asNode(), fm("IdentityJudgement")));
        triples.add(Triple.create(iri, fm("compares"), NodeFactory.createURI(entity)));
        triples.add(Triple.create(iri, fm("name"), NodeFactory.createLiteralLang(name, UNDETERMINED)));
        context.forEach(value -> triples.add(Triple.create(iri, fm("context"), NodeFactory.createLiteralString(value))));
        triples.add(Triple.create(iri, fm("verdict"), NodeFactory.createURI(FM.KIND + decision.verdict())));
        triples.add(Triple.create(iri, fm("reason"), NodeFactory.createLiteralLang(reason, "en")));
        triples.add(Triple.create(iri, fm("reason"), NodeFactory.createLiteralLang(reasonZh, "zh-Hans")));
        triples.add(Triple.create(iri, fm("decidedBy"), NodeFactory.createLiteralString(by)));
        triples.add(Triple.create(iri, DCTerms.created.asNode(), NodeFactory.createLiteralDT(on.toString(), XSDDatatype.XSDdate)));
        return triples;
    }

    private static Node fm(String name) {
        return NodeFactory.createURI(FM.NS + name);
    }
}
