package sluice.venue;

import sluice.market.Clock;
import sluice.market.Px;
import sluice.market.Qty;
import sluice.market.Symbol;
import sluice.order.ClOrdId;

/** A venue behind its wire for the contract to try, and what can be done there behind the adapter's back. */
public interface Rig extends AutoCloseable {

    Venue venue();

    Clock clock();

    Symbol symbol();

    /** Prices stand still from now on, and whoever reads the list again finds whole ones only. */
    void freeze();

    /** A price where a buy rests and nobody comes. */
    Px farBelow();

    /** A price where a buy of little is filled at once. */
    Px farAbove();

    Px bestBid();

    /** Somebody else sells, down to this price. */
    void sells(Px px, Qty qty);

    /** More than stands on any bid. */
    Qty plenty();

    /** More than the account can pay for, within the venue's bounds. */
    Qty unaffordable();

    /** Goes wrong once; an empty match is whatever the kind applies to. */
    void fault(String kind, String match);

    /** Whether an order amended in place goes by its new id there, as the page of the venue says. */
    boolean renamesInPlace();

    /** How many orders the venue itself has under an id. */
    long ordersUnder(ClOrdId id);

    @Override
    void close();
}
