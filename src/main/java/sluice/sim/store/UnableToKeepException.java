package sluice.sim.store;

import sluice.market.DeskException;

/** The file of the simulated exchange could not be read or written. */
public final class UnableToKeepException extends DeskException {

    private static final long serialVersionUID = 1;

    UnableToKeepException(String message) {
        super(message);
    }

    UnableToKeepException(String message, Throwable cause) {
        super(message, cause);
    }
}
