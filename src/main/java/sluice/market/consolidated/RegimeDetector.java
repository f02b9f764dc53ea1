package sluice.market.consolidated;

import java.time.Duration;
import sluice.market.Regime;

/**
 * The regime, and since when the market has looked better than that. Immutable.
 *
 * <p>Worse is believed at once, better only after it has lasted: a regime that flickers would be no help to anybody.
 *
 * @param calmSince when the readings became calm; meaningless unless {@code calming}
 * @param easedSince when they ceased to be stressed; meaningless unless {@code easing}
 */
public record RegimeDetector(Regime regime, boolean calming, long calmSince, boolean easing, long easedSince) {

    public static final RegimeDetector CALM = new RegimeDetector(Regime.CALM, false, 0, false, 0);

    private static final long HOLD = Duration.ofSeconds(30).toNanos();

    public RegimeDetector after(MarketReading reading, long nanos) {
        var calm = reading.isCalm();
        var eased = !reading.isStressed();
        var calmFrom = calming ? calmSince : nanos;
        var easedFrom = easing ? easedSince : nanos;
        var calmed = calm && nanos - calmFrom >= HOLD;
        var relieved = eased && nanos - easedFrom >= HOLD;
        return new RegimeDetector(next(reading, calmed, relieved), calm, calmFrom, eased, easedFrom);
    }

    private Regime next(MarketReading reading, boolean calmed, boolean relieved) {
        if (reading.isStressed()) {
            return Regime.STRESSED;
        }
        return switch (regime) {
            case CALM -> reading.isVolatile() ? Regime.VOLATILE : Regime.CALM;
            case VOLATILE -> calmed ? Regime.CALM : Regime.VOLATILE;
            case STRESSED -> relieved ? afterStress(calmed) : Regime.STRESSED;
        };
    }

    private static Regime afterStress(boolean calmed) {
        return calmed ? Regime.CALM : Regime.VOLATILE;
    }
}
