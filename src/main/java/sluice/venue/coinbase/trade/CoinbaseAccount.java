package sluice.venue.coinbase.trade;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import sluice.net.gate.Answer;
import sluice.net.gate.Ask;
import sluice.net.gate.Gate;
import sluice.net.orders.AccountSource;
import sluice.order.OrderId;
import sluice.order.position.Balance;
import sluice.venue.Lookup;
import sluice.venue.VenueCommand;
import sluice.venue.VenueFill;
import sluice.venue.VenueOrder;
import sluice.venue.VenuePosition;
import sluice.venue.coinbase.trade.reply.AccountObjects;

/**
 * The account as a mass status reads it, by page and cursor.
 *
 * <p>List orders: OPEN leaves out orders that are about to be open, changed or cancelled, so these are asked for too.
 */
final class CoinbaseAccount implements AccountSource {

    private static final Duration FURTHEST_BACK = Duration.ofDays(30);

    private static final List<List<String>> WORKING =
            List.of(List.of("OPEN"), List.of("PENDING", "QUEUED", "CANCEL_QUEUED", "EDIT_QUEUED"));

    private final Gate gate;
    private final Wire wire;
    private final Lookups lookups;
    private final FillReads fills;
    private final AccountReads account;
    private final Instant since;
    private Listings listings;

    CoinbaseAccount(Parts parts, VenueCommand.OrderMassStatusRequest command) {
        gate = parts.gate();
        wire = parts.wire();
        lookups = parts.lookups();
        fills = parts.fills();
        account = parts.account();
        var furthest = gate.venueNow().minus(FURTHEST_BACK);
        since = command.since().isBefore(furthest) ? furthest : command.since();
        listings = lookups.listings();
        lookups.sentSince(command.ours(), command.since());
        command.ours().forEach(order -> wire.names().said(order.clOrdId(), order.orderId()));
    }

    /** What it reads by. */
    record Parts(Gate gate, Wire wire, Lookups lookups, FillReads fills, AccountReads account) {}

    @Override
    public Instant since() {
        return since;
    }

    @Override
    public void openOrders(Read<List<VenueOrder>> then) {
        listings = lookups.listings();
        openOrders(new ArrayDeque<>(WORKING), "", new LinkedHashMap<>(), then);
    }

    private void openOrders(
            Deque<List<String>> left, String cursor, Map<OrderId, VenueOrder> open, Read<List<VenueOrder>> then) {
        if (left.isEmpty()) {
            then.brought().accept(List.copyOf(open.values()));
            return;
        }
        gate.soon(Ask.read(1, at -> wire.reads().ordersIn(left.peek(), cursor, at)), answer -> {
            if (!(answer instanceof Answer.Done done)) {
                then.failed().accept(answer.why());
                return;
            }
            wire.objects().page(done.body()).forEach(order -> open.put(order.orderId(), order));
            var next = AccountObjects.next(done.body());
            var isLast = next.isEmpty() || next.equals(cursor);
            if (isLast) {
                left.remove();
            }
            openOrders(left, isLast ? "" : next, open, then);
        });
    }

    @Override
    public void look(VenueCommand.Ref order, Consumer<Lookup> then) {
        lookups.look(order, listings, then);
    }

    @Override
    public void fills(Read<List<VenueFill>> then) {
        fills.since(since, then);
    }

    @Override
    public void balances(Read<List<Balance>> then) {
        account.read(then);
    }

    /** Spot has none. */
    @Override
    public void positions(Read<List<VenuePosition>> then) {
        then.brought().accept(List.of());
    }
}
