package io.firmament;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Does what docs/linking.md says, in its order, with the packed program: five commands, some twenty seconds. */
class LinkingGuideIT {

    private static final Pattern FENCE = Pattern.compile("```(\\w+)\\n(.*?\\n)```", Pattern.DOTALL);
    /** What the page shows as the content of a file, by how it begins. */
    private static final Map<String, String> FILES = Map.of("name,", "people.csv", "line,", "linked.review.csv", "@prefix", "others.ttl");

    @TempDir
    private Path folder;

    @Test
    void thePageIsAsItSays() throws IOException {
        var jar = Path.of("target/firmament.jar").toAbsolutePath().toString();
        var blocks = FENCE.matcher(Files.readString(Path.of("docs/linking.md")));
        var printed = "";
        var commands = 0;
        while (blocks.find()) {
            var text = blocks.group(2);
            switch (blocks.group(1)) {
                case "sh" -> {
                    var result = Program.run("bash", "-c", "cd '" + folder + "' && " + text.replace("target/firmament.jar", jar));
                    assertEquals(0, result.exit(), text + result.err());
                    printed = result.out();
                    commands++;
                }
                case "text" -> assertEquals(text, printed);
                default -> {
                    var name = FILES.entrySet().stream().filter(file -> text.startsWith(file.getKey())).findFirst().orElseThrow().getValue();
                    if (name.endsWith("review.csv")) {
                        // What the program wrote, but for what the person fills in.
                        assertEquals(text.replace(",different,A surgeon.,", ",,,"), Files.readString(folder.resolve(name)));
                    }
                    Files.writeString(folder.resolve(name), text);
                }
            }
        }
        assertEquals(5, commands);
        var decisions = Files.readString(folder.resolve("decisions.ttl"));
        assertTrue(decisions.contains("fm:IdentityJudgement") && decisions.contains("skos:exactMatch  <https://data.example.org/17>"), decisions);
    }
}
