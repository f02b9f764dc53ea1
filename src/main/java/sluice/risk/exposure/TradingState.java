package sluice.risk.exposure;

/** What may be sent at all, from the least severe to the most. Cancels always may. */
public enum TradingState {
    ACTIVE,
    /** Only reduce-only orders. */
    REDUCING,
    HALTED,
    /** Halted, and it stays so across restarts until an operator resumes with a reason. */
    KILLED
}
