package io.firmament.query;

import io.firmament.FirmamentException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Comparator;
import java.util.TreeMap;

/** All questions of a folder, by name. A question stands in {@code THEME/NAME.rq}. Immutable. */
public final class Catalogue {

    private final TreeMap<String, Question> questions = new TreeMap<>();

    private Catalogue() {}

    /**
     * Reads a folder of questions.
     *
     * @throws FirmamentException if the folder cannot be read, a file is no question, or two have one name
     */
    public static Catalogue from(Path folder) {
        var catalogue = new Catalogue();
        try (var files = Files.walk(folder)) {
            for (var file : files.filter(f -> f.toString().endsWith(".rq")).sorted(Comparator.comparing(Path::toString)).toList()) {
                catalogue.add(folder.relativize(file).toString(), file);
            }
        } catch (IOException e) {
            throw new FirmamentException("Cannot read the questions in " + folder + ": " + e.getMessage(), e);
        }
        return catalogue;
    }

    private void add(String place, Path file) throws IOException {
        var name = file.getFileName().toString().replaceFirst("\\.rq$", "");
        var theme = file.getParent().getFileName().toString();
        try {
            if (questions.put(name, Question.parse(theme, name, Files.readString(file))) != null) {
                throw new FirmamentException("there is another question " + name);
            }
        } catch (FirmamentException e) {
            throw new FirmamentException(place + ": " + e.getMessage(), e);
        }
    }

    /** All questions, in the order of their names. */
    public Collection<Question> questions() {
        return java.util.Collections.unmodifiableCollection(questions.values());
    }

    /**
     * The question of a name.
     *
     * @throws FirmamentException if there is none; the message names those that come near
     */
    public Question get(String name) {
        var question = questions.get(name);
        if (question == null) {
            var near = questions.keySet().stream()
                    .filter(n -> java.util.Arrays.stream(name.split("-")).anyMatch(w -> w.length() > 2 && n.contains(w)))
                    .toList();
            throw new FirmamentException("No question " + name + ". "
                    + (near.isEmpty() ? "There are: " + questions.keySet() : "Did you mean one of " + near + "?"));
        }
        return question;
    }
}
