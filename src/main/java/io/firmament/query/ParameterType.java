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
    ENTITY(FM.NS + "Entity"),
    PERSON(FM.NS + "Person"),
    ORGANIZATION(FM.NS + "Organization"),
    PRODUCT(FM.NS + "Product"),
    GROUP(FM.NS + "Group"),
    EVENT(FM.NS + "Event"),
    ARTICLE(FM.NS + "Article"),
    KIND(FM.NS + "Kind"),
    /** Of the kinds, a concept of this scheme only; and so the next. */
    TOPIC(FM.KIND + "topics"),
    METRIC(FM.KIND + "metrics"),
    DATE(null),
    /** In which language an answer's texts come: the tag of the reader's; without one, the example's. */
    LANGUAGE(null);

    private final Optional<String> thingClass;

    ParameterType(@org.jspecify.annotations.Nullable String thingClass) {
        this.thingClass = Optional.ofNullable(thingClass);
    }

    /** The class, or the scheme, of the things it takes; empty for a day or a language. */
    public Optional<Node> thingClass() {
        return thingClass.map(NodeFactory::createURI);
    }

    /** The name used in headers and forms. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The term for what was typed, if the type takes no thing.
     *
     * @throws FirmamentException if the text is no day such as {@code 2024-06-30}, or a language that there are no texts in
     */
    Node term(String parameter, String text) {
        return this == LANGUAGE ? language(parameter, text) : day(parameter, text);
    }

    /** Texts stand in {@code en} and in {@code zh-Hans}; other tags of the two languages mean these. */
    private static Node language(String parameter, String text) {
        return switch (text.strip().toLowerCase(Locale.ROOT).replaceFirst("-.*", "")) {
            case "en" -> NodeFactory.createLiteralString("en");
            case "zh" -> NodeFactory.createLiteralString("zh-Hans");
            default -> throw new FirmamentException("Parameter " + parameter + ": there are no texts in \"" + text + "\". Write en or zh-Hans.");
        };
    }

    private static Node day(String parameter, String text) {
        try {
            return NodeFactory.createLiteralDT(LocalDate.parse(text.strip()).toString(), XSDDatatype.XSDdate);
        } catch (DateTimeParseException e) {
            throw new FirmamentException("Parameter " + parameter + ": \"" + text + "\" is not a day. Write it as 2024-06-30.");
        }
    }
}
