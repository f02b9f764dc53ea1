package sluice.shell;

import sluice.report.Failure;

/** What a command needs cannot be had: the reason for people, and the status the caller gets. */
public final class UnableToRunException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final ExitStatus status;
    private final transient Failure failure;

    public UnableToRunException(ExitStatus status, Failure failure) {
        super(failure.message());
        this.status = status;
        this.failure = failure;
    }

    public ExitStatus status() {
        return status;
    }

    public Failure failure() {
        return failure;
    }
}
