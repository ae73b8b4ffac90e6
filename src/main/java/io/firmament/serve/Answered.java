package io.firmament.serve;

import io.firmament.KnowledgeGraph;
import io.firmament.link.Match;
import io.firmament.query.Parameter;
import io.firmament.query.ParameterType;
import io.firmament.query.Question;
import io.firmament.vocab.FM;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;

/**
 * Which ready questions have an answer about which thing. All of them are asked, once, for a site without a server:
 * there nobody can ask any more, nor can another endpoint be asked, and a page for each question that has no answer would drown the others. Immutable.
 */
final class Answered {

    /** By question: what it can be asked about, with the parameter that takes it. */
    private final Map<Question, List<About>> byQuestion;

    /** A thing that a question has an answer about, when this parameter takes it. */
    record About(Match thing, Parameter parameter) {}

    private Answered(Map<Question, List<About>> byQuestion) {
        this.byQuestion = byQuestion;
    }

    static Answered by(KnowledgeGraph graph) {
        var things = things(graph);
        return new Answered(graph.catalogue().questions().parallelStream()
                .filter(question -> question.services().isEmpty())
                .collect(Collectors.toConcurrentMap(question -> question, question -> things.parallelStream()
                        .flatMap(thing -> parameter(question, thing.types()).map(p -> new About(thing, p)).stream())
                        .filter(about -> needs(question, about.parameter()) && answers(graph, question, about))
                        .toList())));
    }

    private static List<Match> things(KnowledgeGraph graph) {
        return Stream.of(FM.Entity, FM.Article, ParameterType.KIND.thingClass().orElseThrow())
                .flatMap(type -> graph.named(type.getURI()).values().stream())
                .map(names -> names.get(0))
                .toList();
    }

    /** The first parameter of a question that takes a thing of some classes and schemes. */
    static Optional<Parameter> parameter(Question question, Set<String> types) {
        return question.parameters().stream()
                .filter(p -> p.type().thingClass().map(Node::getURI).filter(types::contains).isPresent())
                .findFirst();
    }

    /** Whether a question needs no more than this parameter. */
    private static boolean needs(Question question, Parameter only) {
        return question.parameters().stream().allMatch(p -> p.optional() || p.equals(only));
    }

    private static boolean answers(KnowledgeGraph graph, Question question, About about) {
        return !graph.ask(question.name(), Map.of(about.parameter().name(), about.thing().iri())).rows().isEmpty();
    }

    /** What a question has an answer about. */
    List<About> things(Question question) {
        return byQuestion.getOrDefault(question, List.of());
    }

    /** Whether a question has an answer about a thing. */
    boolean has(Question question, String iri) {
        return things(question).stream().anyMatch(about -> about.thing().iri().equals(iri));
    }
}
