package sluice.engine.judging;

import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Optional;
import sluice.engine.DeskEvent;
import sluice.market.Stamp;
import sluice.market.Symbol;
import sluice.order.ParentId;
import sluice.routing.RoutePlan;

/** A plan as it is journaled: what each venue gets and why, and what was left out. */
public final class RoutedPlan {

    private RoutedPlan() {}

    public static DeskEvent.Routed of(ParentId parent, RoutePlan plan, Symbol symbol, Stamp at) {
        var legs = plan.legs().stream().map(leg -> leg(leg, symbol)).toList();
        var leftOut = new ArrayList<String>();
        plan.leftOut().forEach(left -> leftOut.add(left.place().named(symbol) + ": " + left.reason()));
        plan.rest().ifPresent(rest -> leftOut.add(rest.qty() + " goes nowhere now: " + rest.text()));
        return new DeskEvent.Routed(parent, legs, leftOut, at);
    }

    private static DeskEvent.Leg leg(RoutePlan.Leg leg, Symbol symbol) {
        var other = Optional.of(leg.symbol()).filter(own -> !own.equals(symbol));
        return new DeskEvent.Leg(
                leg.venue(), other, leg.qty(), leg.limitPx(), leg.take().effectivePx(), leg.effectiveBps(), why(leg));
    }

    private static String why(RoutePlan.Leg leg) {
        var why = new StringBuilder();
        for (var term : leg.terms()) {
            why.append(why.length() == 0 ? "" : " + ")
                    .append(term.name())
                    .append(' ')
                    .append(term.bps().setScale(2, RoundingMode.HALF_EVEN).toPlainString());
        }
        var fee = leg.take().fee();
        var amount = fee.amount().setScale(8, RoundingMode.HALF_EVEN).stripTrailingZeros();
        return why.append(" bps; fee ")
                .append(amount.toPlainString())
                .append(' ')
                .append(fee.asset())
                .append("; ")
                .append(leg.take().depth())
                .append(" stand inside the limit")
                .toString();
    }
}
