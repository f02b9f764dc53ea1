package sluice.simulation.invariant;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import sluice.engine.DeskEvent;
import sluice.engine.state.State;
import sluice.journal.Entry;
import sluice.market.Qty;
import sluice.market.Side;
import sluice.market.Symbol;
import sluice.order.ChildId;
import sluice.order.Order;
import sluice.order.OrderEvent;
import sluice.order.Request;
import sluice.risk.exposure.Positions;

/**
 * What the desk counts as the worst that a symbol's position can come to is never less than what its venues could make
 * of it, and no order or amend is decided on that could take that beyond the limit.
 */
public final class ExposureCountsTheWorstCase implements Invariant {

    public static final String NAME = "exposureCountsTheWorstCase";

    /** How often what is added up here bit by bit is held against the desk's own sum over everything. */
    private static final int COMPARE_EVERY = 64;

    private final Verdict verdict;
    private final BigDecimal most;
    private final Map<Symbol, Sums<String>> there = new HashMap<>();
    private final Map<Symbol, Sums<ChildId>> here = new HashMap<>();
    private Optional<State> folded = Optional.empty();
    private int looks;

    /** What one side's view of a symbol comes to: what is held, and what each open order can still add. */
    private static final class Sums<K> {

        private final Map<K, Leaves> open = new HashMap<>();
        private Qty net = Qty.ZERO;
        private Qty buys = Qty.ZERO;
        private Qty sells = Qty.ZERO;

        private record Leaves(Side side, Qty qty) {}

        void put(K order, Side side, Qty qty) {
            remove(order);
            open.put(order, new Leaves(side, qty));
            add(side, qty);
        }

        void remove(K order) {
            Optional.ofNullable(open.remove(order))
                    .ifPresent(gone -> add(gone.side(), gone.qty().negate()));
        }

        private void add(Side side, Qty qty) {
            if (side == Side.BUY) {
                buys = buys.plus(qty);
            } else {
                sells = sells.plus(qty);
            }
        }

        Qty worst(Side side) {
            return side == Side.BUY ? net.plus(buys) : sells.minus(net);
        }

        @Override
        public String toString() {
            return net + " " + open;
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
        var sums = there.computeIfAbsent(symbol, first -> new Sums<>());
        var order = theirs.order();
        fill.map(made -> made.fill().lastQty())
                .ifPresent(qty -> sums.net = sums.net.plus(order.side() == Side.BUY ? qty : qty.negate()));
        if (theirs.isOpen()) {
            sums.put(theirs.orderId(), order.side(), order.leavesQty());
        } else {
            sums.remove(theirs.orderId());
        }
        folded.ifPresent(state -> look(symbol, state));
    }

    @Override
    public void journaled(Entry entry, DeskEvent event, State state) {
        folded = Optional.of(state);
        if (event instanceof DeskEvent.OfOrder of) {
            var order = state.orders().order(of.event().childId());
            var symbol = order.terms().symbol();
            count(order, state);
            look(symbol, state);
            if (adds(of.event()) && !order.terms().reduceOnly()) {
                bound(symbol, order.terms().side(), of.event());
            }
        }
    }

    private void count(Order order, State state) {
        var symbol = order.terms().symbol();
        var sums = here.computeIfAbsent(symbol, first -> new Sums<>());
        if (order.isOpen()) {
            sums.put(order.ids().childId(), order.terms().side(), order.worstLeavesQty());
        } else {
            sums.remove(order.ids().childId());
        }
        var net = Qty.ZERO;
        for (var position : state.orders().positions()) {
            net = position.symbol().equals(symbol) ? net.plus(position.netQty()) : net;
        }
        sums.net = net;
        if (++looks % COMPARE_EVERY == 0) {
            compare(symbol, sums, state);
        }
    }

    private void compare(Symbol symbol, Sums<ChildId> sums, State state) {
        var orders = state.orders();
        var counted = Positions.of(List.of(), symbol, List.copyOf(orders.positions()), List.copyOf(orders.open()));
        for (var side : Side.values()) {
            if (!counted.worst(side).equals(sums.worst(side))) {
                verdict.broken(NAME, symbol + " is counted as " + counted + ", and is " + sums);
            }
        }
    }

    private static boolean adds(OrderEvent event) {
        return event instanceof OrderEvent.Created
                || event instanceof OrderEvent.Requested requested && requested.request() instanceof Request.Replace;
    }

    private void look(Symbol symbol, State state) {
        var theirs = there.get(symbol);
        var ours = here.get(symbol);
        if (theirs == null) {
            return;
        }
        for (var side : Side.values()) {
            var counted = ours == null ? Qty.ZERO : ours.worst(side);
            if (counted.compareTo(theirs.worst(side)) < 0) {
                verdict.broken(
                        NAME,
                        "%s could come to %s %s, the desk counts %s; there: %s; here: %s"
                                .formatted(symbol, side, theirs.worst(side), counted, theirs, shown(state)));
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

    private void bound(Symbol symbol, Side side, OrderEvent event) {
        var worst = Objects.requireNonNull(here.get(symbol)).worst(side);
        if (worst.value().compareTo(most) > 0) {
            verdict.broken(NAME, event + " takes " + symbol + " to " + worst + ", and " + most + " are allowed");
        }
    }
}
