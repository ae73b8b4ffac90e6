package io.firmament.serve;

import java.time.Duration;

/**
 * What a stranger may ask of the server. Each bound stands against a way to exhaust it that was seen to work on Fuseki
 * as it comes.
 */
final class Limits {

    /** Threads that answer; Fuseki has 20, which forty slow readers keep busy. */
    static final int THREADS = 200;

    /** Fuseki allocates 5 MiB for each answer, however short, which costs two thirds of the throughput. */
    static final int OUTPUT_BUFFER_BYTES = 32 * 1024;

    /** Longer than any query may take, so that no answer is cut off while it is worked on. */
    static final Duration IDLE = ServerOptions.LONGEST_TIMEOUT.plusSeconds(5);

    /** Bytes a second; a client that is slower only holds a thread. */
    static final long SLOWEST_RATE = 500;
    static final int HEADER_BYTES = 32 * 1024;
    static final int URL_CHARS = 16 * 1024;
    static final int BODY_BYTES = 1024 * 1024;

    /** A batch for reconciliation: a thousand queries in Chinese with ten columns each have nine bytes for each character. */
    static final int BATCH_BYTES = 4 * 1024 * 1024;

    /** A batch, from its first query to its last. */
    static final Duration BATCH = ServerOptions.LONGEST_TIMEOUT;

    static final int PARAMETERS = 100;

    /** The parser's time grows with the square of a token's length; this much takes a fifth of a second. */
    static final int QUERY_CHARS = 256 * 1024;

    /** Brackets inside brackets; parser and optimiser are recursive. */
    static final int NESTING = 150;

    /** Patterns, operators, functions and steps of paths together. */
    static final int OPERATORS = 2_000;

    /** Question marks and dollar signs; the parser's time grows with the square of the variables. */
    static final int VARIABLES = 5_000;

    /** How many times over a text may be doubled. */
    static final int GROWTH = 20;

    /** Multiplications, of which each may double the digits of a number. */
    static final int PRODUCTS = 16;

    static final int DIGITS = 100;

    static final int REGEX_CHARS = 200;

    /** Steps of matching a pattern, at worst, with the texts that the query itself can bring along. */
    static final double PATTERN_STEPS = 1e10;

    static final int SEPARATOR_CHARS = 100;

    /** Queries at work at once, for each processor; the rest wait for {@link #QUEUE}. */
    static final int QUERIES_PER_PROCESSOR = 8;

    /** As long as a query may work by default: within it every place is free once, however slow the machine. */
    static final Duration QUEUE = ServerOptions.DEFAULT_TIMEOUT;

    /** Rows held back until it is sure that the answer is whole; longer answers are streamed after them. */
    static final int SPOOLED_ROWS = 100_000;

    /** Triples of a CONSTRUCT or DESCRIBE, which are collected in memory. */
    static final int TRIPLES = 1_000_000;

    /** Rows on a page; the other formats have all. */
    static final int PAGE_ROWS = 1_000;

    /** Neighbours of an entity that are given unless a client asks for another number. */
    static final int NEIGHBOURS = 100;

    /** An export, however slowly it is read; what takes longer is for the command line. */
    static final Duration EXPORT = ServerOptions.LONGEST_TIMEOUT;

    /** Bytes of an export that are held back, so that a failure can still be said. */
    static final int HELD_BYTES = 1024 * 1024;

    /** Parts of a query that are asked one by one to find out why the whole has no rows. */
    static final int PROBES = 40;

    /** After this long no further part is asked; one that is at work has the time of any query. */
    static final Duration PROBING = Duration.ofSeconds(2);

    /** Characters of a message, so that no answer echoes what was sent at length. */
    static final int MESSAGE_CHARS = 400;

    private Limits() {}
}
