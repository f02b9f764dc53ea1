package sluice.venue.paper;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import sluice.market.Instrument;
import sluice.market.Px;
import sluice.market.Qty;
import sluice.market.book.Level;
import sluice.order.Closure;
import sluice.order.Reason;
import sluice.order.Terms;

/** Whether a venue would take an order: its grid, its bounds, and what the account can pay for. Immutable. */
record Entry(Instrument instrument, List<Level> against) {

    /** What the venue would say no with; empty when it takes the order. */
    Optional<Closure> flaw(Terms terms) {
        if (instrument.status() != Instrument.Status.TRADING) {
            return no(Reason.MARKET_CLOSED, terms.symbol() + " is " + instrument.status());
        }
        var grid = instrument.grid();
        var bounds = instrument.bounds();
        if (terms.px().filter(px -> !px.isPositive() || !px.isOn(grid.tick())).isPresent()) {
            return no(
                    Reason.FILTER, "the price is off the tick of " + grid.tick().toPlainString());
        }
        if (!terms.orderQty().isPositive() || !terms.orderQty().isOn(grid.lot())) {
            return no(
                    Reason.FILTER,
                    "the quantity is off the lot of " + grid.lot().toPlainString());
        }
        if (isOutside(
                terms.orderQty().value(),
                bounds.minQty().value(),
                bounds.maxQty().value())) {
            return no(Reason.FILTER, "the quantity is outside " + bounds.minQty() + " to " + bounds.maxQty());
        }
        var notional = px(terms).value().multiply(terms.orderQty().value());
        if (isOutside(notional, bounds.minNotional(), bounds.maxNotional())) {
            return no(Reason.FILTER, "the notional is outside the venue's bounds");
        }
        return terms.postOnly() && isMarketable(terms)
                ? no(Reason.WOULD_TAKE, "the order would take at once")
                : Optional.empty();
    }

    private static boolean isOutside(BigDecimal value, BigDecimal least, BigDecimal most) {
        return value.compareTo(least) < 0 || most.signum() > 0 && value.compareTo(most) > 0;
    }

    private static Optional<Closure> no(Reason reason, String text) {
        return Optional.of(new Closure(reason, text));
    }

    /** The limit, or for an order without one the price of the last level that it needs. */
    Px px(Terms terms) {
        return terms.px().orElseGet(() -> {
            var left = terms.orderQty();
            var last = new Px(BigDecimal.ZERO);
            for (var level : against) {
                last = level.px();
                left = left.minus(level.qty());
                if (!left.isPositive()) {
                    break;
                }
            }
            return last;
        });
    }

    /** The levels inside the limit, best first. */
    List<Level> reach(Terms terms) {
        return against.stream().filter(level -> isInside(terms, level.px())).toList();
    }

    private static boolean isInside(Terms terms, Px px) {
        return terms.px()
                .map(limit -> px.compareTo(limit) * terms.side().sign() <= 0)
                .orElse(true);
    }

    boolean isMarketable(Terms terms) {
        return !reach(terms).isEmpty();
    }

    /** How much of the order trades at once. */
    Qty atOnce(Terms terms) {
        return reach(terms).stream().map(Level::qty).reduce(Qty.ZERO, Qty::plus).min(terms.orderQty());
    }
}
