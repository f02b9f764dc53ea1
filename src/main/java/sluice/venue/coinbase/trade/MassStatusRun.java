package sluice.venue.coinbase.trade;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
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
import sluice.venue.coinbase.trade.reply.AccountObjects;

/**
 * Takes one mass status: orders, then fills, then balances, then fills again.
 *
 * <ol>
 *   <li>A fill between the two looks at the fills starts it over, at most twice, so that orders, fills and balances
 *       belong together. An account that has neither fills nor open orders needs no second look.
 *   <li>Whatever cannot be read fails the whole: a part proves nothing. Only a lookup of one order may fail alone.
 *   <li>List orders: OPEN leaves out orders that are about to be open, changed or cancelled, so these are asked for
 *       too.
 *   <li>An order of ours that is not open is looked up on its own.
 * </ol>
 */
final class MassStatusRun {

    private static final int ROUNDS = 3;
    private static final Duration FURTHEST_BACK = Duration.ofDays(30);
    private static final List<List<String>> WORKING =
            List.of(List.of("OPEN"), List.of("PENDING", "QUEUED", "CANCEL_QUEUED", "EDIT_QUEUED"));

    private final Parts parts;
    private final OrderMassStatusRequest command;
    private final Instant since;
    private final Map<OrderId, VenueOrder> orders = new LinkedHashMap<>();
    private final Map<ClOrdId, Lookup> unfound = new HashMap<>();
    private List<VenueFill> fills = List.of();
    private List<Balance> balances = List.of();
    private int round;

    MassStatusRun(Parts parts, OrderMassStatusRequest command) {
        this.parts = parts;
        this.command = command;
        var furthest = parts.gate().venueNow().minus(FURTHEST_BACK);
        this.since = command.since().isBefore(furthest) ? furthest : command.since();
    }

    /** What a run reads by. */
    record Parts(Outlet outlet, Gate gate, Wire wire, Lookups lookups, FillReads fills, AccountReads account) {}

    void start() {
        command.ours().forEach(order -> parts.wire().names().said(order.clOrdId(), order.orderId()));
        takeOrders();
    }

    private void takeOrders() {
        round++;
        orders.clear();
        unfound.clear();
        takeOrders(new ArrayDeque<>(WORKING), "");
    }

    private void takeOrders(Deque<List<String>> left, String cursor) {
        if (left.isEmpty()) {
            lookUp(notOpen());
            return;
        }
        var ask = Ask.read(1, at -> parts.wire().reads().ordersIn(left.peek(), cursor, at));
        ask("open orders", ask, done -> {
            parts.wire().objects().page(done.body()).forEach(order -> orders.put(order.orderId(), order));
            var next = AccountObjects.next(done.body());
            if (next.isEmpty() || next.equals(cursor)) {
                left.remove();
            }
            takeOrders(left, next.equals(cursor) ? "" : next);
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
        parts.lookups().look(order, lookup -> {
            if (lookup instanceof Lookup.Found found) {
                orders.put(found.order().orderId(), found.order());
            } else {
                unfound.put(order.clOrdId(), lookup);
            }
            lookUp(left);
        });
    }

    private void takeFills(Runnable then) {
        parts.fills()
                .since(
                        since,
                        FillReads.Then.of(
                                read -> {
                                    fills = read;
                                    then.run();
                                },
                                answer -> fail("fills", answer)));
    }

    private void takeBalances() {
        var before = fills.size();
        parts.account()
                .read(
                        read -> {
                            balances = read;
                            secondLook(before);
                        },
                        answer -> fail("balances", answer));
    }

    private void secondLook(int before) {
        if (before == 0 && nothingIsOpen()) {
            report();
        } else {
            takeFills(() -> again(before));
        }
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
        var report = new VenueReport(List.copyOf(orders.values()), unfound, fills, balances, List.of(), since);
        parts.outlet()
                .emit(new VenueEvent.MassStatus(
                        parts.outlet().venue(),
                        command.requestId(),
                        report,
                        parts.outlet().stamp()));
    }

    private void ask(String what, Ask ask, Consumer<Answer.Done> then) {
        parts.gate().soon(ask, answer -> {
            if (answer instanceof Answer.Done done) {
                then.accept(done);
            } else {
                fail(what, answer);
            }
        });
    }

    private void fail(String what, Answer answer) {
        parts.outlet()
                .emit(new VenueEvent.MassStatusFailed(
                        parts.outlet().venue(),
                        command.requestId(),
                        what + " could not be read: " + answer.why(),
                        parts.outlet().stamp()));
    }
}
