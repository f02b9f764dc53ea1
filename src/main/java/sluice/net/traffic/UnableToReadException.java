package sluice.net.traffic;

import sluice.market.DeskException;

/** A recording is missing, damaged or no recording. */
public final class UnableToReadException extends DeskException {

    private static final long serialVersionUID = 1;

    UnableToReadException(String message, Throwable cause) {
        super(message, cause);
    }
}
