package io.firmament.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.firmament.FirmamentException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CatalogueTest {

    private static final String QUESTION = "#+ summary: A\n#+ summary-zh: 甲\nSELECT ?s WHERE { ?s ?p ?o } ORDER BY ?s\n";

    @TempDir
    private Path folder;

    private void write(String file, String text) throws IOException {
        var path = folder.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }

    private String refusal() {
        return assertThrows(FirmamentException.class, () -> Catalogue.from(folder)).getMessage();
    }

    @Test
    void questionsAreNamedByTheirFileAndThemedByTheirFolder() throws IOException {
        write("hires/who-left.rq", QUESTION);
        write("competition/rivals.rq", QUESTION);
        write("README.md", "not a question");

        var catalogue = Catalogue.from(folder);

        assertEquals(List.of("rivals", "who-left"), catalogue.questions().stream().map(Question::name).toList());
        assertEquals("hires", catalogue.get("who-left").theme());
    }

    @Test
    void twoQuestionsOfOneNameAreRefused() throws IOException {
        write("a/rivals.rq", QUESTION);
        write("b/rivals.rq", QUESTION);
        assertEquals(Path.of("b", "rivals.rq") + ": there is another question rivals", refusal());
    }

    @Test
    void aFaultNamesItsFile() throws IOException {
        write("a/rivals.rq", "SELECT ?s WHERE { ?s ?p ?o }");
        assertEquals(Path.of("a", "rivals.rq") + ": lacks the header line  #+ summary: …", refusal());
    }

    @Test
    void aFolderThatIsMissingIsNamed() {
        var error = assertThrows(FirmamentException.class, () -> Catalogue.from(folder.resolve("nowhere")));
        assertTrue(error.getMessage().startsWith("Cannot read the questions in "), error.getMessage());
    }

    @Test
    void anUnknownNameIsAnsweredWithThoseThatComeNear() throws IOException {
        write("a/rivals-of-firm.rq", QUESTION);
        write("a/counts.rq", QUESTION);
        var catalogue = Catalogue.from(folder);

        var near = assertThrows(FirmamentException.class, () -> catalogue.get("firm-rivals"));
        assertEquals("No question firm-rivals. Did you mean one of [rivals-of-firm]?", near.getMessage());
        var far = assertThrows(FirmamentException.class, () -> catalogue.get("xyzzy"));
        assertEquals("No question xyzzy. There are: [counts, rivals-of-firm]", far.getMessage());
    }
}
