package sluice.shell;

/** The operator interrupted a command that was waiting; what it had asked for goes on. */
public final class InterruptedCommandException extends RuntimeException {

    private static final long serialVersionUID = 1;

    public InterruptedCommandException(InterruptedException cause) {
        super("interrupted", cause);
    }
}
