package sluice.sim.perp;

import java.math.BigDecimal;
import java.time.Instant;
import sluice.market.Money;
import sluice.market.Px;

/**
 * One payment between the longs and the shorts, as one account saw it. Immutable.
 *
 * @param size of the position at that moment, negative when short
 * @param paid positive when the account paid, negative when it received
 */
public record Funding(long execId, Of position, BigDecimal size, Px mark, BigDecimal rate, Money paid, Instant at) {

    /** Whose position. */
    public record Of(String account, String symbol) {}
}
