package sluice.order.position;

import java.math.BigDecimal;

/** One asset of one account as the venue reports it: what is free, and what open orders hold. Immutable. */
public record Balance(String asset, BigDecimal free, BigDecimal locked) {

    public BigDecimal total() {
        return free.add(locked);
    }
}
