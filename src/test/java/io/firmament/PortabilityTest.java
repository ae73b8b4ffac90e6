package io.firmament;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.firmament.link.Names;
import io.firmament.query.Catalogue;
import io.firmament.query.Question;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.eclipse.rdf4j.model.Value;
import org.eclipse.rdf4j.query.BindingSet;
import org.eclipse.rdf4j.query.algebra.evaluation.federation.AbstractFederatedServiceResolver;
import org.eclipse.rdf4j.query.algebra.evaluation.federation.FederatedService;
import org.eclipse.rdf4j.query.algebra.evaluation.federation.FederatedServiceResolver;
import org.eclipse.rdf4j.repository.RepositoryConnection;
import org.eclipse.rdf4j.repository.sail.SailRepository;
import org.eclipse.rdf4j.repository.sparql.federation.RepositoryFederatedService;
import org.eclipse.rdf4j.rio.RDFFormat;
import org.eclipse.rdf4j.sail.memory.MemoryStore;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * The folders ontology, data and queries load into an engine that is not Jena, the rules run there, and the questions
 * answer with the rows of the golden files. Jena only turns the names in the examples into terms.
 */
class PortabilityTest {

    private static SailRepository repository;
    private static RepositoryConnection connection;
    private static KnowledgeGraph names;

    @BeforeAll
    static void load() throws IOException {
        repository = new SailRepository(new MemoryStore());
        repository.setFederatedServiceResolver(other());
        connection = repository.getConnection();
        connection.begin();
        for (var file : files("ontology", ".ttl")) {
            if (!file.toString().contains("shapes")) {
                connection.add(file.toFile(), RDFFormat.TURTLE);
            }
        }
        for (var file : files("data", ".ttl")) {
            connection.add(file.toFile(), RDFFormat.TURTLE);
        }
        connection.commit();
        for (var file : files("ontology/rules", ".ru")) {
            connection.prepareUpdate(Files.readString(file)).execute();
        }
        names = KnowledgeGraph.open();
    }

    /** What a question asks of others is in a second repository here. */
    private static FederatedServiceResolver other() throws IOException {
        var other = new SailRepository(new MemoryStore());
        try (var loading = other.getConnection()) {
            loading.add(Mirror.DATA.toFile(), RDFFormat.TURTLE);
        }
        var resolver = new AbstractFederatedServiceResolver() {
            @Override
            protected FederatedService createService(String name) {
                throw new AssertionError("a question asks " + name);
            }
        };
        resolver.registerService(Mirror.WIKIDATA, new RepositoryFederatedService(other));
        return resolver;
    }

    @AfterAll
    static void close() {
        connection.close();
        repository.shutDown();
        names.close();
    }

    private static List<Path> files(String folder, String ending) throws IOException {
        try (var files = Files.walk(Path.of(folder))) {
            return files.filter(f -> f.toString().endsWith(ending)).sorted().toList();
        }
    }

    @TestFactory
    Stream<DynamicTest> sameRowsElsewhere() {
        return Catalogue.from(Path.of("queries")).questions().stream()
                .filter(question -> question.method() == Question.Method.QUERY)
                .map(question -> DynamicTest.dynamicTest(question.name(), () -> {
                    var golden = Files.readString(Path.of("src/test/resources/golden", question.name() + ".csv"));
                    assertEquals(golden, elsewhere(question, terms(question)));
                }));
    }

    @TestFactory
    Stream<DynamicTest> oneStepOfAChainElsewhere() {
        return Catalogue.from(Path.of("queries")).questions().stream()
                .filter(question -> question.method() != Question.Method.QUERY)
                .map(question -> DynamicTest.dynamicTest(question.name(), () -> {
                    Map<String, Node> step = Map.of("node", terms(question).get(question.parameters().get(0).name()));
                    var here = names.store().read(view -> Goldens.csv(view.select(question.bind(step)).columns(question.query().getResultVars())));
                    assertTrue(here.lines().count() > 1);
                    assertEquals(here, elsewhere(question, step));
                }));
    }

    private static Map<String, Node> terms(Question question) {
        Names index = names.store().read(Names::from);
        return question.terms(Examples.of(question), (parameter, text, thingClass) -> index.resolve(text, thingClass));
    }

    private static String elsewhere(Question question, Map<String, Node> terms) {
        var columns = question.query().getResultVars();
        List<List<String>> rows = new ArrayList<>();
        try (var result = connection.prepareTupleQuery(question.bind(terms).toString()).evaluate()) {
            for (BindingSet row : result) {
                rows.add(columns.stream().map(c -> text(row.getValue(c))).toList());
            }
        }
        return Goldens.csv(columns, rows.stream());
    }

    private static String text(@org.jspecify.annotations.Nullable Value value) {
        return value == null ? "" : value.stringValue();
    }
}
