package io.firmament.link;

import io.firmament.FirmamentException;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** A file that appears when it is whole: until it is kept it is written beside its place. Not thread-safe. */
final class NewFile implements Closeable {

    private final Path place;
    private final Path begun;
    private final boolean replace;

    /**
     * Begins a file.
     *
     * @param replace whether one that stands there already may go
     * @throws FirmamentException if one stands there and may not, or there is no folder for it
     */
    NewFile(Path place, boolean replace) {
        this.place = place;
        this.replace = replace;
        this.begun = place.resolveSibling(place.getFileName() + ".begun-" + ProcessHandle.current().pid());
        if (Files.isDirectory(place)) {
            throw new FirmamentException(place + " is a folder. Name a file.");
        }
        var folder = place.toAbsolutePath().getParent();
        if (folder != null && !Files.isDirectory(folder)) {
            throw new FirmamentException("There is no folder " + folder + " to write " + place.getFileName() + " into.");
        }
        if (!replace && Files.exists(place)) {
            throw standing();
        }
    }

    private FirmamentException standing() {
        return new FirmamentException(place + " exists. Name another file, or let it be replaced with --force.");
    }

    /** Where it is written. */
    Path begun() {
        return begun;
    }

    /** Moves what stands there, in which somebody may have written decisions, out of the way: its name gets {@code .old} behind it. */
    void setAside() throws IOException {
        if (replace && Files.exists(place)) {
            Files.move(place, place.resolveSibling(place.getFileName() + ".old"), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** Moves what was written to its place. */
    void keep() throws IOException {
        if (replace) {
            Files.move(begun, place, StandardCopyOption.REPLACE_EXISTING);
            return;
        }
        try {
            Files.move(begun, place);
        } catch (FileAlreadyExistsException e) {
            throw standing();
        }
    }

    /** Leaves nothing of what was not kept. */
    @Override
    public void close() throws IOException {
        Files.deleteIfExists(begun);
    }
}
