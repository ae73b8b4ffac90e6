package io.firmament;

import io.firmament.check.Demand;
import io.firmament.federate.Services;
import io.firmament.graph.Chains;
import io.firmament.graph.ExportFormat;
import io.firmament.graph.Level;
import io.firmament.graph.Selection;
import io.firmament.graph.Subject;
import io.firmament.link.Match;
import io.firmament.link.Names;
import io.firmament.match.Matcher;
import io.firmament.query.Answer;
import io.firmament.query.Catalogue;
import io.firmament.query.Question;
import io.firmament.query.Row;
import io.firmament.reconcile.Reconciliation;
import io.firmament.serve.Server;
import io.firmament.serve.ServerOptions;
import io.firmament.serve.StaticSite;
import io.firmament.store.Store;
import io.firmament.store.Table;
import io.firmament.store.View;
import io.firmament.verify.Passages;
import io.firmament.verify.Verification;
import io.firmament.verify.Verifier;
import io.firmament.vocab.FM;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.jena.atlas.web.HttpException;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryException;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.query.QueryParseException;
import org.apache.jena.query.Syntax;
import org.apache.jena.sparql.algebra.Algebra;
import org.jspecify.annotations.Nullable;

/**
 * The front door: a graph that is open for questions.
 *
 * <pre>{@code
 * try (var graph = KnowledgeGraph.open()) {
 *     for (var row : graph.ask("investors-of-firm", Map.of("firm", "智谱"))) {
 *         System.out.println(row.label("investor") + " " + row.number("articles").orElseThrow());
 *     }
 * }
 * }</pre>
 *
 * <p>Safe for use by many threads. Whatever the library throws for a mistake of its user is a {@link
 * FirmamentException} with a message that says what to do.
 */
public final class KnowledgeGraph implements AutoCloseable {

    /** The question that tells what is drawn from an entity to others. */
    private static final String EDGES = "edges-from";

    private final Store store;
    /** May still be on its way: see {@link GraphBuilder}. */
    private final CompletableFuture<Catalogue> catalogue;
    private final Services services;
    private final Supplier<List<Demand>> demands;
    /** Read when first needed: whoever asks in SPARQL does not wait for it. */
    private @Nullable Names names;
    private @Nullable Matcher matcher;
    private @Nullable Reconciliation reconciliation;
    /** It takes seconds to make a matcher; whoever only searches does not wait for it. */
    private final Object matching = new Object();
    private final Object reconciling = new Object();

    KnowledgeGraph(Store store, CompletableFuture<Catalogue> catalogue, Services services, Supplier<List<Demand>> demands) {
        this.store = store;
        this.catalogue = catalogue;
        this.services = services;
        this.demands = demands;
    }

    /** Opens the graph that travels with the library, in memory. */
    public static KnowledgeGraph open() {
        return with().open();
    }

    /** Begins to say what to open, and where. */
    public static GraphBuilder with() {
        return new GraphBuilder();
    }

    /** The questions that can be asked by name. */
    public Catalogue catalogue() {
        return catalogue.join();
    }

    /** The other endpoints that a query may ask with SERVICE. */
    public Services services() {
        return services;
    }

    /** What the shapes and lints demand of data, read anew each time. */
    public List<Demand> demands() {
        return demands.get();
    }

    /**
     * Asks a question of the catalogue.
     *
     * @param question its name
     * @param parameters for each parameter an IRI, a slug or any name of the thing meant, or a day as 2024-06-30; an
     *     optional parameter that is left out means "any"
     * @throws FirmamentException if there is no such question, or a parameter is missing, unknown or ambiguous, or it
     *     asks another endpoint that is not allowed or does not answer
     */
    public Answer ask(String question, Map<String, String> parameters) {
        var asked = catalogue().get(question);
        services.require(asked.services());
        var terms = asked.terms(parameters, this::resolve);
        return store.read(view -> {
            Table table = switch (asked.method()) {
                case QUERY -> view.select(asked.bind(terms)).columns(asked.query().getResultVars());
                case SHORTEST_CHAIN -> Chains.shortest(
                                view, end(asked, terms, 0), end(asked, terms, 1), node -> asked.bind(Map.of("node", node)))
                        .columns(Chains.columns(asked.query().getResultVars()));
            };
            return Answer.of(table, view);
        });
    }

