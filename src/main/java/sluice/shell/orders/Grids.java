package sluice.shell.orders;

import java.util.List;
import sluice.market.Instrument;
import sluice.market.Px;
import sluice.market.Qty;
import sluice.market.Side;
import sluice.market.VenueId;
import sluice.order.Terms;
import sluice.report.Failure;
import sluice.shell.UnusableInputException;

/** Whether any venue could take a quantity and a price as they are; for looking at a script before it runs. */
final class Grids {

    private Grids() {}

    static void check(List<Instrument> listings, List<VenueId> on, Terms terms) {
        var possible = listings.stream()
                .filter(listing -> on.isEmpty() || on.contains(listing.venue()))
                .toList();
        if (possible.isEmpty()) {
            return;
        }
        var qty = terms.orderQty();
        if (possible.stream().noneMatch(listing -> qty.isOn(listing.grid().lot()))) {
            throw off("LOT", "quantity " + qty, nearest(qty, possible.get(0)));
        }
        terms.px().ifPresent(px -> checkPrice(px, possible));
    }

    private static void checkPrice(Px px, List<Instrument> possible) {
        if (possible.stream().noneMatch(listing -> px.isOn(listing.grid().tick()))) {
            var tick = possible.get(0).grid().tick();
            throw off("TICK", "price " + px, px.onGrid(tick, Side.BUY) + " and " + px.onGrid(tick, Side.SELL));
        }
    }

    private static String nearest(Qty qty, Instrument listing) {
        var lot = listing.grid().lot();
        return qty.floor(lot) + " and " + qty.ceiling(lot);
    }

    private static UnusableInputException off(String what, String value, String nearest) {
        return new UnusableInputException(
                Failure.of("OFF_" + what, value + " is off every venue's grid; the nearest are " + nearest));
    }
}
