package sluice.venue.coinbase.trade;

import static org.assertj.core.api.Assertions.assertThat;
import static sluice.venue.coinbase.trade.Conversation.CANCEL;
import static sluice.venue.coinbase.trade.Conversation.FILLS;
import static sluice.venue.coinbase.trade.Conversation.GET;
import static sluice.venue.coinbase.trade.Conversation.ID;
import static sluice.venue.coinbase.trade.Conversation.LIST;
import static sluice.venue.coinbase.trade.Conversation.ORDER;
import static sluice.venue.coinbase.trade.Conversation.PLACE;
import static sluice.venue.coinbase.trade.Conversation.TERMS;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import sluice.order.ClOrdId;
import sluice.order.ExecId;
import sluice.order.OrderState;
import sluice.order.Reason;
import sluice.order.Request;
import sluice.venue.Lookup;
import sluice.venue.OrderNews;
import sluice.venue.VenueCommand;
import sluice.venue.VenueEvent;

class OrderEntryTest {

    private static final String CANCELLED =
            "{\"results\":[{\"success\":true,\"failure_reason\":\"UNKNOWN_CANCEL_FAILURE_REASON\","
                    + "\"order_id\":\"o-1\"}]}";

    private final Conversation talk = Conversation.begun();

    @Test
    void anOrderIsSentAndAcknowledgedByItsReply() {
        talk.asks(new VenueCommand.NewOrder(ID, TERMS));
        talk.answers(PLACE, 200, Conversation.placed());

        assertThat(talk.news())
                .containsExactly(new OrderNews.Sent(new Request.New()), new OrderNews.Acknowledged(ORDER));
    }

    @Test
    void theUserChannelShowsAnOrderAndItsReplyAcknowledgesIt() {
        talk.asks(new VenueCommand.NewOrder(ID, TERMS));
        talk.user("OPEN", "0", "1");
        assertThat(talk.news()).containsExactly(new OrderNews.Sent(new Request.New()), new OrderNews.Shown(ORDER));

        talk.answers(PLACE, 200, Conversation.placed());
        assertThat(talk.news()).containsExactly(new OrderNews.Acknowledged(ORDER));
    }

    @ParameterizedTest
    @CsvSource({
        "INSUFFICIENT_FUND, INSUFFICIENT_BALANCE",
        "PREVIEW_INSUFFICIENT_FUND, INSUFFICIENT_BALANCE",
        "INVALID_LIMIT_PRICE_POST_ONLY, WOULD_TAKE",
        "INVALID_PRICE_PRECISION, FILTER",
        "PREVIEW_INVALID_BASE_SIZE_TOO_SMALL, FILTER",
        "PRODUCT_TRADING_HALTED, MARKET_CLOSED",
        "SOMETHING_NEW, OTHER"
    })
    void aRefusalComesWithSuccessAndIsARejection(String name, Reason reason) {
        talk.asks(new VenueCommand.NewOrder(ID, TERMS));
        talk.answers(PLACE, 200, refused(name));

        assertThat(((OrderNews.Rejected) talk.news().get(1)).closure().reason()).isEqualTo(reason);
    }

    private static String refused(String name) {
        return "{\"success\":false,\"failure_reason\":\"UNKNOWN_FAILURE_REASON\",\"order_id\":\"\",\"error_response\":"
                + "{\"error\":\"UNKNOWN_FAILURE_REASON\",\"message\":\"no\",\"preview_failure_reason\":"
                + "\"UNKNOWN_PREVIEW_FAILURE_REASON\",\"new_order_failure_reason\":\"" + name + "\"}}";
    }

    @Test
    void aRefusalWithoutAReasonIsADoubtAndSoIsEveryOddReply() {
        for (var body : List.of(refused("UNKNOWN_FAILURE_REASON"), "{}", "<html>oops</html>", "{\"success\":true}")) {
            var one = Conversation.begun();
            one.asks(new VenueCommand.NewOrder(ID, TERMS));
            one.answers(PLACE, 200, body);
            assertThat(one.news().get(1)).as(body).isInstanceOf(OrderNews.InDoubt.class);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "500, InDoubt",
        "502, InDoubt",
        "408, InDoubt",
        "400, Rejected",
        "401, Rejected",
        "403, Rejected",
        "429, Rejected"
    })
    void aStatusSaysWhetherTheOrderMayBeThere(int status, String news) {
        talk.asks(new VenueCommand.NewOrder(ID, TERMS));
        talk.answers(PLACE, status, "<html>Bad</html>");

        assertThat(talk.news().get(1).getClass().getSimpleName()).isEqualTo(news);
    }

