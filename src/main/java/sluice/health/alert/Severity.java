package sluice.health.alert;

/** How bad something is. */
public enum Severity {
    /** To be looked at. */
    WARNING,
    /** To be looked at now. */
    CRITICAL
}
