package io.firmament;

import io.firmament.query.Parameter;
import io.firmament.query.Question;
import java.util.Map;
import java.util.stream.Collectors;

/** The examples that stand in the headers of the questions, as values to ask with. */
final class Examples {

    private Examples() {}

    static Map<String, String> of(Question question) {
        return question.parameters().stream().collect(Collectors.toMap(Parameter::name, Parameter::example));
    }

    static Map<String, String> requiredOf(Question question) {
        return question.parameters().stream()
                .filter(p -> !p.optional())
                .collect(Collectors.toMap(Parameter::name, Parameter::example));
    }
}
