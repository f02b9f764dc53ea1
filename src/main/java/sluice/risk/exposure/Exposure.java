package sluice.risk.exposure;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;
import sluice.market.Px;
import sluice.market.Regime;

/** Everything an intent is judged against, at one moment. Immutable; what is empty is unknown, and refuses. */
public record Exposure(
        Conditions conditions,
        Market market,
        Positions positions,
        Working working,
        Funds funds,
        Pace pace,
        long nowNanos) {

    /**
     * The market of the symbol.
     *
     * @param mid consolidated
     * @param lastTrade the newest print of the last minute; empty asks for no cross-check
     * @param crossedFor for how long venues have bid more than others ask by more than their prices may differ; zero
     *     while they do not
     * @param bookAge of the venue's own book, since the last proof that its feed lives; empty when it has none
     * @param usdPerQuote what one unit of the quote asset counts for in limits
     */
    public record Market(
            Optional<Px> mid,
            Optional<Px> lastTrade,
            Duration crossedFor,
            Optional<Duration> bookAge,
            Optional<BigDecimal> usdPerQuote,
            Regime regime) {}

    public TradingState state() {
        return conditions.state();
    }

    /** The same under other conditions. */
    public Exposure under(Conditions other) {
        return new Exposure(other, market, positions, working, funds, pace, nowNanos);
    }

    /** The same with other holdings. */
    public Exposure holding(Positions held, Working open, Funds money) {
        return new Exposure(conditions, market, held, open, money, pace, nowNanos);
    }

    /** The same after what another order of the same moment left of the pace. */
    public Exposure at(Pace left) {
        return new Exposure(conditions, market, positions, working, funds, left, nowNanos);
    }

    /** The same by another mid: what was priced by one look at a moving market is judged by that look. */
    public Exposure by(Optional<Px> mid) {
        var seen =
                new Market(mid, market.lastTrade, market.crossedFor, market.bookAge, market.usdPerQuote, market.regime);
        return new Exposure(conditions, seen, positions, working, funds, pace, nowNanos);
    }
}
