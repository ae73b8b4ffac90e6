package io.firmament.serve;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Lets a few queries work at once, from the endpoint and from pages alike, and the others wait a little. */
final class Lane {

    private final Semaphore places =
            new Semaphore(Limits.QUERIES_PER_PROCESSOR * Runtime.getRuntime().availableProcessors(), true);

    /**
     * Waits for a place; whoever enters must {@link #leave}.
     *
     * @throws Refusal if there is none in time
     */
    void enter() {
        try {
            if (!places.tryAcquire(Limits.QUEUE.toMillis(), TimeUnit.MILLISECONDS)) {
                throw Refusal.unavailable("Too many queries are at work. Try again in a few seconds.");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Refusal.unavailable("The server stops.");
        }
    }

    void leave() {
        places.release();
    }
}
