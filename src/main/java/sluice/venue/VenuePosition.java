package sluice.venue;

import java.math.BigDecimal;
import java.util.Optional;
import sluice.market.Px;
import sluice.market.Qty;
import sluice.market.Symbol;

/**
 * One perpetual position as the venue shows it. Immutable.
 *
 * @param netQty in base units; negative when short, zero when flat
 * @param avgPx the venue's average entry price; empty when flat
 * @param markPx the price that its profit and margin are reckoned at
 * @param liquidationPx where the venue would close it; empty when it names none
 * @param leverage notional over margin, as set at the venue; empty where it does not say
 */
public record VenuePosition(
        Symbol symbol,
        Qty netQty,
        Optional<Px> avgPx,
        Optional<Px> markPx,
        Optional<Px> liquidationPx,
        Optional<BigDecimal> leverage) {}
