package sluice.order;

import java.time.Instant;
import sluice.market.Money;
import sluice.market.Px;
import sluice.market.Qty;

/**
 * One execution of an order, as the venue reported it. Immutable.
 *
 * @param fee in whatever asset the venue took it; negative for a rebate
 * @param at the venue's own time of the match
 */
public record Execution(ExecId execId, Qty lastQty, Px lastPx, Money fee, Liquidity liquidity, Instant at) {}
