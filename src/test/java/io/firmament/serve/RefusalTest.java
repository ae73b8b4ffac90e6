package io.firmament.serve;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a stranger may not do: each refused with the right status and one line that tells nothing of our inside. */
class RefusalTest {

    private static final String NOWHERE = "<http://127.0.0.1:1/x>";
    private static final String AFN = "<http://jena.apache.org/ARQ/function#wait>(9000)";
    private static final String PRODUCT = "{ ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l ";

    private static void refused(int status, HttpResponse<String> answer) {
        assertAll(
                () -> assertEquals(status, answer.statusCode(), answer.body()),
                () -> assertEquals("text/plain", Site.type(answer)),
                () -> assertEquals(1, answer.body().lines().count(), answer.body()),
                () -> assertTrue(answer.body().length() <= Limits.MESSAGE_CHARS + 10, answer.body()),
                () -> assertFalse(answer.body().matches("(?s).*(Exception|Error:|org\\.apache|java\\.util|\\tat ).*"), answer.body()));
    }

    private static void refusedQuery(int status, String says, String query) {
        var answer = Site.post("/sparql", "application/sparql-query", query);
        refused(status, answer);
        assertTrue(answer.body().contains(says), answer.body());
    }

    private static String allow(HttpResponse<?> answer) {
        return answer.headers().firstValue("Allow").orElse("");
    }

    // Writing

