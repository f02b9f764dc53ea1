package sluice.shell;

import sluice.market.DeskException;
import sluice.report.Failure;

/** What a command needs cannot be started: the journal is held, the configuration is wrong. No bug. */
public final class UnableToStartException extends DeskException {

    private static final long serialVersionUID = 1;

    private final ExitStatus status;
    private final transient Failure failure;

    public UnableToStartException(ExitStatus status, Failure failure) {
        super(failure.message());
        this.status = status;
        this.failure = failure;
    }

    Outcome outcome() {
        return Outcome.failed(status, failure);
    }
}
