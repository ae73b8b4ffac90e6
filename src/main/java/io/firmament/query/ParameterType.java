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

/** What a parameter of a question takes: a thing of some class, given by any of its names, or a day. */
public enum ParameterType {
    ENTITY("Entity"),
    PERSON("Person"),
    ORGANIZATION("Organization"),
    PRODUCT("Product"),
    GROUP("Group"),
    ARTICLE("Article"),
    KIND("Kind"),
    DATE(null);

    private final Optional<String> className;

    ParameterType(@org.jspecify.annotations.Nullable String className) {
        this.className = Optional.ofNullable(className);
    }

    /** The class of the things it takes; empty for a day. */
    public Optional<Node> thingClass() {
        return className.map(name -> NodeFactory.createURI(FM.NS + name));
    }

    /** The name used in headers and forms. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The term for a day written as {@code 2024-06-30}.
     *
     * @throws FirmamentException if the text is no such day
     */
    static Node day(String parameter, String text) {
        try {
            return NodeFactory.createLiteralDT(LocalDate.parse(text.strip()).toString(), XSDDatatype.XSDdate);
        } catch (DateTimeParseException e) {
            throw new FirmamentException("Parameter " + parameter + ": \"" + text + "\" is not a day. Write it as 2024-06-30.");
        }
    }
}
