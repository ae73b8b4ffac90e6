package io.firmament.query;

import org.apache.jena.atlas.io.IndentedLineBuffer;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.core.Prologue;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprList;
import org.apache.jena.sparql.serializer.FormatterElement;
import org.apache.jena.sparql.serializer.SerializationContext;
import org.apache.jena.sparql.syntax.Element;
import org.apache.jena.sparql.util.ExprUtils;
import org.apache.jena.sparql.util.FmtUtils;

/** Parts of a query as people wrote them: in one line, with the query's own prefixes, and no longer than a line should be. */
final class PartText {

    /** How the variables begin that stand for blank nodes. */
    static final String BLANK = "firmamentBlank";

    private static final int MOST_CHARS = 200;

    private final Prologue prologue;

    PartText(Query query) {
        prologue = new Prologue(query.getPrefixMapping());
    }

    String of(Element part) {
        var out = new IndentedLineBuffer();
        FormatterElement.format(out, new SerializationContext(prologue), part);
        return line(out.asString());
    }

    String of(Expr condition) {
        return line(ExprUtils.fmtSPARQL(new ExprList(condition), new SerializationContext(prologue)));
    }

    String of(Node node) {
        return FmtUtils.stringForNode(node, prologue.getPrefixMapping());
    }

    private static String line(String text) {
        var line = text.replaceAll("\\?" + BLANK + "\\w*", "[]").replaceAll("\\s+", " ").strip();
        return line.length() <= MOST_CHARS ? line : line.substring(0, MOST_CHARS) + "…";
    }
}
