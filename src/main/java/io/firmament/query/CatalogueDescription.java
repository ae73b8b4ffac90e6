package io.firmament.query;

import io.firmament.FirmamentException;
import io.firmament.vocab.FM;
import java.util.HashMap;
import java.util.Map;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.shacl.vocabulary.SHACL;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.apache.jena.vocabulary.XSD;

/**
 * The catalogue as data: each question that one query answers as a {@code sh:SPARQLSelectExecutable}, in the form in which <a
 * href="https://github.com/sib-swiss/sparql-examples">SIB's tools</a> look for examples at an endpoint. Its query runs as it
 * stands, with the examples of its header in the place of its parameters; these are told as <a
 * href="https://www.w3.org/TR/shacl/#sparql-constraints-components">SHACL tells parameters</a>, by their names and what they take.
 */
public final class CatalogueDescription {

    /** What the IRIs of questions begin with; behind it comes the name. */
    public static final String QUERY = FM.ROOT + "query/";

    /** Declares the prefixes. */
    private static final Node ONTOLOGY = NodeFactory.createURI(FM.ROOT + "ontology");
    private static final Node KEYWORDS = NodeFactory.createURI("https://schema.org/keywords");
    private static final Node TARGET = NodeFactory.createURI("https://schema.org/target");
    private static final Node FEDERATES_WITH = NodeFactory.createURI("https://purl.expasy.org/sparql-examples/ontology#federatesWith");
    private static final Node ENDPOINT = NodeFactory.createURI(FM.ROOT + "sparql");
    /** The class of what stands in a scheme. */
    private static final Node KIND = NodeFactory.createURI(FM.NS + "Kind");

    private final Graph graph = GraphFactory.createDefaultGraph();
    private final Question.NameResolver names;

    private CatalogueDescription(Question.NameResolver names) {
        this.names = names;
    }

    /**
     * Describes all questions but those that only the library can answer.
     *
     * @param names finds what the examples name; an example that names nothing leaves its parameter a variable
     */
    public static Graph of(Catalogue catalogue, Question.NameResolver names) {
        var description = new CatalogueDescription(names);
        catalogue.questions().stream().filter(question -> question.method() == Question.Method.QUERY).forEach(description::add);
        return description.graph;
    }

    private void add(Question question) {
        var about = NodeFactory.createURI(QUERY + question.name());
        graph.add(about, RDF.type.asNode(), SHACL.SPARQLExecutable);
        graph.add(about, RDF.type.asNode(), SHACL.SPARQLSelectExecutable);
        graph.add(about, RDFS.comment.asNode(), NodeFactory.createLiteralLang(question.summary(), "en"));
        graph.add(about, RDFS.comment.asNode(), NodeFactory.createLiteralLang(question.summaryZh(), "zh-Hans"));
        graph.add(about, KEYWORDS, NodeFactory.createLiteralString(question.theme()));
        graph.add(about, TARGET, ENDPOINT);
        graph.add(about, SHACL.prefixes, ONTOLOGY);
        graph.add(about, SHACL.select, NodeFactory.createLiteralString(ExampleText.of(question, examples(question))));
        question.services().forEach(service -> graph.add(about, FEDERATES_WITH, NodeFactory.createURI(service)));
        question.parameters().forEach(parameter -> add(about, parameter));
    }

    /** The parameter's name is the end of its path, as SHACL has it. */
    private void add(Node question, Parameter parameter) {
        var about = NodeFactory.createURI(question.getURI() + "#" + parameter.name());
        graph.add(question, SHACL.parameter, about);
        graph.add(about, RDF.type.asNode(), SHACL.Parameter);
        graph.add(about, SHACL.path, about);
        graph.add(about, SKOS.example.asNode(), NodeFactory.createLiteralString(parameter.example()));
        if (parameter.optional()) {
            graph.add(about, SHACL.optional, NodeFactory.createLiteralDT("true", XSDDatatype.XSDboolean));
        }
        parameter.type().thingClass().ifPresentOrElse(
                type -> graph.add(about, SHACL.class_, type.getURI().startsWith(FM.KIND) ? KIND : type),
                () -> graph.add(about, SHACL.datatype, (parameter.type() == ParameterType.DATE ? XSD.date : XSD.xstring).asNode()));
    }

    private Map<String, Node> examples(Question question) {
        Map<String, Node> terms = new HashMap<>();
        for (var parameter : question.parameters()) {
            try {
                terms.put(parameter.name(), parameter.type().thingClass()
                        .map(c -> names.resolve(parameter.name(), parameter.example(), c))
                        .orElseGet(() -> parameter.type().term(parameter.name(), parameter.example())));
            } catch (FirmamentException e) {
                // Other data: it knows nothing of this name.
            }
        }
        return terms;
    }
}
