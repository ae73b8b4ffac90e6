package io.firmament.link;

import io.firmament.FirmamentException;
import io.firmament.vocab.FM;
import io.firmament.vocab.Prefixes;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.OWL2;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;

/**
 * What persons decided in an <a href="https://mapping-commons.github.io/sssom/spec-formats-tsv/">SSSOM/TSV</a> file: rows
 * that somebody justifies by having looked. All other rows are candidates still. Immutable.
 */
public final class ReviewedMappings {

    private static final String SSSOM = "https://w3id.org/sssom/";
    private static final String SKOS = "http://www.w3.org/2004/02/skos/core#";
    private static final String EXACT = SKOS + "exactMatch";
    private static final Set<String> PREDICATES =
            Set.of(EXACT, SKOS + "closeMatch", SKOS + "broadMatch", SKOS + "narrowMatch", SKOS + "relatedMatch");
    /** Justified by a person who has looked. */
    private static final Set<String> BY_HAND = Set.of("semapv:ManualMappingCuration", "semapv:MappingReview");
    /** Each slot that names a person, and its property in RDF. */
    private static final Map<String, String> PERSONS = Map.of(
            "reviewer_id", SSSOM + "reviewer_id",
            "reviewer_label", SSSOM + "reviewer_label",
            "author_id", "http://purl.org/pav/authoredBy",
            "author_label", SSSOM + "author_label");

    /** A spreadsheet may have put quotes around the line and tabs behind it. */
    private static final Pattern COMMENT = Pattern.compile("\"?#(.*?)\"?\\t*");
    private static final Pattern PREFIX = Pattern.compile("\\s+\"*([\\w.-]+)\"*:\\s+\"*'?([^\"'\\s]+)'?\"*\\s*");

    private record Decided(long line, Node subject, Node predicate, Node object, boolean not, List<Triple> about) {

        /** The same for each decision on the same two: the later replaces the earlier. */
        Node iri() {
            return NodeFactory.createURI(FM.ID + "mapping/" + Prefixes.localName(subject.getURI()) + "-" + Judgement.digest(object.getURI()));
        }
    }

    private final List<Decided> decisions;
    private final long open;

    private ReviewedMappings(List<Decided> decisions, long open) {
        this.decisions = decisions;
        this.open = open;
    }

    /** Whether a file is such a table, and not a review of names: it begins with its metadata. */
    public static boolean isIn(Path file) {
        try (var in = Files.newInputStream(file)) {
            return new String(in.readNBytes(5), StandardCharsets.UTF_8).replaceAll("[\\uFEFF\"]", "").startsWith("#");
        } catch (IOException e) {
            return false;
        }
    }

    /**
     * Reads the decisions.
     *
     * @param on the day of those that say none
     * @throws FirmamentException if the file cannot be read, a row claims an identity that nobody has decided, or rows
     *     contradict each other; the message names the lines
     */
    public static ReviewedMappings read(Path file, LocalDate on) {
        try (var reader = TableReader.reader(file, new TableFormat(StandardCharsets.UTF_8, '\t'))) {
            TableReader.skipMark(reader);
            var curies = new Curies();
            var before = metadata(reader, curies);
            var rows = TableReader.within(file, new TableFormat(StandardCharsets.UTF_8, '\t'), reader, before);
            List<Decided> decisions = new ArrayList<>();
            List<String> wrong = new ArrayList<>();
            var open = 0L;
            for (var row = rows.next(); row.isPresent(); row = rows.next()) {
                var slots = new Slots(rows, row.get());
                try {
                    if (slots.isDecided(curies)) {
                        decisions.add(slots.decided(curies, on));
                    } else {
                        open++;
                    }
                } catch (FirmamentException e) {
                    wrong.add("line " + row.get().line() + ": " + e.getMessage());
                }
            }
            wrong.addAll(contradictions(decisions));
            if (!wrong.isEmpty()) {
                throw new FirmamentException("Nothing was written:\n  " + String.join("\n  ", wrong));
            }
            return new ReviewedMappings(decisions, open);
        } catch (IOException e) {
            throw new FirmamentException("Cannot read " + file + ": " + e, e);
        }
    }

