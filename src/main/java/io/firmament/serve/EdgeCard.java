package io.firmament.serve;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * An edge card as a sentence: from whom, by which edge, to whom, ended by what.
 *
 * @param kinds the kinds of statement that it draws
 * @param from the argument where the edge begins
 * @param fromWhat what may stand there; empty if the ontology does not say
 * @param edge the edge
 * @param to the argument where it ends
 * @param toWhat what may stand there
 * @param endedBy the edges that end it
 * @param endedByLater those that end it only where they are known to be no earlier
 * @param lasts whether it goes on to hold
 */
record EdgeCard(
        List<Cell> kinds, Cell from, String fromWhat, Cell edge, Cell to, String toWhat, List<Cell> endedBy, List<Cell> endedByLater,
        boolean lasts) {

    static EdgeCard of(Facts card, List<Facts> kinds, Vocabulary vocabulary, Visit visit) {
        var edge = card.iris(Facts.term("edgeProperty"));
        return new EdgeCard(
                kinds.stream().map(kind -> TermEntry.link(kind, visit)).toList(),
                one(card, "edgeFrom", visit),
                what(edge, TermEntry.MAY_BEGIN, vocabulary, visit),
                one(card, "edgeProperty", visit),
                one(card, "edgeTo", visit),
                what(edge, TermEntry.MAY_END, vocabulary, visit),
                card.cells("endedBy", visit),
                card.cells("endedByLater", visit),
                card.of(Facts.term("lasts")).stream().anyMatch(row -> row.label("o").equals("true")));
    }

    private static Cell one(Facts card, String property, Visit visit) {
        return card.cells(property, visit).stream().findFirst().orElse(Cell.EMPTY);
    }

    private static String what(Set<String> edges, String includes, Vocabulary vocabulary, Visit visit) {
        var classes = edges.stream()
                .flatMap(edge -> vocabulary.find(edge).stream())
                .flatMap(edge -> edge.cellsOf(includes, visit).stream())
                .map(Cell::text)
                .distinct()
                .toList();
        var last = Math.max(0, classes.size() - 1);
        return Stream.of(String.join(visit.words().get("comma"), classes.subList(0, last)), String.join("", classes.subList(last, classes.size())))
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(visit.words().get("or")));
    }
}
