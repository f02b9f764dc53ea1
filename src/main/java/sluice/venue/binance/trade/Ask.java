package sluice.venue.binance.trade;

import java.util.function.LongFunction;
import sluice.net.HttpCall;

/**
 * A request to be made, and what it costs; encoded when it leaves, so that its timestamp is fresh.
 *
 * @param weight of the address's budget
 * @param orders of the account's count of orders
 * @param encode from the venue's time in milliseconds
 */
record Ask(Kind kind, int weight, int orders, LongFunction<HttpCall> encode) {

    /** A new order may be held back, a cancel goes first and always, a read waits its turn. */
    enum Kind {
        CANCEL,
        ORDER,
        READ
    }

    static Ask order(LongFunction<HttpCall> encode) {
        return new Ask(Kind.ORDER, 1, 1, encode);
    }

    /** Changes an order without placing one, but must not leave when a new one must not. */
    static Ask change(int weight, LongFunction<HttpCall> encode) {
        return new Ask(Kind.ORDER, weight, 0, encode);
    }

    static Ask cancel(LongFunction<HttpCall> encode) {
        return new Ask(Kind.CANCEL, 1, 0, encode);
    }

    static Ask read(int weight, LongFunction<HttpCall> encode) {
        return new Ask(Kind.READ, weight, 0, encode);
    }
}
