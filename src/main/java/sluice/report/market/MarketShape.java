package sluice.report.market;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.OptionalDouble;
import sluice.engine.view.MarketView;
import sluice.market.consolidated.Volatility;
import sluice.report.Json;

/** How a market behaves, as a sentence and in JSON. */
final class MarketShape {

    private static final int SHOWN = 4;

    private MarketShape() {}

    static void json(Json out, MarketView market) {
        out.text("regime", market.regime())
                .object(
                        "volatility",
                        members -> members.decimal("fastBps", shown(market.fast()))
                                .decimal("slowBps", shown(market.slow()))
                                .decimal("parkinsonBps", shown(market.parkinson()))
                                .flag("consistent", market.isConsistent()));
    }

    private static Optional<BigDecimal> shown(OptionalDouble number) {
        return number.isPresent() && Double.isFinite(number.getAsDouble())
                ? Optional.of(BigDecimal.valueOf(number.getAsDouble()).setScale(SHOWN, RoundingMode.HALF_EVEN))
                : Optional.empty();
    }

    static String sentence(MarketView market) {
        if (market.slow().isEmpty()) {
            return "The market is " + market.regime() + "; its volatility is not known yet.";
        }
        var slow = market.slow().getAsDouble();
        var year = Math.round(100 * Volatility.annual(slow));
        return "The market is " + market.regime() + ": volatility " + said(market.fast())
                + " bps a root second over a minute, " + said(market.slow()) + " over half an hour (" + year
                + " % a year)"
                + (market.parkinson().isPresent() ? ", " + said(market.parkinson()) + " by highs and lows" : "")
                + (market.isConsistent() ? "." : ", which do not agree.");
    }

    private static String said(OptionalDouble number) {
        return BigDecimal.valueOf(number.orElse(0))
                .setScale(2, RoundingMode.HALF_EVEN)
                .toPlainString();
    }
}
