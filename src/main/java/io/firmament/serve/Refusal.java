package io.firmament.serve;

import java.util.List;

/**
 * A request that is not answered as asked: the status and one line that says why and what to do. Thrown where the fault
 * is seen, written by {@link Gate}.
 */
final class Refusal extends RuntimeException {

    private final int status;
    /** Values of the header {@code Link}: where there is what was not found here. */
    private final transient List<String> links;

    Refusal(int status, String message) {
        this(status, message, List.of());
    }

    Refusal(int status, String message, List<String> links) {
        super(message, null, false, false);
        this.status = status;
        this.links = links;
    }

    List<String> links() {
        return links;
    }

    int status() {
        return status;
    }

    /** The message as one line of bounded length. */
    String line() {
        var line = getMessage().replaceAll("[\\s\\p{Cntrl}]+", " ").strip();
        return line.length() <= Limits.MESSAGE_CHARS ? line : line.substring(0, Limits.MESSAGE_CHARS) + "…";
    }

    static Refusal badRequest(String message) {
        return new Refusal(400, message);
    }

    static Refusal notFound(String message) {
        return new Refusal(404, message);
    }

    static Refusal tooLarge(String message) {
        return new Refusal(413, message);
    }

    /** Busy or out of time: worth another try. */
    static Refusal unavailable(String message) {
        return new Refusal(503, message);
    }

    static Refusal timedOut() {
        return unavailable("This took longer than it may. Ask for less: a query with a LIMIT, or fewer names at once.");
    }
}
