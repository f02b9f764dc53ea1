package sluice.net.text;

import sluice.market.DeskException;

/** A reply or frame that the venue's page does not allow; says what is wrong with it, never what is in it. */
public final class UnableToReadException extends DeskException {

    private static final long serialVersionUID = 1;

    public UnableToReadException(String message) {
        super(message);
    }
}