    /** Reads up to the table's header, of the metadata only the prefixes; how many lines that was. */
    private static long metadata(BufferedReader reader, Curies curies) throws IOException {
        var lines = 0L;
        while (true) {
            reader.mark(1 << 16);
            var line = reader.readLine();
            var comment = COMMENT.matcher(line == null ? "" : line);
            if (!comment.matches()) {
                reader.reset();
                return lines;
            }
            lines++;
            var prefix = PREFIX.matcher(comment.group(1));
            if (prefix.matches()) {
                curies.declare(prefix.group(1), prefix.group(2));
            }
        }
    }

    private static List<String> contradictions(List<Decided> decisions) {
        List<String> found = new ArrayList<>();
        Map<Node, Decided> seen = new LinkedHashMap<>();
        for (var decided : decisions) {
            var earlier = seen.putIfAbsent(decided.iri(), decided);
            if (earlier != null && (earlier.not() != decided.not() || !earlier.predicate().equals(decided.predicate()))) {
                found.add("lines %d and %d decide differently on %s and %s".formatted(
                        earlier.line(), decided.line(), decided.subject().getURI(), decided.object().getURI()));
            }
        }
        return found;
    }

    /** A row by the names of its columns. */
    private record Slots(TableReader rows, TableReader.Row row) {

        String get(String slot) {
            var at = rows.header().indexOf(slot);
            return at < 0 ? "" : row.values().get(at).strip();
        }

        boolean isDecided(Curies curies) {
            var byHand = BY_HAND.contains(get("mapping_justification"));
            if (!byHand && curies.iri(get("predicate_id")).filter(EXACT::equals).isPresent()) {
                throw new FirmamentException("skos:exactMatch takes a person's decision: write semapv:ManualMappingCuration as"
                        + " mapping_justification, and who decided as reviewer_label, if one has looked; else skos:closeMatch");
            }
            return byHand;
        }

        private Node node(String slot, Curies curies) {
            return curies.iri(get(slot)).map(NodeFactory::createURI).orElseThrow(() -> new FirmamentException(
                    slot + " \"" + get(slot) + "\" is no CURIE with a prefix of the file's curie_map"));
        }

        Decided decided(Curies curies, LocalDate on) {
            var subject = node("subject_id", curies);
            var predicate = node("predicate_id", curies);
            var not = get("predicate_modifier").equals("Not");
            if (PERSONS.keySet().stream().allMatch(slot -> get(slot).isEmpty())) {
                throw new FirmamentException("a decision is somebody's: write who decided as reviewer_label or reviewer_id");
            }
            if (!PREDICATES.contains(predicate.getURI())) {
                throw new FirmamentException("the predicate is one of SKOS, such as skos:exactMatch, and not " + get("predicate_id"));
            }
            if (!not && !get("predicate_modifier").isEmpty()) {
                throw new FirmamentException("the predicate_modifier is Not or nothing, and not \"" + get("predicate_modifier") + "\"");
            }
            var decided = new Decided(row.line(), subject, predicate, node("object_id", curies), not, new ArrayList<>());
            decided.about().addAll(about(decided, curies, on));
            return decided;
        }

