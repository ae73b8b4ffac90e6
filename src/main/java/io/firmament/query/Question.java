package io.firmament.query;

import io.firmament.FirmamentException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.query.QueryParseException;
import org.apache.jena.query.Syntax;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.syntax.syntaxtransform.QueryTransformOps;

/**
 * A named question: a SPARQL 1.1 SELECT query in a file, with a header of {@code #+ key: value} lines in <a
 * href="https://github.com/CLARIAH/grlc">grlc</a>'s convention.
 *
 * @param name the file's name without its ending
 * @param theme the folder's name
 * @param summary what is asked, in English
 * @param summaryZh what is asked, in Chinese
 * @param parameters in the order of the header
 * @param method how the library answers it
 * @param picture how its answer is drawn, if it is
 * @param services the other endpoints that it asks with SERVICE
 * @param text the file as it stands
 * @param query the parsed query, with its parameters unbound; not to be changed
 */
public record Question(
        String name,
        String theme,
        String summary,
        String summaryZh,
        List<Parameter> parameters,
        Method method,
        Optional<Picture> picture,
        Set<String> services,
        String text,
        Query query) {

    /** How a question is answered. */
    public enum Method {
        /** By the query alone; any SPARQL 1.1 engine can. */
        QUERY,
        /** By repeating the query, one step of the way each time, until the shortest chain is found. */
        SHORTEST_CHAIN
    }

    private static final Pattern HEADER = Pattern.compile("^#\\+\\s*([a-z-]+):\\s*(.*?)\\s*$", Pattern.MULTILINE);

    /**
     * Reads a question from the text of its file.
     *
     * @throws FirmamentException if the header lacks something or the query is not a SPARQL 1.1 SELECT query
     */
    public static Question parse(String theme, String name, String text) {
        Map<String, String> keys = new HashMap<>();
        List<Parameter> parameters = new ArrayList<>();
        Set<String> services = new TreeSet<>();
        var lines = HEADER.matcher(text);
        while (lines.find()) {
            switch (lines.group(1)) {
                case "parameter" -> parameters.add(Parameter.parse(lines.group(2)));
                case "service" -> services.add(lines.group(2));
                case "summary", "summary-zh", "method", "picture" -> keys.put(lines.group(1), lines.group(2));
                default -> throw new FirmamentException("no header key " + lines.group(1)
                        + "; there are summary, summary-zh, parameter, method, picture, service");
            }
        }
        for (var key : List.of("summary", "summary-zh")) {
            if (!keys.containsKey(key)) {
                throw new FirmamentException("lacks the header line  #+ " + key + ": …");
            }
        }
        var method = switch (keys.getOrDefault("method", "query")) {
            case "query" -> Method.QUERY;
            case "shortest-chain" -> Method.SHORTEST_CHAIN;
            default -> throw new FirmamentException("no method " + keys.get("method") + "; there is shortest-chain");
        };
        var query = query(text);
        if (!ServiceNames.in(query, text).equals(services)) {
            throw new FirmamentException("asks the services " + ServiceNames.in(query, text) + " but its header lines  #+ service: …  name " + services);
        }
        var picture = Optional.ofNullable(keys.get("picture")).map(line -> Picture.parse(line, query));
        return new Question(
                name, theme, keys.get("summary"), keys.get("summary-zh"), List.copyOf(parameters), method, picture, Set.copyOf(services), text, query);
    }

    private static Query query(String text) {
        try {
            var query = QueryFactory.create(text, Syntax.syntaxSPARQL_11);
            if (!query.isSelectType()) {
                throw new FirmamentException("a question is a SELECT query");
            }
            return query;
        } catch (QueryParseException e) {
            throw new FirmamentException("line " + e.getLine() + ": " + e.getMessage(), e);
        }
    }

    /**
     * The query with terms in the place of variables. It stays standard SPARQL, so it may be sent to any engine.
     *
     * @param values a term for each variable to bind
     */
    public Query bind(Map<String, Node> values) {
        Map<Var, Node> substitutions = new HashMap<>();
        values.forEach((name, node) -> substitutions.put(Var.alloc(name), node));
        return QueryTransformOps.syntaxSubstitute(query, substitutions);
    }

    /**
     * Turns what somebody typed into terms.
     *
     * @param typed text by parameter
     * @param names finds the thing that a text names
     * @throws FirmamentException if a parameter is missing, unknown, or its text names nothing
     */
    public Map<String, Node> terms(Map<String, String> typed, NameResolver names) {
        for (var name : typed.keySet()) {
            if (parameters.stream().noneMatch(p -> p.name().equals(name))) {
                throw new FirmamentException("The question " + this.name + " has no parameter " + name + ". It has: "
                        + parameters.stream().map(Parameter::name).toList());
            }
        }
        Map<String, Node> terms = new HashMap<>();
        for (var parameter : parameters) {
            var text = typed.getOrDefault(parameter.name(), "").strip();
            if (!text.isEmpty()) {
                terms.put(
                        parameter.name(),
                        parameter.type().thingClass()
                                .map(c -> names.resolve(parameter.name(), text, c))
                                .orElseGet(() -> parameter.type().term(parameter.name(), text)));
            } else if (parameter.type() == ParameterType.LANGUAGE) {
                terms.put(parameter.name(), parameter.type().term(parameter.name(), parameter.example()));
            } else if (!parameter.optional()) {
                throw new FirmamentException("The question " + name + " needs the parameter " + parameter.name() + " ("
                        + parameter.type().label() + "), for example " + parameter.name() + "=" + parameter.example());
            }
        }
        return terms;
    }

    /** The parameters that people fill in: all but the language, which is theirs already. */
    public List<Parameter> toFillIn() {
        return parameters.stream().filter(parameter -> parameter.type() != ParameterType.LANGUAGE).toList();
    }

    /** What was typed, and the reader's language for each parameter that takes one and was left out. */
    public Map<String, String> inLanguage(String tag, Map<String, String> typed) {
        Map<String, String> all = new HashMap<>(typed);
        parameters.stream()
                .filter(parameter -> parameter.type() == ParameterType.LANGUAGE)
                .forEach(parameter -> all.putIfAbsent(parameter.name(), tag));
        return all;
    }

    /** Finds the one thing of a class that a text names. */
    @FunctionalInterface
    public interface NameResolver {

        /**
         * @throws FirmamentException if the text names nothing of the class, or several things
         */
        Node resolve(String parameter, String text, Node thingClass);
    }
}
