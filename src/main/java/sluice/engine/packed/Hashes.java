package sluice.engine.packed;

import java.util.Optional;
import sluice.market.VenueId;
import sluice.order.ClOrdId;
import sluice.order.Order;
import sluice.order.OrderId;

/**
 * Names as numbers, to look orders up by: two names seldom have the same, so what is found is compared with what was
 * asked for. They are part of the form of a checkpoint.
 */
public final class Hashes {

    /** The hash of no name. */
    public static final long NONE = 0;

    private Hashes() {}

    public static long of(VenueId venue, OrderId orderId) {
        return mixed(add(add(1, venue.name()) * 31 + '/', orderId.value()));
    }

    public static long of(ClOrdId clOrdId) {
        return mixed(add(2, clOrdId.value()));
    }

    /** A batch and a line number in it. */
    public static long ofLine(String line) {
        return mixed(add(3, line));
    }

    /** Those an order is to be found by: the venue's id, and ours where it does not tell the child. */
    static long[] of(Order order) {
        var ids = order.ids();
        var theirs = order.orderId().map(id -> of(ids.venue(), id));
        var isTold = ids.clOrdId().child().equals(Optional.of(ids.childId()));
        var names = new long[(isTold ? 0 : 1) + (theirs.isPresent() ? 1 : 0)];
        theirs.ifPresent(hash -> names[0] = hash);
        if (!isTold) {
            names[names.length - 1] = of(ids.clOrdId());
        }
        return names;
    }

    private static long add(long hash, String text) {
        var all = hash;
        for (int i = 0; i < text.length(); i++) {
            all = all * 0x100000001B3L + text.charAt(i);
        }
        return all;
    }

    private static long mixed(long hash) {
        var once = (hash ^ hash >>> 33) * 0xFF51AFD7ED558CCDL;
        var twice = (once ^ once >>> 33) * 0xC4CEB9FE1A85EC53L;
        var mixed = twice ^ twice >>> 33;
        return mixed == NONE ? 1 : mixed;
    }
}
