package sluice.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import sluice.market.Side;
import sluice.market.VenueId;
import sluice.market.consolidated.Groups;
import sluice.order.Request;
import sluice.venue.Feed;
import sluice.venue.FeedReason;
import sluice.venue.FeedState;
import sluice.venue.OrderNews;
import sluice.venue.VenueCommand;
import sluice.venue.VenueEvent;

/** A venue that is out of touch takes nothing new, and keeps nobody from the others. */
class RecoveringVenueTest {

    private final MarketScenario market = new MarketScenario(Groups.NONE, "alpha", "beta");

    @BeforeEach
    void open() {
        for (var venue : List.of("alpha", "beta")) {
            market.listing(venue, "BTC-USDT", "0.001", List.of("99.9 x 5"), List.of("100.1 x 5"));
        }
        market.connected();
    }

    private void privateStream(FeedState state) {
        market.hears(new VenueEvent.FeedChanged(
                new VenueId("alpha"), Feed.PRIVATE, state, FeedReason.LINK_CLOSED, "cut", market.clock.stamp()));
    }

    private String unready() {
        return market.core().view().venues().get(new VenueId("alpha")).unready();
    }

    private static String message(CompletableFuture<Answer> answer) {
        return ((Answer.Refused) answer.join()).message();
    }

    @Test
    void aRoutedOrderGoesToTheOthersWhileOneIsOutOfTouch() {
        privateStream(FeedState.GAPPED);
        market.market(Side.BUY, "1");

        assertThat(market.orders()).containsExactly("beta 1 BTC-USDT");
    }

    @Test
    void aStreamThatIsBackIsNotEnoughUntilTheVenueIsCompared() {
        privateStream(FeedState.GAPPED);
        privateStream(FeedState.LIVE);
        var refusal = message(market.market(Side.BUY, "1", "alpha"));
        market.market(Side.BUY, "1");

        assertThat(unready()).isEqualTo("it is not reconciled yet");
        assertThat(refusal).contains("it is not reconciled yet");
        assertThat(market.orders()).containsExactly("beta 1 BTC-USDT");
    }

    @Test
    void whatWasAskedBeforeTheStreamWasBackDoesNotRecoverTheVenue() {
        var alpha = new VenueId("alpha");
        privateStream(FeedState.GAPPED);
        market.ask(new Command.Reconcile(Optional.of(alpha), true, DeskScenario.TRADER));
        privateStream(FeedState.LIVE);
        var asked = market.sent("alpha", VenueCommand.OrderMassStatusRequest.class);

        market.reports(alpha, asked.get(asked.size() - 2));
        assertThat(unready()).isEqualTo("it is not reconciled yet");
        market.reports(alpha, asked.get(asked.size() - 1));
        assertThat(unready()).isEmpty();
    }

    @Test
    void aVenueWithAnOrderThatNobodyCanFindIsLeftOutAndTheOthersTrade() {
        market.market(Side.BUY, "1", "alpha");
        market.says("alpha", new OrderNews.InDoubt(new Request.New(), "connection reset"));
        for (var second = 0; second < 80; second++) {
            market.pass(Duration.ofSeconds(1));
            market.book("alpha", "BTC-USDT").quote(List.of("99.9 x 5"), List.of("100.1 x 5"));
            market.book("beta", "BTC-USDT").quote(List.of("99.9 x 5"), List.of("100.1 x 5"));
        }
        market.market(Side.BUY, "1");

        assertThat(unready()).contains("nobody knows what became of C-1");
        assertThat(market.orders()).containsExactly("alpha 1 BTC-USDT", "beta 1 BTC-USDT");
    }
}
