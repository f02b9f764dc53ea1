package sluice.journal;

import sluice.market.DeskException;

/** A batch could not be made durable: the disk is full, gone or slow beyond patience. Nothing of it was kept. */
public final class UnableToAppendException extends DeskException {

    private static final long serialVersionUID = 1;

    public UnableToAppendException(String message, Throwable cause) {
        super(message, cause);
    }
}
