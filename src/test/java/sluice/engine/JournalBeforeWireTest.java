package sluice.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import sluice.journal.MemoryJournal;
import sluice.market.Qty;
import sluice.market.Side;
import sluice.order.OrderState;
import sluice.order.Reason;
import sluice.risk.exposure.TradingState;
import sluice.venue.VenueCommand;

class JournalBeforeWireTest {

    private final DeskScenario desk = DeskScenario.ready();

    @Test
    void anOrderLeavesWithItsIntentOnDisk() {
        desk.limit(Side.BUY, "1", "99");
        var id = desk.sentId();
        desk.disk.crash();
        var types = new ArrayList<String>();
        new MemoryJournal(desk.disk).replay(0, entry -> types.add(entry.type()));
        assertThat(types).contains("parent.opened", "order.created");
        assertThat(id.value()).isEqualTo("sl-abc123-1");
    }

    @Test
    void nothingNewLeavesWhileTheJournalCannotBeWritten() {
        desk.disk.capacity(desk.disk.written());
        var answer = desk.limit(Side.BUY, "1", "99").join();
        assertThat(((Answer.Refused) answer).code()).isEqualTo("JOURNAL_UNAVAILABLE");
        assertThat(desk.sent(VenueCommand.NewOrder.class)).isEmpty();
        assertThat(desk.view().journalFault()).isNotEmpty();
    }

    @Test
    void theOrderThatCouldNotBeJournaledEndsAsSuch() {
        desk.disk.capacity(desk.disk.written());
        desk.limit(Side.BUY, "1", "99");
        assertThat(desk.parent().state()).isEqualTo(OrderState.CANCELLED);
        assertThat(desk.lastChild().standing().closure().orElseThrow().reason()).isEqualTo(Reason.JOURNAL_UNAVAILABLE);
    }

    @Test
    void aCancelStillGoesOutWhileTheJournalCannotBeWritten() {
        desk.limit(Side.BUY, "1", "99");
        desk.accepts();
        desk.disk.capacity(desk.disk.written());
        desk.ask(new Command.Cancel(
                List.of(new OrderRef.OfParent(desk.parent().parent().id())), DeskScenario.TRADER));
        assertThat(desk.sent(VenueCommand.CancelOrder.class)).hasSize(1);
    }

    @Test
    void tradingStaysHaltedAfterTheJournalWorksAgain() {
        desk.disk.capacity(desk.disk.written());
        desk.limit(Side.BUY, "1", "99");
        desk.disk.capacity(Integer.MAX_VALUE);
        desk.pass(Duration.ofSeconds(2)).pass(Duration.ofSeconds(1));
        assertThat(desk.view().journalFault()).isEmpty();
        assertThat(desk.view().risk().states().global()).isEqualTo(TradingState.HALTED);
        assertThat(((Answer.Refused) desk.limit(Side.BUY, "1", "99").join()).code())
                .isEqualTo("RISK_TRADING_STATE");
    }

    @Test
    void anAmendThatCannotBeJournaledLeavesTheOrderAsItWas() {
        var order = WorkingOrder.of(desk);
        desk.disk.capacity(desk.disk.written());
        var answer = (Answer.Amended) order.amend("3", "98").join();

        assertThat(desk.sent(VenueCommand.ReplaceOrder.class)).isEmpty();
        assertThat(answer.declined().orElseThrow()).contains("it stands as it was");
        assertThat(desk.lastChild().inFlight()).isEmpty();
        assertThat(desk.lastChild().worstLeavesQty()).isEqualTo(Qty.of("2"));
    }

    @Test
    void whatIsAskedWhileNothingCanBeJournaledIsNotSaidToBeDone() {
        desk.disk.capacity(desk.disk.written());
        var answer = desk.ask(new Command.Note("full", DeskScenario.TRADER)).join();

        assertThat(((Answer.Refused) answer).code()).isEqualTo("JOURNAL_UNAVAILABLE");
    }

    /** A halt is in force at once all the same; that a crash would forget it is for the operator to know. */
    @Test
    void aHaltThatCannotBeJournaledIsInForceAndSaidNotToBeKept() {
        desk.disk.capacity(desk.disk.written());
        var answer = desk.ask(new Command.SetTrading(Scope.GLOBAL, TradingState.HALTED, "", DeskScenario.TRADER))
                .join();

        assertThat(((Answer.Refused) answer).code()).isEqualTo("NOT_JOURNALED");
        assertThat(desk.view().risk().states().global()).isEqualTo(TradingState.HALTED);
    }

    @Test
    void whatTheVenueSaidMeanwhileIsInTheJournalOnceItWorksAgain() {
        WorkingOrder.of(desk);
        desk.disk.capacity(desk.disk.written());
        desk.trades("0.5", "99");
        assertThat(desk.lastChild().cumQty()).isEqualTo(Qty.of("0.5"));
        desk.disk.capacity(Integer.MAX_VALUE);
        desk.pass(Duration.ofSeconds(2)).pass(Duration.ofSeconds(1));
        desk.crash();

        assertThat(desk.lastChild().cumQty()).isEqualTo(Qty.of("0.5"));
        assertThat(desk.view().risk().states().global()).isEqualTo(TradingState.HALTED);
    }
}
