package sluice.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import sluice.engine.checkpoint.StateBytes;
import sluice.engine.codec.EventCodec;
import sluice.engine.state.Orders;
import sluice.engine.state.State;
import sluice.health.alert.Alarm;
import sluice.health.alert.Alert;
import sluice.health.alert.Severity;
import sluice.journal.MemoryJournal;
import sluice.market.Px;
import sluice.market.Qty;
import sluice.market.Side;
import sluice.order.ClOrdId;
import sluice.order.Closure;
import sluice.order.OrderId;
import sluice.order.Reason;
import sluice.order.Request;
import sluice.risk.exposure.TradingState;
import sluice.venue.OrderNews;

class CheckpointTest {

    private final DeskScenario desk = DeskScenario.ready();

    /** Something of everything: filled, cancelled, in doubt, amended, halted, alarmed. */
    private void aLongDay() {
        desk.limit(Side.BUY, "2", "99");
        desk.accepts().trades("0.5", "99").ends(Closure.of(Reason.REQUESTED)).trades("0.1", "99");
        desk.limit(Side.SELL, "1", "101");
        desk.accepts();
        desk.ask(new Command.Amend(
                new OrderRef.OfChild(desk.lastChild().ids().childId()),
                Optional.of(Qty.of("3")),
                Optional.of(Px.of("102")),
                DeskScenario.TRADER));
        desk.limit(Side.BUY, "3", "98");
        desk.venue(new OrderNews.InDoubt(new Request.New(), "timeout"));
        var alarm = Alarm.lasting("CLOCK/alpha", Severity.WARNING, "HEALTH_CLOCK", "off");
        desk.ask(new Command.KeepAlert(Alert.raised(7, alarm, desk.clock.now())));
        desk.ask(new Command.AcknowledgeAlert(7, DeskScenario.TRADER));
        desk.ask(new Command.SetTrading(Scope.of(DeskScenario.BTC), TradingState.HALTED, "lunch", DeskScenario.TRADER));
        desk.ask(new Command.Cancel(
                List.of(new OrderRef.OfParent(desk.parent().parent().id())), DeskScenario.TRADER));
        desk.pass(Duration.ofSeconds(1));
    }

    private State replayed(long upTo) {
        var state = new State();
        var codec = new EventCodec(id -> state.orders().order(id));
        new MemoryJournal(desk.disk).replay(0, entry -> {
            if (entry.seq() <= upTo) {
                state.apply(entry.seq(), codec.decode(entry));
            }
        });
        return state;
    }

    @Test
    void aStateComesBackFromItsBytesWhole() {
        aLongDay();
        var bytes = bytes(replayed(Long.MAX_VALUE));
        var state = restored(bytes);
        assertThat(bytes(state)).isEqualTo(bytes);
        assertSame(state.orders(), replayed(Long.MAX_VALUE).orders());
    }

    private static byte[] bytes(State state) {
        return StateBytes.write(state.picture());
    }

    private static State restored(byte[] bytes) {
        var state = new State();
        state.restore(StateBytes.read(bytes));
        return state;
    }

    private static void assertSame(Orders orders, Orders expected) {
        assertThat(orders.parents()).isEqualTo(expected.parents());
        assertThat(orders.working()).isEqualTo(expected.working());
        assertThat(orders.fills()).isEqualTo(expected.fills());
        assertThat(List.copyOf(orders.open())).isEqualTo(List.copyOf(expected.open()));
        assertThat(orders.positions()).containsExactlyElementsOf(expected.positions());
        assertThat(orders.lastLearned()).isEqualTo(expected.lastLearned());
    }

    @Test
    void aStateRestoredAtAnyEventGoesOnAsIfItHadFoldedThemAll() {
        aLongDay();
        var whole = replayed(Long.MAX_VALUE);
        for (long cut = 1; cut <= whole.seq(); cut++) {
            var from = cut;
            var state = restored(bytes(replayed(cut)));
            var codec = new EventCodec(id -> state.orders().order(id));
            new MemoryJournal(desk.disk).replay(from, entry -> state.apply(entry.seq(), codec.decode(entry)));
            assertThat(bytes(state)).as("restored at %d", cut).isEqualTo(bytes(whole));
            assertSame(state.orders(), whole.orders());
        }
    }

    @Test
    void aFillKeepsTheIdsThatItsOrderWentByThen() {
        desk.limit(Side.BUY, "2", "99");
        desk.accepts().trades("0.5", "99");
        var next = new ClOrdId("sl-abc123-1-1");
        var request = new Request.Replace(next, desk.lastChild().terms().withOrderQty(Qty.of("3")));
        desk.venue(new OrderNews.Replaced(request, new OrderId("V2")));
        var state = replayed(Long.MAX_VALUE);

        assertThat(state.orders().fills().get(0).orderId()).contains(new OrderId("V1"));
        assertSame(restored(bytes(state)).orders(), state.orders());
    }

    @Test
    void whatAReplayLeavesOutOfEventsChangesNothing() {
        aLongDay();
        desk.ask(new Command.Note("half time", DeskScenario.TRADER));
        var state = new State();
        var codec = new EventCodec(id -> state.orders().order(id));
        new MemoryJournal(desk.disk)
                .replay(
                        0,
                        entry -> codec.decodeForFold(entry)
                                .ifPresentOrElse(
                                        event -> state.apply(entry.seq(), event), () -> state.pass(entry.seq())));
        assertThat(bytes(state)).isEqualTo(bytes(replayed(Long.MAX_VALUE)));
    }
}
