package io.firmament.serve;

import io.firmament.vocab.FM;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.OWL;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;

/**
 * A term as it stands among the others.
 *
 * @param anchor by which a link finds it: its name, for its IRI ends so
 * @param name its short name in queries
 * @param href its own page
 * @param label what it is called in the reader's language
 * @param otherLabel what it is called in the other
 * @param otherTag the other language
 * @param definition when to use it
 * @param note what it is not for; empty if nobody takes it for another
 * @param of what has the property; empty if it is no property, or many have it
 * @param leadsTo what its values are
 * @param narrowerThan what it is a special case of
 * @param cards how it is drawn
 * @param uses how often it is used
 * @param deprecated whether it is not to be used any more
 * @param replacedBy what to use instead
 */
record TermEntry(
        String anchor, String name, String href, String label, String otherLabel, String otherTag, String definition, String note,
        List<Cell> of, List<Cell> leadsTo, List<Cell> narrowerThan, List<EdgeCard> cards, String uses, boolean deprecated,
        List<Cell> replacedBy) {

    static final String MAY_BEGIN = "https://schema.org/domainIncludes";
    static final String MAY_END = "https://schema.org/rangeIncludes";

    static TermEntry of(Facts term, Vocabulary vocabulary, Visit visit) {
        var iri = term.iri();
        var other = visit.language().other().tag;
        var uses = vocabulary.uses(iri);
        return new TermEntry(
                // A kind and a property may be called alike.
                iri.startsWith(FM.NS) ? Places.slug(iri) : "kind-" + Places.slug(iri),
                Cell.compact(iri),
                visit.href(page(iri)),
                label(term, visit),
                term.label(other).orElse(""),
                other,
                text(term, SKOS.definition.getURI(), visit),
                text(term, SKOS.scopeNote.getURI(), visit),
                both(term, RDFS.domain.getURI(), MAY_BEGIN, visit),
                both(term, RDFS.range.getURI(), MAY_END, visit),
                Stream.of(RDFS.subClassOf, RDFS.subPropertyOf, SKOS.broader)
                        .flatMap(above -> term.cellsOf(above.getURI(), visit).stream())
                        .toList(),
                vocabulary.cards(iri, visit),
                uses == 0 ? "" : visit.words().get("usesInGraph", String.format("%,d", uses)),
                isDeprecated(term),
                term.cellsOf(DCTerms.isReplacedBy.getURI(), visit));
    }

    /** Where all about a term stands: a name behind a hash never reaches the server. */
    static String page(String iri) {
        return iri.startsWith(FM.NS)
                ? Visit.with("/ontology", OntologyPage.TERM, Places.slug(iri))
                : Places.path(iri).orElse("");
    }

    /** A link to that place. */
    static Cell link(Facts term, Visit visit) {
        return new Cell(label(term, visit), visit.href(page(term.iri())), "", false);
    }

    static String label(Facts term, Visit visit) {
        return term.label(visit.language().tag).or(() -> term.label("en")).orElse(Places.slug(term.iri()));
    }

    static boolean isDeprecated(Facts term) {
        return term.of(OWL.NS + "deprecated").stream().anyMatch(row -> row.label("o").equals("true"));
    }

    /** A text in the reader's language; empty if there is none. */
    static String text(Facts term, String property, Visit visit) {
        return term.cellsOf(property, visit).stream().map(Cell::text).findFirst().orElse("");
    }

    /** What may have a property, as one text. */
    static String domain(Facts property, Visit visit) {
        return property.cellsOf(RDFS.domain.getURI(), visit).stream().map(Cell::text).collect(Collectors.joining(visit.words().get("or")));
    }

    private static List<Cell> both(Facts term, String one, String another, Visit visit) {
        return Stream.of(one, another).flatMap(property -> term.cellsOf(property, visit).stream()).toList();
    }
}
