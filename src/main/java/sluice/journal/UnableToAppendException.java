package sluice.journal;

import sluice.market.DeskException;

/** A batch could not be made durable: the disk is full, gone or slow beyond patience. Nothing of it was kept. */
public final class UnableToAppendException extends DeskException {

    private static final long serialVersionUID = 1;

    public UnableToAppendException(String message, Throwable cause) {
        super(message, cause);
    }

    public UnableToAppendException(String message) {
        super(message);
    }

    /** The batch holds a fill that the journal, or the batch itself, already has. */
    public static UnableToAppendException repeated(String fillKey) {
        return new UnableToAppendException(
                "The fill " + fillKey + " is in the journal already and is not booked twice.");
    }
}
