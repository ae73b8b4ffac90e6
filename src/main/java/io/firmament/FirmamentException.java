package io.firmament;

/**
 * The root of what the library throws. The message is written for the user: it names the file, the line, the name or
 * the node, and says what to do; a stack trace adds nothing to it.
 */
public class FirmamentException extends RuntimeException {

    public FirmamentException(String message) {
        super(message);
    }

    public FirmamentException(String message, Throwable cause) {
        super(message, cause);
    }
}
