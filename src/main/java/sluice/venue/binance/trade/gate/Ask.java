package sluice.venue.binance.trade.gate;

import java.util.function.LongFunction;
import sluice.net.HttpCall;

/**
 * A request to be made, and what it costs; encoded when it leaves, so that its timestamp is fresh.
 *
 * @param weight of the address's budget
 * @param orders of the account's count of orders
 * @param encode from the venue's time in milliseconds
 */
public record Ask(Kind kind, int weight, int orders, LongFunction<HttpCall> encode) {

    /** A new order may be held back, a cancel goes first and always, a read waits its turn. */
    public enum Kind {
        CANCEL,
        ORDER,
        READ
    }

    public static Ask order(LongFunction<HttpCall> encode) {
        return new Ask(Kind.ORDER, 1, 1, encode);
    }

    /** Changes an order without placing one, but must not leave when a new one must not. */
    public static Ask change(int weight, LongFunction<HttpCall> encode) {
        return new Ask(Kind.ORDER, weight, 0, encode);
    }

    public static Ask cancel(LongFunction<HttpCall> encode) {
        return new Ask(Kind.CANCEL, 1, 0, encode);
    }

    public static Ask read(int weight, LongFunction<HttpCall> encode) {
        return new Ask(Kind.READ, weight, 0, encode);
    }
}
