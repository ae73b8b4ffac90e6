package io.firmament.serve;

import io.firmament.verify.Passages;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A passage that a statement rests on, as people read it.
 *
 * @param href its own page
 * @param certainty how surely it is said there
 * @param speaker who says it; none if the article itself does
 * @param said when the speaker said so
 * @param article where
 * @param start its first character
 * @param end the character after its last
 * @param notes what the curators add
 * @param lang the language of the article
 * @param text what stands there; none if the article is not at hand
 */
record Passage(
        String href, Cell certainty, List<Cell> speaker, String said, Cell article, int start, int end, List<Cell> notes, String lang,
        List<Passages.Passage> text) {

    private static final String SOURCE = "http://www.w3.org/ns/oa#hasSource";
    private static final String START = "http://www.w3.org/ns/oa#start";
    private static final String END = "http://www.w3.org/ns/oa#end";
    private static final String LANGUAGE = "http://purl.org/dc/terms/language";
    private static final String NOTE = "http://www.w3.org/2004/02/skos/core#note";

    /** The passages of a statement, in their order in each article. */
    static List<Passage> all(List<Facts> evidence, Visit visit, Optional<Passages> texts) {
        return evidence.stream()
                .map(one -> of(one, visit, texts))
                .sorted(Comparator.comparing((Passage passage) -> passage.article().text()).thenComparing(Passage::start))
                .toList();
    }

    private static Passage of(Facts evidence, Visit visit, Optional<Passages> texts) {
        var start = number(evidence, START);
        var end = number(evidence, END);
        var text = evidence.of(SOURCE).stream()
                .flatMap(row -> row.iri("o").stream())
                .flatMap(article -> texts.flatMap(all -> all.at(article, start, end)).stream())
                .toList();
        return new Passage(
                Places.path(evidence.iri()).map(visit::href).orElse(""),
                first(evidence.cells("certainty", visit)),
                evidence.cells("speaker", visit),
                evidence.text("said", visit),
                first(evidence.cellsOf(SOURCE, visit)),
                start,
                end,
                evidence.cellsOf(NOTE, visit),
                first(evidence.cellsOf(LANGUAGE, visit)).text(),
                text);
    }

    private static Cell first(List<Cell> cells) {
        return cells.isEmpty() ? Cell.EMPTY : cells.get(0);
    }

    private static int number(Facts evidence, String property) {
        return evidence.of(property).stream().flatMap(row -> row.number("o").stream()).map(Number::intValue).findFirst().orElse(0);
    }
}
