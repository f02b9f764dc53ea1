package sluice.journal;

import sluice.market.DeskException;

/** A journal could not be opened; the message says which file, why, and what to do. */
public final class UnableToOpenException extends DeskException {

    private static final long serialVersionUID = 1;

    /** What kept it shut, since each has its own exit status and its own advice. */
    public enum Why {
        /** Another desk holds it. */
        HELD,
        /** A newer sluice wrote it. */
        NEWER,
        /** Its bytes do not hold together. */
        DAMAGED,
        /** The file cannot be read or written. */
        INACCESSIBLE
    }

    private final Why why;

    public UnableToOpenException(Why why, String message, Throwable cause) {
        super(message, cause);
        this.why = why;
    }

    public UnableToOpenException(Why why, String message) {
        super(message);
        this.why = why;
    }

    public Why why() {
        return why;
    }
}
