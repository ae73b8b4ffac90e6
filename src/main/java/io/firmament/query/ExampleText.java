package io.firmament.query;

import io.firmament.vocab.FM;
import io.firmament.vocab.Prefixes;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.query.QueryParseException;
import org.apache.jena.query.Syntax;
import org.apache.jena.shared.PrefixMapping;
import org.apache.jena.shared.impl.PrefixMappingImpl;
import org.apache.jena.sparql.util.FmtUtils;
import org.apache.jena.vocabulary.XSD;

/** A question as something to learn from: the text of its file, with its comments, and terms in the place of parameters. */
public final class ExampleText {

    private static final PrefixMapping PREFIXES =
            new PrefixMappingImpl().setNsPrefix("xsd", XSD.getURI()).setNsPrefix("id", FM.ID).setNsPrefix("kind", FM.KIND)
                    .setNsPrefix("article", FM.ID + "article/");

    private ExampleText() {}

    /**
     * The text, which any SPARQL 1.1 endpoint takes.
     *
     * @param question a question that one query answers
     * @param terms a term for each parameter to fill in; the others stay variables
     */
    public static String of(Question question, Map<String, Node> terms) {
        var text = question.text().lines().filter(line -> !line.startsWith("#+")).collect(Collectors.joining("\n")).strip();
        for (var term : terms.entrySet()) {
            text = text.replaceAll("[$?]" + term.getKey() + "\\b", Matcher.quoteReplacement(written(term.getValue())));
        }
        text = declared(text);
        return isQuery(text) ? text : question.bind(terms).toString();
    }

    /** With a prefix where one fits. */
    private static String written(Node term) {
        var written = FmtUtils.stringForNode(term, PREFIXES);
        return term.isURI() && !written.matches("[\\w-]+:[\\w-]+") ? "<" + term.getURI() + ">" : written;
    }

    /** With a declaration for each prefix that is used and has none. */
    private static String declared(String text) {
        var missing = new StringBuilder();
        Prefixes.all().forEach((prefix, namespace) -> {
            if (Pattern.compile("(?<![\\w:-])" + prefix + ":\\w").matcher(text).find()
                    && !Pattern.compile("(?i)PREFIX\\s+" + prefix + ":").matcher(text).find()) {
                missing.append("PREFIX ").append(prefix).append(": <").append(namespace).append(">\n");
            }
        });
        return missing + text;
    }

    /** A term may not stand wherever a variable may. */
    private static boolean isQuery(String text) {
        try {
            QueryFactory.create(text, Syntax.syntaxSPARQL_11);
            return true;
        } catch (QueryParseException e) {
            return false;
        }
    }
}
