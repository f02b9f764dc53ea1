package sluice.health.check;

/** How well something is, the better first. What is not known is not well. */
public enum Level {
    OK,
    UNKNOWN,
    WARN,
    BAD;

    public Level worse(Level other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
