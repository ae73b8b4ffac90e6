package io.firmament.query;

import io.firmament.FirmamentException;
import java.util.Arrays;

/**
 * A parameter of a question: a variable of the query that the asker gives a value.
 *
 * @param name the variable's name
 * @param type what it takes
 * @param example a value that gives an answer with the data that we ship
 * @param optional whether it may stay unbound, which means "any"
 */
public record Parameter(String name, ParameterType type, String example, boolean optional) {

    static final String FORM = "name type example [optional], as in: firm organization bytedance";

    /** Reads the header form, {@value #FORM}. */
    static Parameter parse(String text) {
        var words = text.strip().split("\\s+");
        if (words.length < 3 || words.length > 4 || (words.length == 4 && !words[3].equals("optional"))) {
            throw new FirmamentException("a parameter is written " + FORM + "; found: " + text);
        }
        var type = Arrays.stream(ParameterType.values())
                .filter(t -> t.label().equals(words[1]))
                .findFirst()
                .orElseThrow(() -> new FirmamentException("no parameter type " + words[1] + "; there are "
                        + Arrays.stream(ParameterType.values()).map(ParameterType::label).toList()));
        return new Parameter(words[0], type, words[2], words.length == 4);
    }
}
