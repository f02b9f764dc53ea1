package sluice.sim.binance.call;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Decimals as Binance writes them: strings padded to eight places. */
public final class Padded {

    private static final int PLACES = 8;

    private Padded() {}

    public static String fixed(BigDecimal value) {
        return value.setScale(PLACES, RoundingMode.DOWN).toPlainString();
    }
}
