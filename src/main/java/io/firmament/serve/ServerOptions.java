package io.firmament.serve;

import io.firmament.FirmamentException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * How to serve a graph.
 *
 * @param port the TCP port; 0 lets the system pick a free one
 * @param host the name or address to listen on; the loopback address keeps the server to this machine
 * @param timeout how long one query may take, at most {@link #LONGEST_TIMEOUT}; whoever asks may lower it, not raise it
 * @param sources the folder with the articles, where the passages themselves are to be shown and not only their positions
 */
public record ServerOptions(int port, String host, Duration timeout, Optional<Path> sources) {

    /** The port where nothing else is said. */
    public static final int DEFAULT_PORT = 3030;

    /** This machine only. */
    public static final String LOOPBACK = "127.0.0.1";

    /** The time for one query where nothing else is said. */
    public static final Duration DEFAULT_TIMEOUT = Duration.ofSeconds(10);

    /** No query may be given more time: a connection that is silent for longer is closed. */
    public static final Duration LONGEST_TIMEOUT = Duration.ofSeconds(30);

    /**
     * @throws FirmamentException if the port or the time is out of range
     */
    public ServerOptions {
        if (port < 0 || port > 65535) {
            throw new FirmamentException("There is no port " + port + ". Ports go from 1 to 65535; 0 picks a free one.");
        }
        if (timeout.isNegative() || timeout.isZero() || timeout.compareTo(LONGEST_TIMEOUT) > 0) {
            throw new FirmamentException("A query may take from 1 to " + LONGEST_TIMEOUT.toSeconds() + " seconds.");
        }
    }

    /** Without the articles: passages are shown by their positions. */
    public ServerOptions(int port, String host, Duration timeout) {
        this(port, host, timeout, Optional.empty());
    }

    /** Port {@value #DEFAULT_PORT} on this machine only, ten seconds for a query. */
    public static ServerOptions defaults() {
        return new ServerOptions(DEFAULT_PORT, LOOPBACK, DEFAULT_TIMEOUT);
    }

    /** The same on another port; 0 picks a free one. */
    public ServerOptions withPort(int other) {
        return new ServerOptions(other, host, timeout, sources);
    }

    /** The same, with the articles in a folder. */
    public ServerOptions withSources(Path folder) {
        return new ServerOptions(port, host, timeout, Optional.of(folder));
    }
}
