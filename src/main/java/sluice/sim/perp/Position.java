package sluice.sim.perp;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Instant;
import java.util.Optional;
import sluice.market.Side;

/**
 * What an account holds of a perpetual, one way. Immutable.
 *
 * @param size base units, negative when short
 * @param entryValue quote money the open size was entered for, never negative
 * @param realised quote money won or lost by what was closed and by funding, fees left out
 * @param leverage asked for by the account
 */
public record Position(
        String account,
        String symbol,
        BigDecimal size,
        BigDecimal entryValue,
        BigDecimal realised,
        BigDecimal leverage,
        Instant updatedAt) {

    public boolean isFlat() {
        return size.signum() == 0;
    }

    /** The side it was opened by; empty when flat. */
    public Optional<Side> side() {
        return isFlat() ? Optional.empty() : Optional.of(size.signum() > 0 ? Side.BUY : Side.SELL);
    }

    /** Zero when flat. */
    public BigDecimal avgEntryPx() {
        return isFlat() ? BigDecimal.ZERO : entryValue.divide(size.abs(), MathContext.DECIMAL64);
    }

    /** What closing all of it at the price would win, in quote money. */
    public BigDecimal unrealised(BigDecimal px) {
        return size.multiply(px).subtract(entryValue.multiply(BigDecimal.valueOf(size.signum())));
    }
}