    /**
     * The query that {@link #ask} asks, as any SPARQL 1.1 endpoint takes it.
     *
     * @throws FirmamentException as {@link #ask} does
     */
    public Query queryOf(String question, Map<String, String> parameters) {
        var asked = catalogue().get(question);
        return asked.bind(asked.terms(parameters, this::resolve));
    }

    private static Node end(Question question, Map<String, Node> terms, int parameter) {
        return terms.get(question.parameters().get(parameter).name());
    }

    private synchronized Names names() {
        if (names == null) {
            names = store.read(Names::from);
        }
        return names;
    }

    private Node resolve(String parameter, String text, Node thingClass) {
        try {
            return names().resolve(text, thingClass);
        } catch (FirmamentException e) {
            throw new FirmamentException("Parameter " + parameter + ": " + e.getMessage(), e);
        }
    }

    /**
     * Asks a SPARQL 1.1 SELECT query.
     *
     * @throws FirmamentException if the text is no such query
     */
    public Answer query(String sparql) {
        Query query;
        try {
            query = QueryFactory.create(sparql, Syntax.syntaxSPARQL_11);
        } catch (QueryParseException e) {
            throw new FirmamentException("The query has an error in line " + e.getLine() + ": " + e.getMessage(), e);
        }
        if (!query.isSelectType()) {
            throw new FirmamentException("Only SELECT queries have rows; ask others at the SPARQL endpoint of  serve.");
        }
        services.check(Algebra.compile(query));
        try {
            return store.read(view -> Answer.of(view.select(query), view));
        } catch (QueryException | HttpException e) {
            throw new FirmamentException("The query cannot be answered: " + e.getMessage(), e);
        }
    }

    /**
     * Writes the graph, or a part of it, for graph tools or as RDF. Its size does not matter: it is read and written piece by piece,
     * and the same graph gives the same bytes.
     *
     * @param format what to write
     * @param selection what part of the graph
     * @param level whether statements are nodes too
     * @param language the language tag of the labels, where there are such
     * @param out stays open
     */
    public void export(ExportFormat format, Selection selection, Level level, String language, OutputStream out) {
        var edges = catalogue().get(EDGES).query();
        store.read(view -> {
            format.write(view, edges, selection, level, language, out);
            return selection;
        });
    }

    /**
     * What a question of the catalogue is about, to be drawn: what the statements of its answer say, or where it names
     * none, its entities and all that lies between them; and if there is an answer, the things that were asked for.
     *
     * @throws FirmamentException as {@link #ask} does
     */
    public Selection selectionOf(String question, Map<String, String> parameters) {
        var answer = ask(question, parameters);
        var asked = catalogue().get(question).terms(parameters, this::resolve);
        return store.read(view -> Subject.of(answer.table(), Set.copyOf(asked.values()), view));
    }

    /**
     * The neighbours of an entity, those that most is said of first.
     *
     * @param properties only by edges of these; by all if there are none
     * @param offset how many to leave out
     * @param limit how many at most
     */
    public List<Node> neighbours(Node entity, Set<Node> properties, long offset, long limit) {
        return ask("near-entity", Map.of("entity", entity.getURI())).rows().stream()
                .filter(row -> properties.isEmpty() || properties.contains(row.term("edge").orElseThrow()))
                .sorted(Comparator.comparing((Row row) -> row.number("statements").orElseThrow()).reversed())
                .map(row -> row.term("neighbour").orElseThrow())
                .distinct()
                .skip(offset)
                .limit(limit)
                .toList();
    }

    /** The one thing of a class that a text names: an IRI, a slug, or any of its names. */
    public String resolve(String text, String thingClass) {
        return names().resolve(text, NodeFactory.createURI(thingClass)).getURI();
    }

