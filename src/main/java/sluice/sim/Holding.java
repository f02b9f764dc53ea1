package sluice.sim;

import java.math.BigDecimal;

/** What an account has of one asset: to use, and bound by its open orders. Immutable. */
public record Holding(BigDecimal free, BigDecimal locked) {

    public BigDecimal total() {
        return free.add(locked);
    }
}
