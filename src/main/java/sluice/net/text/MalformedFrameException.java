package sluice.net.text;

import java.util.Optional;
import sluice.market.DeskException;
import sluice.venue.BadFrame;

/** A frame or a body that is not what the venue's page says; it is used in no part. */
public final class MalformedFrameException extends DeskException {

    private static final long serialVersionUID = 1;

    /** Said where it was found; otherwise the text tells. */
    private final transient Optional<BadFrame> kind;

    public MalformedFrameException(String message) {
        this(Optional.empty(), message);
    }

    public MalformedFrameException(String message, Throwable cause) {
        super(message, cause);
        kind = cause instanceof UnableToReadException read ? read.kind() : Optional.empty();
    }

    public MalformedFrameException(BadFrame kind, String message) {
        this(Optional.of(kind), message);
    }

    private MalformedFrameException(Optional<BadFrame> kind, String message) {
        super(message);
        this.kind = kind;
    }

    public Optional<BadFrame> kind() {
        return kind;
    }
}
