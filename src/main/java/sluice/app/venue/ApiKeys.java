package sluice.app.venue;

/** A key and its secret, as they were found where the configuration says. Immutable; prints neither. */
public record ApiKeys(String key, String secret) {

    /** A secret of several lines, such as a PEM block, may be written as one, with {@code \\n} where a line ends. */
    public static ApiKeys of(String key, String secret) {
        return new ApiKeys(key, secret.replace("\\n", "\n"));
    }

    @Override
    public String toString() {
        return "ApiKeys[***]";
    }
}
