package sluice.order.parent;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import sluice.market.Mark;
import sluice.market.Money;
import sluice.market.Px;
import sluice.market.Qty;
import sluice.market.Side;
import sluice.market.Stamp;
import sluice.market.Symbol;
import sluice.market.VenueId;
import sluice.order.ChildId;
import sluice.order.ClOrdId;
import sluice.order.Closure;
import sluice.order.ExecId;
import sluice.order.Execution;
import sluice.order.Liquidity;
import sluice.order.Order;
import sluice.order.OrderEvent;
import sluice.order.OrderId;
import sluice.order.OrderState;
import sluice.order.ParentId;
import sluice.order.Reason;
import sluice.order.Request;
import sluice.order.Terms;
import sluice.order.Tif;

class ParentOrderTest {

    private static final ParentId ID = new ParentId(1);
    private static final Stamp AT = new Stamp(Instant.EPOCH, 0);

    private final List<Order> children = new ArrayList<>();
    private Parent parent = Parent.of(new ParentEvent.Opened(
            ID,
            terms("4"),
            Instructions.NONE,
            new Origin("ada", "prompt", "buy 4 BTC-USDT", Optional.empty()),
            new ParentEvent.Marks(AT, Mark.NONE, Mark.NONE),
            AT));

    private static Terms terms(String qty) {
        return Terms.limit(Symbol.of("BTC-USDT"), Side.BUY, Qty.of(qty), Px.of("100"), Tif.GTC);
    }

    private ParentOrderTest child(String qty) {
        var child = new ChildId(children.size() + 1);
        var ids = new Order.Ids(child, ID, ClOrdId.of("t", child, 0), new VenueId("binance"));
        children.add(Order.of(new OrderEvent.Created(ids, terms(qty), Mark.NONE, AT)));
        parent = parent.withChild(child);
        return this;
    }

    private ParentOrderTest last(OrderEvent event) {
        children.set(children.size() - 1, children.get(children.size() - 1).after(event));
        return this;
    }

    private ChildId lastId() {
        return new ChildId(children.size());
    }

    private ParentOrderTest accepted() {
        return last(new OrderEvent.Accepted(lastId(), new OrderId("V"), Mark.NONE, AT));
    }

    private ParentOrderTest fills(String qty, String px) {
        var fee = Money.zero("USDT");
        var execution =
                new Execution(new ExecId("E" + qty), Qty.of(qty), Px.of(px), fee, Liquidity.TAKER, Instant.EPOCH);
        return last(new OrderEvent.Traded(lastId(), execution, Mark.NONE, AT));
    }

    private ParentOrderTest ended(Reason reason) {
        parent = parent.after(new ParentEvent.Ended(ID, Closure.of(reason), AT));
        return this;
    }

    private ParentOrder is(OrderState state) {
        var order = new ParentOrder(parent, children);
        assertThat(order.state()).isEqualTo(state);
        return order;
    }

    @Test
    void aParentIsPendingUntilAChildIsAcknowledged() {
        is(OrderState.PENDING);
        child("4").is(OrderState.PENDING);
        accepted().is(OrderState.SUBMITTED);
    }

    @Test
    void whatChildrenFillIsWhatTheParentFilled() {
        child("2").accepted().fills("1", "100").child("2").accepted().fills("2", "103");
        var order = is(OrderState.PARTIALLY_FILLED);
        assertThat(order.cumQty()).isEqualTo(Qty.of("3"));
        assertThat(order.avgPx()).contains(Px.of("102"));
        assertThat(order.leavesQty()).isEqualTo(Qty.of("1"));
    }

    @Test
    void aParentIsFilledWhenItsQuantityIs() {
        child("4").accepted().fills("4", "100");
        assertThat(is(OrderState.FILLED).leavesQty()).isEqualTo(Qty.ZERO);
    }

    @Test
    void quantityThatIsOpenOrUnknownIsNotPlannedAgain() {
        child("3").last(new OrderEvent.InDoubt(lastId(), new Request.New(), "timeout", AT));
        var order = is(OrderState.PENDING);
        assertThat(order.isInDoubt()).isTrue();
        assertThat(order.unplannedQty()).isEqualTo(Qty.of("1"));
    }

    @Test
    void anAmendUpwardsOfAChildIsPlannedAlready() {
        var amend = new Request.Replace(new ClOrdId("sl-t-1-1"), terms("4"));
        child("3").accepted().last(new OrderEvent.Requested(lastId(), amend, AT));
        assertThat(is(OrderState.SUBMITTED).unplannedQty()).isEqualTo(Qty.ZERO);
    }

    @Test
    void aParentWhoseCancelIsOutIsCancelling() {
        child("4").accepted();
        parent = parent.after(new ParentEvent.CancelAsked(ID, AT));
        is(OrderState.CANCELLING);
        last(new OrderEvent.Cancelled(lastId(), Closure.of(Reason.REQUESTED), AT))
                .ended(Reason.REQUESTED);
        assertThat(is(OrderState.CANCELLED).leavesQty()).isEqualTo(Qty.ZERO);
    }

    @Test
    void aParentIsRejectedOnlyWhenEveryChildWasAndNothingFilled() {
        child("2").last(new OrderEvent.Rejected(lastId(), Closure.of(Reason.FILTER), AT));
        ended(Reason.CHILDREN_REJECTED).is(OrderState.REJECTED);
        child("2").accepted().last(new OrderEvent.Cancelled(lastId(), Closure.of(Reason.EXPIRED), AT));
        is(OrderState.CANCELLED);
    }

    @Test
    void anEndedParentStaysEndedAndKeepsItsFirstReason() {
        ended(Reason.COLLAR).ended(Reason.DUST).is(OrderState.CANCELLED);
        assertThat(parent.ended().orElseThrow().reason()).isEqualTo(Reason.COLLAR);
    }

    @Test
    void aLateFillOfAnEndedParentCounts() {
        child("4").accepted().last(new OrderEvent.Cancelled(lastId(), Closure.of(Reason.REQUESTED), AT));
        ended(Reason.REQUESTED).fills("1", "100");
        assertThat(is(OrderState.CANCELLED).cumQty()).isEqualTo(Qty.of("1"));
    }

    @Test
    void whatAVenueOverfilledLeavesNothingToPlan() {
        child("4").accepted().fills("5", "100");
        assertThat(is(OrderState.FILLED).unplannedQty()).isEqualTo(Qty.ZERO);
    }
}
