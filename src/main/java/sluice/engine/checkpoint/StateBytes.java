package sluice.engine.checkpoint;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import sluice.engine.Scope;
import sluice.engine.state.Numbered;
import sluice.engine.state.Orders;
import sluice.engine.state.Picture;
import sluice.engine.view.AlertView;
import sluice.engine.view.FillView;
import sluice.market.Symbol;
import sluice.market.VenueId;
import sluice.order.ChildId;
import sluice.order.ClOrdId;
import sluice.order.Order;
import sluice.order.OrderId;
import sluice.order.parent.ParentOrder;
import sluice.risk.exposure.TradingState;
import sluice.risk.exposure.TradingStates;

/** A whole state as bytes and back. */
public final class StateBytes {

    /** Names this form and the fold it is of; another version of either does not read it. */
    public static final String FOLD = "state-2";

    private StateBytes() {}

    public static byte[] write(Picture picture) {
        var out = new Bytes();
        out.number(picture.seq()).text(picture.instanceTag());
        parents(out, picture.orders());
        fills(out, picture.orders());
        out.all(
                picture.orders().others(),
                other -> out.number(other.childId().number())
                        .text(other.clOrdId())
                        .text(other.orderId()));
        halts(out, picture.halts());
        out.all(
                picture.alerts(),
                alert -> out.number(alert.id())
                        .text(alert.kind())
                        .text(alert.text())
                        .stamp(alert.at()));
        return out.done();
    }

    public static Picture read(byte[] bytes) {
        var in = new Bytes.Reader(bytes);
        var seq = in.number();
        var tag = in.text();
        var traces = new ArrayList<Orders.Trace>();
        var parents = parents(in, traces);
        var fills = fills(in, parents);
        var others = Values.list(in, () -> {
            var child = new ChildId(in.number());
            var clOrdId = in.text();
            return new Picture.OtherName(child, clOrdId, in.text());
        });
        var halts = halts(in);
        var alerts = Values.list(in, () -> {
            var id = in.number();
            var kind = in.text();
            var text = in.text();
            return new AlertView(id, kind, text, in.stamp());
        });
        return new Picture(seq, tag, new Picture.Ledger(parents, fills, traces, others), halts, alerts);
    }

    private static void parents(Bytes out, Picture.Ledger ledger) {
        var traces = ledger.traces().iterator();
        out.all(ledger.parents(), parent -> {
            ParentBytes.write(out, parent.parent());
            out.all(parent.children(), child -> {
                OrderBytes.write(out, child);
                var trace = traces.next();
                out.stamp(trace.last()).bool(trace.sent());
            });
        });
    }

    private static List<ParentOrder> parents(Bytes.Reader in, List<Orders.Trace> traces) {
        return Values.list(in, () -> {
            var parent = ParentBytes.read(in);
            var children = Values.list(in, () -> {
                var child = OrderBytes.read(in);
                var last = in.stamp();
                traces.add(new Orders.Trace(last, in.bool()));
                return child;
            });
            return new ParentOrder(parent, children);
        });
    }

    /**
     * Each fill is an execution of an order that is there already: its child, and which one of the child's; and the ids
     * the order went by then, where an amend gave it others.
     */
    private static void fills(Bytes out, Picture.Ledger ledger) {
        var orders = byId(ledger.parents());
        var seen = new HashMap<ChildId, Integer>();
        out.all(ledger.fills(), fill -> {
            var child = fill.ids().childId();
            out.number(child.number()).number(seen.merge(child, 1, Integer::sum) - 1);
            var order = orders.get(child.number()).orElseThrow();
            var isFormer = !fill.ids().equals(order.ids()) || !fill.orderId().equals(order.orderId());
            out.bool(isFormer);
            if (isFormer) {
                out.text(fill.ids().clOrdId().value())
                        .text(fill.orderId().map(OrderId::value).orElse(""));
            }
        });
    }

    private static Numbered<Order> byId(List<ParentOrder> parents) {
        var orders = new Numbered<Order>();
        parents.forEach(parent -> parent.children()
                .forEach(child -> orders.put(child.ids().childId().number(), child)));
        return orders;
    }

    private static List<FillView> fills(Bytes.Reader in, List<ParentOrder> parents) {
        var orders = byId(parents);
        return Values.list(in, () -> {
            var order = orders.get(in.number()).orElseThrow();
            var execution = order.fills().executions().get(in.count());
            var terms = order.terms();
            var isFormer = in.bool();
            var ids = isFormer ? formerly(order.ids(), new ClOrdId(in.text())) : order.ids();
            var orderId = isFormer ? orderId(in.text()) : order.orderId();
            return new FillView(ids, orderId, terms.symbol(), terms.side(), execution);
        });
    }

    private static Order.Ids formerly(Order.Ids ids, ClOrdId clOrdId) {
        return new Order.Ids(ids.childId(), ids.parentId(), clOrdId, ids.venue());
    }

    private static Optional<OrderId> orderId(String text) {
        return text.isEmpty() ? Optional.empty() : Optional.of(new OrderId(text));
    }

    private static void halts(Bytes out, Picture.Halts halts) {
        var states = halts.states();
        out.choice(states.global());
        out.all(
                states.venues().entrySet(),
                entry -> out.text(entry.getKey().name()).choice(entry.getValue()));
        out.all(
                states.symbols().entrySet(),
                entry -> out.text(entry.getKey().name()).choice(entry.getValue()));
        out.all(
                halts.reasons().entrySet(),
                entry -> out.text(entry.getKey().toString()).text(entry.getValue()));
    }

    private static Picture.Halts halts(Bytes.Reader in) {
        var global = TradingState.valueOf(in.text());
        var venues = new TreeMap<VenueId, TradingState>();
        pairs(in).forEach(pair -> venues.put(new VenueId(pair[0]), TradingState.valueOf(pair[1])));
        var symbols = new TreeMap<Symbol, TradingState>();
        pairs(in).forEach(pair -> symbols.put(Symbol.of(pair[0]), TradingState.valueOf(pair[1])));
        var reasons = new HashMap<Scope, String>();
        pairs(in).forEach(pair -> reasons.put(Scope.parse(pair[0]), pair[1]));
        return new Picture.Halts(new TradingStates(global, venues, symbols), reasons);
    }

    private static List<String[]> pairs(Bytes.Reader in) {
        var size = in.count();
        var pairs = new ArrayList<String[]>(size);
        for (int i = 0; i < size; i++) {
            pairs.add(new String[] {in.text(), in.text()});
        }
        return pairs;
    }
}
