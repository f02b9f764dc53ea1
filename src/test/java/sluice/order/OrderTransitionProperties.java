package sluice.order;

import static org.assertj.core.api.Assertions.assertThat;
import static sluice.market.Side.BUY;
import static sluice.order.OrderScenario.CHILD;
import static sluice.order.OrderScenario.SYMBOL;
import static sluice.order.OrderScenario.amend;
import static sluice.order.OrderScenario.execution;
import static sluice.order.OrderScenario.givenSent;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import sluice.market.Mark;
import sluice.market.Px;
import sluice.market.Qty;
import sluice.market.Stamp;
import sluice.market.VenueId;

class OrderTransitionProperties {

    private static final Stamp AT = new Stamp(Instant.EPOCH, 0);

    @Property(tries = 300)
    void anyShuffleAndDuplicationOfTheSameFillsGivesTheSameCumQty(
            @ForAll("fills") List<Integer> sizes, @ForAll("seeds") int seed) {
        var fills = new ArrayList<OrderEvent>();
        for (var i = 0; i < sizes.size(); i++) {
            fills.add(
                    new OrderEvent.Traded(CHILD, execution("E" + i, sizes.get(i).toString(), "100"), Mark.NONE, AT));
        }
        var random = new Random(seed);
        var told = new ArrayList<>(fills);
        fills.forEach(fill -> IntStream.range(0, random.nextInt(3)).forEach(again -> told.add(fill)));
        Collections.shuffle(told, random);
        var inOrder = fold(fills);
        var shuffled = fold(told);
        assertThat(shuffled.cumQty()).isEqualTo(inOrder.cumQty());
        assertThat(shuffled.fills().cumQuote()).isEqualTo(inOrder.fills().cumQuote());
        assertThat(shuffled.state()).isEqualTo(inOrder.state());
        assertThat(new HashSet<>(shuffled.fills().executions()))
                .isEqualTo(new HashSet<>(inOrder.fills().executions()));
    }

    @Property(tries = 1000)
    void leavesAreNeverNegativeAndCumQtyNeverFalls(@ForAll("histories") List<OrderEvent> history) {
        var order = givenSent(BUY, "4").order();
        for (var event : history) {
            var next = order.after(event);
            assertThat(next.leavesQty().value().signum()).isNotNegative();
            assertThat(next.worstLeavesQty()).isGreaterThanOrEqualTo(next.leavesQty());
            assertThat(next.cumQty()).isGreaterThanOrEqualTo(order.cumQty());
            order = next;
        }
    }

    @Property(tries = 1000)
    void aClosedOrderNeverWorksAgain(@ForAll("histories") List<OrderEvent> history) {
        var order = givenSent(BUY, "4").order();
        for (var event : history) {
            var next = order.after(event);
            if (!order.isOpen()) {
                assertThat(next.isOpen()).as("%s after %s", order, event).isFalse();
                assertThat(next.inFlight()).isEmpty();
                assertThat(next.doubt()).isEmpty();
            }
            order = next;
        }
    }

    @Property(tries = 1000)
    void anOrderWithNothingLeftToFillIsFilled(@ForAll("histories") List<OrderEvent> history) {
        var order = givenSent(BUY, "4").order();
        for (var event : history) {
            order = order.after(event);
        }
        if (order.cumQty().compareTo(order.terms().orderQty()) >= 0
                && order.worstLeavesQty().isZero()) {
            assertThat(order.state()).isEqualTo(OrderState.FILLED);
        }
    }

    @Property(tries = 500)
    void aFactToldTwiceInARowAddsNothing(@ForAll("histories") List<OrderEvent> history) {
        var order = givenSent(BUY, "4").order();
        for (var event : history) {
            order = order.after(event);
            assertThat(order.after(event)).as("%s twice", event).isEqualTo(order);
        }
    }

