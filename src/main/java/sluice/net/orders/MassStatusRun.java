package sluice.net.orders;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import sluice.net.gate.Outlet;
import sluice.order.ClOrdId;
import sluice.order.OrderId;
import sluice.order.position.Balance;
import sluice.venue.Lookup;
import sluice.venue.VenueCommand.OrderMassStatusRequest;
import sluice.venue.VenueCommand.Ref;
import sluice.venue.VenueEvent;
import sluice.venue.VenueFill;
import sluice.venue.VenueOrder;
import sluice.venue.VenuePosition;
import sluice.venue.VenueReport;

/**
 * Takes one mass status: orders, then fills, then balances and positions, then fills again. Confined to its session.
 *
 * <ol>
 *   <li>A fill between the two looks at the fills starts it over, at most twice, so that orders, fills and balances
 *       belong together. An account that has neither fills nor open orders needs no second look.
 *   <li>Whatever cannot be read fails the whole: a part proves nothing. Only a lookup of one order may fail alone.
 *   <li>An order of ours that is not open is looked up by its id.
 * </ol>
 */
public final class MassStatusRun {

    private static final int ROUNDS = 3;

    private final Outlet outlet;
    private final AccountSource source;
    private final OrderMassStatusRequest command;

    private final Map<OrderId, VenueOrder> orders = new LinkedHashMap<>();
    private final Map<ClOrdId, Lookup> unfound = new HashMap<>();
    private List<VenueFill> fills = List.of();
    private List<Balance> balances = List.of();
    private List<VenuePosition> positions = List.of();
    private int round;

    public MassStatusRun(Outlet outlet, AccountSource source, OrderMassStatusRequest command) {
        this.outlet = outlet;
        this.source = source;
        this.command = command;
    }

    public void start() {
        takeOrders();
    }

    private void takeOrders() {
        round++;
        orders.clear();
        unfound.clear();
        source.openOrders(read("open orders", open -> {
            open.forEach(order -> orders.put(order.orderId(), order));
            lookUp(notOpen());
        }));
    }

    private Deque<Ref> notOpen() {
        var open = new LinkedHashSet<ClOrdId>();
        orders.values().forEach(order -> order.clOrdId().ifPresent(open::add));
        var left = new ArrayDeque<>(command.ours());
        left.removeIf(order -> open.contains(order.clOrdId()));
        return left;
    }

    private void lookUp(Deque<Ref> left) {
        if (left.isEmpty()) {
            takeFills(this::takeBalances);
            return;
        }
        var order = left.remove();
        source.look(order, lookup -> {
            if (lookup instanceof Lookup.Found found) {
                orders.put(found.order().orderId(), found.order());
            } else {
                unfound.put(order.clOrdId(), lookup);
            }
            lookUp(left);
        });
    }

    private void takeFills(Runnable then) {
        source.fills(read("trades", all -> {
            fills = List.copyOf(all);
            then.run();
        }));
    }

    private void takeBalances() {
        source.balances(read("balances", all -> {
            balances = all;
            takePositions();
        }));
    }

    private void takePositions() {
        var before = fills.size();
        source.positions(read("positions", all -> {
            positions = all;
            if (before == 0 && nothingIsOpen()) {
                report();
            } else {
                takeFills(() -> again(before));
            }
        }));
    }

    private boolean nothingIsOpen() {
        return orders.values().stream().noneMatch(order -> order.state().isCancellable());
    }

    private void again(int before) {
        if (fills.size() > before && round < ROUNDS) {
            takeOrders();
        } else {
            report();
        }
    }

    private void report() {
        var named = fills.stream().map(this::named).toList();
        var report = new VenueReport(
                List.copyOf(orders.values()), unfound, named, source.fundings(), balances, positions, source.since());
        outlet.emit(new VenueEvent.MassStatus(outlet.venue(), command.requestId(), report, outlet.stamp()));
    }

    private VenueFill named(VenueFill fill) {
        var order = Optional.ofNullable(orders.get(fill.orderId()));
        return order.map(known -> named(fill, known)).orElse(fill);
    }

    /** The fill under our own id for its order, which many venues leave out. */
    public static VenueFill named(VenueFill fill, VenueOrder order) {
        return fill.under(order.clOrdId());
    }

    private <T> AccountSource.Read<T> read(String what, Consumer<T> brought) {
        return new AccountSource.Read<>(brought, why -> fail(what, why));
    }

    private void fail(String what, String why) {
        outlet.emit(new VenueEvent.MassStatusFailed(
                outlet.venue(), command.requestId(), what + " could not be read: " + why, outlet.stamp()));
    }
}
