package sluice.journal;

import sluice.market.Stamp;

/**
 * One journaled event: an envelope the journal can search by, and bytes it does not read. Immutable.
 *
 * @param seq 1 for the first event ever, without gaps
 * @param type stable name of the event, such as {@code order.traded}
 * @param payload UTF-8 JSON object; never changed after it is handed over
 */
public record Entry(long seq, Stamp stamp, String type, Refs refs, byte[] payload) {

    /**
     * What an event is about, to find it by.
     *
     * @param parent number of the parent order, 0 for none
     * @param child number of the child order, 0 for none
     * @param fillKey what tells a fill from its repeat (venue, account, symbol, execution, order, side); empty for
     *     none. The journal refuses a second entry with the same key.
     */
    public record Refs(long parent, long child, String fillKey) {

        public static final Refs NONE = new Refs(0, 0, "");
    }
}
