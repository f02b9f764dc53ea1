package sluice.venue.binance.trade;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import sluice.market.Px;
import sluice.market.Qty;
import sluice.order.ClOrdId;
import sluice.order.Closure;
import sluice.order.Liquidity;
import sluice.order.OrderId;
import sluice.order.Reason;
import sluice.order.Request;
import sluice.order.Terms;
import sluice.venue.OrderNews;
import sluice.venue.VenueCommand;

class ReplacesTest {

    private static final String AMEND = "PUT /api/v3/order/amend/keepPriority";
    private static final String REPLACE = "POST /api/v3/order/cancelReplace";
    private static final String LOOK = "GET /api/v3/order";
    private static final String CANCEL = "DELETE /api/v3/order";
    private static final String PLACE = "POST /api/v3/order";

    private static final Terms FROM = OrderEntryTest.buy("old", "0.02").terms();
    private static final Terms DEARER = FROM.withPx(Px.of("60001"));
    private static final Terms LESS = FROM.withOrderQty(Qty.of("0.015"));

    private final Conversation talk = Conversation.begun();

    private void asks(Terms terms, String cumQty) {
        talk.asks(new VenueCommand.ReplaceOrder(
                Conversation.ref("old"), new ClOrdId("new"), FROM, terms, Qty.of(cumQty)));
    }

    private static Request.Replace request(Terms terms) {
        return new Request.Replace(new ClOrdId("new"), terms);
    }

    private static OrderNews replaced(Terms terms, String orderId) {
        return new OrderNews.Replaced(request(terms), new OrderId(orderId));
    }

    private static String halves(String cancel, String cancelBody, String place, String placeBody) {
        return "{\"cancelResult\":\"" + cancel + "\",\"newOrderResult\":\"" + place + "\",\"cancelResponse\":"
                + cancelBody + ",\"newOrderResponse\":" + placeBody + "}";
    }

    private static String failed(int code, String data) {
        return "{\"code\":" + code + ",\"msg\":\"Order cancel-replace failed.\",\"data\":" + data + "}";
    }

    private static String newOrder() {
        return Frames.order("new", "NEW", "0.02", "0").replace("\"orderId\":77", "\"orderId\":78");
    }

    private static String ended() {
        return Frames.order("old", "CANCELED", "0.02", "0");
    }

    @Test
    void lessAtTheSamePriceIsTakenAwayInPlace() {
        asks(LESS, "0");
        assertThat(talk.news()).containsExactly(new OrderNews.Sent(request(LESS)));
        assertThat(talk.call(AMEND).body())
                .startsWith("symbol=BTCUSDT&origClientOrderId=old&newClientOrderId=new&newQty=0.015&");

        talk.answers(AMEND, 200, "{\"transactTime\":1,\"executionId\":2,\"amendedOrder\":{\"orderId\":77}}");
        talk.says(Frames.report("new", "REPLACED", "NEW", "0"));
        assertThat(talk.news()).containsExactly(replaced(LESS, "77"));
    }

    @Test
    void lessOfAnOrderWithFillsIsTakenFromWhatTheVenueHolds() {
        asks(LESS, "0.011");
        talk.answers(LOOK, 200, Frames.order("old", "PARTIALLY_FILLED", "0.012", "0.003"));

        assertThat(talk.call(AMEND).body()).contains("&newQty=0.007&");
        assertThat(talk.news()).containsExactly(new OrderNews.Sent(request(LESS)));
    }

    @Test
    void anAmendThatCannotBePreparedIsNotSent() {
        asks(LESS, "0.011");
        talk.answers(LOOK, 400, Frames.error(-2013, "Order does not exist."));

        assertThat(talk.news()).singleElement().isInstanceOf(OrderNews.NotSent.class);
    }

    @Test
    void anotherPriceOfAnUnfilledOrderIsOneRequestThatAFillStops() {
        asks(DEARER, "0");
        assertThat(talk.call(REPLACE).body())
                .contains("cancelReplaceMode=STOP_ON_FAILURE", "cancelRestrictions=ONLY_NEW", "price=60001&");

        talk.answers(REPLACE, 200, halves("SUCCESS", ended(), "SUCCESS", newOrder()));
        assertThat(talk.news()).containsExactly(new OrderNews.Sent(request(DEARER)), replaced(DEARER, "78"));
    }

    @Test
    void theEndOfTheOldOrderIsNotTheEndOfTheChild() {
        asks(DEARER, "0");
        talk.events();
        talk.says(Frames.cancelled("old", "0"));
        assertThat(talk.news()).isEmpty();

        talk.says(Frames.report("new", "NEW", "NEW", "0").replace("\"i\":77", "\"i\":78"));
        assertThat(talk.news()).containsExactly(replaced(DEARER, "78"), new OrderNews.Shown(new OrderId("78")));
        talk.answers(REPLACE, 200, halves("SUCCESS", ended(), "SUCCESS", newOrder()));
        assertThat(talk.news()).isEmpty();
    }

    @Test
    void aFillInBetweenRefusesTheReplace() {
        asks(DEARER, "0");
        talk.says(Frames.traded("old", "FILLED", 556, "0.02", "0.02"));
        var refusal = Frames.error(-2011, "Order was not canceled due to cancel restrictions.");
        talk.answers(REPLACE, 400, failed(-2022, halves("FAILURE", refusal, "NOT_ATTEMPTED", "null")));

        assertThat(talk.news())
                .containsExactly(
                        new OrderNews.Sent(request(DEARER)),
                        OrderEntryTest.traded("556", "0.02", Liquidity.TAKER),
                        new OrderNews.RequestRejected(
                                request(DEARER),
                                new Closure(
                                        Reason.OTHER, "-2011: Order was not canceled due to cancel restrictions.")));
    }

