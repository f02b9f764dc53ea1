package sluice.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import sluice.market.Px;
import sluice.market.Qty;
import sluice.market.Side;
import sluice.order.Terms;
import sluice.order.Tif;
import sluice.order.parent.Instructions;
import sluice.order.parent.Origin;
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
    void anotherLineIsAnotherOrder() {
        line("morning:1:aa", "2");
        line("morning:2:aa", "2");

        assertThat(desk.view().orders().parents()).hasSize(2);
    }
}
