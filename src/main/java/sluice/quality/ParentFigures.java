package sluice.quality;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import sluice.market.Regime;
import sluice.order.ParentId;
import sluice.order.Terms;

/**
 * One parent as it went, with its children. Immutable.
 *
 * @param costs of all children; without an average and slippage where they filled in several quotes
 * @param shortfall empty while it works, where a mid is missing, or where children filled in several quotes
 */
public record ParentFigures(
        ParentId parentId,
        Opening opening,
        Mids mids,
        Costs costs,
        Optional<Measured> shortfall,
        List<ChildFigures> children) {

    /** How it began. {@code decisionMissing} where the arrival stands for the decision. */
    public record Opening(Terms terms, Instant at, Regime regime, boolean decisionMissing) {}

    /** A shortfall in money, and in basis points of what the order was worth at the decision. */
    public record Measured(Shortfall money, BigDecimal bps) {}

    public ParentFigures {
        children = List.copyOf(children);
    }

    public Terms terms() {
        return opening.terms();
    }
}
