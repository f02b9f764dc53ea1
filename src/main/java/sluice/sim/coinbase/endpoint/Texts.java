package sluice.sim.coinbase.endpoint;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Numbers and times as Coinbase writes them: plain decimals in strings, RFC 3339. */
public final class Texts {

    /** What stands where there is no time. */
    public static final String NEVER = "0001-01-01T00:00:00Z";

    private static final MathContext DIGITS = new MathContext(20, RoundingMode.HALF_EVEN);

    private Texts() {}

    public static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }

    static String share(BigDecimal part, BigDecimal whole) {
        return whole.signum() == 0 ? "0" : plain(part.divide(whole, DIGITS));
    }

    static String percent(BigDecimal part, BigDecimal whole) {
        return share(part.movePointRight(2), whole);
    }

    public static String time(Instant at) {
        return at.truncatedTo(ChronoUnit.MICROS).toString();
    }
}
