package io.firmament.link;

import io.firmament.FirmamentException;
import io.firmament.vocab.FM;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.DCTerms;

/** A review that a person has filled in. Immutable. */
public final class ReviewedTable {

    private final List<Line> lines;
    private final long open;

    private record Line(long number, Judgement judgement) {}

    private ReviewedTable(List<Line> lines, long open) {
        this.lines = lines;
        this.open = open;
    }

    /**
     * Reads a review.
     *
     * @param review the file that {@link TableLinker} wrote, with decisions in it
     * @param by who decided
     * @param on when
     * @throws FirmamentException if it cannot be read, or decisions contradict each other; the message names the lines
     */
    public static ReviewedTable read(Path review, TableFormat format, String by, LocalDate on) {
        try (var rows = TableReader.open(review, format)) {
            var name = rows.column(Review.NAME);
            var place = rows.column(Review.LINE);
            var decision = rows.column(Review.DECISION);
            var note = rows.column(Review.NOTE);
            var candidate = rows.column(Review.CANDIDATE);
            var header = rows.header();
            var context = IntStream.range(0, header.size())
                    .filter(i -> TableWriter.unguarded(header.get(i)).startsWith(Review.CONTEXT))
                    .boxed()
                    .toList();
            List<Line> lines = new ArrayList<>();
            List<String> wrong = new ArrayList<>();
            var open = 0;
            for (var row = rows.next(); row.isPresent(); row = rows.next()) {
                var values = row.get().values();
                if (values.get(decision).isBlank()) {
                    open++;
                    continue;
                }
                var decided = Decision.of(values.get(decision));
                var entity = values.get(candidate).strip();
                if (decided.isEmpty()) {
                    wrong.add("line " + row.get().line() + ": \"" + values.get(decision) + "\" is no decision; write " + Decision.words());
                } else if (!entity.matches("https?://[^\\s<>\"{}|^`\\\\]+")) {
                    wrong.add("line " + row.get().line() + ": \"" + entity + "\" is no entity; leave that column as it is");
                } else {
                    var why = values.get(note).strip();
                    lines.add(new Line(row.get().line(), new Judgement(
                            entity,
                            TableWriter.unguarded(values.get(name)),
                            context.stream().map(column -> TableWriter.unguarded(values.get(column))).toList(),
                            decided.get(),
                            by,
                            on,
                            "Decided in %s, of line %s of the table.%s".formatted(review.getFileName(), values.get(place), spaced(why)),
                            "据 %s 判定，原表第 %s 行。%s".formatted(review.getFileName(), values.get(place), why))));
                }
            }
            var reviewed = new ReviewedTable(lines, open);
            wrong.addAll(reviewed.contradictions());
            refuse(wrong);
            return reviewed;
        }
    }

    private static String spaced(String note) {
        return note.isEmpty() ? "" : " " + note;
    }

    private static void refuse(List<String> wrong) {
        if (!wrong.isEmpty()) {
            throw new FirmamentException("Nothing was written:\n  " + String.join("\n  ", wrong));
        }
    }

    /** One name is not both the same as an entity and not, nor the same as two. */
    private List<String> contradictions() {
        List<String> found = new ArrayList<>();
        Map<Node, Line> decided = new LinkedHashMap<>();
        Map<List<Object>, Line> same = new LinkedHashMap<>();
        for (var line : lines) {
            var judgement = line.judgement();
            var earlier = decided.putIfAbsent(judgement.iri(), line);
            if (earlier != null && earlier.judgement().decision() != judgement.decision()) {
                found.add("lines %d and %d decide differently on \"%s\" and %s".formatted(
                        earlier.number(), line.number(), judgement.name(), judgement.entity()));
            }
            if (judgement.decision() == Decision.SAME) {
                var other = same.putIfAbsent(List.of(judgement.name(), judgement.context()), line);
                if (other != null && !other.judgement().entity().equals(judgement.entity())) {
                    found.add("lines %d and %d say of \"%s\" that it is the same as two: one of them is different".formatted(
                            other.number(), line.number(), judgement.name()));
                }
            }
        }
        return found;
    }

    /**
     * What became of the decisions.
     *
     * @param added are new
     * @param replaced what was decided otherwise before, and by whom, in words
     * @param undone how many were taken back
     * @param open rows without a decision
     */
    public record Result(long added, List<String> replaced, long undone, long open) {}

    /**
     * Writes the decisions into a file, beside those that it holds; a later one on the same takes the earlier's place.
     *
     * @param file in Turtle; is made if it is not there
     * @throws FirmamentException if the file cannot be read or written, or says of a name already that it is the same as
     *     another entity; then it stays as it is
     */
    public Result writeTo(Path file) {
        var decisions = DecisionFile.at(file);
        Set<Node> added = new HashSet<>();
        List<String> replaced = new ArrayList<>();
        var undone = 0;
        for (var line : lines) {
            var iri = line.judgement().iri();
            var before = standing(decisions, iri);
            if (line.judgement().decision() == Decision.UNDO) {
                undone += decisions.has(iri) ? 1 : 0;
                decisions.remove(iri);
            } else if (!before.startsWith(line.judgement().decision().verdict() + " ")) {
                if (!before.isEmpty()) {
                    replaced.add("\"" + line.judgement().name() + "\" and " + line.judgement().entity() + ": was " + before);
                }
                decisions.put(iri, line.judgement().triples());
                added.add(iri);
            }
        }
        refuse(twice(decisions));
        decisions.write();
        return new Result(added.size() - replaced.size(), replaced, undone, open);
    }

    /** What the file says so far, by whom and when; empty if nothing. */
    private static String standing(DecisionFile decisions, Node iri) {
        return value(decisions, iri, fm("verdict"))
                .map(verdict -> verdict.substring(FM.KIND.length()) + " (" + value(decisions, iri, fm("decidedBy")).orElse("")
                        + value(decisions, iri, DCTerms.created.asNode()).map(day -> ", " + day).orElse("") + ")")
                .orElse("");
    }

    private static Optional<String> value(DecisionFile decisions, Node subject, Node property) {
        return decisions.graph().stream(subject, property, Node.ANY)
                .map(triple -> triple.getObject().isURI() ? triple.getObject().getURI() : triple.getObject().getLiteralLexicalForm())
                .findFirst();
    }

    private static Node fm(String name) {
        return NodeFactory.createURI(FM.NS + name);
    }

    /** Names in these lines that the file now says to be the same as two. */
    private List<String> twice(DecisionFile decisions) {
        var same = NodeFactory.createURI(FM.KIND + Decision.SAME.verdict());
        List<String> found = new ArrayList<>();
        for (var line : lines) {
            var judgement = line.judgement();
            if (judgement.decision() == Decision.SAME) {
                decisions.graph().stream(Node.ANY, fm("verdict"), same)
                        .map(Triple::getSubject)
                        .filter(other -> !other.equals(judgement.iri()) && isAbout(decisions, other, judgement))
                        .forEach(other -> found.add("line %d: \"%s\" was decided to be the same as %s, %s; if it no longer is, write undo or different there".formatted(
                                line.number(), judgement.name(), value(decisions, other, fm("compares")).orElse(""), standing(decisions, other))));
            }
        }
        return found;
    }

    private static boolean isAbout(DecisionFile decisions, Node other, Judgement judgement) {
        var contexts = decisions.graph().stream(other, fm("context"), Node.ANY)
                .map(triple -> triple.getObject().getLiteralLexicalForm())
                .sorted()
                .toList();
        return value(decisions, other, fm("name")).filter(judgement.name()::equals).isPresent() && contexts.equals(judgement.context());
    }
}
