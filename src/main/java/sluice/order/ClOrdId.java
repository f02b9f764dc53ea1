package sluice.order;

import java.util.Optional;

/** ClOrdID(11): our id for one order request, unique over every journal that ever traded an account. Immutable. */
public record ClOrdId(String value) {

    private static final String PREFIX = "sl";
    private static final int MOST_DIGITS = 18;

    /**
     * The id of a child's request: prefix, the journal's random instance tag, the child's number, and the revision
     * where an amend had to send a new order.
     */
    public static ClOrdId of(String instanceTag, ChildId child, int revision) {
        var id = PREFIX + "-" + instanceTag + "-" + child.number();
        return new ClOrdId(revision == 0 ? id : id + "-" + revision);
    }

    /** The child whose request this is, if it was made by {@link #of}; other text may say the same. */
    public Optional<ChildId> child() {
        int tagEnd = value.indexOf('-', PREFIX.length() + 1);
        if (!isOurs() || tagEnd < 0) {
            return Optional.empty();
        }
        int revision = value.indexOf('-', tagEnd + 1);
        int end = revision < 0 ? value.length() : revision;
        long number = 0;
        for (int i = tagEnd + 1; i < end; i++) {
            int digit = value.charAt(i) - '0';
            if (digit < 0 || digit > 9 || i - tagEnd > MOST_DIGITS) {
                return Optional.empty();
            }
            number = number * 10 + digit;
        }
        return number == 0 ? Optional.empty() : Optional.of(new ChildId(number));
    }

    /** Whether this id was made by any sluice journal; {@link #isFrom} tells whether it was this one. */
    public boolean isOurs() {
        return value.startsWith(PREFIX + "-");
    }

    public boolean isFrom(String instanceTag) {
        return value.startsWith(PREFIX + "-" + instanceTag + "-");
    }

    @Override
    public String toString() {
        return value;
    }
}
