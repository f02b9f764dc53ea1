package sluice.health.alert;

/**
 * Something an operator should know. Immutable.
 *
 * @param key what it is about; the same key is the same alert however often it is raised
 * @param kind stable, upper case, such as {@code JOURNAL}
 * @param lasting whether it holds until it is cleared; else it is something that happened
 */
public record Alarm(String key, Severity severity, String kind, String text, boolean lasting) {

    /** A condition, which lasts until it is cleared. */
    public static Alarm lasting(String key, Severity severity, String kind, String text) {
        return new Alarm(key, severity, kind, text, true);
    }

    /** Something that happened; the same words are the same alert. */
    public static Alarm happened(Severity severity, String kind, String text) {
        return new Alarm(kind + "/" + text, severity, kind, text, false);
    }
}
