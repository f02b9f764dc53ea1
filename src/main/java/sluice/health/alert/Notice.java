package sluice.health.alert;

import java.time.Instant;

/**
 * What operators are told, on every way there is, in order of its number. Immutable.
 *
 * @param alert the alert's number; 0 for a summary of several
 */
public record Notice(long number, Type type, long alert, Severity severity, String kind, String text, Instant at) {

    /** Why it is told. */
    public enum Type {
        RAISED,
        /** It is still so, or was so again, and nobody acknowledged it. */
        REPEATED,
        CLEARED,
        /** There were more of a kind than are told one by one. */
        SUMMARY
    }

    /** The alert's name; empty for a summary. */
    public String name() {
        return alert == 0 ? "" : Alert.name(alert);
    }

    /** The whole of it, for people. */
    public String line() {
        return switch (type) {
            case RAISED, SUMMARY -> text;
            case REPEATED -> "still: " + text;
            case CLEARED -> "over: " + text;
        };
    }
}
