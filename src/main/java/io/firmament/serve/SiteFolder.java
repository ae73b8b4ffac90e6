package io.firmament.serve;

import io.firmament.FirmamentException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;

/**
 * The folder of a site. It is written beside its place and moved there when it is whole, so nobody sees half of it; and
 * only what an earlier writing made is ever deleted.
 */
final class SiteFolder {

    /** Lists what is ours in the folder: whatever else lies there is not touched, and stands in the way. */
    static final String MARKER = "firmament-site.txt";

    private static final String TITLE = "Written by: firmament export --format site. When it is written again, all this is replaced:";

    private SiteFolder() {}

    /** Fills a folder. */
    @FunctionalInterface
    interface Work<T> {
        T fill(Path draft) throws IOException;
    }

    /**
     * Lets some work fill a folder.
     *
     * @param folder where the files shall be; made if it is not there
     * @throws FirmamentException if the folder holds anything that is not from an earlier site
     */
    static <T> T replace(Path folder, Work<T> work) {
        var place = folder.toAbsolutePath().normalize();
        refuseOthers(place);
        Path draft = null;
        try {
            Files.createDirectories(place.getParent());
            draft = Files.createTempDirectory(place.getParent(), "." + place.getFileName() + "-");
            var result = work.fill(draft);
            Files.write(draft.resolve(MARKER), marker(draft));
            refuseOthers(place);
            move(draft, place);
            return result;
        } catch (IOException | UncheckedIOException e) {
            throw new FirmamentException("Cannot write " + folder + ": " + e, e);
        } finally {
            delete(draft);
        }
    }

    private static void refuseOthers(Path place) {
        if (!Files.exists(place, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        if (!Files.isDirectory(place)) {
            throw new FirmamentException(place + " is a file. Name a folder.");
        }
        try {
            var marker = place.resolve(MARKER);
            var ours = Files.exists(marker) ? Files.readAllLines(marker) : List.<String>of();
            var others = names(place);
            others.remove(MARKER);
            others.removeAll(ours);
            if (!others.isEmpty()) {
                throw new FirmamentException("The folder " + place + " holds " + others.first()
                        + ", which is not of a site written before. Name an empty folder, or one that is not there yet.");
            }
        } catch (IOException e) {
            throw new FirmamentException("Cannot read " + place + ": " + e, e);
        }
    }

    private static List<String> marker(Path draft) throws IOException {
        var lines = new java.util.ArrayList<>(List.of(TITLE));
        lines.addAll(names(draft));
        return lines;
    }

    private static TreeSet<String> names(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return new TreeSet<>(files.map(file -> file.getFileName().toString()).toList());
        }
    }

    /** On one file system; the old site steps aside until the new one stands. */
    private static void move(Path draft, Path place) throws IOException {
        if (Files.exists(place)) {
            var old = Files.createTempDirectory(place.getParent(), "." + place.getFileName() + "-");
            Files.delete(old);
            Files.move(place, old);
            try {
                Files.move(draft, place);
            } catch (IOException e) {
                Files.move(old, place);
                throw e;
            }
            delete(old);
        } else {
            Files.move(draft, place);
        }
    }

    private static void delete(@org.jspecify.annotations.Nullable Path folder) {
        if (folder == null || !Files.exists(folder)) {
            return;
        }
        try (var files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
        } catch (IOException e) {
            throw new FirmamentException("Cannot delete " + folder + ": " + e, e);
        }
    }
}
