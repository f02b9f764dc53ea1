package sluice.order;

import java.util.Optional;
import sluice.market.Px;
import sluice.market.Qty;
import sluice.market.Side;
import sluice.market.Symbol;

/** What an order asks for; without a price it is a market order. Immutable. */
public record Terms(
        Symbol symbol, Side side, Qty orderQty, Optional<Px> px, Tif tif, boolean postOnly, boolean reduceOnly) {

    public static Terms limit(Symbol symbol, Side side, Qty orderQty, Px px, Tif tif) {
        return new Terms(symbol, side, orderQty, Optional.of(px), tif, false, false);
    }

    public Terms withOrderQty(Qty qty) {
        return new Terms(symbol, side, qty, px, tif, postOnly, reduceOnly);
    }

    /** The same in another symbol. */
    public Terms of(Symbol other) {
        return new Terms(other, side, orderQty, px, tif, postOnly, reduceOnly);
    }

    public Terms withPx(Px limit) {
        return new Terms(symbol, side, orderQty, Optional.of(limit), tif, postOnly, reduceOnly);
    }

    public Terms withTif(Tif lifetime) {
        return new Terms(symbol, side, orderQty, px, lifetime, postOnly, reduceOnly);
    }
}
