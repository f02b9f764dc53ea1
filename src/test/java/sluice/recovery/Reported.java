package sluice.recovery;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import sluice.market.Money;
import sluice.market.Px;
import sluice.market.Qty;
import sluice.market.Side;
import sluice.market.Stamp;
import sluice.market.Symbol;
import sluice.order.ChildId;
import sluice.order.ClOrdId;
import sluice.order.Closure;
import sluice.order.ExecId;
import sluice.order.Execution;
import sluice.order.Liquidity;
import sluice.order.OrderId;
import sluice.order.OrderState;
import sluice.order.Reason;
import sluice.order.Terms;
import sluice.order.Tif;
import sluice.order.account.TradeCause;
import sluice.order.position.Balance;
import sluice.venue.Lookup;
import sluice.venue.VenueFill;
import sluice.venue.VenueFunding;
import sluice.venue.VenueOrder;
import sluice.venue.VenuePosition;
import sluice.venue.VenueReport;

/** What a venue reports of our account, told piece by piece. */
abstract class Reported<A extends Reported<A>> {

    static final String TAG = "t4g";
    static final Symbol SYMBOL = Symbol.of("BTC-USDT");

    private final List<VenueOrder> orders = new ArrayList<>();
    private final List<VenueFill> fills = new ArrayList<>();
    private final List<VenueFunding> fundings = new ArrayList<>();
    private final Map<ClOrdId, Lookup> unfound = new HashMap<>();
    private final List<VenuePosition> positions = new ArrayList<>();
    private List<Balance> balances = List.of(new Balance("USDT", new BigDecimal("1000"), BigDecimal.ZERO));

    abstract A self();

    /** The id our order goes by now. */
    abstract ClOrdId currentId(long number);

    VenueReport report() {
        return new VenueReport(orders, unfound, fills, fundings, balances, positions, Instant.EPOCH);
    }

    /** Funding that was paid in the quote of a perpetual. */
    A venueSettled(String id, String paid) {
        fundings.add(
                new VenueFunding(Symbol.of("BTC-USDT-PERP"), new ExecId(id), Money.of(paid, "USDT"), Instant.EPOCH));
        return self();
    }

    A venueShows(long number, OrderState state, String qty, String cumQty) {
        return venueShows(Optional.of(id(number)), orderId(number), state, terms(qty), cumQty);
    }

    A venueShows(Optional<ClOrdId> clOrdId, OrderId orderId, OrderState state, Terms terms, String cumQty) {
        var ended = state == OrderState.CANCELLED || state == OrderState.REJECTED;
        var closure = ended ? Optional.of(Closure.of(Reason.VENUE_CANCELLED)) : Optional.<Closure>empty();
        var cum = Qty.of(cumQty);
        var quote = cum.value().multiply(new BigDecimal("100"));
        orders.add(new VenueOrder(clOrdId, orderId, terms, cum, quote, state, closure));
        return self();
    }

    /** A fill as venues list it, without our id. */
    A venueFilled(long number, String execId, String qty) {
        return venueFilled(orderId(number), execId, qty);
    }

    A venueFilled(OrderId orderId, String execId, String qty) {
        fills.add(new VenueFill(Optional.empty(), orderId, SYMBOL, Side.BUY, execution(execId, qty)));
        return self();
    }

    A venueFilledUnder(ClOrdId clOrdId, OrderId orderId, String execId, String qty) {
        fills.add(new VenueFill(Optional.of(clOrdId), orderId, SYMBOL, Side.BUY, execution(execId, qty)));
        return self();
    }

    /** What the venue did to a position, under an id that it must not be taken by. */
    A venueTook(ClOrdId clOrdId, OrderId orderId, String execId, TradeCause cause) {
        fills.add(new VenueFill(Optional.of(clOrdId), orderId, SYMBOL, Side.BUY, execution(execId, "1"), cause));
        return self();
    }

    A notFound(long number) {
        unfound.put(currentId(number), new Lookup.NotFound("Order does not exist."));
        return self();
    }

    A unanswered(long number) {
        unfound.put(id(number), new Lookup.Failed("HTTP 503"));
        return self();
    }

    A venueHoldsAsBefore() {
        return venueHolds(new Balance("USDT", new BigDecimal("1000"), BigDecimal.ZERO));
    }

    A venueHolds(Balance... held) {
        balances = List.of(held);
        return self();
    }

    A venueHolds(VenuePosition position) {
        positions.add(position);
        return self();
    }

    /** The venue's next report begins empty. */
    A venueForgets() {
        orders.clear();
        fills.clear();
        unfound.clear();
        positions.clear();
        return self();
    }

    A shuffled(Random random) {
        Collections.shuffle(orders, random);
        Collections.shuffle(fills, random);
        return self();
    }

    static Terms terms(String qty) {
        return Terms.limit(SYMBOL, Side.BUY, Qty.of(qty), Px.of("100"), Tif.GTC);
    }

    static ChildId child(long number) {
        return new ChildId(number);
    }

    static ClOrdId id(long number) {
        return ClOrdId.of(TAG, child(number), 0);
    }

    static OrderId orderId(long number) {
        return new OrderId("V-" + number);
    }

    static Execution execution(String execId, String qty) {
        var fee = Money.of("0.01", "USDT");
        return new Execution(new ExecId(execId), Qty.of(qty), Px.of("100"), fee, Liquidity.MAKER, Instant.EPOCH);
    }

    static Stamp stamp(long nanos) {
        return new Stamp(Instant.EPOCH.plusNanos(nanos), nanos);
    }
}
