package sluice.order;

/** ExecID(17): the venue's id for one execution; with venue, symbol, order and side it tells a fill from a repeat. */
public record ExecId(String value) {

    @Override
    public String toString() {
        return value;
    }
}
