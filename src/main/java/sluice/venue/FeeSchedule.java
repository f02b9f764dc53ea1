package sluice.venue;

import java.math.BigDecimal;
import sluice.market.Symbol;

/** Our own rates for one symbol, as fractions of notional: 0.001 is 10 bps; negative is a rebate. Immutable. */
public record FeeSchedule(Symbol symbol, BigDecimal maker, BigDecimal taker) {}
