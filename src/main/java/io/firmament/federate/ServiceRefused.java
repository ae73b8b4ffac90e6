package io.firmament.federate;

import io.firmament.FirmamentException;

/** A query asks other endpoints for more than is allowed. {@code SILENT} does not silence it: nobody was asked. */
public final class ServiceRefused extends FirmamentException {

    ServiceRefused(String message) {
        super(message);
    }
}
