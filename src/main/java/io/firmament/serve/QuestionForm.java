package io.firmament.serve;

import io.firmament.KnowledgeGraph;
import io.firmament.link.Match;
import io.firmament.query.Parameter;
import io.firmament.query.ParameterType;
import io.firmament.query.Question;
import java.util.List;
import java.util.Map;

/**
 * The form for a question's parameters.
 *
 * @param graph where examples get their labels from
 * @param question the question
 * @param visit whose form it is
 */
record QuestionForm(KnowledgeGraph graph, Question question, Visit visit) {

    /** One input each, filled with what was typed. */
    List<Map<String, Object>> fields(Map<String, String> typed) {
        return question.toFillIn().stream()
                .map(parameter -> Map.<String, Object>of(
                        "id", question.name() + "-" + parameter.name(),
                        "name", parameter.name(),
                        "label", visit.words().name(parameter.name()),
                        "type", parameter.type().label(),
                        "typeLabel", visit.words().name(parameter.type().label()),
                        "isDate", parameter.type() == ParameterType.DATE,
                        "optional", parameter.optional(),
                        "value", typed.getOrDefault(parameter.name(), ""),
                        "placeholder", exampleText(parameter)))
                .toList();
    }

    /** The question with its examples filled in. */
    String example() {
        var address = "/query/" + question.name();
        for (var parameter : question.toFillIn()) {
            address = Visit.with(address, parameter.name(), parameter.example());
        }
        return visit.href(address);
    }

    private String exampleText(Parameter parameter) {
        return parameter.type().thingClass()
                .flatMap(type -> graph.search(parameter.example(), type.getURI(), 3).stream()
                        .filter(match -> Places.slug(match.iri()).equals(parameter.example()))
                        .findFirst())
                .map(match -> label(match, visit))
                .orElse(parameter.example());
    }

    static String label(Match match, Visit visit) {
        return visit.language() == Language.ZH ? match.labelZh() : match.label();
    }
}
