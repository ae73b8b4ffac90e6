package io.firmament.serve;

import io.firmament.FirmamentException;
import java.net.URI;
import java.net.URISyntaxException;
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
 * @param base where the world reaches this server, as {@code https://example.org/}, if that is not its own address: what
 *     documents tell other machines of where to ask is made of it, never of what a request says
 */
public record ServerOptions(int port, String host, Duration timeout, Optional<Path> sources, Optional<URI> base) {

    /** The port where nothing else is said. */
    public static final int DEFAULT_PORT = 3030;

    /** This machine only. */
    public static final String LOOPBACK = "127.0.0.1";

    /** The time for one query where nothing else is said. */
    public static final Duration DEFAULT_TIMEOUT = Duration.ofSeconds(10);

    /** No query may be given more time: a connection that is silent for longer is closed. */
    public static final Duration LONGEST_TIMEOUT = Duration.ofSeconds(30);

    /**
     * @throws FirmamentException if the port or the time is out of range, or the base is more or less than scheme, host and port
     */
    public ServerOptions {
        if (port < 0 || port > 65535) {
            throw new FirmamentException("There is no port " + port + ". Ports go from 1 to 65535; 0 picks a free one.");
        }
        if (timeout.isNegative() || timeout.isZero() || timeout.compareTo(LONGEST_TIMEOUT) > 0) {
            throw new FirmamentException("A query may take from 1 to " + LONGEST_TIMEOUT.toSeconds() + " seconds.");
        }
        base = base.map(ServerOptions::wholeServer);
    }

    /** Without the articles: passages are shown by their positions. */
    public ServerOptions(int port, String host, Duration timeout) {
        this(port, host, timeout, Optional.empty(), Optional.empty());
    }

    /** The base with a slash at its end, if it is the address of a whole server. */
    private static URI wholeServer(URI base) {
        var web = "http".equalsIgnoreCase(base.getScheme()) || "https".equalsIgnoreCase(base.getScheme());
        var whole = base.getRawPath() != null && base.getRawPath().matches("/?")
                && base.getRawQuery() == null && base.getRawFragment() == null && base.getRawUserInfo() == null;
        if (!web || base.getHost() == null || !whole) {
            throw new FirmamentException(base + " is no base: it is http or https, a host and perhaps a port, as https://example.org/.");
        }
        return base.resolve("/");
    }

    /** An address from what a user wrote. */
    private static URI parse(String address) {
        try {
            return new URI(address);
        } catch (URISyntaxException e) {
            throw new FirmamentException(address + " is no address: " + e.getReason() + ".", e);
        }
    }

    /** Port {@value #DEFAULT_PORT} on this machine only, ten seconds for a query. */
    public static ServerOptions defaults() {
        return new ServerOptions(DEFAULT_PORT, LOOPBACK, DEFAULT_TIMEOUT);
    }

    /** The same on another port; 0 picks a free one. */
    public ServerOptions withPort(int other) {
        return new ServerOptions(other, host, timeout, sources, base);
    }

    /** The same, with the articles in a folder. */
    public ServerOptions withSources(Path folder) {
        return new ServerOptions(port, host, timeout, Optional.of(folder), base);
    }

    /**
     * The same, reached by the world at another address than its own.
     *
     * @throws FirmamentException if that is not scheme, host and perhaps port
     */
    public ServerOptions withBase(String address) {
        return new ServerOptions(port, host, timeout, sources, Optional.of(parse(address)));
    }
}