    @Test
    void anIdThatIsTakenIsADoubt() {
        var working = Conversation.working();
        working.asks(new VenueCommand.NewOrder(ID, TERMS));
        working.answers(PLACE, 200, Conversation.placed());
        assertThat(working.news().get(1)).isInstanceOf(OrderNews.InDoubt.class);

        talk.asks(new VenueCommand.NewOrder(ID, TERMS));
        talk.answers(PLACE, 200, refused("DUPLICATE_CLIENT_ORDER_ID"));
        assertThat(talk.news().get(1)).isInstanceOf(OrderNews.InDoubt.class);
    }

    @Test
    void aReplyThatSpeaksOfAnotherOrderIsADoubt() {
        talk.asks(new VenueCommand.NewOrder(ID, TERMS));
        talk.answers(PLACE, 200, Conversation.placed().replace("\"base_size\":\"1\"", "\"base_size\":\"2\""));

        assertThat(talk.news().get(1)).isInstanceOf(OrderNews.InDoubt.class);
    }

    @Test
    void whatTheChannelSaysHasFilledIsToldAsTheFillsItIsMadeOf() {
        var working = Conversation.working();
        working.user("OPEN", "0.5", "0.5");
        working.answers(FILLS, 200, Conversation.fills("t1", "0.2", "t2", "0.3"));

        assertThat(working.news())
                .extracting(news -> ((OrderNews.Traded) news).execution().execId())
                .containsExactly(new ExecId("t1"), new ExecId("t2"));
    }

    @Test
    void fillsThatLagAreAskedForAgainAndTheEndWaitsForThem() {
        var working = Conversation.working();
        working.user("CANCELLED", "0.5", "0");
        working.answers(FILLS, 200, Conversation.fills("t1", "0.2"));
        assertThat(working.news()).hasSize(1).allMatch(OrderNews.Traded.class::isInstance);

        working.passes(Duration.ofMillis(200));
        working.answers(FILLS, 200, Conversation.fills("t1", "0.2", "t2", "0.3"));
        var news = working.news();
        assertThat(news.get(news.size() - 1)).isInstanceOf(OrderNews.Ended.class);
        assertThat(news).filteredOn(OrderNews.Traded.class::isInstance).hasSize(2);
    }

    @Test
    void anOldReportOfLessAddsNothing() {
        var working = Conversation.working();
        working.user("OPEN", "0.5", "0.5");
        working.answers(FILLS, 200, Conversation.fills("t1", "0.5"));
        working.news();
        working.user("OPEN", "0.2", "0.8");

        assertThat(working.news()).isEmpty();
    }

    @Test
    void aCancelIsAnEndOnlyWhenTheChannelTellsIt() {
        var working = Conversation.working();
        working.asks(new VenueCommand.CancelOrder(Conversation.ref()));
        working.answers(CANCEL, 200, CANCELLED);
        assertThat(working.news()).containsExactly(new OrderNews.Sent(new Request.Cancel()));

        working.user("CANCELLED", "0", "0");
        assertThat(((OrderNews.Ended) working.news().get(0)).closure().reason()).isEqualTo(Reason.REQUESTED);
    }

    @Test
    void aCancelWhoseEndIsNotToldIsAskedAfter() {
        var working = Conversation.working();
        working.asks(new VenueCommand.CancelOrder(Conversation.ref()));
        working.answers(CANCEL, 200, CANCELLED);
        working.news();
        working.passes(Duration.ofMillis(1_100));
        working.answers(GET, 200, "{\"order\":" + Conversation.order("CANCELLED", "0", "1", "60000") + "}");

        assertThat(working.news()).hasSize(1).allMatch(OrderNews.Ended.class::isInstance);
    }

    @ParameterizedTest
    @CsvSource({
        "ORDER_IS_FULLY_FILLED, ALREADY_DONE",
        "DUPLICATE_CANCEL_REQUEST, ALREADY_DONE",
        "UNKNOWN_CANCEL_ORDER, UNKNOWN_ORDER",
        "NOT_ALLOWED_TO_CANCEL, NOT_PERMITTED"
    })
    void aRefusedCancelSaysWhy(String name, Reason reason) {
        var working = Conversation.working();
        working.asks(new VenueCommand.CancelOrder(Conversation.ref()));
        working.answers(CANCEL, 200, CANCELLED.replace("true", "false").replace("UNKNOWN_CANCEL_FAILURE_REASON", name));

        assertThat(((OrderNews.RequestRejected) working.news().get(1)).closure().reason())
                .isEqualTo(reason);
    }

