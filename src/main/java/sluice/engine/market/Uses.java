package sluice.engine.market;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import sluice.engine.state.Orders;
import sluice.engine.view.RiskView.Use;
import sluice.market.Symbol;
import sluice.market.VenueId;
import sluice.risk.exposure.Positions;
import sluice.risk.exposure.Working;
import sluice.risk.limits.Limits;

/** How much of each limit is used now, the worst case counted. */
public final class Uses {

    private Uses() {}

    public static List<Use> of(Orders orders, Limits limits) {
        var uses = new ArrayList<Use>();
        var symbols = new TreeSet<Symbol>();
        var venues = new TreeSet<VenueId>();
        orders.positions().forEach(position -> symbols.add(position.symbol()));
        orders.open().forEach(order -> {
            symbols.add(order.terms().symbol());
            venues.add(order.ids().venue());
        });
        for (var symbol : symbols) {
            var worst = Positions.of(List.of(), symbol, orders.positions(), orders.open())
                    .worst();
            var max = limits.position().maxQty().toPlainString();
            uses.add(new Use("position.max-qty", symbol.name(), worst.plain(), max));
        }
        for (var venue : venues) {
            var open = Working.of(venue, Symbol.spot("", ""), orders.open()).atVenue();
            var max = Long.toString(limits.open().perVenue());
            uses.add(new Use("open.per-venue", venue.name(), Integer.toString(open), max));
        }
        return uses;
    }
}
