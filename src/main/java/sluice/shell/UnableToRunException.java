package sluice.shell;

import sluice.report.Failure;

/** What a command needs cannot be had: the reason for people, and the status the caller gets. */
public final class UnableToRunException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final ExitStatus status;
    private final transient Failure failure;
    private final boolean elsewhere;

    public UnableToRunException(ExitStatus status, Failure failure) {
        this(status, failure, false);
    }

    private UnableToRunException(ExitStatus status, Failure failure, boolean elsewhere) {
        super(failure.message());
        this.status = status;
        this.failure = failure;
        this.elsewhere = elsewhere;
    }

    /** The same for a run that did nothing yet: it can be begun again where the desk is. */
    public UnableToRunException elsewhere() {
        return new UnableToRunException(status, failure, true);
    }

    /** Whether the whole run is to be begun again where the desk is, so that nobody is to be told. */
    public boolean isElsewhere() {
        return elsewhere;
    }

    public ExitStatus status() {
        return status;
    }

    public Failure failure() {
        return failure;
    }
}
