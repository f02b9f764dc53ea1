package sluice.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import sluice.engine.checkpoint.StateBytes;
import sluice.engine.state.Lines;
import sluice.engine.state.State;
import sluice.market.Px;
import sluice.market.Qty;
import sluice.market.Side;
import sluice.market.Stamp;
import sluice.order.ParentId;
import sluice.order.Request;
import sluice.order.Terms;
import sluice.order.Tif;
import sluice.order.parent.Instructions;
import sluice.order.parent.Origin;
import sluice.venue.OrderNews;
import sluice.venue.VenueCommand;

/** A batch that was broken off and is run again. */
class BatchTest {

    private final DeskScenario desk = DeskScenario.ready();

    private CompletableFuture<Answer> line(String key, String qty) {
        var terms = Terms.limit(DeskScenario.BTC, Side.BUY, Qty.of(qty), Px.of("99"), Tif.GTC);
        var origin = new Origin("ada", "exec:morning:1", "buy " + qty, Optional.of(key));
        return desk.ask(
                new Command.Place(terms, Optional.empty(), Instructions.NONE, origin, Command.Until.ACKNOWLEDGED));
    }

    @Test
    void aLineThatWasPlacedIsAnsweredAndNotPlacedAgain() {
        line("morning:1:aa", "2");
        desk.accepts();
        var again = (Answer.Placed) line("morning:1:aa", "2").join();

        assertThat(again.order().parent().id()).isEqualTo(desk.parent().parent().id());
        assertThat(desk.sent(VenueCommand.NewOrder.class)).hasSize(1);
    }

    @Test
    void aLineIsKnownAgainAfterARestart() {
        line("morning:1:aa", "2");
        desk.accepts();
        desk.crash().connected();
        line("morning:1:aa", "2");

        assertThat(desk.view().orders().parents()).hasSize(1);
        assertThat(desk.sent(VenueCommand.NewOrder.class)).isEmpty();
    }

    @Test
    void aLineThatWasEditedIsRefused() {
        line("morning:1:aa", "2");
        desk.accepts();
        var edited = (Answer.Refused) line("morning:1:bb", "3").join();

        assertThat(edited.code()).isEqualTo("BATCH_CHANGED");
        assertThat(desk.sent(VenueCommand.NewOrder.class)).hasSize(1);
    }

    @Test
    void aChangedLineIsFoundBeforeAnythingIsSent() {
        line("morning:2:aa", "2");
        var resumed = desk.ask(new Command.Resume(List.of("morning:1:cc", "morning:2:bb")));

        assertThat(((Answer.Refused) resumed.join()).code()).isEqualTo("BATCH_CHANGED");
    }

    @Test
    void aLineThatWasNotedAsDoneIsKnownAfterARestartAndAfterACheckpoint() {
        var origin = new Origin("ada", "exec:morning:3", "wait last", Optional.of("morning:3:dd"));
        desk.ask(new Command.Note("done: wait last", origin));
        desk.crash().connected();
        var lines = List.of("morning:3:dd", "morning:4:ee");

        assertThat(desk.ask(new Command.Resume(lines)).join())
                .isEqualTo(new Answer.Resumed(Map.of("morning:3:dd", new ParentId(1))));
        var changed = desk.ask(new Command.Resume(List.of("morning:3:ff")));
        assertThat(((Answer.Refused) changed.join()).message()).contains("line 3 of the batch");
        var state = new State();
        state.apply(1, new DeskEvent.Noted("done", origin, new Stamp(Instant.EPOCH, 0)));
        var restored = new State();
        restored.restore(StateBytes.read(StateBytes.write(state.picture())));
        assertThat(restored.lines().sameLine("morning:3:xx")).contains(new Lines.Done("morning:3:dd", new ParentId(1)));
    }

    @Test
    void aLineThatNeverReachedAVenueIsSentAnew() {
        line("morning:1:aa", "2");
        desk.venue(new OrderNews.NotSent(new Request.New(), "no connection"));
        var again = line("morning:1:aa", "2");
        desk.accepts();

        assertThat(((Answer.Placed) again.join()).order().parent().id().number())
                .isEqualTo(2);
        assertThat(desk.sent(VenueCommand.NewOrder.class)).hasSize(2);
        assertThat(((Answer.Placed) line("morning:1:aa", "2").join())
                        .order()
                        .parent()
                        .id()
                        .number())
                .isEqualTo(2);
    }

    /** What was done with the order's first attempt was not done with the second. */
    @Test
    void aLineThatWasDoneTellsWhatItDidNotSee() {
        line("morning:1:aa", "2");
        desk.venue(new OrderNews.NotSent(new Request.New(), "no connection"));
        var origin = new Origin("ada", "exec:morning:2", "cancel last", Optional.of("morning:2:bb"));
        desk.ask(new Command.Note("done: cancel last", origin));
        line("morning:1:aa", "2");
        var done = (Answer.Resumed)
                desk.ask(new Command.Resume(List.of("morning:2:bb"))).join();

        assertThat(done.done().get("morning:2:bb"))
                .isEqualTo(new ParentId(2))
                .isEqualTo(desk.parent().parent().id());
    }

    @Test
    void anotherLineIsAnotherOrder() {
        line("morning:1:aa", "2");
        line("morning:2:aa", "2");

        assertThat(desk.view().orders().parents()).hasSize(2);
    }
}
