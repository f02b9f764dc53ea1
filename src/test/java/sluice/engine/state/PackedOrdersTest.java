package sluice.engine.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import sluice.engine.DeskEvent;
import sluice.engine.checkpoint.StateBytes;
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
import sluice.order.ExecId;
import sluice.order.Execution;
import sluice.order.Liquidity;
import sluice.order.Order;
import sluice.order.OrderEvent;
import sluice.order.OrderId;
import sluice.order.OrderState;
import sluice.order.ParentId;
import sluice.order.Request;
import sluice.order.Terms;
import sluice.order.Tif;
import sluice.order.parent.Instructions;
import sluice.order.parent.Origin;
import sluice.order.parent.ParentEvent;

/** One state packs what is over at once, the other never: nobody can tell them apart. */
class PackedOrdersTest {

    private static final VenueId VENUE = new VenueId("binance");
    private static final Terms TERMS = Terms.limit(Symbol.of("BTC-USDT"), Side.BUY, Qty.of("1"), Px.of("100"), Tif.GTC);

    private final State packed = new State(0);
    private final State whole = new State(Integer.MAX_VALUE);
    private long seq;

    private static Stamp at(long second) {
        return new Stamp(Instant.ofEpochSecond(1_790_000_000 + second, 123_456_789), second * 1_000_000_007);
    }

    private void fold(DeskEvent event) {
        seq++;
        packed.apply(seq, event);
        whole.apply(seq, event);
    }

    private void fold(OrderEvent event) {
        fold(new DeskEvent.OfOrder(event));
    }

    private ChildId place(long number, String clOrdId) {
        var parent = new ParentId(number);
        var child = new ChildId(number);
        var origin = new Origin("ada", "exec", "buy", Optional.of("morning:" + number + ":abc"));
        var marks = new ParentEvent.Marks(at(number), Mark.NONE, Mark.NONE);
        fold(new DeskEvent.OfParent(
                new ParentEvent.Opened(parent, TERMS, Instructions.NONE, origin, marks, at(number))));
        var ids = new Order.Ids(child, parent, new ClOrdId(clOrdId), VENUE);
        fold(new OrderEvent.Created(ids, TERMS, Mark.NONE, at(number)));
        fold(new OrderEvent.Sent(child, "NEW", Mark.NONE, at(number)));
        return child;
    }

    private void fills(ChildId child, String exec, String qty) {
        fold(new OrderEvent.Traded(
                child,
                new Execution(
                        new ExecId(exec),
                        Qty.of(qty),
                        Px.of("99.5"),
                        Money.of("0.1", "USDT"),
                        Liquidity.MAKER,
                        at(seq).at()),
                Mark.NONE,
                at(seq)));
    }

    private ChildId filled(long number) {
        var child = place(number, ClOrdId.of("abc123", new ChildId(number), 0).value());
        fold(new OrderEvent.Accepted(child, new OrderId("V" + number), Mark.NONE, at(seq)));
        fills(child, "E" + number, "1");
        return child;
    }

    private Optional<ChildId> found(State state, String clOrdId, String orderId) {
        return state.orders()
                .find(
                        VENUE,
                        Optional.of(clOrdId).filter(id -> !id.isEmpty()).map(ClOrdId::new),
                        Optional.of(orderId).filter(id -> !id.isEmpty()).map(OrderId::new))
                .map(order -> order.ids().childId());
    }

    private void assertFound(ChildId child, String clOrdId, String orderId) {
        for (var state : List.of(packed, whole, restored())) {
            assertThat(found(state, clOrdId, orderId)).contains(child);
        }
    }

    private State restored() {
        var state = new State();
        state.restore(StateBytes.read(StateBytes.write(packed.picture())));
        return state;
    }

    private void assertSame() {
        assertThat(StateBytes.write(packed.picture())).isEqualTo(StateBytes.write(whole.picture()));
        for (var state : List.of(packed, restored())) {
            assertThat(state.orders().parents()).isEqualTo(whole.orders().parents());
            assertThat(state.orders().working()).isEqualTo(whole.orders().working());
            assertThat(state.orders().fills()).isEqualTo(whole.orders().fills());
            assertThat(state.orders().positions())
                    .containsExactlyElementsOf(whole.orders().positions());
        }
    }

