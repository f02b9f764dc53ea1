package sluice.sim.replay;

import sluice.market.DeskException;

/** A recording cannot be played; says why. */
public final class UnreadableRecordingException extends DeskException {

    private static final long serialVersionUID = 1L;

    UnreadableRecordingException(String message) {
        super(message);
    }
}
