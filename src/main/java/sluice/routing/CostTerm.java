package sluice.routing;

import java.math.BigDecimal;
import java.util.List;

/** One reason why a unit costs what it costs, in basis points of the mid; positive is cost. Immutable. */
public record CostTerm(String name, BigDecimal bps) {

    public static final String PRICE = "price";
    public static final String FEE = "fee";
    public static final String FIXED = "fixed";

    static BigDecimal sum(List<CostTerm> terms) {
        return terms.stream().map(CostTerm::bps).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
