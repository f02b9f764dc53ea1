package sluice.report.quality;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/** Numbers of execution quality as they are shown: basis points to a thousandth, shares to a tenth of a percent. */
public final class Measures {

    private static final double NANOS_PER_MICRO = 1e3;
    private static final double NANOS_PER_MILLI = 1e6;
    private static final double NANOS_PER_SECOND = 1e9;

    private Measures() {}

    public static Optional<String> bps(Optional<BigDecimal> bps) {
        return bps.map(value -> value.setScale(3, RoundingMode.HALF_EVEN).toPlainString());
    }

    public static Optional<String> percent(Optional<BigDecimal> share) {
        return share.map(value ->
                value.movePointRight(2).setScale(1, RoundingMode.HALF_EVEN).toPlainString() + "%");
    }

    /** Money to the eighth decimal, which all of its sums are exact to that matter. */
    public static String money(BigDecimal money) {
        var short8 = money.scale() > 8 ? money.setScale(8, RoundingMode.HALF_EVEN) : money;
        return short8.signum() == 0 ? "0" : short8.stripTrailingZeros().toPlainString();
    }

    /** Three digits and a unit that fits. */
    public static String span(Duration span) {
        var nanos = (double) span.toNanos();
        if (nanos < NANOS_PER_MILLI) {
            return digits(nanos / NANOS_PER_MICRO) + " us";
        }
        return nanos < NANOS_PER_SECOND
                ? digits(nanos / NANOS_PER_MILLI) + " ms"
                : digits(nanos / NANOS_PER_SECOND) + " s";
    }

    private static String digits(double value) {
        var decimals = value < 10 ? 2 : value < 100 ? 1 : 0;
        return String.format(Locale.ROOT, "%." + decimals + "f", value);
    }
}
