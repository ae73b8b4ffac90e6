package io.firmament.query;

import io.firmament.FirmamentException;
import io.firmament.vocab.FM;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/** What a parameter of a question takes: a thing of some class, given by any of its names, a day, or a language. */
public enum ParameterType {
    ENTITY("Entity"),
    PERSON("Person"),
    ORGANIZATION("Organization"),
    PRODUCT("Product"),
    GROUP("Group"),
    EVENT("Event"),
    ARTICLE("Article"),
    KIND("Kind"),
    DATE(null),
    /** In which language an answer's texts come: the tag of the reader's; without one, the example's. */
    LANGUAGE(null);

    private final Optional<String> className;

    ParameterType(@org.jspecify.annotations.Nullable String className) {
        this.className = Optional.ofNullable(className);
    }

    /** The class of the things it takes; empty for a day or a language. */
    public Optional<Node> thingClass() {
        return className.map(name -> NodeFactory.createURI(FM.NS + name));
    }

    /** The name used in headers and forms. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The term for what was typed, if the type takes no thing.
     *
     * @throws FirmamentException if the text is no day such as {@code 2024-06-30}, no language tag such as {@code en}
     */
    Node term(String parameter, String text) {
        return this == LANGUAGE ? language(parameter, text) : day(parameter, text);
    }

    private static Node language(String parameter, String text) {
        if (!text.matches("[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*")) {
            throw new FirmamentException("Parameter " + parameter + ": \"" + text + "\" is not a language. Write en or zh-Hans.");
        }
        return NodeFactory.createLiteralString(text);
    }

    private static Node day(String parameter, String text) {
        try {
            return NodeFactory.createLiteralDT(LocalDate.parse(text.strip()).toString(), XSDDatatype.XSDdate);
        } catch (DateTimeParseException e) {
            throw new FirmamentException("Parameter " + parameter + ": \"" + text + "\" is not a day. Write it as 2024-06-30.");
        }
    }
}
