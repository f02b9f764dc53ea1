package sluice.net.text;

import java.util.Optional;
import sluice.market.DeskException;
import sluice.venue.BadFrame;

/** A reply or frame that the venue's page does not allow; says what is wrong with it, never what is in it. */
public final class UnableToReadException extends DeskException {

    private static final long serialVersionUID = 1;

    /** Said where it was found; otherwise the text tells. */
    private final transient Optional<BadFrame> kind;

    public UnableToReadException(String message) {
        this(Optional.empty(), message);
    }

    public UnableToReadException(BadFrame kind, String message) {
        this(Optional.of(kind), message);
    }

    private UnableToReadException(Optional<BadFrame> kind, String message) {
        super(message);
        this.kind = kind;
    }

    public Optional<BadFrame> kind() {
        return kind;
    }
}
