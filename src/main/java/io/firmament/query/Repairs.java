package io.firmament.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.TriplePath;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.expr.E_Equals;
import org.apache.jena.sparql.expr.E_Lang;
import org.apache.jena.sparql.expr.E_LangMatches;
import org.apache.jena.sparql.expr.E_Str;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprFunction2;
import org.apache.jena.sparql.expr.ExprTransformCopy;
import org.apache.jena.sparql.expr.ExprTransformer;
import org.apache.jena.sparql.expr.ExprVar;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.syntax.Element;
import org.apache.jena.sparql.syntax.ElementFilter;
import org.apache.jena.sparql.syntax.ElementPathBlock;
import org.apache.jena.vocabulary.RDF;

/**
 * What people most often get wrong in a part of a query, put right: each repair is tried on the graph, and given only if
 * it gives a match.
 *
 * @param probes asks the graph
 */
record Repairs(Probes probes) {

    private static final Var VALUE = Var.alloc("firmamentValue");

    /** A triple as a part of its own. */
    static ElementPathBlock block(TriplePath triple) {
        var block = new ElementPathBlock();
        block.addTriplePath(triple);
        return block;
    }

    /** The same triple with a name for each blank node: one may not stand in two parts, a variable may. */
    static TriplePath named(TriplePath triple) {
        var subject = named(triple.getSubject());
        var object = named(triple.getObject());
        return triple.isTriple()
                ? new TriplePath(Triple.create(subject, triple.getPredicate(), object))
                : new TriplePath(subject, triple.getPath(), object);
    }

    private static Node named(Node node) {
        return Var.isBlankNodeVar(node) ? Var.alloc(PartText.BLANK + node.getName().replaceAll("\\W", "")) : node;
    }

    /** The triple with subject and object exchanged. */
    Optional<Element> reversed(TriplePath triple, List<Element> others) {
        if (triple.isTriple() && triple.getPredicate().isURI() && !triple.getObject().isLiteral()
                && !triple.getPredicate().equals(RDF.type.asNode())) {
            var reversed = block(new TriplePath(Triple.create(triple.getObject(), triple.getPredicate(), triple.getSubject())));
            return matching(reversed, others);
        }
        return Optional.empty();
    }

    /** The triple with the literal that the graph has in its place: the same text with another language tag or datatype. */
    Optional<Element> literal(TriplePath triple, List<Element> others) {
        if (!triple.isTriple() || !triple.getObject().isLiteral()) {
            return Optional.empty();
        }
        List<Element> parts = new ArrayList<>(others);
        parts.add(block(new TriplePath(Triple.create(triple.getSubject(), triple.getPredicate(), VALUE))));
        parts.add(new ElementFilter(new E_Equals(
                new E_Str(new ExprVar(VALUE)), NodeValue.makeString(triple.getObject().getLiteralLexicalForm()))));
        return probes.value(VALUE, parts).map(value -> block(
                new TriplePath(Triple.create(triple.getSubject(), triple.getPredicate(), value))));
    }

    /** The condition with texts compared as texts, and languages as ranges. */
    Optional<Element> compared(ElementFilter filter, List<Element> others) {
        var looser = new ElementFilter(ExprTransformer.transform(new Looser(), filter.getExpr()));
        return looser.equals(filter) ? Optional.empty() : matching(looser, others);
    }

    private Optional<Element> matching(Element repaired, List<Element> others) {
        List<Element> parts = new ArrayList<>(others);
        parts.add(repaired);
        return probes.match(parts) ? Optional.of(repaired) : Optional.empty();
    }

    private static final class Looser extends ExprTransformCopy {
        @Override
        public Expr transform(ExprFunction2 function, Expr left, Expr right) {
            if (function instanceof E_Equals && right.isConstant() && right.getConstant().asNode().isLiteral()) {
                return looser(left, right).orElseGet(() -> super.transform(function, left, right));
            }
            if (function instanceof E_Equals && left.isConstant() && left.getConstant().asNode().isLiteral()) {
                return looser(right, left).orElseGet(() -> super.transform(function, left, right));
            }
            return super.transform(function, left, right);
        }

        private static Optional<Expr> looser(Expr asked, Expr constant) {
            var text = NodeValue.makeString(constant.getConstant().asNode().getLiteralLexicalForm());
            return asked instanceof E_Lang ? Optional.of(new E_LangMatches(asked, text))
                    : asked.isVariable() ? Optional.of(new E_Equals(new E_Str(asked), text))
                    : Optional.empty();
        }
    }
}
