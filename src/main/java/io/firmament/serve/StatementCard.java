package io.firmament.serve;

import io.firmament.query.Row;
import io.firmament.serve.Statements.Statement;
import io.firmament.verify.Passages;
import io.firmament.vocab.FM;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A statement as people read it.
 *
 * @param id its slug, by which a link finds it on a page
 * @param href its own page
 * @param kind its kind
 * @param gist what it says, in words or as a figure; empty if its ends say it all
 * @param ends whom it is about: its subject, and its object if it has one
 * @param when its date, or what is known of it
 * @param day the last day that it may mean, for the order; empty if nothing is known
 * @param details what else it says
 * @param asserted whether the sources put it forward as a fact, and the curators let them
 * @param ended whether what it says held once, and no longer
 * @param rank what the curators decided; empty if nothing
 * @param reason why
 * @param decidedBy who did
 * @param grounds how surely it is said, and in how many passages
 * @param passages what it rests on
 * @param against what cannot be true together with it
 */
record StatementCard(
        String id, String href, Cell kind, String gist, List<Cell> ends, String when, String day, List<Detail> details, boolean asserted,
        boolean ended, String rank, String reason, String decidedBy, String grounds, List<Passage> passages, List<StatementCard> against) {

    static final Comparator<StatementCard> FACTS_FIRST = Comparator.comparing(card -> !card.asserted());
    /** What has no date comes last. */
    static final Comparator<StatementCard> NEWEST_FIRST =
            Comparator.comparing(StatementCard::day).reversed().thenComparing(StatementCard::id);

    private static final List<String> BOUNDS = List.of("minValue", "maxValue");
    /** What people look for first; the rest follows by name. */
    private static final List<String> FIRST = List.of(
            "title", "role", "origin", "event", "requirement", "place", "status", "salaryMonths", "about", "topic");
    /** Shown elsewhere on the card. */
    private static final Set<String> APART = Stream.of(
                    "kind", "subject", "object", "gist", "evidence", "asserted", "contradicts", "rank", "reason", "decidedBy", "metric",
                    "value", "minValue", "maxValue", "unit", "per", "qualifier", "statistic", "date", "start", "end", "earliest", "latest")
            .map(Facts::term)
            .collect(Collectors.toSet());
    private static final String NOTE = "http://www.w3.org/2004/02/skos/core#note";

    /** A property and its values. */
    record Detail(String name, List<Cell> cells) {}

    static StatementCard of(Statement statement, Visit visit, Optional<Passages> texts) {
        var says = statement.says();
        var passages = Passage.all(statement.evidence(), visit, texts);
        return new StatementCard(
                Places.slug(statement.iri()),
                Places.path(statement.iri()).map(visit::href).orElse(""),
                says.cells("kind", visit).stream().findFirst().orElse(Cell.EMPTY),
                gist(says, visit),
                Stream.of("subject", "object").flatMap(end -> says.cells(end, visit).stream()).toList(),
                when(says, visit),
                says.has(Facts.term("latest")) ? says.text("latest", visit) : says.text("earliest", visit),
                details(says, visit),
                statement.asserted(),
                statement.ended(),
                says.text("rank", visit),
                says.text("reason", visit),
                says.text("decidedBy", visit),
                grounds(passages, visit),
                passages,
                statement.against().stream().map(other -> of(other, visit, texts)).toList());
    }

    private static String gist(Facts says, Visit visit) {
        var figure = Grid.figure(BOUNDS, part -> says.text(part, visit));
        var metric = says.text("metric", visit);
        var figures = figure.equals("–") || figure.isEmpty() ? "" : metric.isEmpty() ? figure : metric + visit.words().get("colon") + figure;
        return Stream.of(says.text("gist", visit), figures).filter(text -> !text.isEmpty()).collect(Collectors.joining(" · "));
    }

    private static String when(Facts says, Visit visit) {
        var words = visit.words();
        var date = says.text("date", visit);
        var since = says.text("start", visit);
        var until = says.text("end", visit);
        if (!date.isEmpty()) {
            return date;
        }
        if (!since.isEmpty() || !until.isEmpty()) {
            return until.isEmpty() ? words.get("since", since) : since.isEmpty() ? words.get("until", until) : since + " – " + until;
        }
        var earliest = says.text("earliest", visit);
        var latest = says.text("latest", visit);
        return earliest.isEmpty() && latest.isEmpty() ? ""
                : latest.isEmpty() ? words.get("notBefore", earliest)
                : earliest.isEmpty() ? words.get("notAfter", latest)
                : earliest + " – " + latest;
    }

    private static String grounds(List<Passage> passages, Visit visit) {
        var certainties = passages.stream().map(passage -> passage.certainty().text()).distinct().collect(Collectors.joining(", "));
        var size = passages.size();
        return certainties + " · " + (size == 1 ? visit.words().get("passagesOne") : visit.words().get("passages", size));
    }

    private static List<Detail> details(Facts says, Visit visit) {
        Map<String, List<Cell>> details = new LinkedHashMap<>();
        says.rows().stream()
                .filter(row -> says.isFor(row, visit) && isDetail(row.iri("p").orElse("")))
                .sorted(Comparator.comparing(StatementCard::place))
                .forEach(row -> details.computeIfAbsent(name(row, visit), n -> new ArrayList<>()).add(Cell.of(row, "o", visit)));
        return details.entrySet().stream().map(e -> new Detail(e.getKey(), e.getValue())).toList();
    }

    private static boolean isDetail(String property) {
        return property.startsWith(FM.NS) && !APART.contains(property) || property.equals(NOTE);
    }

    private static int place(Row row) {
        var place = FIRST.indexOf(Places.slug(row.iri("p").orElse("")));
        return place < 0 ? FIRST.size() : place;
    }

    private static String name(Row row, Visit visit) {
        var iri = row.iri("p").orElse("");
        return iri.startsWith(FM.NS) ? row.label("p", visit.language().tag) : visit.words().term(Cell.compact(iri));
    }

    /** What to call it where it stands alone: a statement has no name. */
    String title(Visit visit) {
        return gist.isEmpty()
                ? kind.text() + visit.words().get("colon") + ends.stream().map(Cell::text).collect(Collectors.joining(" → "))
                : gist;
    }

    /** Where its first passage starts. */
    int start() {
        return passages.stream().mapToInt(Passage::start).min().orElse(0);
    }

    boolean disputed() {
        return !against.isEmpty();
    }

    boolean decided() {
        return !rank.isEmpty();
    }
}
