package sluice.order;

/** ExecID(17): the venue's id for one execution; with venue, symbol, order and side it tells a fill from a repeat. */
public record ExecId(String value) {

    private static final String PROVISIONAL = "provisional-";

    /** Of what stands in for fills of that child. */
    public static ExecId provisional(ChildId childId) {
        return new ExecId(PROVISIONAL + childId);
    }

    /** Whether it names no execution, but what stands in for some. */
    public boolean isProvisional() {
        return value.startsWith(PROVISIONAL);
    }

    @Override
    public String toString() {
        return value;
    }
}
