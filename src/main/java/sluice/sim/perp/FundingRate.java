package sluice.sim.perp;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;

/** What longs pay shorts, as a fraction of the position's value, and when. */
public final class FundingRate {

    private static final double INTEREST = 0.0001;
    private static final double DEADBAND = 0.0005;
    private static final double MOST = 0.005;
    private static final int PLACES = 8;

    private FundingRate() {}

    /** The premium over what it is worth, drawn towards the usual interest by at most the deadband. */
    public static BigDecimal of(double premium) {
        var rate = premium + Math.max(-DEADBAND, Math.min(DEADBAND, INTEREST - premium));
        return BigDecimal.valueOf(Math.max(-MOST, Math.min(MOST, rate))).setScale(PLACES, RoundingMode.HALF_EVEN);
    }

    /** The first settlement after a moment. */
    public static Instant next(Instant now, Duration interval) {
        return Instant.ofEpochMilli((now.toEpochMilli() / interval.toMillis() + 1) * interval.toMillis());
    }

    public static boolean isDue(Instant at, Duration interval) {
        return at.toEpochMilli() % interval.toMillis() == 0;
    }
}