    @Test
    void anEndKeptBackIsToldWhenTheReplaceIsRefused() {
        asks(DEARER, "0");
        talk.says(Frames.cancelled("old", "0"));
        talk.events();
        var refusal = Frames.error(-2011, "Unknown order sent.");
        talk.answers(REPLACE, 400, failed(-2022, halves("FAILURE", refusal, "NOT_ATTEMPTED", "null")));

        assertThat(talk.news())
                .containsExactly(
                        new OrderNews.RequestRejected(
                                request(DEARER), new Closure(Reason.UNKNOWN_ORDER, "-2011: Unknown order sent.")),
                        new OrderNews.Ended(new Closure(Reason.VENUE_CANCELLED, "CANCELED")));
    }

    @Test
    void aCancelWithoutTheNewOrderEndsIt() {
        asks(DEARER, "0");
        var refusal = Frames.error(-2010, "Account has insufficient balance for requested action.");
        talk.answers(REPLACE, 409, failed(-2021, halves("SUCCESS", ended(), "FAILURE", refusal)));

        assertThat(talk.news())
                .element(1)
                .isEqualTo(new OrderNews.Ended(new Closure(
                        Reason.REQUESTED,
                        "cancelled to be replaced; the new order was not placed: INSUFFICIENT_BALANCE "
                                + "(-2010: Account has insufficient balance for requested action.)")));
    }

    @Test
    void aHalfWhoseFateIsUnknownIsADoubt() {
        asks(DEARER, "0");
        talk.answers(
                REPLACE, 409, failed(-2021, halves("SUCCESS", ended(), "FAILURE", Frames.error(-1007, "Timeout."))));

        assertThat(talk.news()).element(1).isEqualTo(new OrderNews.InDoubt(request(DEARER), "-1007: Timeout."));
    }

    @Test
    void aLostReplyIsADoubtThatTheStreamSettles() {
        asks(DEARER, "0");
        talk.loses(REPLACE, true);
        assertThat(talk.news()).element(1).isEqualTo(new OrderNews.InDoubt(request(DEARER), "connection reset"));

        talk.says(Frames.cancelled("old", "0"));
        assertThat(talk.news()).isEmpty();
        talk.says(Frames.report("new", "NEW", "NEW", "0"));
        assertThat(talk.news()).startsWith(replaced(DEARER, "77"));
    }

    @Test
    void aCancelThatWorksSettlesADoubtfulReplace() {
        asks(DEARER, "0");
        talk.loses(REPLACE, true);
        talk.asks(new VenueCommand.CancelOrder(Conversation.ref("old")));
        talk.events();
        talk.answers(CANCEL, 200, ended());

        assertThat(talk.news()).containsExactly(new OrderNews.Ended(new Closure(Reason.REQUESTED, "CANCELED")));
    }

    @Test
    void anOrderWithFillsIsCancelledFirstAndOnlyTheProvenRestIsPlaced() {
        asks(DEARER, "0.005");
        assertThat(talk.asked()).containsExactly(CANCEL);
        talk.says(Frames.traded("old", "PARTIALLY_FILLED", 556, "0.005", "0.005"));
        talk.says(Frames.traded("old", "PARTIALLY_FILLED", 557, "0.003", "0.008"));
        talk.answers(CANCEL, 200, Frames.order("old", "CANCELED", "0.02", "0.008"));

        assertThat(talk.call(PLACE).body()).contains("quantity=0.012&newClientOrderId=new&");
        talk.answers(PLACE, 200, newOrder());
        assertThat(talk.news()).endsWith(replaced(DEARER, "78"));
    }

    @Test
    void aCancelInDoubtLeavesNothingToPlace() {
        asks(DEARER, "0.005");
        talk.loses(CANCEL, true);
        assertThat(talk.news()).element(1).isEqualTo(new OrderNews.InDoubt(request(DEARER), "connection reset"));

        talk.says(Frames.traded("old", "PARTIALLY_FILLED", 556, "0.005", "0.005"));
        talk.says(Frames.cancelled("old", "0.005"));
        assertThat(talk.news()).endsWith(new OrderNews.Ended(new Closure(Reason.VENUE_CANCELLED, "CANCELED")));
        assertThat(talk.asked()).isEmpty();
    }

    @Test
    void whenNothingIsLeftToPlaceTheOrderHasEnded() {
        asks(DEARER.withOrderQty(Qty.of("0.01")), "0.005");
        talk.says(Frames.traded("old", "PARTIALLY_FILLED", 556, "0.01", "0.01"));
        talk.answers(CANCEL, 200, Frames.order("old", "CANCELED", "0.02", "0.01"));

        assertThat(talk.news())
                .endsWith(new OrderNews.Ended(
                        new Closure(Reason.REQUESTED, "cancelled to be replaced; nothing is left to place")));
        assertThat(talk.asked()).doesNotContain(PLACE);
    }

    @Test
    void theRestThatIsTurnedDownEndsTheOrder() {
        asks(DEARER, "0.005");
        talk.says(Frames.traded("old", "PARTIALLY_FILLED", 556, "0.005", "0.005"));
        talk.answers(CANCEL, 200, Frames.order("old", "CANCELED", "0.02", "0.005"));
        talk.answers(PLACE, 400, Frames.error(-1013, "Filter failure: NOTIONAL"));

        assertThat(talk.news())
                .endsWith(new OrderNews.Ended(new Closure(
                        Reason.REQUESTED,
                        "cancelled to be replaced; the new order was not placed: FILTER "
                                + "(-1013: Filter failure: NOTIONAL)")));
    }
}
