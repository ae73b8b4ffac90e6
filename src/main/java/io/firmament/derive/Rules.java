package io.firmament.derive;

import io.firmament.FirmamentException;
import io.firmament.store.Writer;
import java.io.IOException;
import java.lang.module.ModuleDescriptor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.jena.query.QueryParseException;
import org.apache.jena.query.Syntax;
import org.apache.jena.update.UpdateFactory;
import org.apache.jena.update.UpdateRequest;

/**
 * The rules that derive from what is said, each a <a href="https://www.w3.org/TR/sparql11-update/">SPARQL 1.1
 * Update</a> in a {@code .ru} file, applied in the order of the files' names. Immutable.
 */
public final class Rules {

    private final List<UpdateRequest> updates;

    private Rules(List<UpdateRequest> updates) {
        this.updates = List.copyOf(updates);
    }

    /**
     * Reads all {@code .ru} files of a folder.
     *
     * @throws FirmamentException if one cannot be read or is not SPARQL Update
     */
    public static Rules from(Path folder) {
        return from(folder, Comparator.naturalOrder());
    }

    /**
     * Reads the {@code .ru} files of a folder that are named by versions, as {@code 0.9.0.ru}, to be applied from the oldest on;
     * there may be no folder.
     *
     * @throws FirmamentException as {@link #from} does
     */
    public static Rules ofVersions(Path folder) {
        return Files.isDirectory(folder) ? from(folder, Comparator.comparing(Rules::version)) : new Rules(List.of());
    }

    private static ModuleDescriptor.Version version(Path file) {
        try {
            return ModuleDescriptor.Version.parse(file.getFileName().toString().replaceFirst("\\.ru$", ""));
        } catch (IllegalArgumentException e) {
            throw new FirmamentException(file.getFileName() + ": is not named by a version, as 0.9.0.ru", e);
        }
    }

    private static Rules from(Path folder, Comparator<Path> order) {
        List<UpdateRequest> updates = new ArrayList<>();
        try (var files = Files.list(folder)) {
            for (var file : files.filter(f -> f.toString().endsWith(".ru")).sorted(order).toList()) {
                try {
                    updates.add(UpdateFactory.create(Files.readString(file), Syntax.syntaxSPARQL_11));
                } catch (QueryParseException e) {
                    throw new FirmamentException(file.getFileName() + ":" + e.getLine() + ": " + e.getMessage(), e);
                }
            }
        } catch (IOException e) {
            throw new FirmamentException("Cannot read the rules in " + folder + ": " + e.getMessage(), e);
        }
        return new Rules(updates);
    }

    /** Applies the rules, in order, to what the writer's store holds. */
    public void apply(Writer writer) {
        updates.forEach(writer::apply);
    }
}
