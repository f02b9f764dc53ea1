package sluice.engine.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import sluice.engine.DeskEvent;
import sluice.engine.state.State;
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
import sluice.order.Terms;
import sluice.order.Tif;
import sluice.order.parent.Instructions;
import sluice.order.parent.Origin;
import sluice.order.parent.ParentEvent;
import sluice.venue.ClientIdCodec;
import sluice.venue.VenueFill;
import sluice.venue.VenueOrder;
import sluice.venue.VenueReport;

class ConcernedTest {

    private static final VenueId HERE = new VenueId("here");
    private static final VenueId THERE = new VenueId("there");
    private static final Terms TERMS = Terms.limit(Symbol.of("BTC-USDT"), Side.BUY, Qty.of("1"), Px.of("100"), Tif.GTC);
    private static final Stamp NOW = new Stamp(Instant.EPOCH, 0);

    private final State state = new State();
    private long seq;

    private void fold(DeskEvent event) {
        state.apply(++seq, event);
    }

    private ChildId placed(long number, VenueId venue) {
        var child = new ChildId(number);
        var parent = new ParentId(number);
        var marks = new ParentEvent.Marks(NOW, Mark.NONE, Mark.NONE);
        var origin = new Origin("ada", "exec", "buy", Optional.empty());
        fold(new DeskEvent.OfParent(new ParentEvent.Opened(parent, TERMS, Instructions.NONE, origin, marks, NOW)));
        var ids = new Order.Ids(child, parent, id(number), venue);
        fold(new DeskEvent.OfOrder(new OrderEvent.Created(ids, TERMS, Mark.NONE, NOW)));
        fold(new DeskEvent.OfOrder(new OrderEvent.Sent(child, "NEW", Mark.NONE, NOW)));
        return child;
    }

    private ChildId filled(long number, VenueId venue) {
        var child = placed(number, venue);
        fold(new DeskEvent.OfOrder(new OrderEvent.Accepted(child, new OrderId("V" + number), Mark.NONE, NOW)));
        fold(new DeskEvent.OfOrder(new OrderEvent.Traded(child, execution(number), Mark.NONE, NOW)));
        return child;
    }

    private static ClOrdId id(long number) {
        return ClOrdId.of("abc123", new ChildId(number), 0);
    }

    private static Execution execution(long number) {
        return new Execution(
                new ExecId("E" + number),
                Qty.of("1"),
                Px.of("99.5"),
                Money.of("0.1", "USDT"),
                Liquidity.MAKER,
                Instant.EPOCH);
    }

    private static VenueOrder told(Optional<ClOrdId> id, String orderId) {
        return new VenueOrder(
                id, new OrderId(orderId), TERMS, Qty.ZERO, BigDecimal.ZERO, OrderState.SUBMITTED, Optional.empty());
    }

    private static VenueReport report(List<VenueOrder> orders, List<VenueFill> fills) {
        return new VenueReport(orders, Map.of(), fills, List.of(), List.of(), Instant.EPOCH);
    }

    private List<ChildId> concerned(VenueReport report, ClientIdCodec codec) {
        return Concerned.by(report, state.orders(), HERE, codec).stream()
                .map(order -> order.ids().childId())
                .toList();
    }

    @Test
    void aReportThatNamesNobodyConcernsThoseThatAreOpenThere() {
        filled(1, HERE);
        var open = placed(2, HERE);
        placed(3, THERE);
        assertThat(concerned(report(List.of(), List.of()), ClientIdCodec.PLAIN)).containsExactly(open);
    }

    @Test
    void anOrderThatIsOverIsConcernedByAnyNameItHad() {
        var byClient = filled(1, HERE);
        var byVenue = filled(2, HERE);
        filled(3, HERE);
        var report = report(
                List.of(told(Optional.of(id(1)), "unheard")),
                List.of(new VenueFill(Optional.empty(), new OrderId("V2"), TERMS.symbol(), Side.BUY, execution(9))));
        assertThat(concerned(report, ClientIdCodec.PLAIN)).containsExactly(byClient, byVenue);
    }

    @Test
    void anIdThatTheVenueWritesInItsOwnWayIsFoundByWritingOursThatWay() {
        var ours = filled(1, HERE);
        filled(2, HERE);
        var written = new ClOrdId(ClientIdCodec.UUID_V5.encode(id(1)));
        var report = report(List.of(told(Optional.of(written), "unheard")), List.of());
        assertThat(concerned(report, ClientIdCodec.UUID_V5)).containsExactly(ours);
        assertThat(concerned(report, ClientIdCodec.PLAIN)).isEmpty();
    }

    @Test
    void ofAnIdThatIsNoneOfOursThoseWithoutAVenuesNameAreSuspected() {
        filled(1, HERE);
        var unnamed = placed(2, HERE);
        var report = report(List.of(told(Optional.of(new ClOrdId("somebody-else")), "unheard")), List.of());
        assertThat(concerned(report, ClientIdCodec.UUID_V5)).containsExactly(unnamed);
    }

    @Test
    void anotherVenuesOrderIsNotConcernedThoughItsNumberIsTheSame() {
        filled(1, THERE);
        var report = report(List.of(told(Optional.empty(), "V1")), List.of());
        assertThat(concerned(report, ClientIdCodec.PLAIN)).isEmpty();
    }
}
