package io.firmament.link;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.firmament.FirmamentException;
import io.firmament.Fixtures;
import io.firmament.match.Matcher;
import io.firmament.match.Matching;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From a review to decisions, to the next run that respects them, and back. About three seconds: the rules run for each new graph. */
class DecisionsTest {

    private static final LocalDate DAY = LocalDate.of(2024, 6, 30);
    private static final String HEADER = "line,name,context_employer,label,label_zh,score,reason,decision,note,candidate\n";

    @TempDir
    private Path folder;

    private Path review;
    private Path decisions;

    @BeforeEach
    void nameFiles() {
        review = folder.resolve("linked.review.csv");
        decisions = folder.resolve("decisions.ttl");
    }

    private static String row(int line, String name, String context, String decision, String slug) {
        return "%d,%s,%s,,,,,%s,a note,https://example.org/%s\n".formatted(line, name, context, decision, slug);
    }

    private ReviewedTable.Result decide(String by, String... rows) throws IOException {
        Files.writeString(review, HEADER + String.join("", rows));
        return ReviewedTable.read(review, TableFormat.of(review), by, DAY).writeTo(decisions);
    }

    private String refusal(String... rows) {
        return assertThrows(FirmamentException.class, () -> decide("Li Wei", rows)).getMessage();
    }

    private Matcher matcher() throws IOException {
        var decided = Files.exists(decisions) ? Files.readString(decisions).replaceAll("(?m)^#.*$|^PREFIX xsd.*$", "") : "";
        try (var store = Fixtures.derived(folder, TableLinkerTest.WORLD + decided)) {
            return store.read(Matcher::from);
        }
    }

    private static Matching match(Matcher matcher, String name, String... context) {
        return matcher.match(matcher.mention(name, "person", List.of(context)));
    }

    @Test
    void whatIsUnsureIsDecidedRespectedAndUndone() throws IOException {
        var table = Files.writeString(folder.resolve("people.csv"), "name,employer\nKim Park,Harbour Hospital\n");
        var linker = new TableLinker(matcher(), "en");
        var columns = new TableLinker.Columns("name", List.of("employer"), Optional.empty());
        assertEquals(1, linker.link(table, TableFormat.of(table), columns, "person", folder.resolve("linked.csv"), review, false).unsure());

        Files.writeString(review, Files.readString(review).replaceAll(",,,(?=\\S*/kim-a)", ",same,by her photograph,").replaceAll(",,,(?=\\S*/kim-b)", ",不同,,"));
        var result = ReviewedTable.read(review, TableFormat.of(review), "Li Wei", DAY).writeTo(decisions);
        assertEquals(new ReviewedTable.Result(2, List.of(), 0, 0), result);
        assertTrue(Files.readString(decisions).contains("Decided in linked.review.csv, of line 2 of the table. by her photograph"), Files.readString(decisions));

        var decided = matcher();
        var there = match(decided, "Kim Park", "Harbour Hospital");
        assertEquals("a curator decided that it is meant (Kim Park / Harbour Hospital)", there.match().orElseThrow().words("en"));
        assertEquals("https://example.org/kim-a", there.match().orElseThrow().iri());
        assertEquals(List.of("https://example.org/kim-b"), there.ruledOut().stream().map(candidate -> candidate.iri()).toList());
        assertEquals(there.match(), match(decided, "KIM  park", "harbour hospital").match(), "however it is written");
        assertEquals(Matching.Verdict.UNSURE, match(decided, "Kim Park").verdict(), "nothing was decided of the name alone");
        assertEquals(Matching.Verdict.UNSURE, match(decided, "Kim Park", "Another Hospital").verdict(), "nor of it elsewhere");

        Files.writeString(review, Files.readString(review).replace("same", "undo").replace("不同", "撤销"));
        assertEquals(2, ReviewedTable.read(review, TableFormat.of(review), "Li Wei", DAY).writeTo(decisions).undone());
        assertEquals(Matching.Verdict.UNSURE, match(matcher(), "Kim Park", "Harbour Hospital").verdict());
    }

    @Test
    void takingABlockOutOfTheFileUndoesIt() throws IOException {
        decide("Li Wei", row(2, "Parky", "", "same", "kim-a"), row(3, "Annie", "", "same", "ann"));
        assertEquals("https://example.org/kim-a", match(matcher(), "Parky").match().orElseThrow().iri());
        Files.writeString(decisions, Files.readString(decisions).replaceAll("(?s)judgement:kim-a-.*? \\.\n", ""));
        var left = matcher();
        assertEquals(Matching.Verdict.NONE, match(left, "Parky").verdict());
        assertTrue(match(left, "Annie").match().isPresent());
    }

