package sluice.simulation.invariant;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import sluice.engine.DeskEvent;
import sluice.engine.state.State;
import sluice.journal.Entry;
import sluice.market.Place;
import sluice.market.Qty;
import sluice.market.Side;
import sluice.order.ChildId;
import sluice.order.Order;
import sluice.order.OrderEvent;
import sluice.order.position.Position;
import sluice.sim.SimFill;

/**
 * Orders, parents and positions come to what the venue's own fills do, to the last digit: quantity, money and fees; and
 * what was paid is cost or profit, with nothing between.
 */
public final class MoneyIsExact implements Invariant {

    public static final String NAME = "moneyIsExact";

    private final Verdict verdict;
    private final Map<Key, SimFill> made = new HashMap<>();
    private final Map<ChildId, Sum> children = new HashMap<>();
    private final Map<Place, Sum> places = new HashMap<>();

    private record Key(ChildId child, String execId) {}

    /** What the fills that the desk has booked come to, as their venue made them. */
    private static final class Sum {

        private Qty qty = Qty.ZERO;
        private Qty net = Qty.ZERO;
        private BigDecimal quote = BigDecimal.ZERO;
        private BigDecimal spent = BigDecimal.ZERO;
        private final Map<String, BigDecimal> fees = new HashMap<>();

        void add(Side side, SimFill fill) {
            var paid = fill.lastPx().value().multiply(fill.lastQty().value());
            qty = qty.plus(fill.lastQty());
            net = net.plus(side == Side.BUY ? fill.lastQty() : fill.lastQty().negate());
            quote = quote.add(paid);
            spent = side == Side.BUY ? spent.add(paid) : spent.subtract(paid);
            fees.merge(fill.fee().asset(), fill.fee().amount(), BigDecimal::add);
        }

        boolean isSame(Map<String, BigDecimal> others) {
            return fees.keySet().containsAll(others.keySet())
                    && fees.entrySet().stream()
                            .allMatch(each ->
                                    each.getValue().compareTo(others.getOrDefault(each.getKey(), BigDecimal.ZERO))
                                            == 0);
        }

        @Override
        public String toString() {
            return qty + " for " + quote + ", fees " + fees;
        }
    }

    public MoneyIsExact(Verdict verdict) {
        this.verdict = verdict;
    }

    @Override
    public void changed(TheirOrder order, Optional<TheirFill> theirs) {
        theirs.ifPresent(fill -> made.put(new Key(fill.child(), fill.execId()), fill.fill()));
    }

    @Override
    public void journaled(Entry entry, DeskEvent event, State state) {
        if (!(event instanceof DeskEvent.OfOrder of) || !(of.event() instanceof OrderEvent.Traded traded)) {
            return;
        }
        var fill =
                made.get(new Key(traded.childId(), traded.execution().execId().value()));
        if (fill == null) {
            return;
        }
        var order = state.orders().order(traded.childId());
        var side = order.terms().side();
        var place = new Place(order.ids().venue(), order.terms().symbol());
        children.computeIfAbsent(traded.childId(), id -> new Sum()).add(side, fill);
        places.computeIfAbsent(place, first -> new Sum()).add(side, fill);
        look(order, Objects.requireNonNull(children.get(traded.childId())));
        state.orders().positions().stream()
                .filter(position -> place.equals(new Place(position.venue(), position.symbol())))
                .forEach(position -> look(position, Objects.requireNonNull(places.get(place))));
    }

    private void look(Order order, Sum sum) {
        var fills = order.fills();
        var fees = new HashMap<String, BigDecimal>();
        fills.executions()
                .forEach(one -> fees.merge(one.fee().asset(), one.fee().amount(), BigDecimal::add));
        if (!fills.listedQty().equals(sum.qty) || fills.listedQuote().compareTo(sum.quote) != 0 || !sum.isSame(fees)) {
            verdict.broken(NAME, order + " comes to " + fills.listedQuote() + ", its venue made " + sum);
        }
    }

    /** Paid less received is what is held at cost, less the profit. */
    private void look(Position position, Sum sum) {
        var cost = position.netQty().value().signum() < 0 ? position.cost().negate() : position.cost();
        var residual = sum.spent.subtract(cost).add(position.realised());
        if (residual.signum() != 0 || !position.netQty().equals(sum.net) || !sum.isSame(position.fees())) {
            verdict.broken(NAME, position + " is off by " + residual + " of " + sum.net + ": " + sum);
        }
    }

    @Override
    public void atRest(Rest rest) {
        for (var parent : rest.view().orders().parents()) {
            var qty = Qty.ZERO;
            for (var child : parent.children()) {
                qty = qty.plus(Optional.ofNullable(children.get(child.ids().childId()))
                        .map(sum -> sum.qty)
                        .orElse(Qty.ZERO));
            }
            if (!qty.equals(parent.cumQty())) {
                verdict.broken(NAME, parent + " filled " + parent.cumQty() + ", its venues made " + qty);
            }
        }
    }
}
