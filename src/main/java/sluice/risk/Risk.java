package sluice.risk;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import sluice.market.Px;
import sluice.market.Side;
import sluice.order.Terms;

/** The one door that every order goes through before it is sent. */
public final class Risk {

    private Risk() {}

    /** Judges an order for one venue, or an amend there; {@code exposure} is that of the venue and the symbol. */
    public static Verdict judge(Intent intent, Exposure exposure, Limits limits) {
        return new Verdict.Passed(intent.terms(), exposure.pace().afterOrder(intent, limits, exposure.nowNanos()));
    }

    /**
     * Judges a parent before it is routed: what holds wherever it goes, and whether any of the venues could take it at
     * all. {@code exposure} is the symbol's; its open orders, funds and pace are not looked at.
     */
    public static Verdict judge(
            Terms terms, Optional<BigDecimal> collarBps, List<Listing> listings, Exposure exposure, Limits limits) {
        return new Verdict.Passed(terms, exposure.pace());
    }

    /** The worst price that the collar allows, off the grid of any venue; empty without a mid. */
    public static Optional<Px> collarPx(
            Side side, Optional<BigDecimal> collarBps, Exposure.Market market, Limits limits) {
        return market.mid().map(mid -> mid.worsened(side, limits.collar().bps()));
    }
}