    @Test
    void aNameDecidedToBeSomebodyElseStillMeansWhomTheGraphJoinsWithItsContext() throws IOException {
        decide("Li Wei", row(2, "Ann Lee", "", "different", "ann"));
        var decided = matcher();
        assertEquals(Matching.Verdict.NONE, match(decided, "Ann Lee").verdict());
        assertEquals("https://example.org/ann", match(decided, "Ann Lee", "Acme").match().orElseThrow().iri());
    }

    @Test
    void theFilePassesTheCheckAndSaysWhoAndWhen() throws IOException {
        decide("Li Wei", row(2, "\"a \"\"b\"\" <c>\"", "'=cmd", "same", "kim-a"), row(3, "Kim", "", "unsure", "kim-b"));
        assertEquals(List.of(), Fixtures.checker().check(Fixtures.baseWith(Fixtures.file(folder, "world.ttl", TableLinkerTest.WORLD), decisions)).findings());
        var written = Files.readString(decisions);
        assertTrue(written.contains("\"Li Wei\"") && written.contains("\"2024-06-30\"^^xsd:date") && written.contains("\"=cmd\""), written);
    }

    @Test
    void aLaterDecisionTakesTheEarliersPlaceAndSaysSo() throws IOException {
        decide("Li Wei", row(2, "Kim", "", "different", "kim-a"));
        var again = decide("Zhao Min", row(2, "Kim", "", "same", "kim-a"));
        assertEquals(List.of("\"Kim\" and https://example.org/kim-a: was different (Li Wei, 2024-06-30)"), again.replaced());
        assertFalse(Files.readString(decisions).contains("kind:different"), Files.readString(decisions));
        var before = Files.readString(decisions);
        assertEquals(new ReviewedTable.Result(0, List.of(), 0, 0), decide("Another", row(2, "Kim", "", "same", "kim-a")));
        assertEquals(before, Files.readString(decisions), "the same decision again changes nothing");
    }

    @Test
    void contradictionsAreToldWithTheirLinesAndNothingIsWritten() throws IOException {
        assertEquals("""
                Nothing was written:
                  lines 2 and 3 decide differently on "Kim" and https://example.org/kim-a
                  lines 4 and 5 say of "Lee" that it is the same as two: one of them is different""",
                refusal(row(2, "Kim", "", "same", "kim-a"), row(3, "Kim", "", "unsure", "kim-a"),
                        row(4, "Lee", "", "same", "kim-a"), row(5, "Lee", "", "same", "kim-b"), row(6, "Lee", "Acme", "same", "ann")));
        assertFalse(Files.exists(decisions));
        decide("Li Wei", row(2, "Kim", "", "same", "kim-a"));
        var before = Files.readString(decisions);
        var refusal = refusal(row(9, "Kim", "", "same", "kim-b"));
        assertTrue(refusal.contains("line 2: \"Kim\" was decided to be the same as https://example.org/kim-a, same (Li Wei, 2024-06-30)"), refusal);
        assertEquals(before, Files.readString(decisions));
    }

    @Test
    void wrongWordsAndChangedColumnsAreTold() {
        var refusal = refusal(row(2, "Kim", "", "yes", "kim-a"), "3,Kim,,,,,,same,,kim-a\n");
        assertTrue(refusal.contains("line 2: \"yes\" is no decision; write same (相同), different (不同), unsure (存疑), undo (撤销)"), refusal);
        assertTrue(refusal.contains("line 3: \"kim-a\" is no entity; leave that column as it is"), refusal);
    }

    @Test
    void aFileThatIsNoneOfDecisionsIsNotWrittenOver() throws IOException {
        Files.writeString(decisions, "this is no Turtle");
        assertTrue(refusal(row(2, "Kim", "", "same", "kim-a")).startsWith("The decisions so far cannot be read: "));
        assertEquals("this is no Turtle", Files.readString(decisions));
        decisions = folder.resolve("decisions.txt");
        assertTrue(refusal(row(2, "Kim", "", "same", "kim-a")).startsWith("Decisions are written in Turtle"));
    }
}
