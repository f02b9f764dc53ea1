package sluice.sim.binance.call;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Decimals as Binance writes them: strings padded to eight places. */
public final class Padded {

    private static final int PLACES = 8;

    private static final String ZEROS = "0".repeat(PLACES);

    private Padded() {}

    public static String fixed(BigDecimal value) {
        var scale = value.scale();
        if (scale < 0 || scale > PLACES) {
            return value.setScale(PLACES, RoundingMode.DOWN).toPlainString();
        }
        return value.toPlainString() + (scale == 0 ? "." : "") + ZEROS.substring(scale);
    }
}
