package sluice.sim.server;

import sluice.market.DeskException;

/** The simulator could not start. */
public final class UnableToServeException extends DeskException {

    private static final long serialVersionUID = 1L;

    UnableToServeException(String message) {
        super(message);
    }

    UnableToServeException(String message, Throwable cause) {
        super(message, cause);
    }
}
