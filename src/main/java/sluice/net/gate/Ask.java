package sluice.net.gate;

import java.util.function.LongFunction;
import sluice.net.HttpCall;
import sluice.net.limit.Cost;
import sluice.net.limit.Lane;

/**
 * A request to be made, and what it costs; encoded when it leaves, so that its timestamp is fresh.
 *
 * @param cost of the venue's limits
 * @param key of two that wait under the same one, the first is enough; empty for none
 * @param encode from the venue's time in milliseconds
 */
public record Ask(Kind kind, Cost cost, String key, LongFunction<HttpCall> encode) {

    /** A new order may be held back, a cancel goes first and always, a read waits its turn. */
    public enum Kind {
        CANCEL,
        ORDER,
        READ
    }

    private static final String TIME = "time";

    private Ask(Kind kind, Cost cost, LongFunction<HttpCall> encode) {
        this(kind, cost, "", encode);
    }

    public static Ask order(LongFunction<HttpCall> encode) {
        return new Ask(Kind.ORDER, new Cost(1, 1), encode);
    }

    /** Changes an order without placing one, but must not leave when a new one must not. */
    public static Ask change(int weight, LongFunction<HttpCall> encode) {
        return new Ask(Kind.ORDER, Cost.weight(weight), encode);
    }

    public static Ask cancel(LongFunction<HttpCall> encode) {
        return new Ask(Kind.CANCEL, Cost.weight(1), encode);
    }

    public static Ask read(int weight, LongFunction<HttpCall> encode) {
        return new Ask(Kind.READ, Cost.weight(weight), encode);
    }

    /** The same, counted against the limits of an endpoint's group as well. */
    public Ask in(String group) {
        return new Ask(kind, cost.in(group), key, encode);
    }

    /** The same, which need not leave while another of this key waits. */
    public Ask once(String itsKey) {
        return new Ask(kind, cost, itsKey, encode);
    }

    /** The same as a question for the time, which is asked all the while. */
    Ask forTime() {
        return once(TIME);
    }

    boolean isForTime() {
        return key.equals(TIME);
    }

    Lane lane() {
        return switch (kind) {
            case CANCEL -> Lane.CANCEL;
            case ORDER -> Lane.NEW;
            case READ -> Lane.QUERY;
        };
    }

    /** The same, doing this first when it leaves. */
    Ask first(Runnable leaving) {
        return new Ask(kind, cost, key, at -> {
            leaving.run();
            return encode.apply(at);
        });
    }
}
