package io.firmament.federate;

import java.time.Duration;

/** What one query may cost another endpoint, and what another endpoint may cost us. */
final class ServiceLimits {

    /** Of one query: a SERVICE in OPTIONAL, UNION or EXISTS is asked once for each row. */
    static final int REQUESTS = 20;

    /** Values in one request; a public endpoint takes some thousands before it is slow. */
    static final int ROWS_PER_REQUEST = 500;

    /** Rows that are joined with a SERVICE, and rows of one answer. */
    static final int ROWS = 50_000;

    /** Bytes of one answer. */
    static final int BYTES = 16 * 1024 * 1024;

    static final Duration CONNECT = Duration.ofSeconds(5);

    /** For all requests of a query, where it has no time limit of its own or a longer one. */
    static final Duration TIME = Duration.ofSeconds(60);

    private ServiceLimits() {}
}
