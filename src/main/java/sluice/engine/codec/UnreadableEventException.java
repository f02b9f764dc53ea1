package sluice.engine.codec;

import sluice.market.DeskException;

/** A journaled event could not be read back: it is damaged, or a newer sluice wrote it. */
public final class UnreadableEventException extends DeskException {

    private static final long serialVersionUID = 1;

    public UnreadableEventException(String message) {
        super(message);
    }

    public UnreadableEventException(String message, Throwable cause) {
        super(message, cause);
    }
}
