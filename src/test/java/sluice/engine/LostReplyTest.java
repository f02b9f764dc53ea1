package sluice.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import sluice.market.Side;
import sluice.order.Closure;
import sluice.order.OrderState;
import sluice.order.Reason;
import sluice.order.Request;
import sluice.venue.Lookup;
import sluice.venue.OrderNews;
import sluice.venue.VenueCommand;
import sluice.venue.VenueOrder;

/** A reply that is lost after the private stream has told what it would have said. */
class LostReplyTest {

    private final DeskScenario desk = DeskScenario.ready();

    private CompletableFuture<Answer> sent() {
        var answer = desk.limit(Side.BUY, "2", "99");
        desk.venue(new OrderNews.Sent(new Request.New()));
        return answer;
    }

    private void shows() {
        desk.venue(new OrderNews.Shown(DeskScenario.orderId(desk.lastChild())));
    }

    private void replyIsLost() {
        desk.venue(new OrderNews.InDoubt(new Request.New(), "connection reset"));
    }

    private void theQueryFinds(OrderState state) {
        var order = desk.lastChild();
        var theirs = new VenueOrder(
                Optional.of(order.ids().clOrdId()),
                DeskScenario.orderId(order),
                order.terms(),
                order.cumQty(),
                BigDecimal.ZERO,
                state,
                Optional.empty());
        desk.pass(Duration.ofMillis(100)).finds(new Lookup.Found(theirs, List.of()));
    }

    private List<String> timeline() {
        var parent = desk.parent().parent().id();
        var told = (Answer.Timeline)
                desk.ask(new Command.History(new OrderRef.OfParent(parent))).join();
        return told.events().stream()
                .map(event -> DeskEvents.name(event.event()))
                .toList();
    }

    @Test
    void theDoubtAboutAWorkingOrderIsRecordedAndSettledByAQuery() {
        sent();
        shows();
        replyIsLost();
        theQueryFinds(OrderState.SUBMITTED);

        assertThat(timeline()).containsSubsequence("Accepted", "InDoubt", "Settled");
        assertThat(desk.sent(VenueCommand.NewOrder.class)).hasSize(1);
        assertThat(desk.alerts()).isEmpty();
    }

    @Test
    void theDoubtAboutAFilledOrderIsRecordedAndSettledByAQuery() {
        sent();
        desk.trades("2", "99");
        replyIsLost();
        theQueryFinds(OrderState.FILLED);

        assertThat(timeline()).containsSubsequence("Traded", "InDoubt", "Settled");
        assertThat(desk.parent().state()).isEqualTo(OrderState.FILLED);
        assertThat(desk.alerts()).isEmpty();
    }

    @Test
    void theDoubtAboutAnEndedOrderIsSettledThoughTheVenueForgotIt() {
        sent();
        shows();
        desk.ends(Closure.of(Reason.VENUE_CANCELLED));
        replyIsLost();
        desk.pass(Duration.ofMillis(100)).finds(new Lookup.NotFound("unknown"));
        desk.takeSent();

        assertThat(timeline()).containsSubsequence("InDoubt", "Settled");
        assertThat(desk.pass(Duration.ofMinutes(1)).takeSent()).isEmpty();
    }

    @Test
    void theDoubtOfBeforeACrashIsSettledAfterIt() {
        sent();
        shows();
        replyIsLost();
        desk.crash().connected();
        theQueryFinds(OrderState.SUBMITTED);

        assertThat(timeline()).containsSubsequence("Accepted", "InDoubt", "Settled");
        assertThat(timeline()).filteredOn("Settled"::equals).hasSize(1);
    }

    @Test
    void aDoubtThatWasSettledBeforeACrashIsNotAskedAboutAgain() {
        sent();
        shows();
        replyIsLost();
        theQueryFinds(OrderState.SUBMITTED);
        desk.crash();
        desk.pass(Duration.ofSeconds(1));

        assertThat(desk.sent(VenueCommand.OrderStatusRequest.class)).isEmpty();
    }

    @Test
    void anOrderThatShowedIsAsSureAsBefore() {
        sent();
        shows();
        var before = desk.lastChild();
        replyIsLost();

        assertThat(desk.lastChild()).isEqualTo(before);
        assertThat(desk.parent().isInDoubt()).isFalse();
    }

    @Test
    void aPlacementIsAnsweredWhenTheQueryHasSettledItsLostReply() {
        var answer = sent();
        shows();
        assertThat(answer).isNotDone();
        replyIsLost();
        assertThat(answer).isNotDone();
        theQueryFinds(OrderState.SUBMITTED);

        assertThat(((Answer.Placed) answer.join()).order().isInDoubt()).isFalse();
    }

    @Test
    void aPlacementThatShowedIsAnsweredInTimeThoughNothingElseIsHeard() {
        var answer = sent();
        shows();
        desk.pass(Duration.ofSeconds(6));

        assertThat(((Answer.Placed) answer.join()).order().state()).isEqualTo(OrderState.SUBMITTED);
    }

    @Test
    void aReplyAnswersThePlacementAtOnce() {
        var answer = sent();
        shows();
        desk.accepts();

        assertThat(answer).isDone();
    }
}
