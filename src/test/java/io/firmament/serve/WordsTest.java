package io.firmament.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The words of the pages: those that templates ask for are there, and those that are there are asked for. */
class WordsTest {

    private static final Path RESOURCES = Path.of("src/main/resources/io/firmament/serve");
    private static final Pattern ASKED = Pattern.compile("\\{\\{[&#^]? *t\\.([A-Za-z_]\\w*)");
    /** What makes a key of a beginning and a name, in Java or in a script. */
    private static final Set<String> MADE = Set.of(
            "name_", "term_", "cell_", "error", "reads_", "export_", "exportFor_", "explore", "query", "why", "then", "void_", "other");

    private static String all(Path folder, String end) throws IOException {
        try (var files = Files.walk(folder)) {
            var text = new StringBuilder();
            for (var file : files.filter(f -> f.toString().endsWith(end)).toList()) {
                text.append(Files.readString(file)).append('\n');
            }
            return text.toString();
        }
    }

    private static Set<String> words() {
        return Words.in(Language.EN).all().keySet();
    }

    @Test
    void whatTemplatesAskForIsThere() throws IOException {
        var asked = ASKED.matcher(all(RESOURCES, ".mustache")).results().map(m -> m.group(1)).collect(Collectors.toCollection(TreeSet::new));
        assertFalse(asked.isEmpty());
        asked.removeAll(words());
        assertEquals(Set.of(), asked);
    }

    @Test
    void whatIsThereIsAskedFor() throws IOException {
        var code = all(Path.of("src/main/java"), ".java") + all(RESOURCES, ".mustache") + all(RESOURCES, ".js");
        var left = words().stream()
                .filter(key -> MADE.stream().noneMatch(key::startsWith))
                .filter(key -> !Pattern.compile("\\b" + Pattern.quote(key) + "\\b").matcher(code).find())
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(Set.of(), left);
    }
}
