package io.firmament.graph;

import java.io.OutputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.out.NodeFmtLib;
import org.apache.jena.riot.system.StreamRDFBase;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.XSD;
import org.jspecify.annotations.Nullable;

/**
 * <a href="https://www.w3.org/TR/json-ld11/">JSON-LD 1.1</a>, a line for each thing, as triples come sorted by subject.
 * Jena's own writer takes the whole graph into memory.
 */
final class JsonLdWriter extends StreamRDFBase {

    /** What JSON numbers say exactly, in the only way that RDF would write it. */
    private static final Pattern WHOLE_NUMBER = Pattern.compile("0|-?[1-9][0-9]{0,14}");

    private final TextOut out;
    private final JsonLdContext context;
    private final Object named;
    private @Nullable Node subject;
    private final Map<String, List<Object>> values = new LinkedHashMap<>();
    private final Map<String, Map<String, List<Object>>> texts = new LinkedHashMap<>();
    private boolean first = true;

    /**
     * @param named what the document says of the context: where it is published, or what it needs of it
     */
    JsonLdWriter(OutputStream out, JsonLdContext context, Object named) {
        this.out = new TextOut(out);
        this.context = context;
        this.named = named;
    }

    @Override
    public void start() {
        out.write("{\"@context\":" + Json.of(named) + ",\n\"@graph\":[");
    }

    @Override
    public void triple(Triple triple) {
        if (!triple.getSubject().equals(subject)) {
            thing();
            subject = triple.getSubject();
        }
        var predicate = triple.getPredicate().getURI();
        var object = triple.getObject();
        var term = context.term(predicate);
        if (predicate.equals(RDF.type.getURI()) && object.isURI()) {
            add("@type", context.term(object.getURI()).map(JsonLdContext.Term::name).orElseGet(() -> reference(object)));
        } else if (term.isPresent() && term.get().values().equals(JsonLdContext.LANGUAGES) && isText(object)) {
            texts.computeIfAbsent(term.get().name(), name -> new LinkedHashMap<>())
                    .computeIfAbsent(object.getLiteralLanguage(), language -> new ArrayList<>())
                    .add(object.getLiteralLexicalForm());
        } else if (term.isPresent() && fits(object, term.get().values())) {
            add(term.get().name(), object.isLiteral() ? plain(object) : reference(object));
        } else {
            // Under its long name, of which the context says nothing.
            add(context.shorten(predicate), spelledOut(object));
        }
    }

    @Override
    public void finish() {
        thing();
        out.write("\n]}\n").flush();
    }

    private void add(String name, Object value) {
        values.computeIfAbsent(name, n -> new ArrayList<>()).add(value);
    }

    private void thing() {
        if (subject == null) {
            return;
        }
        Map<String, Object> thing = new LinkedHashMap<>();
        thing.put("@id", reference(subject));
        values.forEach((name, all) -> thing.put(name, oneOrAll(all)));
        texts.forEach((name, byLanguage) -> {
            Map<String, Object> inLanguages = new LinkedHashMap<>();
            byLanguage.forEach((language, all) -> inLanguages.put(language, oneOrAll(all)));
            thing.put(name, inLanguages);
        });
        out.write(first ? "\n" : ",\n").write(Json.of(thing));
        first = false;
        values.clear();
        texts.clear();
    }

    private static Object oneOrAll(List<Object> all) {
        return all.size() == 1 ? all.get(0) : List.copyOf(all);
    }

    private static boolean isText(Node node) {
        return node.isLiteral() && !node.getLiteralLanguage().isEmpty();
    }

    /** Whether JSON and what the context says of the property tell the whole of a value. */
    private static boolean fits(Node object, String values) {
        if (!object.isLiteral()) {
            return values.equals(JsonLdContext.THINGS);
        }
        if (!values.isEmpty()) {
            return object.getLiteralDatatypeURI().equals(values);
        }
        return isPlain(object);
    }

    private static boolean isPlain(Node literal) {
        var type = literal.getLiteralDatatypeURI();
        var text = literal.getLiteralLexicalForm();
        return type.equals(XSD.xstring.getURI())
                || type.equals(XSD.xboolean.getURI()) && (text.equals("true") || text.equals("false"))
                || type.equals(XSD.integer.getURI()) && WHOLE_NUMBER.matcher(text).matches();
    }

    private static Object plain(Node literal) {
        var text = literal.getLiteralLexicalForm();
        var type = literal.getLiteralDatatypeURI();
        if (type.equals(XSD.xboolean.getURI())) {
            return Boolean.valueOf(text);
        }
        return type.equals(XSD.integer.getURI()) ? Long.valueOf(text) : text;
    }

    private Object spelledOut(Node object) {
        if (!object.isLiteral()) {
            return Map.of("@id", reference(object));
        }
        if (isPlain(object)) {
            return plain(object);
        }
        Map<String, Object> value = new LinkedHashMap<>();
        value.put("@value", object.getLiteralLexicalForm());
        if (isText(object)) {
            value.put("@language", object.getLiteralLanguage());
        } else {
            value.put("@type", context.shorten(object.getLiteralDatatypeURI()));
        }
        return value;
    }

    private String reference(Node node) {
        return node.isBlank() ? NodeFmtLib.encodeBNodeLabel(node.getBlankNodeLabel()) : context.shorten(node.getURI());
    }
}