    @Test
    void anOrderWhoseReplyWasLostIsLookedForAmongAllOfItsSymbol() {
        talk.asks(new VenueCommand.NewOrder(ID, TERMS));
        talk.loses(PLACE, true);
        assertThat(talk.news().get(1)).isInstanceOf(OrderNews.InDoubt.class);

        talk.asks(new VenueCommand.OrderStatusRequest(Conversation.ref()));
        talk.answers(LIST, 200, "{\"orders\":[],\"has_next\":true,\"cursor\":\"c1\"}");
        var row = Conversation.order("OPEN", "0", "1", "60000");
        assertThat(talk.call(LIST).url()).contains("cursor=c1").contains("product_ids=BTC-USD");
        talk.answers(LIST, 200, "{\"orders\":[" + row + "],\"has_next\":false,\"cursor\":\"\"}");
        assertThat(talk.events().get(0)).isInstanceOfSatisfying(VenueEvent.StatusReport.class, report -> {
            var found = (Lookup.Found) report.lookup();
            assertThat(found.order().clOrdId()).contains(ID);
            assertThat(found.order().state()).isEqualTo(OrderState.SUBMITTED);
            assertThat(found.order().terms()).isEqualTo(TERMS);
        });
    }

    @Test
    void oneReadingOfTheListAnswersForAllThatAreAskedForAtOnce() {
        var other = new VenueCommand.Ref(new ClOrdId("sl-test-2"), Optional.empty(), TERMS.symbol());
        talk.asks(new VenueCommand.OrderStatusRequest(Conversation.ref()));
        talk.asks(new VenueCommand.OrderStatusRequest(other));
        var row = Conversation.order("OPEN", "0", "1", "60000");
        talk.answers(LIST, 200, "{\"orders\":[" + row + "],\"has_next\":false,\"cursor\":\"\"}");

        assertThat(talk.events())
                .filteredOn(VenueEvent.StatusReport.class::isInstance)
                .extracting(event -> ((VenueEvent.StatusReport) event).lookup())
                .hasSize(2)
                .hasAtLeastOneElementOfType(Lookup.Found.class)
                .hasAtLeastOneElementOfType(Lookup.NotFound.class);
    }

    @Test
    void onlyAListReadToItsEndProvesAbsence() {
        talk.asks(new VenueCommand.OrderStatusRequest(Conversation.ref()));
        talk.answers(LIST, 200, "{\"orders\":[],\"has_next\":false,\"cursor\":\"\"}");
        assertThat(((VenueEvent.StatusReport) talk.events().get(0)).lookup()).isInstanceOf(Lookup.NotFound.class);

        talk.asks(new VenueCommand.OrderStatusRequest(Conversation.ref()));
        for (int tries = 0; tries < 3; tries++) {
            talk.answers(LIST, 502, "<html></html>");
            talk.passes(Duration.ofSeconds(1));
        }
        assertThat(talk.events())
                .filteredOn(VenueEvent.StatusReport.class::isInstance)
                .extracting(event -> ((VenueEvent.StatusReport) event).lookup())
                .hasSize(1)
                .allMatch(Lookup.Failed.class::isInstance);
    }

    @Test
    void anOrderThatWasToBeCancelledBeforeItShowedItselfIsCancelledThen() {
        talk.asks(new VenueCommand.NewOrder(ID, TERMS));
        talk.loses(PLACE, true);
        talk.asks(new VenueCommand.CancelOrder(Conversation.ref()));
        talk.answers(LIST, 200, "{\"orders\":[],\"has_next\":false,\"cursor\":\"\"}");
        assertThat(talk.news()).last().isInstanceOf(OrderNews.RequestRejected.class);

        talk.user("OPEN", "0", "1");
        assertThat(talk.call(CANCEL).body()).contains("o-1");
    }

    @Test
    void afterA429NothingLeavesForAWhile() {
        talk.asks(new VenueCommand.NewOrder(ID, TERMS));
        talk.answers(PLACE, 429, Map.of(), "{\"errors\":[{\"id\":\"rate_limit_exceeded\",\"message\":\"Too many\"}]}");
        talk.news();
        talk.asks(new VenueCommand.NewOrder(ID, TERMS));
        assertThat(talk.news()).hasSize(1).allMatch(OrderNews.NotSent.class::isInstance);

        talk.passes(Duration.ofSeconds(1));
        talk.asks(new VenueCommand.NewOrder(ID, TERMS));
        assertThat(talk.news()).containsExactly(new OrderNews.Sent(new Request.New()));
    }
}
