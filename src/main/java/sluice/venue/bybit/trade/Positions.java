package sluice.venue.bybit.trade;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import sluice.market.Qty;
import sluice.market.Symbol;
import sluice.net.gate.Outlet;
import sluice.venue.VenueEvent;
import sluice.venue.VenuePosition;
import sluice.venue.bybit.trade.reply.PositionRow;

/**
 * The account's perpetual positions as the venue last showed them, told when they change.
 *
 * <p>Position stream: it is pushed "whenever you create/amend/cancel an order", changed or not, and {@code seq} orders
 * the pushes. A symbol in hedge mode has two positions at a time, which an order would have to choose between; its net
 * is told, and no order is taken for it. Confined to its session.
 */
final class Positions {

    private final Outlet outlet;
    private final Map<Symbol, TreeMap<Integer, PositionRow>> rows = new HashMap<>();
    private final Map<Symbol, VenuePosition> told = new HashMap<>();

    Positions(Outlet outlet) {
        this.outlet = outlet;
    }

    void take(List<PositionRow> news) {
        var touched = new LinkedHashSet<Symbol>();
        for (var row : news) {
            var symbol = row.position().symbol();
            var known = rows.computeIfAbsent(symbol, any -> new TreeMap<>());
            if (!isOlder(row, known)) {
                known.keySet().removeIf(index -> (index == 0) == row.isHedged());
                known.put(row.index(), row);
                touched.add(symbol);
            }
        }
        var changed = new ArrayList<VenuePosition>();
        for (var symbol : touched) {
            var net = net(symbol, rows.getOrDefault(symbol, new TreeMap<>()).values());
            if (!net.equals(told.put(symbol, net))) {
                changed.add(net);
            }
        }
        if (!changed.isEmpty()) {
            outlet.emit(new VenueEvent.PositionsChanged(outlet.venue(), changed, outlet.stamp()));
        }
    }

    private static boolean isOlder(PositionRow row, Map<Integer, PositionRow> known) {
        return Optional.ofNullable(known.get(row.index()))
                .filter(last -> row.sequence() >= 0 && row.sequence() < last.sequence())
                .isPresent();
    }

    /** One position a symbol, those that are flat left out. */
    static List<VenuePosition> net(List<PositionRow> all) {
        var bySymbol = new TreeMap<Symbol, List<PositionRow>>();
        all.forEach(row -> bySymbol.computeIfAbsent(row.position().symbol(), any -> new ArrayList<>())
                .add(row));
        return bySymbol.entrySet().stream()
                .map(entry -> net(entry.getKey(), entry.getValue()))
                .filter(position -> !position.netQty().isZero())
                .toList();
    }

    /** Of two positions of one symbol only the difference is one position, and no price is its average. */
    private static VenuePosition net(Symbol symbol, Collection<PositionRow> all) {
        var open = all.stream()
                .map(PositionRow::position)
                .filter(position -> !position.netQty().isZero())
                .toList();
        var any = all.iterator().next().position();
        if (open.size() <= 1) {
            return open.isEmpty() ? any : open.get(0);
        }
        var qty = open.stream().map(VenuePosition::netQty).reduce(Qty.ZERO, Qty::plus);
        return new VenuePosition(symbol, qty, Optional.empty(), any.markPx(), Optional.empty(), any.leverage());
    }

    /** Why a symbol may not be traded; empty when it may. */
    Optional<String> obstacle(Symbol symbol) {
        var isHedged = Optional.ofNullable(rows.get(symbol))
                .filter(known -> known.values().stream().anyMatch(PositionRow::isHedged))
                .isPresent();
        return isHedged
                ? Optional.of(symbol + " is in hedge mode at " + outlet.venue()
                        + ", where an order must say which of two positions it is for; set it to one-way mode there")
                : Optional.empty();
    }
}
