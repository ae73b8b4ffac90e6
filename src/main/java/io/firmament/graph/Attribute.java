package io.firmament.graph;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One thing that a file tells of each node, or of each edge. What there is to tell stands here once, for all formats of
 * graph tools; what they have places of their own for (an identifier, the two ends) is not among it.
 *
 * @param name what a column, key or field is called
 * @param type what its values are
 * @param meaning what it says, in a sentence
 * @param value reads it; null where there is nothing to say
 */
record Attribute<T>(String name, Type type, String meaning, Function<T, @Nullable Object> value) {

    /** What stands between the values of a list, in formats that have no lists: no IRI and no label of a kind has one. */
    static final String SEPARATOR = "|";

    /** The types of values, each with its name in XML Schema. */
    enum Type {
        IRI("anyURI"),
        TEXT("string"),
        DAY("date"),
        FLAG("boolean"),
        NUMBER("integer"),
        /** Several texts. */
        TEXTS("string"),
        /** Several IRIs. */
        IRIS("anyURI");

        final String xsd;

        Type(String xsd) {
            this.xsd = xsd;
        }

        boolean several() {
            return this == TEXTS || this == IRIS;
        }
    }

    /** The name of the attribute that most formats have a place of their own for. */
    static final String LABEL = "label";

    static final List<Attribute<Vertex>> OF_VERTEX = List.of(
            new Attribute<>(LABEL, Type.TEXT, "What to read: its name; of a statement what it says.", Vertex::label),
            new Attribute<>("otherLabel", Type.TEXT, "The same in the other language.", Vertex::otherLabel),
            new Attribute<>("type", Type.TEXT, "Its class in the ontology.", Vertex::type),
            new Attribute<>("kind", Type.TEXT, "Its kind in the ontology.", Vertex::kind),
            new Attribute<>("kindLabel", Type.TEXT, "The name of the kind or, where there is none, of the class.", Vertex::kindLabel),
            new Attribute<>("asserted", Type.FLAG, "Of a statement whether it is put forward as a fact.", Vertex::asserted),
            new Attribute<>("since", Type.DAY, "Of a statement the first day that its date allows.", Vertex::since),
            new Attribute<>("until", Type.DAY, "Of a statement the last day that its date allows.", Vertex::until));

    static final List<Attribute<Edge>> OF_EDGE = List.of(
            new Attribute<>("property", Type.IRI, "The property of the ontology that it stands for.", Edge::property),
            new Attribute<>(LABEL, Type.TEXT, "The name of the property.", Edge::label),
            new Attribute<>("theme", Type.TEXT, "The topmost kind of its statements.", Edge::theme),
            new Attribute<>("themeLabel", Type.TEXT, "The name of the theme.", Edge::themeLabel),
            new Attribute<>("mutual", Type.FLAG, "Whether it holds both ways.", Edge::mutual),
            new Attribute<>("lasts", Type.FLAG, "Whether it goes on until something ends it; otherwise it is of its day.", Edge::lasts),
            new Attribute<>("ended", Type.FLAG, "Whether it holds no longer.", Edge::ended),
            new Attribute<>("disputed", Type.FLAG, "Whether a statement contradicts one of its statements.", Edge::disputed),
            new Attribute<>("since", Type.DAY, "The first day that the dates of its statements allow.", Edge::since),
            new Attribute<>("until", Type.DAY, "The last day that it held.", Edge::until),
            new Attribute<>("told", Type.DAY, "The first day that an article told of it.", Edge::told),
            new Attribute<>("articles", Type.NUMBER, "How many articles tell of it.", Edge::articles),
            new Attribute<>("certainty", Type.TEXTS, "How surely.", Edge::certainty),
            new Attribute<>("statements", Type.IRIS, "The statements that it is drawn from, each with its passages.", Edge::statements));

    /** The value as text, in which a list's values stand with a {@link #SEPARATOR} between them; empty if there is none. */
    String text(T of) {
        var found = value.apply(of);
        if (found instanceof List<?> list) {
            return String.join(SEPARATOR, list.stream().map(String::valueOf).toList());
        }
        return found == null ? "" : found.toString();
    }
}