    @Test
    void everyStateTakesEveryFact() {
        var states = new HashSet<OrderState>();
        for (var order : standings()) {
            states.add(order.state());
            for (var event : facts()) {
                assertThat(order.after(event).terms().symbol()).isEqualTo(SYMBOL);
            }
        }
        assertThat(states).containsExactlyInAnyOrder(OrderState.values());
        var kinds = facts().stream().map(Object::getClass).toList();
        assertThat(kinds).contains(OrderEvent.class.getPermittedSubclasses());
    }

    @Provide
    Arbitrary<List<Integer>> fills() {
        return Arbitraries.integers().between(1, 3).list().ofMinSize(1).ofMaxSize(6);
    }

    @Provide
    Arbitrary<Integer> seeds() {
        return Arbitraries.integers().between(0, 1_000_000);
    }

    @Provide
    Arbitrary<List<OrderEvent>> histories() {
        return Arbitraries.of(facts()).list().ofMaxSize(14);
    }

    private static Order fold(List<? extends OrderEvent> events) {
        var order = givenSent(BUY, "6").order();
        for (var event : events) {
            order = order.after(event);
        }
        return order;
    }

    private static List<Order> standings() {
        return List.of(
                givenSent(BUY, "4").order(),
                givenSent(BUY, "4").newTimesOut().order(),
                givenSent(BUY, "4").venueAccepts().order(),
                givenSent(BUY, "4").venueTrades("E1", "1", "100").order(),
                givenSent(BUY, "4").venueAccepts().deskAsksToCancel().order(),
                givenSent(BUY, "4").venueAccepts().deskAsksToAmend("6", "100").order(),
                givenSent(BUY, "4").venueTrades("E1", "4", "100").order(),
                givenSent(BUY, "4").venueCancels().order(),
                givenSent(BUY, "4").venueRejects().order());
    }

    private static List<OrderEvent> facts() {
        var ids = new Order.Ids(CHILD, new ParentId(3), ClOrdId.of("t4g", CHILD, 0), new VenueId("binance"));
        var terms = Terms.limit(SYMBOL, BUY, Qty.of("4"), Px.of("100"), Tif.GTC);
        var amend = amend("6", "100");
        var shrink = amend("2", "100").terms();
        return List.of(
                new OrderEvent.Created(ids, terms, Mark.NONE, AT),
                new OrderEvent.Sent(CHILD, "NEW", Mark.NONE, AT),
                new OrderEvent.Accepted(CHILD, new OrderId("V-1"), Mark.NONE, AT),
                new OrderEvent.Traded(CHILD, execution("E1", "1", "100"), Mark.NONE, AT),
                new OrderEvent.Traded(CHILD, execution("E2", "2", "99"), Mark.NONE, AT),
                new OrderEvent.Traded(CHILD, execution("E3", "3", "98"), Mark.NONE, AT),
                new OrderEvent.Provisional(CHILD, execution("provisional-C-1", "2", "97"), "cumQty 2", AT),
                new OrderEvent.Requested(CHILD, new Request.Cancel(), AT),
                new OrderEvent.Requested(CHILD, amend, AT),
                new OrderEvent.RequestRejected(CHILD, Closure.of(Reason.UNKNOWN_ORDER), AT),
                new OrderEvent.Replaced(CHILD, amend.next(), amend.terms(), Optional.of(new OrderId("V-2")), AT),
                new OrderEvent.Replaced(CHILD, amend.next(), amend.terms(), Optional.empty(), AT),
                new OrderEvent.Replaced(CHILD, amend.next(), shrink, Optional.of(new OrderId("V-3")), AT),
                new OrderEvent.Cancelled(CHILD, Closure.of(Reason.REQUESTED), AT),
                new OrderEvent.Rejected(CHILD, Closure.of(Reason.FILTER), AT),
                new OrderEvent.InDoubt(CHILD, new Request.New(), "timeout", AT),
                new OrderEvent.InDoubt(CHILD, new Request.Cancel(), "timeout", AT),
                new OrderEvent.InDoubt(CHILD, amend, "timeout", AT),
                new OrderEvent.Settled(CHILD, "order status", AT));
    }
}
