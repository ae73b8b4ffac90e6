package io.firmament.read;

/**
 * Where something was written.
 *
 * @param file the file's name as the reader was given it, relative to the folder it was found in
 * @param line the line, from 1; 0 where the syntax of the file does not tell
 */
public record Origin(String file, long line) {

    @Override
    public String toString() {
        return line > 0 ? file + ":" + line : file;
    }
}
