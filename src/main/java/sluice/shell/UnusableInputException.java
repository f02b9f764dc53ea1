package sluice.shell;

import sluice.report.Failure;

/** Input that no command can be made of: a usage error, found before anything was sent. */
public final class UnusableInputException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient Failure failure;

    public UnusableInputException(Failure failure) {
        super(failure.message());
        this.failure = failure;
    }

    public UnusableInputException(String message) {
        this(Failure.of("USAGE", message));
    }

    public Failure failure() {
        return failure;
    }
}
