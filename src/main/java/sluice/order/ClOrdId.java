package sluice.order;

/** ClOrdID(11): our id for one order request, unique over every journal that ever traded an account. Immutable. */
public record ClOrdId(String value) {

    private static final String PREFIX = "sl";

    /**
     * The id of a child's request: prefix, the journal's random instance tag, the child's number, and the revision
     * where an amend had to send a new order.
     */
    public static ClOrdId of(String instanceTag, ChildId child, int revision) {
        var id = PREFIX + "-" + instanceTag + "-" + child.number();
        return new ClOrdId(revision == 0 ? id : id + "-" + revision);
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