        /** As <a href="https://mapping-commons.github.io/sssom/spec-formats-rdf/">SSSOM/RDF</a> has it. */
        private List<Triple> about(Decided decided, Curies curies, LocalDate on) {
            var iri = decided.iri();
            List<Triple> triples = new ArrayList<>();
            triples.add(Triple.create(iri, RDF.type.asNode(), OWL2.Axiom.asNode()));
            triples.add(Triple.create(iri, OWL2.annotatedSource.asNode(), decided.subject()));
            triples.add(Triple.create(iri, OWL2.annotatedProperty.asNode(), decided.predicate()));
            triples.add(Triple.create(iri, OWL2.annotatedTarget.asNode(), decided.object()));
            if (decided.not()) {
                triples.add(Triple.create(iri, sssom("predicate_modifier"), sssom("NegatedPredicate")));
            }
            triples.add(Triple.create(iri, sssom("mapping_justification"), node("mapping_justification", curies)));
            PERSONS.forEach((slot, property) -> {
                for (var person : get(slot).isEmpty() ? new String[0] : get(slot).split("(?<!\\\\)\\|")) {
                    triples.add(Triple.create(iri, NodeFactory.createURI(property), slot.endsWith("_id")
                            ? curies.iri(person).map(NodeFactory::createURI).orElseThrow(() -> new FirmamentException(
                                    slot + " \"" + person + "\" is no CURIE with a prefix of the file's curie_map; a name is for reviewer_label"))
                            : NodeFactory.createLiteralString(person)));
                }
            });
            triples.add(Triple.create(iri, sssom("review_date"), NodeFactory.createLiteralDT(day(on), XSDDatatype.XSDdate)));
            text(triples, iri, sssom("subject_label"), "subject_label");
            text(triples, iri, sssom("object_label"), "object_label");
            text(triples, iri, RDFS.comment.asNode(), "comment");
            return triples;
        }

        private String day(LocalDate on) {
            try {
                return get("review_date").isEmpty() ? on.toString() : LocalDate.parse(get("review_date")).toString();
            } catch (DateTimeParseException e) {
                throw new FirmamentException("the review_date \"" + get("review_date") + "\" is no day such as 2024-06-30", e);
            }
        }

        private void text(List<Triple> triples, Node iri, Node property, String slot) {
            if (!get(slot).isEmpty()) {
                triples.add(Triple.create(iri, property, NodeFactory.createLiteralString(TableWriter.unguarded(get(slot)))));
            }
        }

        private static Node sssom(String name) {
            return NodeFactory.createURI(SSSOM + name);
        }
    }

    /**
     * What became of the decisions.
     *
     * @param written how many the file now holds of these
     * @param severalExact what now has several exact matches, which may be right and should be looked at
     * @param open rows that nobody has decided
     */
    public record Result(long written, List<String> severalExact, long open) {}

    /**
     * Writes the decisions into a file, beside those that it holds; a later one on the same two takes the earlier's place.
     *
     * @param file in Turtle; is made if it is not there
     * @throws FirmamentException if the file cannot be read or written
     */
    public Result writeTo(Path file) {
        var book = DecisionFile.at(file);
        var graph = book.graph();
        for (var decided : decisions) {
            PREDICATES.forEach(each -> graph.delete(Triple.create(decided.subject(), NodeFactory.createURI(each), decided.object())));
            book.put(decided.iri(), decided.about());
            if (!decided.not()) {
                graph.add(Triple.create(decided.subject(), decided.predicate(), decided.object()));
            }
        }
        book.write();
        var exact = NodeFactory.createURI(EXACT);
        var several = decisions.stream()
                .filter(decided -> !decided.not() && decided.predicate().equals(exact))
                .flatMap(decided -> {
                    var objects = graph.stream(decided.subject(), exact, Node.ANY).map(triple -> triple.getObject().toString()).sorted().toList();
                    var subjects = graph.stream(Node.ANY, exact, decided.object()).map(triple -> triple.getSubject().toString()).sorted().toList();
                    return Stream.of(
                                    objects.size() > 1 ? decided.subject().getURI() + " is " + String.join(" and ", objects) : "",
                                    subjects.size() > 1 ? decided.object().getURI() + " is " + String.join(" and ", subjects) : "")
                            .filter(told -> !told.isEmpty());
                })
                .distinct()
                .toList();
        return new Result(decisions.size(), several, open);
    }
}
