package sluice.venue.bybit.trade;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sluice.market.Px;
import sluice.market.Qty;
import sluice.market.Side;
import sluice.order.ClOrdId;
import sluice.order.Request;
import sluice.order.Terms;
import sluice.order.Tif;
import sluice.venue.OrderNews;
import sluice.venue.VenueCommand;

/** What never leaves: for the limits, for a ban, and for what the venue cannot do. */
class HeldBackTest {

    private static final String PLACE = "POST /v5/order/create";
    private static final String CANCEL = "POST /v5/order/cancel";
    private static final OrderNews SENT = new OrderNews.Sent(new Request.New());

    private final Conversation talk = Conversation.begun();

    HeldBackTest() {
        talk.events();
    }

    private static VenueCommand.NewOrder buy(String id) {
        return OrderEntryTest.buy(id);
    }

    @Test
    void ordersOfOneCategoryAreHeldBackWhenItsSecondIsUsedUp() {
        talk.asks(buy("sl-a-1"));
        talk.answers(PLACE, 200, Map.of("x-bapi-limit", "10", "x-bapi-limit-status", "5"), Frames.error(10006));
        talk.events();
        talk.asks(buy("sl-a-2"));
        assertThat(talk.news()).singleElement().isInstanceOf(OrderNews.NotSent.class);

        var spot = new Terms(
                Conversation.SPOT, Side.BUY, Qty.of("0.02"), Optional.of(Px.of("60000")), Tif.GTC, false, false);
        talk.asks(new VenueCommand.NewOrder(new ClOrdId("sl-a-3"), spot));
        assertThat(talk.news()).containsExactly(SENT);
        talk.passes(Duration.ofMillis(1500));
        talk.asks(buy("sl-a-4"));
        assertThat(talk.news()).contains(SENT);
    }

    @ParameterizedTest
    @ValueSource(ints = {403, 429})
    void whatItSaysOfWhenToComeBackGoesBeforeWhatWeWouldWait(int status) {
        talk.asks(buy("sl-a-1"));
        talk.answers(PLACE, status, Map.of("retry-after", "30"), "access too frequent");
        talk.events();
        talk.passes(Duration.ofSeconds(28));
        talk.asks(buy("sl-a-2"));
        assertThat(talk.asked()).doesNotContain(PLACE);
        talk.passes(Duration.ofSeconds(4));
        talk.asks(buy("sl-a-3"));
        assertThat(talk.asked()).contains(PLACE);
    }

    @Test
    void afterA403NothingLeavesForTenMinutes() {
        talk.asks(buy("sl-a-1"));
        talk.answers(PLACE, 403, Map.of(), "access too frequent");
        talk.events();
        talk.asks(new VenueCommand.CancelOrder(Conversation.ref("sl-a-1")));
        assertThat(talk.asked()).doesNotContain(CANCEL);
        talk.passes(Duration.ofMinutes(9));
        talk.asks(buy("sl-a-2"));

        assertThat(talk.asked()).doesNotContain(PLACE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"gtd", "postOnlyIoc", "reduceOnlySpot"})
    void whatTheVenueCannotDoIsNotSent(String what) {
        var limit = buy("sl-a-1").terms();
        var terms = switch (what) {
            case "gtd" -> limit.withTif(Tif.gtd(Instant.EPOCH));
            case "postOnlyIoc" ->
                new Terms(limit.symbol(), limit.side(), limit.orderQty(), limit.px(), Tif.IOC, true, false);
            default -> new Terms(Conversation.SPOT, limit.side(), limit.orderQty(), limit.px(), Tif.GTC, false, true);
        };
        talk.asks(new VenueCommand.NewOrder(new ClOrdId("sl-a-1"), terms));

        assertThat(talk.news()).singleElement().isInstanceOf(OrderNews.NotSent.class);
        assertThat(talk.asked()).doesNotContain(PLACE);
    }

    @Test
    void reduceOnlyIsSaid() {
        var limit = buy("sl-a-1").terms();
        talk.asks(new VenueCommand.NewOrder(
                new ClOrdId("sl-a-1"),
                new Terms(limit.symbol(), Side.SELL, limit.orderQty(), limit.px(), Tif.IOC, false, true)));

        assertThat(talk.call(PLACE).body()).contains("\"timeInForce\":\"IOC\"").contains("\"reduceOnly\":true");
    }

    @Test
    void aSymbolInHedgeModeTakesNoOrders() {
        var hedged = Conversation.begun(
                Frames.RIGHTS,
                Frames.list(Frames.position("0.5", "Buy", 1, 1) + "," + Frames.position("0.2", "Sell", 2, 1)));
        hedged.events();
        hedged.asks(buy("sl-a-1"));

        assertThat(hedged.news())
                .singleElement()
                .extracting(Object::toString)
                .asString()
                .contains("BTC-USDT-PERP is in hedge mode at bybit")
                .contains("one-way mode");
    }

    @Test
    void aKeyThatMayWithdrawIsRefused() {
        var risky = Conversation.begun(Frames.WITHDRAWER, Frames.positions("0", "", 0));
        risky.events();
        risky.asks(buy("sl-a-1"));

        assertThat(risky.news())
                .singleElement()
                .extracting(Object::toString)
                .asString()
                .contains("may withdraw");
    }
}
