package sluice.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import sluice.venue.Feed;
import sluice.venue.FeedReason;
import sluice.venue.FeedState;
import sluice.venue.LinkHealth;
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

    private void clock(Optional<Duration> offset) {
        var quiet = LinkHealth.IN_PROCESS;
        var link = new LinkHealth(
                quiet.pending(),
                quiet.roundTrips(),
                quiet.budget(),
                quiet.breaker(),
                Optional.empty(),
                offset,
                LinkHealth.Questions.NONE);
        desk.hears(new VenueEvent.LinkMeasured(DeskScenario.VENUE, link, desk.clock.stamp()));
    }

    @Test
    void aVenueWhoseClockIsNotMeasuredIsWaitedForAndSaysSo() {
        book(FeedState.LIVE);
        clock(Optional.empty());
        var late = ready();
        desk.pass(Duration.ofSeconds(5));
        assertThat(((Answer.Ready) late.join()).unready().get(DeskScenario.VENUE))
                .contains("clock");
        var answer = ready();
        assertThat(answer).isNotDone();
        clock(Optional.of(Duration.ofMillis(3)));
        assertThat(answer).isDone();
    }
}
