package io.firmament.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.firmament.vocab.FM;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The documentation of the ontology, as its readers see it. */
class OntologyPageTest {

    /** All terms in one page must stay a page: bytes. */
    private static final int MOST = 300_000;

    private static String page(String path) {
        var response = Site.html(path);
        assertEquals(200, response.statusCode(), path);
        return response.body();
    }

    private static List<String> terms() {
        return Site.GRAPH.query("""
                PREFIX owl: <http://www.w3.org/2002/07/owl#>
                PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
                SELECT DISTINCT ?term WHERE {
                  { VALUES ?type { owl:Class owl:ObjectProperty owl:DatatypeProperty } ?term a ?type }
                  UNION { ?term skos:inScheme ?scheme }
                } ORDER BY ?term""").rows().stream().map(row -> row.iri("term").orElseThrow()).toList();
    }

    /** The part of a page about one term. */
    private static String entry(String page, String anchor) {
        var entry = Pattern.compile("(?s)<div id=\"" + anchor + "\".*?</div>").matcher(page);
        assertTrue(entry.find(), anchor);
        return entry.group();
    }

    private static String text(String html) {
        return html.replaceAll("<[^>]*>", "").replaceAll("\\s+", " ").strip();
    }

    @Test
    void everyTermStandsOnThePageWhereItsIriLeads() {
        var page = page("/ontology?lang=en");
        var terms = terms();
        assertTrue(terms.size() > 300, terms::toString);
        var missing = terms.stream()
                .filter(term -> !page.contains(" id=\"" + (term.startsWith(FM.NS) ? "" : "kind-") + Places.slug(term) + "\""))
                .toList();
        assertEquals(List.of(), missing);
        var anchors = Pattern.compile(" id=\"([^\"]*)\"").matcher(page).results().map(found -> found.group(1)).toList();
        assertEquals(new HashSet<>(anchors).size(), anchors.size(), "an anchor stands once");
        assertTrue(page.length() < MOST, () -> page.length() + " bytes");
    }

    @Test
    void aTermTellsInTheReadersLanguageWhenToUseItAndWhatItIsNotFor() {
        var english = text(entry(page("/ontology?lang=en"), "memberOf"));
        assertTrue(english.contains("The entity belongs to the group") && english.contains("a unit of a firm is fm:partOf"));
        var chinese = text(entry(page("/ontology?lang=zh"), "memberOf"));
        assertTrue(chinese.contains("有来源称该实体属于这一群组") && chinese.contains("企业的部门用 fm:partOf"));
        assertFalse(chinese.contains("The entity belongs"));
    }

    @Test
    void anEdgeIsASentence() {
        assertTrue(text(entry(page("/ontology?lang=en"), "worksFor")).contains(
                "joining, post: from subject (group or person) by works for to object (organization), ended by worked for"));
        assertTrue(text(entry(page("/ontology?lang=zh"), "worksFor")).contains(
                "加入、任职：从 主体 (群组或人物) 经 任职于 到 客体 (组织)，终结于 曾任职于"));
        assertTrue(text(entry(page("/ontology?lang=en"), "kind-comparison")).contains("outranks to object (group, organization, person or product); of its day only"));
    }

    @Test
    void thePageSaysVersionLicencePrefixAndHowToCite() {
        var page = text(page("/ontology?lang=en"));
        assertTrue(page.contains("Version0.1.0 not released yet"));
        assertTrue(page.contains("https://creativecommons.org/licenses/by/4.0/"));
        assertTrue(page.contains("PREFIX fm: &lt;https://w3id.org/firmament/ontology#&gt;"));
        assertTrue(page.contains("The Firmament team: Firmament ontology, 0.1.0"));
    }

    @Test
    void aTermHasAPageWithExamplesDemandsAndQuestions() {
        var page = page("/ontology?term=worksFor&lang=en");
        var text = text(page);
        assertTrue(text.contains("— works for →"));
        assertTrue(page.contains("<a href=\"/query/people-of-firm?lang=en\">"));
        assertTrue(text.contains("SELECT ?from ?to WHERE { ?from fm:worksFor ?to } LIMIT 100"));
        assertTrue(text.contains("该人加入了该组织"), "the definition in the other language too");

        var evidence = text(page("/ontology?term=evidence&lang=en"));
        assertTrue(evidence.contains("A statement needs fm:evidence: at least one passage that says it."));
        var schemes = text(page("/ontology/kind/roles?lang=en"));
        assertTrue(schemes.contains("fm:role is a concept of kind:roles; see kinds.ttl."));
    }

    @Test
    void aKindTellsTheSame() {
        var page = text(page("/ontology/kind/joining?lang=zh"));
        assertTrue(page.contains("人物（主体）从外部加入组织（客体）"));
        assertTrue(page.contains("A person (subject) joins an organization"));
        assertTrue(page.contains("如何画成连线"));
        assertTrue(page.contains("kind:joining"));
        assertTrue(page.contains("no-date") && !page.contains("gap-shape"), "a rule that only names another rule is not of its terms");
    }

    @Test
    void everySmallQueryIsOneAndHasAnAnswerWhereTheTermIsUsed() {
        var wrong = new ArrayList<String>();
        for (var term : List.of("worksFor", "Person", "Statement", "certainty", "valuePattern", "edgeCard", "gap")) {
            var query = Pattern.compile("(?s)<pre><code>(.*?)</code></pre>").matcher(page("/ontology?term=" + term));
            assertTrue(query.find(), term);
            if (Site.GRAPH.query(query.group(1).replace("&lt;", "<").replace("&gt;", ">")).rows().isEmpty()) {
                wrong.add(term);
            }
        }
        assertEquals(List.of(), wrong);
    }

    @Test
    void whatIsNoTermIsNotFound() {
        assertEquals(404, Site.html("/ontology?term=worksFro").statusCode());
        assertEquals(404, Site.html("/ontology?term=%22%3E%3Cscript%3E").statusCode());
    }

    @Test
    void whatTheChecksDemandIsAllThere() {
        var page = text(page("/ontology?lang=en"));
        for (var demand : Site.GRAPH.demands()) {
            assertTrue(page.contains(demand.rule()), demand.rule());
        }
        assertTrue(Site.GRAPH.demands().size() > 100);
        assertTrue(page.contains("no-date only noted") && !page.contains("statement-kind only noted"));
    }
}
