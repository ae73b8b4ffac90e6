package io.firmament.link;

import io.firmament.match.Candidate;
import java.util.ArrayList;
import java.util.List;

/**
 * The table in which a person decides: a row for each entity that a name may mean. It is made for spreadsheets, so what
 * they would take for a formula is guarded.
 */
final class Review {

    static final String LINE = "line";
    static final String NAME = "name";
    /** In front of the name of each column of context. */
    static final String CONTEXT = "context_";
    static final String DECISION = "decision";
    static final String NOTE = "note";
    static final String CANDIDATE = "candidate";

    private Review() {}

    static List<String> header(List<String> context) {
        var header = new ArrayList<>(List.of(LINE, NAME));
        context.forEach(column -> header.add(TableWriter.guarded(CONTEXT + column)));
        header.addAll(List.of("label", "label_zh", "score", "reason", DECISION, NOTE, CANDIDATE));
        return header;
    }

    static List<String> row(long line, String name, List<String> context, Candidate candidate, String language) {
        var row = new ArrayList<>(List.of(Long.toString(line), TableWriter.guarded(name)));
        context.forEach(value -> row.add(TableWriter.guarded(value)));
        row.addAll(List.of(
                TableWriter.guarded(candidate.label()), TableWriter.guarded(candidate.labelZh()), TableLinker.score(candidate),
                TableWriter.guarded(candidate.words(language)), "", "", candidate.iri()));
        return row;
    }
}
