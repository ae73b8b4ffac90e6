package io.firmament.serve;

import io.firmament.KnowledgeGraph;
import io.firmament.query.Answer;
import io.firmament.query.Row;
import io.firmament.vocab.FM;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.OWL;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;

/** Whatever is neither entity nor statement, such as a kind or a judgement: its plain triples, and what leads to it. */
final class TermPage {

    private static final int MOST_SHOWN = 200;
    private static final Set<String> APART = Set.of(
            RDF.type.getURI(), RDFS.label.getURI(), SKOS.definition.getURI(), SKOS.altLabel.getURI(), FM.kind.getURI());

    /** What tells most of an article, and what only its check needs. */
    private static final List<String> FIRST = List.of(
            DCTerms.publisher.getURI(), DCTerms.creator.getURI(), DCTerms.contributor.getURI(), Facts.term("earliest"), Facts.term("latest"));
    private static final List<String> LAST = List.of(Facts.term("length"), DCTerms.identifier.getURI(), Facts.term("sha256"));

    /** Of a term of the ontology, what its guide tells in words. */
    private static final Set<String> TOLD = Set.of(
            SKOS.scopeNote.getURI(), SKOS.changeNote.getURI(), DCTerms.isReplacedBy.getURI(), OWL.NS + "deprecated", Facts.term("edgeCard"));

    private final KnowledgeGraph graph;
    private final Templates templates;
    private final Supplier<Vocabulary> vocabulary;

    /**
     * @param vocabulary the ontology; asked for only where a term of it is shown
     */
    TermPage(KnowledgeGraph graph, Templates templates, Supplier<Vocabulary> vocabulary) {
        this.graph = graph;
        this.templates = templates;
        this.vocabulary = vocabulary;
    }

    void write(Visit visit, Facts says, Answer incoming, Map<String, Object> model, HttpServletResponse response) throws IOException {
        var title = title(says, visit);
        model.put("label", title);
        model.put("otherLabel", says.label(visit.language().other().tag).filter(label -> !label.equals(title)).orElse(""));
        model.put("otherTag", visit.language().other().tag);
        model.put("kinds", kinds(says, visit));
        model.put("definition", says.cellsOf(SKOS.definition.getURI(), visit));
        model.put("names", says.of(SKOS.altLabel.getURI()).stream().map(row -> Cell.of(row, "o", visit)).toList());
        var known = Places.isTerm(says.iri()) ? vocabulary.get().find(says.iri()) : Optional.<Facts>empty();
        known.ifPresent(term -> model.put("kinds", Stream.concat(
                Stream.of(new Cell(visit.words().get("ontology"), visit.href("/ontology"), "", false)), kinds(says, visit).stream()).toList()));
        model.put("guide", known.map(term -> List.of(TermGuide.of(term, vocabulary.get(), graph, visit))).orElse(List.of()));
        model.put("facts", facts(says.rows().stream()
                .filter(row -> !APART.contains(row.iri("p").orElse("")) && (known.isEmpty() || !TOLD.contains(row.iri("p").orElse(""))))
                .toList(), "o", visit));
        model.put("incoming", facts(incoming.rows(), "s", visit));
        templates.write(response, visit, "term", title, model);
    }

    /** What a thing is called: by its label in the reader's language or in English, else by the end of its IRI. */
    static String title(Facts says, Visit visit) {
        return says.label(visit.language().tag).or(() -> says.label("en")).orElse(Places.slug(says.iri()));
    }

    /** Its classes, of which the most general says least, and its kinds. */
    static List<Cell> kinds(Facts says, Visit visit) {
        var types = says.of(RDF.type.getURI()).stream()
                .filter(row -> row.iri("o").orElse("").startsWith(FM.NS) && !row.iri("o").orElse("").equals(FM.Entity.getURI()))
                .map(row -> Cell.of(row, "o", visit));
        return Stream.of(types, says.cells("kind", visit).stream(), says.cells("naming", visit).stream())
                .flatMap(cells -> cells)
                .toList();
    }

    /** Plain triples by property: whose it is and when it was made first, what only machines need last, the others by name. */
    static List<Folded<Cell>> facts(List<Row> rows, String column, Visit visit) {
        return Folded.by(
                rows.stream()
                        .filter(row -> !row.iri("p").equals(Optional.of(RDF.type.getURI())))
                        .sorted(Comparator.comparing(TermPage::rank).thenComparing(row -> name(row, visit)))
                        .limit(MOST_SHOWN)
                        .toList(),
                row -> name(row, visit),
                row -> Cell.of(row, column, visit));
    }

    private static int rank(Row row) {
        var iri = row.iri("p").orElse("");
        return FIRST.contains(iri) ? FIRST.indexOf(iri) : LAST.contains(iri) ? FIRST.size() + 1 + LAST.indexOf(iri) : FIRST.size();
    }

    private static String name(Row row, Visit visit) {
        var iri = row.iri("p").orElse("");
        return iri.startsWith(FM.NS) ? row.label("p", visit.language().tag) : visit.words().term(Cell.compact(iri));
    }
}
