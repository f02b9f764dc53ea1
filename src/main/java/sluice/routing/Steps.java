package sluice.routing;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import sluice.market.Px;
import sluice.market.Qty;
import sluice.market.Side;

/** The levels of a candidate that lie inside the limit, each with what a unit of it costs all in. Immutable. */
record Steps(List<Step> all, Px limitPx) {

    private static final int DIGITS = 16;

    /**
     * A level.
     *
     * @param px in the venue's own quote
     * @param effective what a unit costs in the request's quote, counted so that less is better on either side
     * @param terms what it costs beside price and fee
     */
    record Step(Px px, Qty qty, BigDecimal effective, List<CostTerm> terms) {}

    Steps {
        all = List.copyOf(all);
    }

    static Steps of(Candidate candidate, RouteRequest request) {
        var side = request.terms().side();
        var limit = limit(candidate, request);
        var steps = new ArrayList<Step>();
        var levels = candidate
                .book()
                .ladder()
                .map(book -> side == Side.BUY ? book.asks() : book.bids())
                .orElse(List.of());
        for (var level : levels) {
            if (level.px().compareTo(limit) * side.sign() <= 0) {
                var terms = candidate.expected().at(steps.size());
                steps.add(new Step(level.px(), level.qty(), effective(level.px(), terms, candidate, request), terms));
            }
        }
        return new Steps(steps, limit.onGrid(candidate.instrument().grid().tick(), side));
    }

    /** In the venue's own quote, never a worse price than was asked for. */
    private static Px limit(Candidate candidate, RouteRequest request) {
        if (!candidate.book().isConverted()) {
            return request.limit();
        }
        var rounding = request.terms().side() == Side.BUY ? RoundingMode.FLOOR : RoundingMode.CEILING;
        return new Px(request.limit().value().divide(candidate.book().conversion(), new MathContext(DIGITS, rounding)));
    }

    private static BigDecimal effective(Px px, List<CostTerm> terms, Candidate candidate, RouteRequest request) {
        var sign = BigDecimal.valueOf(request.terms().side().sign());
        var money = px.value()
                .multiply(sign.add(candidate.fees().taker()))
                .multiply(candidate.book().conversion());
        return money.add(CostTerm.sum(terms)
                .movePointLeft(4)
                .multiply(request.benchmark().value()));
    }

    Qty depth() {
        return all.stream().map(Step::qty).reduce(Qty.ZERO, Qty::plus);
    }

    boolean isConvex() {
        for (int i = 1; i < all.size(); i++) {
            if (all.get(i).effective().compareTo(all.get(i - 1).effective()) < 0) {
                return false;
            }
        }
        return true;
    }
}
