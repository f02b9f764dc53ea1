package sluice.order;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import sluice.market.Mark;
import sluice.market.Money;
import sluice.market.Px;
import sluice.market.Qty;
import sluice.market.Side;
import sluice.market.Stamp;
import sluice.market.Symbol;
import sluice.market.VenueId;

/** An order told in the words a trader would use, one fact after another. */
final class OrderScenario {

    static final Symbol SYMBOL = Symbol.of("BTC-USDT");
    static final ChildId CHILD = new ChildId(7);

    private Order order;
    private long nanos;

    private OrderScenario(Side side, String qty, String px) {
        var ids = new Order.Ids(CHILD, new ParentId(3), ClOrdId.of("t4g", CHILD, 0), new VenueId("binance"));
        var terms = Terms.limit(SYMBOL, side, Qty.of(qty), Px.of(px), Tif.GTC);
        order = Order.of(new OrderEvent.Created(ids, terms, Mark.NONE, at()));
        play(new OrderEvent.Sent(CHILD, "NEW", Mark.NONE, at()));
    }

    static OrderScenario givenSent(Side side, String qty) {
        return new OrderScenario(side, qty, "100");
    }

    OrderScenario venueAccepts() {
        return play(new OrderEvent.Accepted(CHILD, new OrderId("V-1"), Mark.NONE, at()));
    }

    OrderScenario venueTrades(String execId, String qty, String px) {
        return play(new OrderEvent.Traded(CHILD, execution(execId, qty, px), Mark.NONE, at()));
    }

    OrderScenario deskAsksToCancel() {
        return play(new OrderEvent.Requested(CHILD, new Request.Cancel(), at()));
    }

    OrderScenario deskAsksToAmend(String qty, String px) {
        return play(new OrderEvent.Requested(CHILD, amend(qty, px), at()));
    }

    OrderScenario venueAmends(String qty, String px) {
        return venueAmends(qty, px, "V-2");
    }

    OrderScenario venueAmendsInPlace(String qty, String px) {
        return venueAmends(qty, px, "V-1");
    }

    private OrderScenario venueAmends(String qty, String px, String orderId) {
        var amend = amend(qty, px);
        return play(
                new OrderEvent.Replaced(CHILD, amend.next(), amend.terms(), Optional.of(new OrderId(orderId)), at()));
    }

    /** The venue can only cancel and place anew: the old one is dead, the new one on its way. */
    OrderScenario deskSendsAnew(String qty, String px) {
        var amend = amend(qty, px);
        return play(new OrderEvent.Replaced(CHILD, amend.next(), amend.terms(), Optional.empty(), at()));
    }

    OrderScenario venueRefusesTheRequest() {
        return play(new OrderEvent.RequestRejected(CHILD, Closure.of(Reason.UNKNOWN_ORDER), at()));
    }

    OrderScenario venueCancels() {
        return play(new OrderEvent.Cancelled(CHILD, Closure.of(Reason.REQUESTED), at()));
    }

    OrderScenario venueRejects() {
        return play(new OrderEvent.Rejected(CHILD, Closure.of(Reason.FILTER), at()));
    }

    OrderScenario newTimesOut() {
        return play(new OrderEvent.InDoubt(CHILD, new Request.New(), "timeout", at()));
    }

    OrderScenario cancelTimesOut() {
        return play(new OrderEvent.InDoubt(CHILD, new Request.Cancel(), "timeout", at()));
    }

    OrderScenario amendTimesOut(String qty, String px) {
        return play(new OrderEvent.InDoubt(CHILD, amend(qty, px), "timeout", at()));
    }

    OrderScenario evidenceSettles() {
        return play(new OrderEvent.Settled(CHILD, "order status", at()));
    }

    OrderScenario play(OrderEvent event) {
        order = order.after(event);
        return this;
    }

    OrderScenario thenStateIs(OrderState state) {
        assertThat(order.state()).isEqualTo(state);
        return this;
    }

    OrderScenario andQuantities(String cumQty, String leavesQty) {
        assertThat(order.cumQty()).isEqualTo(Qty.of(cumQty));
        assertThat(order.leavesQty()).isEqualTo(Qty.of(leavesQty));
        return this;
    }

    OrderScenario andAtWorst(String leavesQty) {
        assertThat(order.worstLeavesQty()).isEqualTo(Qty.of(leavesQty));
        return this;
    }

    OrderScenario andIsInDoubt(boolean inDoubt) {
        assertThat(order.isInDoubt()).isEqualTo(inDoubt);
        return this;
    }

    OrderScenario andReasonIs(Reason reason) {
        assertThat(order.standing().closure().map(Closure::reason)).contains(reason);
        return this;
    }

    Order order() {
        return order;
    }

    static Execution execution(String execId, String qty, String px) {
        var fee = Money.of("0.1", "USDT");
        return new Execution(new ExecId(execId), Qty.of(qty), Px.of(px), fee, Liquidity.TAKER, Instant.EPOCH);
    }

    static Request.Replace amend(String qty, String px) {
        var terms = Terms.limit(SYMBOL, Side.BUY, Qty.of(qty), Px.of(px), Tif.GTC);
        return new Request.Replace(ClOrdId.of("t4g", CHILD, 1), terms);
    }

    private Stamp at() {
        nanos++;
        return new Stamp(Instant.EPOCH.plusNanos(nanos), nanos);
    }
}
