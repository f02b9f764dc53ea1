package sluice.shell;

/** What must be there before a command runs. */
public enum Needs {
    NOTHING,
    /** A recovered desk. */
    DESK,
    /** A desk whose venues have had a moment to get ready; the command works without them. */
    SETTLED,
    /** Venues that are recovered and ready for orders. */
    READY
}