    @ParameterizedTest
    @CsvSource({
        "POST, /sparql, application/sparql-update", "POST, /sparql, application/x-www-form-urlencoded", "GET, /sparql?update=CLEAR+ALL, ''",
        "POST, /sparql?update=CLEAR+ALL, ''", "PUT, /sparql, text/turtle", "PUT, /sparql?default, text/turtle",
        "DELETE, /sparql?default, ''", "PATCH, /sparql, application/rdf-patch", "PUT, /sparql/data?default, text/turtle",
        "POST, /sparql/data?default, text/turtle", "POST, /sparql/upload, multipart/form-data", "POST, /sparql/update, application/sparql-update",
        "POST, /, application/sparql-update", "PUT, /, text/turtle", "DELETE, /, ''", "PUT, /id/bytedance, text/turtle", "DELETE, /id/bytedance, ''",
        "PATCH, /ontology, ''", "POST, /query/counts, ''", "TRACE, /, ''"
    })
    void nothingCanBeChanged(String method, String path, String type) {
        var before = Site.query("SELECT (COUNT(*) AS ?n) { ?s ?p ?o }", "Accept", "text/csv").body();
        var body = type.contains("form-urlencoded") ? "update=CLEAR+ALL" : "CLEAR ALL";
        var headers = type.isEmpty() ? new String[0] : new String[] {"Content-Type", type};
        var answer = method.equals("GET") ? Site.get(path)
                : Site.send(method, path, type.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body), headers);
        refused(405, answer);
        assertTrue(allow(answer).startsWith("GET, HEAD"), allow(answer));
        assertEquals(before, Site.query("SELECT (COUNT(*) AS ?n) { ?s ?p ?o }", "Accept", "text/csv").body());
    }

    @ParameterizedTest
    @ValueSource(strings = {"INSERT DATA { <x:s> <x:p> <x:o> }", "LOAD <http://127.0.0.1:1/x>", "CLEAR ALL", "DROP DEFAULT"})
    void anUpdateIsNoQuery(String update) {
        refusedQuery(400, "error", update);
    }

    @Test
    void triplesCannotBePostedToTheEndpoint() {
        refused(415, Site.post("/sparql?default", "text/turtle", "<x:s> <x:p> <x:o> ."));
        refused(415, Site.post("/sparql", "multipart/form-data; boundary=x", "--x--"));
    }

    // Reach

    @ParameterizedTest
    @ValueSource(strings = {
        "SELECT * { SERVICE % { ?s ?p ?o } }", "SELECT * { SERVICE SILENT % { ?s ?p ?o } }",
        "SELECT * { VALUES ?x { % } SERVICE ?x { ?s ?p ?o } }", "SELECT * { BIND ( % AS ?x ) SERVICE SILENT ?x { ?s ?p ?o } }",
        "SELECT * { { SELECT * { SERVICE % { ?s ?p ?o } } } }", "SELECT * { ?s ?p ?o OPTIONAL { SERVICE % { ?s ?p ?o } } }",
        "SELECT * { ?s ?p ?o FILTER EXISTS { SERVICE % { ?s ?p ?o } } }", "SELECT * { ?s ?p ?o FILTER NOT EXISTS { SERVICE % { ?s ?p ?o } } }",
        "SELECT * { ?s ?p ?o MINUS { SERVICE % { ?s ?p ?o } } }", "SELECT * { { } UNION { SERVICE % { ?s ?p ?o } } }",
        "SELECT * { GRAPH ?g { SERVICE % { ?s ?p ?o } } }", "SELECT (EXISTS { SERVICE % { ?s ?p ?o } } AS ?x) { }",
        "SELECT * { BIND ( EXISTS { SERVICE % { ?s ?p ?o } } AS ?x ) }",
        "SELECT (SUM(IF(EXISTS { SERVICE % { ?s ?p ?o } }, 1, 2)) AS ?x) { ?a ?b ?c }",
        "SELECT * { ?s ?p ?o } ORDER BY (EXISTS { SERVICE % { ?s ?p ?o } })",
        "SELECT ?s { ?s ?p ?o } GROUP BY ?s HAVING (EXISTS { SERVICE % { ?s ?p ?o } })",
        "SELECT ?x { ?s ?p ?o } GROUP BY (EXISTS { SERVICE % { ?s ?p ?o } } AS ?x)",
        "ASK { SERVICE % { ?s ?p ?o } }", "DESCRIBE ?s { SERVICE % { ?s ?p ?o } }", "CONSTRUCT { ?s ?p ?o } { SERVICE % { ?s ?p ?o } }"
    })
    void noOtherServerIsAsked(String query) {
        refusedQuery(400, "SERVICE is not available", query.replace("%", NOWHERE));
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "SELECT (% AS ?x) { }", "SELECT * { FILTER ( % ) }", "SELECT (MAX(%) AS ?x) { ?s ?p ?o }", "SELECT (GROUP_CONCAT(DISTINCT %) AS ?x) { ?s ?p ?o }",
        "SELECT * { ?s ?p ?o } ORDER BY %", "SELECT ?x { ?s ?p ?o } GROUP BY (% AS ?x)", "SELECT ?s { ?s ?p ?o } GROUP BY ?s HAVING (%)",
        "SELECT * { FILTER EXISTS { FILTER ( % ) } }", "SELECT (IF(true, 1, COALESCE(%, 2)) AS ?x) { }",
        "SELECT (<java:java.lang.System>() AS ?x) { }", "SELECT (<http://www.w3.org/2005/xpath-functions#concat>(\"a\") AS ?x) { }",
        "SELECT (<http://www.w3.org/2005/xpath-functions/math#pow>(2, 99) AS ?x) { }", "SELECT (<x:unknown>(1) AS ?x) { }",
        "SELECT (<http://jena.apache.org/ARQ/function/aggregate#stdev>(DISTINCT ?o) AS ?x) { ?s ?p ?o }",
        "SELECT * { ?x <http://jena.apache.org/ARQ/property#splitIRI> ?y }", "SELECT * { ?x <http://jena.apache.org/ARQ/list#member> ?y }",
        "SELECT * { ?x <x:y>|<http://jena.apache.org/ARQ/property#strSplit> ?y }", "SELECT * { ?x <java:java.lang.System> ?y }"
    })
    void onlyTheStandardsFunctionsAreThere(String query) {
        refusedQuery(400, "Function not available", query.replace("%", AFN));
    }

    // Size

    @Test
    void whatIsTooLongIsRefused() {
        refused(414, Site.query("SELECT * { ?s ?p \"" + "a".repeat(17_000) + "\" }"));
        refused(413, Site.post("/sparql", "application/sparql-query", "a".repeat(Limits.BODY_BYTES + 1)));
        refused(413, Site.send("POST", "/sparql", BodyPublishers.ofInputStream(
                () -> new java.io.ByteArrayInputStream(new byte[Limits.BODY_BYTES + 1])), "Content-Type", "application/sparql-query"));
        refusedQuery(413, "longer than", "SELECT (\"" + "a".repeat(Limits.QUERY_CHARS) + "\" AS ?x) { }");
        assertEquals(431, Site.get("/", "X-Long", "a".repeat(40_000)).statusCode());
        refused(400, Site.get("/?" + "a=1&".repeat(200)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "()", "[]"})
    void whatIsNestedTooDeeplyIsRefusedBeforeItIsParsed(String brackets) {
        for (int depth : new int[] {200, 50_000}) {
            refusedQuery(400, "nested", "SELECT * WHERE { " + brackets.substring(0, 1).repeat(depth) + brackets.substring(1).repeat(depth) + " }");
        }
        refusedQuery(400, "nested", "SELECT * { FILTER ( " + "!".repeat(50_000) + "true ) }");
    }

    @Test
    void whatIsTooComplexIsRefused() {
        refusedQuery(400, "too complex", "SELECT * { " + "{ ?s ?p ?o } UNION ".repeat(1_500) + "{ ?s ?p ?o } }");
        refusedQuery(400, "too complex", "SELECT * { FILTER ( true" + " && true".repeat(20_000) + " ) }");
        refusedQuery(400, "too complex", "SELECT * { ?s <x:p>" + "/<x:p>".repeat(20_000) + " ?o }");
        refusedQuery(400, "too complex", "SELECT " + "?v%d ".repeat(1).formatted(0) + " { " + "?s ?p ?o . ".repeat(9_000) + " }");
        refusedQuery(400, "too complex", "SELECT * { FILTER ( 1 IN ( 2" + ", 2".repeat(20_000) + " ) ) }");
        refusedQuery(400, "", "SELECT * \\u007B" + "\\u007B".repeat(20_000));
    }

    @Test
    void pathsAndPatternsThatMindNoClockAreRefused() {
        refusedQuery(400, "path", "SELECT * { ?s ((<x:p>*)*)* ?o }");
        refusedQuery(400, "path", "SELECT * { ?s (<x:p>/<x:q>+)* ?o }");
        refusedQuery(400, "error", "SELECT * { ?s <x:p>{1,40} ?o }");
        refusedQuery(400, "constant", "SELECT * { ?s ?p ?o FILTER REGEX(\"a\", ?o) }");
        refusedQuery(400, "characters", "SELECT * { FILTER REGEX(\"a\", \"" + "a".repeat(201) + "\") }");
        refusedQuery(400, "repetitions", "SELECT * { FILTER REGEX(\"aaaa\", \"^(a+)+$\") }");
        refusedQuery(400, "repetitions", "SELECT * { FILTER REGEX(\"aaaa\", \"^(a|a)*$\") }");
        refusedQuery(400, "for ever", "SELECT * { FILTER REGEX(\"" + "a".repeat(3000) + "\", \"^a*a*a*a*a*b\") }");
        refusedQuery(400, "separator", "SELECT (GROUP_CONCAT(?s; separator=\"" + "x".repeat(101) + "\") AS ?all) { ?s ?p ?o }");
        refusedQuery(400, "back-references", "SELECT (REPLACE(\"aa\", \"(a)\\\\1\", \"b\") AS ?x) { }");
        refusedQuery(400, "too many", "SELECT ?x30 { BIND ( \"aaaa\" AS ?x0 ) " + doublings("CONCAT(?x#, ?x#)") + " }");
        refusedQuery(400, "too many", "SELECT ?x30 { BIND ( 9999 AS ?x0 ) " + doublings("?x# * ?x#") + " }");
    }

    private static String doublings(String expression) {
        var binds = new StringBuilder();
        for (int i = 0; i < 30; i++) {
            binds.append("BIND ( ").append(expression.replace("#", "" + i)).append(" AS ?x").append(i + 1).append(" ) ");
        }
        return binds.toString();
    }

    @Test
    void compressedBodiesAndOtherCharsetsAreRefused() {
        refused(415, Site.post("/sparql", "application/sparql-query", "ASK {}", "Content-Encoding", "gzip"));
        refused(415, Site.post("/sparql", "application/sparql-query; charset=utf-16", "ASK {}"));
        refused(400, Site.send("POST", "/sparql", BodyPublishers.ofByteArray(new byte[] {(byte) 0xff, (byte) 0xfe}), "Content-Type", "application/sparql-query"));
    }

    // Time

    @ParameterizedTest
    @ValueSource(strings = {
        "SELECT (COUNT(*) AS ?n) %}", "SELECT * %} ORDER BY ?a ?e ?i", "SELECT * %} OFFSET 999999999999", "SELECT DISTINCT ?a ?e ?i %}",
        "ASK %FILTER ( STRLEN(STR(?a)) + STRLEN(STR(?l)) < 0 ) }", "CONSTRUCT { ?a ?e ?i } %}",
        "SELECT (COUNT(*) AS ?n) { ?a !<x:nothing>+ ?b . ?c !<x:nothing>+ ?d }", "SELECT ?a (SAMPLE(?i) AS ?x) %} GROUP BY ?a"
    })
    void whatTakesTooLongIsStopped(String query) {
        var begin = System.nanoTime();
        var answer = Site.get("/sparql?timeout=0.3&query=" + Site.encode(query.replace("%", PRODUCT)), "Accept", "text/csv");
        refused(503, answer);
        assertEquals("10", answer.headers().firstValue("Retry-After").orElse(""));
        assertTrue(System.nanoTime() - begin < 4_000_000_000L, "stopped late");
    }

    @Test
    void anAnswerThatIsCutDoesNotLookWhole() {
        var path = "/sparql?timeout=1&query=" + Site.encode("SELECT * " + PRODUCT + "}");
        try {
            var answer = Site.get(path, "Accept", "text/csv");
            refused(503, answer);
        } catch (AssertionError e) {
            assertTrue(e.getCause() instanceof IOException, e.toString());
        }
    }

    @Test
    void aClientCannotRaiseTheLimitAndNonsenseIsIgnored() {
        for (var timeout : new String[] {"99999", "-1", "abc", "NaN", "1e400", ""}) {
            assertEquals(200, Site.get("/sparql?timeout=" + timeout + "&query=" + Site.encode("ASK {}")).statusCode(), timeout);
        }
    }

    // Answers

    @ParameterizedTest
    @ValueSource(strings = {"callback=alert", "stylesheet=x", "force-accept=text/html", "xslt=x"})
    void nothingOfTheClientsIsReflected(String parameter) {
        refused(400, Site.get("/sparql?query=ASK%7B%7D&" + parameter));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/sparql", "/sparql?query=ASK%7B%7D", "/sparql?query=x", "/id/bytedance", "/nowhere", "/style.css", "/query/counts"})
    void everyAnswerHasItsHeaders(String path) {
        for (var answer : new HttpResponse<?>[] {Site.get(path), Site.html(path)}) {
            var headers = answer.headers();
            assertEquals("nosniff", headers.firstValue("X-Content-Type-Options").orElse(""));
            assertTrue(headers.firstValue("Content-Security-Policy").orElse("").contains("frame-ancestors 'none'"));
            assertEquals("no-referrer", headers.firstValue("Referrer-Policy").orElse(""));
            assertEquals("*", headers.firstValue("Access-Control-Allow-Origin").orElse(""));
            assertFalse(headers.firstValue("Server").isPresent());
            assertFalse(headers.firstValue("Set-Cookie").isPresent());
        }
    }

    @Test
    void aMistakeInAQueryIsSaidWithItsPlace() {
        refusedQuery(400, "line 2, column", "SELECT *\nWHERE { ?s ?p }");
        refusedQuery(400, "error", "Ünsinn");
        refusedQuery(400, "empty", "  ");
        refused(400, Site.get("/sparql?query="));
        assertEquals("text/turtle", Site.type(Site.get("/sparql")), "no query is no mistake: the endpoint describes itself");
        refused(400, Site.get("/sparql?query=ASK%7B%7D&query=ASK%7B%7D"));
        refused(400, Site.get("/sparql?query=ASK%7B%7D&format=nonsense"));
        refused(400, Site.post("/sparql", "", ""));
        refusedQuery(400, "", "SELECT (STRLANG(\"x\", \"no tag!!\") AS ?y) (IRI(\"<bad iri>\") AS ?z) { }");
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "/sparql?query=%ZZ", "/sparql?query=%", "/sparql?query=%ff", "/id/%00", "/id/%zz", "/id/a%2fb", "/..%2f..%2fetc/passwd", "/%2e%2e/etc/passwd", "/id/%ff"
    })
    void brokenAddressesAreBadRequests(String path) throws IOException {
        // A client library would not send these.
        var server = Site.SERVER.address();
        try (var socket = new Socket(server.getHost(), server.getPort())) {
            socket.getOutputStream().write(("GET " + path + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
            var answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertTrue(answer.startsWith("HTTP/1.1 400"), answer);
            assertFalse(answer.contains("jetty") || answer.contains("Exception"), answer);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/nowhere", "/$/ping", "/$/datasets", "/sparql/", "/sparql/data", "/sparql/get", "/style.css/", "/io/firmament/serve/words_en.properties", "/words_en.properties", "/query/", "/query/no-such-question"})
    void whatIsNotThereIsNotFound(String path) {
        refused(404, Site.get(path));
        assertEquals(404, Site.html(path).statusCode());
    }
}
