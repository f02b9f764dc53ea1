package sluice.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import sluice.venue.Feed;
import sluice.venue.FeedReason;
import sluice.venue.FeedState;
import sluice.venue.VenueEvent;

class ReadyTest {

    private final DeskScenario desk = DeskScenario.ready();

    private CompletableFuture<Answer> ready() {
        return desk.ask(new Command.AwaitReady(List.of(), Duration.ofSeconds(5)));
    }

    private void book(FeedState state) {
        desk.hears(new VenueEvent.FeedChanged(
                DeskScenario.VENUE, Feed.book(DeskScenario.BTC), state, FeedReason.READY, "", desk.clock.stamp()));
    }

    @Test
    void aVenueIsReadyOnceItsBooksWereRead() {
        book(FeedState.CONNECTING);
        var answer = ready();
        assertThat(answer).isNotDone();
        book(FeedState.LIVE);
        assertThat(answer).isDone();
    }

    @Test
    void aBookThatIsLostLaterHoldsNobodyUp() {
        book(FeedState.LIVE);
        book(FeedState.SNAPSHOTTING);
        assertThat(ready()).isDone();
    }

    @Test
    void aBookThatCannotBeHadHoldsNobodyUp() {
        book(FeedState.CLOSED);
        assertThat(ready()).isDone();
    }
}
