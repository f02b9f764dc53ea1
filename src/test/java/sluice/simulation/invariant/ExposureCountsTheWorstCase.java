package sluice.simulation.invariant;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import sluice.engine.DeskEvent;
import sluice.engine.state.State;
import sluice.journal.Entry;
import sluice.market.Qty;
import sluice.market.Side;
import sluice.market.Symbol;
import sluice.order.OrderEvent;
import sluice.order.Request;
import sluice.risk.exposure.Positions;
import sluice.sim.SimOrder;

/**
 * What the desk counts as the worst that a symbol's position can come to is never less than what its venues could make
 * of it, and no order or amend is decided on that could take that beyond the limit.
 */
public final class ExposureCountsTheWorstCase implements Invariant {

    public static final String NAME = "exposureCountsTheWorstCase";

    private final Verdict verdict;
    private final BigDecimal most;
    private final Map<Symbol, Held> held = new HashMap<>();
    private Optional<State> folded = Optional.empty();

    /** What the venues have of ours in one symbol. */
    private static final class Held {

        private Qty net = Qty.ZERO;
        private final Map<String, SimOrder> open = new HashMap<>();

        @Override
        public String toString() {
            return net + " "
                    + open.values().stream()
                            .map(order -> order.clientId() + " " + order.side() + " " + order.leavesQty())
                            .toList();
        }

        Qty worst(Side side) {
            var signed = side == Side.BUY ? net : net.negate();
            return open.values().stream()
                    .filter(order -> order.side() == side)
                    .map(SimOrder::leavesQty)
                    .reduce(signed, Qty::plus);
        }
    }

    /** @param most the largest position of a symbol, in base units, that the desk was told to allow */
    public ExposureCountsTheWorstCase(Verdict verdict, BigDecimal most) {
        this.verdict = verdict;
        this.most = most;
    }

    @Override
    public void changed(TheirOrder theirs, Optional<TheirFill> fill) {
        var symbol = theirs.symbol();
        var there = held.computeIfAbsent(symbol, first -> new Held());
        var order = theirs.order();
        fill.map(made -> made.fill().lastQty())
                .ifPresent(qty -> there.net = there.net.plus(order.side() == Side.BUY ? qty : qty.negate()));
        if (theirs.isOpen()) {
            there.open.put(theirs.orderId(), order);
        } else {
            there.open.remove(theirs.orderId());
        }
        folded.ifPresent(state -> look(symbol, there, state));
    }

    @Override
    public void journaled(Entry entry, DeskEvent event, State state) {
        folded = Optional.of(state);
        if (event instanceof DeskEvent.OfOrder of) {
            var order = state.orders().order(of.event().childId());
            var symbol = order.terms().symbol();
            Optional.ofNullable(held.get(symbol)).ifPresent(there -> look(symbol, there, state));
            if (adds(of.event()) && !order.terms().reduceOnly()) {
                bound(symbol, order.terms().side(), state, of.event());
            }
        }
    }

    private static boolean adds(OrderEvent event) {
        return event instanceof OrderEvent.Created
                || event instanceof OrderEvent.Requested requested && requested.request() instanceof Request.Replace;
    }

    private void look(Symbol symbol, Held there, State state) {
        var counted = counted(symbol, state);
        for (var side : Side.values()) {
            var worst = there.worst(side);
            if (counted.worst(side).compareTo(worst) < 0) {
                verdict.broken(
                        NAME,
                        "%s could come to %s %s, the desk counts %s; there: %s; here: %s"
                                .formatted(symbol, side, worst, counted.worst(side), there, shown(state)));
            }
        }
    }

    private static List<String> shown(State state) {
        var shown = new ArrayList<String>();
        state.orders().positions().forEach(position -> shown.add(position.venue() + " " + position.netQty()));
        state.orders()
                .open()
                .forEach(order ->
                        shown.add(order.ids().clOrdId() + " " + order.terms().side() + " " + order.worstLeavesQty()));
        return shown;
    }

    private void bound(Symbol symbol, Side side, State state, OrderEvent event) {
        var worst = counted(symbol, state).worst(side);
        if (worst.value().compareTo(most) > 0) {
            verdict.broken(NAME, event + " takes " + symbol + " to " + worst + ", and " + most + " are allowed");
        }
    }

    private static Positions counted(Symbol symbol, State state) {
        var orders = state.orders();
        return Positions.of(List.of(), symbol, List.copyOf(orders.positions()), List.copyOf(orders.open()));
    }
}
