package io.firmament.federate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.firmament.FirmamentException;
import io.firmament.Mirror;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.sparql.algebra.Algebra;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.sse.SSE;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a query with SERVICE may do, and what the other side may do to it. Some four seconds. */
class ServiceTest {

    private static final String NAME = "https://elsewhere.example/";

    private static Elsewhere elsewhere;
    private static Mirror mirror;

    @BeforeAll
    static void start() throws IOException {
        elsewhere = new Elsewhere();
        mirror = new Mirror();
    }

    @AfterAll
    static void stop() {
        elsewhere.close();
        mirror.close();
    }

    @BeforeEach
    void forget() {
        elsewhere.requests.clear();
    }

    /** As many things as are wanted, each with a number. */
    private static DatasetGraph things(int size) {
        var dataset = DatasetGraphFactory.create();
        for (int i = 0; i < size; i++) {
            dataset.getDefaultGraph().add(SSE.parseTriple("(<x:s" + i + "> <x:number> " + i + ")"));
        }
        return dataset;
    }

    private static List<String> ask(DatasetGraph dataset, Services services, String query) {
        services.installIn(dataset.getContext());
        return rows(dataset, query);
    }

    private static List<String> rows(DatasetGraph dataset, String query) {
        List<String> rows = new ArrayList<>();
        try (var execution = QueryExec.dataset(dataset).query(query).timeout(30, TimeUnit.SECONDS).build()) {
            execution.select().forEachRemaining(row -> {
                List<String> cells = new ArrayList<>();
                row.forEach((variable, value) -> cells.add(variable.getVarName() + "=" + value));
                rows.add(cells.stream().sorted().toList().toString());
            });
        }
        return rows.stream().sorted().toList();
    }

    /** The service at a path of the server that misbehaves, by a name that says nothing of it. */
    private static Services at(String path) {
        return Services.of(List.of(NAME + "=" + elsewhere.address(path)));
    }

    private static String joined(String keyword) {
        return "SELECT * { ?s <x:number> ?n " + keyword + " <" + NAME + "> { ?s <x:says> ?v } }";
    }

    // What is sent

    @Test
    void rowsGoAlongInBulk() {
        var rows = ask(things(600), at("one"), joined("SERVICE"));
        assertEquals(1, rows.size(), "once, though both requests are answered alike: " + rows);
        assertTrue(rows.get(0).endsWith("s=x:s0, v=\"there\"]"), rows.get(0));
        assertEquals(2, elsewhere.requests.size(), "500 rows and 100");
        assertTrue(elsewhere.requests.get(0).contains("VALUES ?s { <x:s"), "as the specification has it");
        assertFalse(elsewhere.requests.get(0).contains("?n"), "of no concern elsewhere");
    }

    @Test
    void nothingIsAskedForNoRows() {
        assertEquals(List.of(), ask(things(0), at("one"), joined("SERVICE")));
        assertEquals(List.of(), elsewhere.requests);
    }

    @Test
    void itSaysWhoAsksAndNothingElse() {
        ask(things(1), at("one"), joined("SERVICE"));
        assertTrue(elsewhere.headers.get("User-agent").toString().contains("Firmament"), elsewhere.headers::toString);
        assertTrue(Set.of("Accept", "Connection", "Content-length", "Content-type", "Host", "User-agent")
                .containsAll(elsewhere.headers.keySet()), elsewhere.headers::toString);
    }

    @Test
    void whatWasAskedInAQueryIsRememberedThereAndForgottenAfterIt() {
        var twice = "SELECT * { { SERVICE <" + NAME + "> { ?s <x:says> ?v } } UNION { SERVICE <" + NAME + "> { ?s <x:says> ?v } } }";
        var dataset = things(1);
        assertEquals(2, ask(dataset, at("one"), twice).size());
        assertEquals(1, elsewhere.requests.size());
        assertEquals(2, rows(dataset, twice).size());
        assertEquals(2, elsewhere.requests.size());
    }

    // What is refused

