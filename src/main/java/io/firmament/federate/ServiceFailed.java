package io.firmament.federate;

import io.firmament.FirmamentException;

/** An endpoint that may be asked gives no answer that can be used. */
public final class ServiceFailed extends FirmamentException {

    /**
     * @param service as the query names it; where it is really asked is nobody's business
     * @param what goes on after the name, as in "cannot be reached"
     */
    ServiceFailed(String service, String what) {
        super("The service " + service + " " + what + ".");
    }
}