    @Test
    void whatIsOverIsFoundByEveryNameItHas() {
        var child = filled(1);
        filled(2);
        assertFound(child, "sl-abc123-1", "");
        assertFound(child, "", "V1");
        assertThat(found(packed, "sl-abc123-1-7", "")).isEmpty();
        assertThat(found(packed, "", "V3")).isEmpty();
        assertSame();
    }

    @Test
    void anIdThatDoesNotTellItsChildIsFoundToo() {
        var child = place(1, "of-another-make");
        fold(new OrderEvent.Accepted(child, new OrderId("V1"), Mark.NONE, at(seq)));
        fills(child, "E1", "1");
        filled(2);
        assertFound(child, "of-another-make", "");
        assertSame();
    }

    @Test
    void theIdTheVenueHasItUnderStaysAfterAnAmendInPlace() {
        var child = place(1, "sl-abc123-1");
        fold(new OrderEvent.Accepted(child, new OrderId("V1"), Mark.NONE, at(seq)));
        var next = new ClOrdId("sl-abc123-1-1");
        fold(new OrderEvent.Requested(child, new Request.Replace(next, TERMS), at(seq)));
        fold(new OrderEvent.Replaced(child, next, TERMS, Optional.of(new OrderId("V1")), at(seq)));
        fills(child, "E1", "1");
        filled(2);
        assertFound(child, "sl-abc123-1", "");
        assertFound(child, "sl-abc123-1-1", "");
        assertThat(packed.orders().child(child).orElseThrow().ids().there()).isEqualTo(new ClOrdId("sl-abc123-1"));
        assertSame();
    }

    @Test
    void namesOfBeforeAnAmendStayNames() {
        var child = place(1, "sl-abc123-1");
        fold(new OrderEvent.Accepted(child, new OrderId("V1"), Mark.NONE, at(seq)));
        fills(child, "E1", "0.25");
        var next = new ClOrdId("sl-abc123-1-1");
        fold(new OrderEvent.Requested(child, new Request.Replace(next, TERMS), at(seq)));
        fold(new OrderEvent.Replaced(child, next, TERMS, Optional.of(new OrderId("V9")), at(seq)));
        fills(child, "E2", "0.75");
        filled(2);
        assertFound(child, "sl-abc123-1", "");
        assertFound(child, "sl-abc123-1-1", "");
        assertFound(child, "", "V1");
        assertFound(child, "", "V9");
        assertThat(packed.orders().fills().get(0).orderId()).contains(new OrderId("V1"));
        assertSame();
    }

    @Test
    void aLateFillIsBookedOnWhatIsLongOver() {
        var child = filled(1);
        filled(2);
        filled(3);
        fills(child, "E9", "0.5");
        fills(child, "E9", "0.5");

        assertThat(packed.orders().order(child).cumQty()).isEqualTo(Qty.of("1.5"));
        assertThat(packed.orders().order(child).state()).isEqualTo(OrderState.FILLED);
        assertThat(packed.orders().fills()).hasSize(4);
        assertSame();
    }

    @Test
    void aVenuesIdThatComesLateIsOneFromThenOn() {
        var child = place(1, "sl-abc123-1");
        fills(child, "E1", "1");
        filled(2);
        fold(new OrderEvent.Accepted(child, new OrderId("V1"), Mark.NONE, at(seq)));
        filled(3);
        assertFound(child, "", "V1");
        assertThat(packed.orders().fills().get(0).orderId()).isEmpty();
        assertSame();
    }

    @Test
    void aBatchLineIsKnownForGood() {
        filled(1);
        filled(2);
        for (var state : List.of(packed, whole, restored())) {
            assertThat(state.orders()
                            .sameLine("morning:1:other")
                            .map(order -> order.parent().id()))
                    .contains(new ParentId(1));
            assertThat(state.orders().sameLine("morning:3:abc")).isEmpty();
        }
    }

    @Test
    void whatWasLearnedBeforeARestartAgesOnTheClockOfAfterIt() {
        var child = filled(1);
        filled(2);
        var now = new Stamp(at(100).at(), 5_000_000_000_000L);
        packed.restamp(now);
        whole.restamp(now);
        assertThat(packed.orders().trace(child)).isEqualTo(whole.orders().trace(child));
        assertThat(packed.orders().trace(child).last().nanos()).isLessThan(now.nanos());
        assertThat(packed.orders().trace(child).sent()).isTrue();
    }
}
