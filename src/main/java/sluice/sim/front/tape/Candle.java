package sluice.sim.front.tape;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import sluice.market.Px;
import sluice.sim.Print;

/**
 * The trades of one interval, summed up. Immutable.
 *
 * @param opens of UTC days, or of parts of them
 * @param turnover in quote money
 * @param prints how many trades
 */
public record Candle(Instant opens, Prices prices, BigDecimal volume, BigDecimal turnover, int prints) {

    /** What was paid in it: first, most, least and last. */
    public record Prices(Px open, Px high, Px low, Px close) {}

    /** Of intervals with trades, oldest first; the trades come oldest first as well. */
    public static List<Candle> of(List<Print> prints, Duration interval) {
        var candles = new ArrayList<Candle>();
        for (var print : prints) {
            var millis = interval.toMillis();
            var opens = Instant.ofEpochMilli(Math.floorDiv(print.at().toEpochMilli(), millis) * millis);
            var last = candles.size() - 1;
            if (last >= 0 && candles.get(last).opens.equals(opens)) {
                candles.set(last, candles.get(last).with(print));
            } else {
                var prices = new Prices(print.px(), print.px(), print.px(), print.px());
                candles.add(new Candle(opens, prices, BigDecimal.ZERO, BigDecimal.ZERO, 0).with(print));
            }
        }
        return candles;
    }

    private Candle with(Print print) {
        var px = print.px();
        var qty = print.qty().value();
        var high = px.compareTo(prices.high) > 0 ? px : prices.high;
        var low = px.compareTo(prices.low) < 0 ? px : prices.low;
        return new Candle(
                opens,
                new Prices(prices.open, high, low, px),
                volume.add(qty),
                turnover.add(px.value().multiply(qty)),
                prints + 1);
    }

    public boolean isWithin(Instant from, Instant to) {
        return !opens.isBefore(from) && !opens.isAfter(to);
    }
}