    /**
     * Finds entities by any of their names, in whatever script, best first.
     *
     * @param text a name or a part of one
     * @param limit how many at most
     */
    public List<Match> search(String text, int limit) {
        return search(text, FM.Entity.getURI(), limit);
    }

    /** Finds the things of a class by any of their names, best first. */
    public List<Match> search(String text, String thingClass, int limit) {
        return names().search(text, thingClass, limit);
    }

    /** All things of a class by their IRIs, each with all its names. */
    public SortedMap<String, List<Match>> named(String thingClass) {
        return names().all(thingClass);
    }

    /**
     * Finds the things whose slug is nearly that of an IRI that does not exist, best first.
     *
     * @param iri what somebody may have misspelt
     * @param limit how many at most
     */
    public List<Match> near(String iri, int limit) {
        return names().near(iri, limit);
    }

    /**
     * What tells which entity a name means, in Chinese or English, and why, and does not guess: for tables of names. Made when
     * first asked for.
     *
     * @throws FirmamentException if a library that it needs is missing: they are optional
     */
    public Matcher matcher() {
        synchronized (matching) {
            if (matcher == null) {
                matcher = store.read(Matcher::from);
            }
            return matcher;
        }
    }

    /** The reconciliation service: batches of names from other people's tables, and columns for them. Made when first asked for. */
    public Reconciliation reconciliation() {
        synchronized (reconciling) {
            if (reconciliation == null) {
                reconciliation = new Reconciliation(store, this::names, this::matcher);
            }
            return reconciliation;
        }
    }

    /**
     * Checks each citation against the article that it cites: the right file, the span inside it, a participant's name or
     * the figure at its place, and no words of the article given as ours.
     *
     * @param sources the folder with the articles, which are not part of the graph, each named by its identifier and
     *     {@code .txt}
     * @throws FirmamentException if there is no such folder
     */
    public Verification verify(Path sources) {
        return verifier().verify(sources, article -> true);
    }

    /**
     * Checks the citations of one article.
     *
     * @param sources the folder with the articles
     * @param article its slug, its identifier or any name
     * @throws FirmamentException if there is no such folder, or no such article
     */
    public Verification verify(Path sources, String article) {
        var iri = names().resolve(article, FM.Article.getURI());
        return verifier().verify(sources, iri::equals);
    }

    /**
     * The passages behind the statements, for whoever has the articles.
     *
     * @param sources the folder with the articles
     * @throws FirmamentException if there is no such folder
     */
    public Passages passages(Path sources) {
        return new Passages(sources, store);
    }

    private Verifier verifier() {
        try {
            return store.read(Verifier::from);
        } catch (QueryException | HttpException e) {
            throw new FirmamentException("The graph cannot say what it cites: " + e.getMessage(), e);
        }
    }

    /**
     * Serves the graph over HTTP until the server is closed; close it before the graph.
     *
     * @throws FirmamentException if the port is taken, or the graph is behind somebody's endpoint
     */
    public Server serve(ServerOptions options) {
        var dataset = store.dataset().orElseThrow(() -> new FirmamentException(
                "A graph behind an endpoint is served there already; open one in memory or on disk."));
        return Server.start(this, dataset, options);
    }

    /**
     * Writes all pages into a folder, to be read without a server, from a disk or any web server: whatever is linked from
     * the home page, in both languages, with each ready question that has an answer.
     *
     * @param folder is made; one that an earlier copy was written to is replaced
     * @throws FirmamentException if the folder holds anything else, or cannot be written
     */
    public StaticSite exportSite(Path folder) {
        return StaticSite.write(this, folder);
    }

    /**
     * Reads what the graph holds, for what the catalogue does not ask, within one transaction.
     *
     * @param work asks the view; nothing of the view may leave it
     */
    public <T> T read(Function<View, T> work) {
        return store.read(work);
    }

    /** Where the graph lies. */
    Store store() {
        return store;
    }

    @Override
    public void close() {
        store.close();
    }
}
