package sluice.engine.market;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import sluice.engine.turn.Turn;
import sluice.market.Money;
import sluice.market.Px;
import sluice.market.Qty;
import sluice.market.Side;
import sluice.market.Symbol;
import sluice.market.VenueId;
import sluice.order.ExecId;
import sluice.order.Execution;
import sluice.order.Liquidity;
import sluice.order.position.Position;
import sluice.risk.exposure.Positions;
import sluice.venue.VenueEvent;

/**
 * What moves our accounts beside our open orders: others' orders and fills there, and orders of ours that are closed
 * here and open at a venue. All of it counts as exposure. Confined to the desk thread.
 */
record Beside(Turn turn) {

    private static final ExecId FOUND = new ExecId("found");
    private static final Px ONE = Px.of("1");

    /** Our positions, what others' fills on the same accounts add up to, and perpetuals held beyond all fills. */
    Collection<Position> positions() {
        var elsewhere = turn.state().accounts().elsewhere();
        var beyond = beyond();
        if (elsewhere.isEmpty() && beyond.isEmpty()) {
            return turn.orders().positions();
        }
        var all = new ArrayList<>(turn.orders().positions());
        all.addAll(elsewhere);
        all.addAll(beyond);
        return all;
    }

    /** Perpetuals that were there when the journal first saw the account, or were approved since. */
    private List<Position> beyond() {
        var beyond = new ArrayList<Position>();
        turn.state().accounts().perpetualsBeyond((place, qty) -> {
            var px = turn.venue(place.venue()).mark(place.symbol()).map(VenueEvent.Marked::markPx);
            var side = qty.signum() > 0 ? Side.BUY : Side.SELL;
            beyond.add(Position.flat(place.venue(), place.symbol())
                    .after(side, execution(place.symbol(), new Qty(qty.abs()), px.orElse(ONE))));
        });
        return beyond;
    }

    private Execution execution(Symbol symbol, Qty qty, Px px) {
        var fee = Money.zero(symbol.quote());
        return new Execution(FOUND, qty, px, fee, Liquidity.TAKER, turn.now().at());
    }

    /** With all that can fill of a symbol and is no open order of ours, as of the last report of each venue. */
    Positions over(Positions positions, Symbol symbol, List<VenueId> venues) {
        var counted = positions;
        for (var venue : turn.venues().entrySet()) {
            for (var order : venue.getValue().beside()) {
                if (order.terms().symbol().equals(symbol)) {
                    var left = order.terms().orderQty().minus(order.cumQty()).max(Qty.ZERO);
                    counted = counted.withOpen(order.terms().side(), left, venues.contains(venue.getKey()));
                }
            }
        }
        return counted;
    }
}
