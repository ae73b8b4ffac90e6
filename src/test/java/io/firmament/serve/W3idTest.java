package io.firmament.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The redirects that are proposed for w3id.org: each published IRI lands where the server answers. */
class W3idTest {

    private static final String ROOT = "https://w3id.org/firmament/";
    private static final String SERVER = "https://firmament.example.org";
    private static final Path RULES = Path.of("docs/w3id/.htaccess");

    /** A rule, as <a href="https://httpd.apache.org/docs/2.4/mod/mod_rewrite.html#rewriterule">Apache</a> reads it, of what is used here. */
    record Rule(Pattern pattern, String substitution, List<String> flags) {

        static final Pattern LINE = Pattern.compile("RewriteRule (\\S+) (\\S+) \\[(\\S+)]");

        String flag(String name) {
            return flags.stream().filter(f -> f.startsWith(name + "=")).map(f -> f.substring(name.length() + 1)).findFirst().orElse("");
        }
    }

    record Redirect(int status, String location) {}

    private static final List<Rule> REWRITES = rules();

    private static List<Rule> rules() {
        try {
            return Files.readString(RULES).lines()
                    .map(Rule.LINE::matcher)
                    .filter(Matcher::matches)
                    .map(line -> new Rule(Pattern.compile(line.group(1)), line.group(2), List.of(line.group(3).split(","))))
                    .toList();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** Where an IRI is sent to; empty if to nowhere. */
    private static Optional<Redirect> follow(String iri) {
        // Apache decodes before it matches, and encodes what it sends.
        var path = iri.substring(ROOT.length()).replaceFirst("#.*", "");
        var server = "";
        for (var rule : REWRITES) {
            var matcher = rule.pattern().matcher(path);
            if (matcher.find() && rule.substitution().equals("-")) {
                server = rule.flag("E").replaceFirst("^SERVER:", "");
            } else if (matcher.reset().find()) {
                assertTrue(rule.flags().contains("L"));
                var group = Optional.ofNullable(matcher.group(1)).orElse("");
                return Optional.of(new Redirect(Integer.parseInt(rule.flag("R")),
                        rule.substitution().replace("%{ENV:SERVER}", server).replace("$1", group)));
            }
        }
        return Optional.empty();
    }

    @Test
    void everyLineIsUnderstoodHere() throws IOException {
        assertEquals(Files.readString(RULES).lines().filter(line -> line.startsWith("RewriteRule")).count(), REWRITES.size());
        assertTrue(Files.readString(RULES).contains("NOT registered"));
        assertTrue(Files.readString(RULES.resolveSibling("README.md")).contains("not registered yet"));
    }

    @Test
    void everyThingOfTheGraphIsSentToItsDocument() {
        var things = Site.GRAPH.query("""
                SELECT DISTINCT ?x WHERE { { ?x ?p ?o } UNION { ?s ?x ?o } UNION { ?s ?p ?x }
                  FILTER ( isIRI(?x) && STRSTARTS(STR(?x), "%s") ) } ORDER BY ?x""".formatted(ROOT)).rows();
        assertTrue(things.size() > 4_000);
        for (var row : things) {
            var iri = row.iri("x").orElseThrow();
            var to = follow(iri).orElseThrow(() -> new AssertionError(iri + " leads nowhere"));
            assertEquals(new Redirect(Places.path(iri).isPresent() ? 303 : 307, SERVER + iri.substring(ROOT.length() - 1).replaceFirst("#.*", "")), to);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "id/zhou-chang, 303", "id/zhou-chang.ttl, 303", "id/statement/zhou-chang-joins-bytedance, 303", "id/statement/zhou-chang-joins-bytedance.jsonld, 303",
        "ontology, 303", "ontology#worksFor, 303", "ontology.ttl, 303", "ontology/kind/joining, 303", "ontology/kind/joining.rdf, 303",
        "dataset, 303", "dataset.nt, 303", "query/counts, 303", "query/counts.ttl, 303",
        "'', 307", "sparql, 307", "export/turtle, 307", "export/, 307", "context.jsonld, 307", "reconcile, 307"
    })
    void whereItLandsIsAnAnswer(String path, int status) {
        var to = follow(ROOT + path).orElseThrow();
        assertEquals(status, to.status());
        assertTrue(to.location().startsWith(SERVER + "/"), to.location());
        assertEquals(200, Site.get(to.location().substring(SERVER.length())).statusCode(), to.location());
    }

    @ParameterizedTest
    @ValueSource(strings = {"id/", "nothing", "ontologyx", "datasets", "search", "explore", "sparqlx", "style.css"})
    void nothingElseIsTakenOver(String path) {
        assertEquals(Optional.empty(), follow(ROOT + path));
    }
}