    @ParameterizedTest
    @ValueSource(strings = {"SERVICE", "SERVICE SILENT"})
    void whatIsNotAllowedIsNotAsked(String keyword) {
        for (var services : List.of(Services.none(), Services.of(List.of("https://other.example/=" + elsewhere.address("one"))))) {
            assertThrows(ServiceRefused.class, () -> ask(things(1), services, joined(keyword)));
        }
        var address = "SELECT * { " + keyword + " <" + elsewhere.address("one") + "> { ?s <x:says> ?v } }";
        assertThrows(ServiceRefused.class, () -> ask(things(1), at("one"), address), "its address is not its name");
        for (var query : List.of(
                "SELECT * { VALUES ?x { <" + NAME + "> } " + keyword + " ?x { ?s <x:says> ?v } }",
                "SELECT * { BIND ( <" + NAME + "> AS ?x ) " + keyword + " ?x { ?s <x:says> ?v } }",
                "SELECT * { " + keyword + " <" + NAME + "> { SERVICE <x:third> { ?s <x:says> ?v } } }",
                "SELECT * { " + keyword + " <" + NAME + "> { ?s <x:says> ?v FILTER EXISTS { SERVICE <" + NAME + "> { ?a ?b ?c } } } }")) {
            assertThrows(ServiceRefused.class, () -> ask(things(1), at("one"), query), query);
        }
        assertEquals(List.of(), elsewhere.requests);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "OPTIONAL { SERVICE % { ?s <x:says> ?v } }", "OPTIONAL { SERVICE SILENT % { ?s <x:says> ?v } }",
        "{ SERVICE % { ?s <x:says> ?v } } UNION { SERVICE % { ?s <x:asks> ?v } }"
    })
    void aQueryDoesNotAskAsOftenAsItHasRows(String pattern) {
        var query = "SELECT * { ?s <x:number> ?n " + pattern.replace("%", "<" + NAME + ">") + " }";
        var refused = assertThrows(ServiceRefused.class, () -> ask(things(200), at("one"), query));
        assertTrue(refused.getMessage().contains("more than " + ServiceLimits.REQUESTS + " times"), refused.getMessage());
        assertEquals(ServiceLimits.REQUESTS, elsewhere.requests.size());
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "SELECT * { FILTER EXISTS { SERVICE % { ?s ?p ?o } } }", "SELECT * { FILTER ( true || NOT EXISTS { { SERVICE % { ?s ?p ?o } } UNION { } } ) }",
        "SELECT * { BIND ( EXISTS { SERVICE % { ?s ?p ?o } } AS ?x ) }", "SELECT * { SERVICE ?x { ?s ?p ?o } }", "ASK { SERVICE <x:other> { } }"
    })
    void itIsRefusedBeforeAnythingIsEvaluated(String query) {
        var algebra = Algebra.compile(QueryFactory.create(query.replace("%", "<" + NAME + ">")));
        assertThrows(ServiceRefused.class, () -> at("one").check(algebra));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ftp://x.example/", "file:///etc/passwd", "x", "https://", "http://user:word@x.example/", "https://x.example/ sparql", "https://x.example/=ftp://y.example/"})
    void onlyAddressesOfTheWebCanBeAllowed(String line) {
        assertThrows(FirmamentException.class, () -> Services.of(List.of(line)));
    }

    @Test
    void aNameMayHaveAnAddressOfItsOwn() {
        var services = Services.of(List.of("https://a.example/sparql?x=y", "https://b.example/=http://127.0.0.1:1/z"));
        assertEquals(List.of("https://a.example/sparql?x=y", "https://b.example/"), List.copyOf(services.names()));
        assertEquals("http://127.0.0.1:1/z", services.address("https://b.example/").toString());
        assertTrue(services.haveMirrors());
        assertThrows(FirmamentException.class, () -> Services.of(List.of(NAME, NAME)), "twice");
    }

    // What goes wrong there

    @ParameterizedTest
    @CsvSource({
        "redirect, leads elsewhere", "busy, status 429", "missing, status 404", "garbage, cannot be read", "page, is not application/sparql-results+json",
        "endless, more to say", "endless-rows, more to say"
    })
    void aFaultElsewhereIsSaidInPlainWordsOrSilent(String path, String words) {
        var failed = assertThrows(ServiceFailed.class, () -> ask(things(2), at(path), joined("SERVICE")));
        assertTrue(failed.getMessage().contains(words) && failed.getMessage().contains(NAME), failed.getMessage());
        assertFalse(failed.getMessage().contains("127.0.0.1"), failed.getMessage());
        assertEquals(2, ask(things(2), at(path), joined("SERVICE SILENT")).size(), "the rows as they were");
        assertTrue(elsewhere.requests.stream().allMatch(request -> request.startsWith(path)), "nothing is followed");
    }

    @Test
    void whatIsNotThereCannotBeReached() {
        var nowhere = Services.of(List.of(NAME + "=http://127.0.0.1:1/"));
        var failed = assertThrows(ServiceFailed.class, () -> ask(things(2), nowhere, joined("SERVICE")));
        assertEquals("The service " + NAME + " cannot be reached.", failed.getMessage());
        assertEquals(2, ask(things(2), nowhere, joined("SERVICE SILENT")).size());
    }

    @ParameterizedTest
    @CsvSource({"hang, SERVICE", "hang, SERVICE SILENT", "drip, SERVICE", "drip, SERVICE SILENT"})
    void itHasNoMoreTimeThanTheQuery(String path, String keyword) {
        var dataset = things(2);
        at(path).installIn(dataset.getContext());
        var begin = System.nanoTime();
        try (var execution = QueryExec.dataset(dataset).query(joined(keyword)).timeout(300, TimeUnit.MILLISECONDS).build()) {
            assertThrows(ServiceFailed.class, () -> execution.select().hasNext());
        }
        assertTrue(System.nanoTime() - begin < 3_000_000_000L, "stopped late");
    }

    @Test
    void whatFailedOnceIsNotAskedAgain() {
        assertEquals(15, ask(things(15), at("busy"), "SELECT * { ?s <x:number> ?n OPTIONAL { SERVICE SILENT <" + NAME + "> { ?s <x:says> ?v } } }").size());
        assertEquals(1, elsewhere.requests.size());
    }

    @Test
    void whatWasNotAskedForIsNotTaken() {
        var rows = ask(things(2), at("more-than-asked"), joined("SERVICE"));
        assertEquals(1, rows.size());
        assertFalse(rows.get(0).contains("smuggled"), rows.get(0));
    }

    // The same rows as ARQ gives, one request for each

    @ParameterizedTest
    @ValueSource(strings = {
        "?item <x:is> ?n SERVICE % { ?item rdfs:label ?name }",
        "SERVICE % { ?item rdfs:label ?name } ?item <x:is> ?n",
        "SERVICE % { ?item rdfs:label ?name FILTER ( LANG(?name) = \"zh\" ) }",
        "?item <x:is> ?n SERVICE % { ?item rdfs:label ?name OPTIONAL { ?item wdt:P159 ?seat } }",
        "?item <x:is> ?n SERVICE % { ?item rdfs:label ?name OPTIONAL { ?item wdt:P159 ?seat } FILTER ( !BOUND(?seat) ) }",
        "?item <x:is> ?n OPTIONAL { ?item <x:seat> ?seat } SERVICE % { ?item rdfs:label ?name OPTIONAL { ?item wdt:P159 ?seat } }",
        "?item <x:is> ?n SERVICE % { { ?item wdt:P169 ?who } UNION { ?item wdt:P159 ?who } }",
        "?item <x:is> ?n SERVICE % { ?item wdt:P169 ?who MINUS { ?item wdt:P159 ?seat } }",
        "?item <x:is> ?n SERVICE % { ?item wdt:P571 ?when BIND ( YEAR(?when) AS ?year ) }",
        "?item <x:is> ?n SERVICE % { SELECT ?item ( COUNT(?who) AS ?size ) { ?item wdt:P169 ?who } GROUP BY ?item }",
        "?item <x:is> ?n SERVICE % { SELECT ?item { ?item wdt:P169 ?who } ORDER BY ?item LIMIT 2 }",
        "?item <x:is> ?n SERVICE % { VALUES ( ?property ?as ) { ( wdt:P169 1 ) ( wdt:P159 2 ) } ?item ?property ?thing }",
        "?item <x:is> ?n { SELECT ?item { ?item <x:is> ?m SERVICE % { ?item rdfs:label ?hidden } } }",
        "?item <x:is> ?n OPTIONAL { SERVICE % { ?item wdt:P169/rdfs:label ?name } }",
        "?item <x:is> ?n MINUS { SERVICE % { ?item wdt:P169 ?who } }",
        "?item <x:is> ?n SERVICE % { ?item wdt:P169 ?who } SERVICE % { ?who rdfs:label ?name }",
        "SERVICE % { <http://www.wikidata.org/entity/Q478214> wdt:P169 <http://www.wikidata.org/entity/Invented-Chief> } ?item <x:is> ?n"
    })
    void rowsAreThoseOfJena(String pattern) {
        var prefixes = "PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#> PREFIX wdt: <http://www.wikidata.org/prop/direct/> ";
        var query = prefixes + "SELECT * { " + pattern + " }";
        QueryFactory.create(query.replace("%", "<" + NAME + ">"));
        var theirs = rows(firms(), query.replace("%", "<" + mirror.address() + ">"));
        var ours = ask(firms(), Services.of(List.of(NAME + "=" + mirror.address())), query.replace("%", "<" + NAME + ">"));
        assertEquals(theirs, ours);
        assertFalse(theirs.isEmpty(), "no rows would prove nothing");
    }

    /** Four of the firms that the other side knows, and one that it does not. */
    private static DatasetGraph firms() {
        var dataset = DatasetGraphFactory.create();
        RDFDataMgr.read(dataset, new java.io.StringReader("""
                PREFIX wd: <http://www.wikidata.org/entity/>
                wd:Q1636958 <x:is> 1 ; <x:seat> wd:Invented-Town .
                wd:Q478214 <x:is> 2 ; <x:seat> wd:Another-Town .
                wd:Q860580 <x:is> 3 .
                wd:Q116758847 <x:is> 4 . wd:Q95 <x:is> 5 ."""), null, org.apache.jena.riot.Lang.TURTLE);
        return dataset;
    }
}
