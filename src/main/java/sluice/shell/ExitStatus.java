package sluice.shell;

/** How a command or a run ends, as the number the caller gets. */
public enum ExitStatus {
    OK(0),
    REFUSED(1),
    USAGE(2),
    IN_DOUBT(3),
    DISCREPANCIES(4),
    JOURNAL_HELD(5),
    CONFIGURATION(6),
    NOT_READY(7),
    BUG(70),
    INTERRUPTED(130);

    private final int code;

    ExitStatus(int code) {
        this.code = code;
    }

    public int code() {
        return code;
    }

    /** Of two, the one a caller must act on: a doubt before all, an interrupt after it, else the first failure. */
    public ExitStatus and(ExitStatus later) {
        if (this == IN_DOUBT || later == IN_DOUBT) {
            return IN_DOUBT;
        }
        if (later == INTERRUPTED) {
            return INTERRUPTED;
        }
        return this == OK ? later : this;
    }
}
