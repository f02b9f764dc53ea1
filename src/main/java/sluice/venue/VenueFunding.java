package sluice.venue;

import java.time.Instant;
import sluice.market.Money;
import sluice.market.Symbol;
import sluice.order.ExecId;

/**
 * One settlement between the longs and the shorts of a perpetual, as our account had part in it. Immutable.
 *
 * @param execId the venue's id of it, the same each time it is told
 * @param paid by us; negative when we were paid
 */
public record VenueFunding(Symbol symbol, ExecId execId, Money paid, Instant at) {}
