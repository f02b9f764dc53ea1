package sluice.venue.binance.trade;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import sluice.market.Symbol;
import sluice.net.gate.Answer;
import sluice.net.gate.Ask;
import sluice.net.gate.Gate;
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
import sluice.venue.VenueReport;
import sluice.venue.binance.trade.reply.AccountObjects;

/**
 * Takes one mass status: orders, then fills, then balances, then fills again.
 *
 * <ol>
 *   <li>A fill between the two looks at the fills starts it over, at most twice, so that orders, fills and balances
 *       belong together. An account that has neither fills nor open orders needs no second look.
 *   <li>Whatever cannot be read fails the whole: a part proves nothing. Only a lookup of one order may fail alone.
 *   <li>An order of ours that is not open is looked up by its id.
 * </ol>
 */
final class MassStatusRun {

    private static final int ROUNDS = 3;
    private static final Duration FURTHEST_BACK = Duration.ofDays(30);

    private final Outlet outlet;
    private final Gate gate;
    private final Wire wire;
    private final Lookups lookups;
    private final OrderMassStatusRequest command;
    private final Instant since;
    private final Map<Symbol, TradeHistory> histories = new LinkedHashMap<>();

    private final Map<OrderId, VenueOrder> orders = new LinkedHashMap<>();
    private final Map<ClOrdId, Lookup> unfound = new HashMap<>();
    private List<Balance> balances = List.of();
    private int round;

    MassStatusRun(Outlet outlet, Gate gate, Wire wire, Lookups lookups, OrderMassStatusRequest command) {
        this.outlet = outlet;
        this.gate = gate;
        this.wire = wire;
        this.lookups = lookups;
        this.command = command;
        var furthest = gate.venueNow().minus(FURTHEST_BACK);
        this.since = command.since().isBefore(furthest) ? furthest : command.since();
    }

    void start(Collection<Symbol> configured) {
        Set<Symbol> symbols = new LinkedHashSet<>(configured);
        command.ours().forEach(order -> symbols.add(order.symbol()));
        symbols.forEach(symbol -> histories.put(symbol, new TradeHistory(gate, wire, symbol, since)));
        takeOrders();
    }

    private void takeOrders() {
        round++;
        orders.clear();
        unfound.clear();
        var ask = Ask.read(80, at -> wire.reads().openOrders(Optional.empty(), at));
        ask("open orders", ask, done -> {
            wire.objects().orders(done.body()).forEach(order -> orders.put(order.orderId(), order));
            lookUp(notOpen());
        });
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
        lookups.look(order, lookup -> {
            if (lookup instanceof Lookup.Found found) {
                orders.put(found.order().orderId(), found.order());
            } else {
                unfound.put(order.clOrdId(), lookup);
            }
            lookUp(left);
        });
    }

    private void takeFills(Runnable then) {
        take(new ArrayDeque<>(histories.values()), then);
    }

    private void take(Deque<TradeHistory> left, Runnable then) {
        if (left.isEmpty()) {
            then.run();
            return;
        }
        left.remove().fetch(answer -> {
            if (answer instanceof Answer.Done) {
                take(left, then);
            } else {
                fail("trades", answer);
            }
        });
    }

    private void takeBalances() {
        var before = fills();
        ask("balances", Ask.read(20, at -> wire.reads().account(at)), done -> {
            balances = AccountObjects.balances(done.body());
            if (before == 0 && nothingIsOpen()) {
                report();
            } else {
                takeFills(() -> again(before));
            }
        });
    }

    private boolean nothingIsOpen() {
        return orders.values().stream().noneMatch(order -> order.state().isCancellable());
    }

    private void again(int before) {
        if (fills() > before && round < ROUNDS) {
            takeOrders();
        } else {
            report();
        }
    }

    private int fills() {
        return histories.values().stream()
                .mapToInt(history -> history.fills().size())
                .sum();
    }

    private void report() {
        var fills = new ArrayList<VenueFill>();
        histories.values().forEach(history -> history.fills().forEach(fill -> fills.add(named(fill))));
        var report = new VenueReport(List.copyOf(orders.values()), unfound, fills, balances, List.of(), since);
        outlet.emit(new VenueEvent.MassStatus(outlet.venue(), command.requestId(), report, outlet.stamp()));
    }

    private VenueFill named(VenueFill fill) {
        return Optional.ofNullable(orders.get(fill.orderId()))
                .map(order -> Lookups.named(fill, order))
                .orElse(fill);
    }

    private void ask(String what, Ask ask, Consumer<Answer.Done> then) {
        gate.soon(ask, answer -> {
            if (answer instanceof Answer.Done done) {
                then.accept(done);
            } else {
                fail(what, answer);
            }
        });
    }

    private void fail(String what, Answer answer) {
        outlet.emit(new VenueEvent.MassStatusFailed(
                outlet.venue(), command.requestId(), what + " could not be read: " + answer.why(), outlet.stamp()));
    }
}
