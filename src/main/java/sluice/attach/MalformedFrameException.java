package sluice.attach;

import java.io.IOException;

/** What came over the socket is no frame, or not the one that belongs there. */
final class MalformedFrameException extends IOException {

    private static final long serialVersionUID = 1;

    MalformedFrameException(String message) {
        super(message);
    }
}
