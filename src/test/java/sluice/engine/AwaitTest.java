package sluice.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import sluice.market.Side;
import sluice.market.VenueId;
import sluice.order.Closure;
import sluice.order.Reason;
import sluice.venue.FeedState;

class AwaitTest {

    private static final Duration LONG = Duration.ofSeconds(30);

    private final DeskScenario desk = DeskScenario.ready();

    private CompletableFuture<Answer> await(Command.Goal goal) {
        return desk.ask(
                new Command.Await(new OrderRef.OfParent(desk.parent().parent().id()), goal, LONG));
    }

    private static boolean met(CompletableFuture<Answer> answer) {
        return ((Answer.Awaited) answer.join()).met();
    }

    @Test
    void openIsMetByTheAcknowledgement() {
        desk.limit(Side.BUY, "2", "99");
        var answer = await(Command.Goal.OPEN);
        assertThat(answer).isNotDone();
        desk.accepts();
        assertThat(met(answer)).isTrue();
    }

    @Test
    void filledIsMetByTheLastFillAlone() {
        desk.limit(Side.BUY, "2", "99");
        var answer = await(Command.Goal.FILLED);
        desk.accepts().trades("1", "99");
        assertThat(answer).isNotDone();
        desk.trades("1", "99");
        assertThat(met(answer)).isTrue();
    }

    @Test
    void whatCanNoLongerBeMetIsAnsweredAtOnce() {
        desk.limit(Side.BUY, "2", "99");
        var answer = await(Command.Goal.FILLED);
        desk.accepts().trades("1", "99").ends(Closure.of(Reason.VENUE_CANCELLED));
        assertThat(met(answer)).isFalse();
    }

    @Test
    void closedIsMetByAnyEnd() {
        desk.limit(Side.BUY, "2", "99");
        var answer = await(Command.Goal.CLOSED);
        desk.accepts().ends(Closure.of(Reason.VENUE_CANCELLED));
        assertThat(met(answer)).isTrue();
    }

    @Test
    void aWaitEndsWithItsTime() {
        desk.limit(Side.BUY, "2", "99");
        desk.accepts();
        var answer = await(Command.Goal.FILLED);
        desk.pass(LONG);
        assertThat(met(answer)).isFalse();
    }

    @Test
    void readyComesWithTheReconciliation() {
        desk.privateStream(FeedState.BACKING_OFF);
        var answer = desk.ask(new Command.AwaitReady(List.of(), LONG));
        assertThat(answer).isNotDone();
        desk.privateStream(FeedState.LIVE);
        assertThat(answer).isNotDone();
        desk.reconciled();
        assertThat(((Answer.Ready) answer.join()).unready()).isEmpty();
    }

    @Test
    void aVenueThatDoesNotGetReadySaysWhy() {
        desk.privateStream(FeedState.BACKING_OFF);
        var answer = desk.ask(new Command.AwaitReady(List.of(DeskScenario.VENUE, new VenueId("nowhere")), LONG));
        desk.pass(LONG);
        assertThat(((Answer.Ready) answer.join()).unready())
                .containsEntry(DeskScenario.VENUE, "its private stream is down")
                .containsEntry(new VenueId("nowhere"), "there is no such venue");
    }
}
