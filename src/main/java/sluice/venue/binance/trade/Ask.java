package sluice.venue.binance.trade;

import java.util.function.LongFunction;
import sluice.net.HttpCall;

/**
 * A request to be made, and what it costs; encoded when it leaves, so that its timestamp is fresh.
 *
 * @param weight of the address's budget
 * @param encode from the venue's time in milliseconds
 */
record Ask(Kind kind, int weight, LongFunction<HttpCall> encode) {

    /** A new order may be held back, a cancel goes first and always, a read waits its turn. */
    enum Kind {
        CANCEL,
        ORDER,
        READ
    }

    static Ask order(LongFunction<HttpCall> encode) {
        return new Ask(Kind.ORDER, 1, encode);
    }

    static Ask cancel(LongFunction<HttpCall> encode) {
        return new Ask(Kind.CANCEL, 1, encode);
    }

    static Ask read(int weight, LongFunction<HttpCall> encode) {
        return new Ask(Kind.READ, weight, encode);
    }
}
