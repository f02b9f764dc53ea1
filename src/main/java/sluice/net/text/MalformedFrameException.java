package sluice.net.text;

import sluice.market.DeskException;

/** A frame or a body that is not what the venue's page says; it is used in no part. */
public final class MalformedFrameException extends DeskException {

    private static final long serialVersionUID = 1;

    public MalformedFrameException(String message) {
        super(message);
    }

    public MalformedFrameException(String message, Throwable cause) {
        super(message, cause);
    }
}
