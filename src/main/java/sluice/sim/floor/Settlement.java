package sluice.sim.floor;

import java.math.BigDecimal;
import java.math.RoundingMode;
import sluice.order.Liquidity;
import sluice.sim.SimFill;
import sluice.sim.SimOrder.Cause;
import sluice.sim.match.Taker;

/** What orders of one kind bind, and what their trades do to accounts. */
interface Settlement {

    /** What the order binds now; 0 when it is closed or waits for nothing. */
    long need(Ticket ticket);

    /** Binds what the order needs now instead of what it needed before. */
    void rebind(Ticket ticket, long was);

    /** Moves what a trade moves; the ticket has already counted it. */
    SimFill.Settled settle(Ticket ticket, long ticks, long lots, Liquidity liquidity);

    /** Why the account cannot have the order, given what it would trade at once. */
    Cause refusal(Ticket ticket, Taker trial);

    /** What so many of its lots at a price bind by themselves. */
    long binds(Ticket ticket, long lots, long ticks);

    /** What its account has left to bind. */
    long spendable(Ticket ticket);

    /** A part of so many units, in favour of the account. */
    static long part(long units, BigDecimal rate, RoundingMode rounding) {
        return BigDecimal.valueOf(units).multiply(rate).setScale(0, rounding).longValueExact();
    }
}
