package io.firmament.reconcile;

import io.firmament.FirmamentException;

/** More queries at once than are taken: to be sent in several batches. */
public final class BatchTooLarge extends FirmamentException {

    BatchTooLarge(String what, int size, int most) {
        super("There are " + size + " " + what + " in one request, and " + most + " are taken: send them in several.");
    }
}
