package sluice.market;

/** The root of what a bug or a broken machine throws; everything that can be expected is a value or an event. */
public abstract class DeskException extends RuntimeException {

    private static final long serialVersionUID = 1;

    protected DeskException(String message) {
        super(message);
    }

    protected DeskException(String message, Throwable cause) {
        super(message, cause);
    }
}
