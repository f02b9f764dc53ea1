package sluice.quality;

import java.math.BigDecimal;
import java.util.Optional;
import sluice.market.Px;
import sluice.market.Qty;

/**
 * One execution beside the market around it. Immutable.
 *
 * @param fee in quote, a rebate negative; zero where its asset cannot be valued
 * @param submitMid the mid when the child was sent
 * @param fillMid the mid at the fill
 */
public record Priced(Qty qty, Px px, BigDecimal fee, Optional<Px> submitMid, Optional<Px> fillMid) {}
