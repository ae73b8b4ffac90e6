package io.firmament.serve;

import io.firmament.KnowledgeGraph;
import io.firmament.query.ExampleText;
import io.firmament.query.Question;
import java.util.HashMap;
import java.util.Map;
import org.apache.jena.graph.NodeFactory;

/**
 * A question of the catalogue as something to learn from, with its examples in the place of its parameters.
 *
 * @param graph knows what the examples name
 * @param question a question that one query answers
 */
record ExampleQuery(KnowledgeGraph graph, Question question) {

    /** The text, which any SPARQL 1.1 endpoint takes, for a reader of a language. */
    String text(Visit visit) {
        Map<String, String> examples = new HashMap<>();
        question.toFillIn().forEach(parameter -> examples.put(parameter.name(), parameter.example()));
        var terms = question.terms(question.inLanguage(visit.language().tag, examples), (parameter, name, type) ->
                NodeFactory.createURI(graph.resolve(name, type.getURI())));
        return "# " + HomePage.summary(question, visit) + "\n" + ExampleText.of(question, terms) + "\n";
    }
}
