package io.firmament.serve;

import io.firmament.KnowledgeGraph;
import io.firmament.query.Question;
import io.firmament.vocab.FM;
import io.firmament.vocab.Prefixes;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.query.QueryParseException;
import org.apache.jena.query.Syntax;
import org.apache.jena.shared.PrefixMapping;
import org.apache.jena.shared.impl.PrefixMappingImpl;
import org.apache.jena.sparql.util.FmtUtils;
import org.apache.jena.vocabulary.XSD;

/**
 * A question of the catalogue as something to learn from: the text of its file, with its comments, and its examples in
 * the place of its parameters.
 *
 * @param graph knows what the examples name
 * @param question a question that one query answers
 */
record ExampleQuery(KnowledgeGraph graph, Question question) {

    private static final PrefixMapping PREFIXES =
            new PrefixMappingImpl().setNsPrefix("xsd", XSD.getURI()).setNsPrefix("id", FM.ID).setNsPrefix("kind", FM.KIND)
                    .setNsPrefix("article", FM.ID + "article/");

    /** The text, which any SPARQL 1.1 endpoint takes, for a reader of a language. */
    String text(Visit visit) {
        Map<String, String> examples = new HashMap<>();
        question.toFillIn().forEach(parameter -> examples.put(parameter.name(), parameter.example()));
        var typed = question.inLanguage(visit.language().tag, examples);
        var terms = question.terms(typed, (parameter, name, type) ->
                NodeFactory.createURI(graph.resolve(name, type.getURI())));
        var text = question.text().lines().filter(line -> !line.startsWith("#+")).collect(Collectors.joining("\n")).strip();
        for (var term : terms.entrySet()) {
            text = text.replaceAll("[$?]" + term.getKey() + "\\b", Matcher.quoteReplacement(written(term.getValue())));
        }
        text = declared(text);
        return "# " + HomePage.summary(question, visit) + "\n" + (isQuery(text) ? text : graph.queryOf(question.name(), typed).toString()) + "\n";
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
