package sluice.venue.bybit.trade;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import sluice.market.Money;
import sluice.market.Px;
import sluice.market.Qty;
import sluice.market.Side;
import sluice.order.ClOrdId;
import sluice.order.Closure;
import sluice.order.ExecId;
import sluice.order.Execution;
import sluice.order.Liquidity;
import sluice.order.OrderId;
import sluice.order.Reason;
import sluice.order.Request;
import sluice.order.Terms;
import sluice.order.Tif;
import sluice.venue.OrderNews;
import sluice.venue.VenueCommand;

class OrderEntryTest {

    private static final String PLACE = "POST /v5/order/create";
    private static final String CANCEL = "POST /v5/order/cancel";
    private static final String REALTIME = "GET /v5/order/realtime";
    private static final String HISTORY = "GET /v5/order/history";
    private static final String EXECUTIONS = "GET /v5/execution/list";
    private static final OrderNews SENT = new OrderNews.Sent(new Request.New());
    private static final OrderNews SHOWN = new OrderNews.Shown(new OrderId("1321"));
    private static final OrderNews ACKNOWLEDGED = new OrderNews.Acknowledged(new OrderId("1321"));

    private final Conversation talk = Conversation.begun();

    OrderEntryTest() {
        talk.events();
    }

    static VenueCommand.NewOrder buy(String id) {
        return new VenueCommand.NewOrder(
                new ClOrdId(id), Terms.limit(Conversation.PERP, Side.BUY, Qty.of("0.02"), Px.of("60000"), Tif.GTC));
    }

    static OrderNews traded(String execId, String qty) {
        return new OrderNews.Traded(new Execution(
                new ExecId(execId),
                Qty.of(qty),
                Px.of("60000"),
                Money.of("0.1", "USDT"),
                Liquidity.MAKER,
                Instant.ofEpochMilli(1_760_000_000_010L)));
    }

    private void placed(String id) {
        talk.asks(buy(id));
        talk.answers(PLACE, Frames.ACK);
        talk.says(Frames.stood(Frames.order(id, "New", "0")));
        talk.events();
    }

    @Test
    void anAcknowledgementIsNoAcceptance() {
        talk.asks(buy("sl-a-1"));
        talk.answers(PLACE, Frames.ACK);
        assertThat(talk.news()).containsExactly(SENT);

        talk.says(Frames.stood(Frames.order("sl-a-1", "New", "0")));
        assertThat(talk.news()).containsExactly(SHOWN, ACKNOWLEDGED);
    }

    @Test
    void aRejectionAfterTheAcknowledgementIsToldAsOne() {
        talk.asks(buy("sl-a-1"));
        talk.answers(PLACE, Frames.ACK);
        talk.says(Frames.stood(
                Frames.rejected(Frames.order("sl-a-1", "Cancelled", "0"), "EC_PostOnlyWillTakeLiquidity")));

        assertThat(talk.news())
                .containsExactly(
                        SENT,
                        new OrderNews.Rejected(
                                new Closure(Reason.WOULD_TAKE, "Cancelled: EC_PostOnlyWillTakeLiquidity")));
    }

    @Test
    void theStreamMayOvertakeTheReply() {
        talk.asks(buy("sl-a-1"));
        talk.says(Frames.stood(Frames.order("sl-a-1", "New", "0")));
        assertThat(talk.news()).containsExactly(SENT, SHOWN);

        talk.answers(PLACE, Frames.ACK);
        assertThat(talk.news()).containsExactly(ACKNOWLEDGED);
        talk.passes(Duration.ofSeconds(30));
        assertThat(talk.asked()).doesNotContain(REALTIME);
    }

    @Test
    void aLostReplyIsADoubtThoughTheStreamShowedTheOrder() {
        talk.asks(buy("sl-a-1"));
        talk.says(Frames.stood(Frames.order("sl-a-1", "New", "0")));
        talk.loses(PLACE, true);

        assertThat(talk.news()).startsWith(SENT, SHOWN).last().isInstanceOf(OrderNews.InDoubt.class);
    }

    @Test
    void anOrderThatTheStreamKeepsQuietAboutIsAskedFor() {
        talk.asks(buy("sl-a-1"));
        talk.answers(PLACE, Frames.ACK);
        talk.events();
        talk.passes(Duration.ofSeconds(3));
        assertThat(talk.call(REALTIME).url()).contains("category=linear&symbol=BTCUSDT&orderId=1321");
        talk.answers(REALTIME, Frames.list(Frames.order("sl-a-1", "New", "0")));

        assertThat(talk.news()).containsExactly(SHOWN, ACKNOWLEDGED);
    }

    @Test
    void anOrderThatIsNowhereAfterItsAcknowledgementIsADoubt() {
        talk.asks(buy("sl-a-1"));
        talk.answers(PLACE, Frames.ACK);
        talk.events();
        for (int tries = 0; tries < 3; tries++) {
            talk.passes(Duration.ofSeconds(8));
            talk.answers(REALTIME, Frames.NONE);
            talk.answers(REALTIME, Frames.NONE);
            talk.answers(HISTORY, Frames.NONE);
        }

        assertThat(talk.news())
                .containsExactly(new OrderNews.InDoubt(
                        new Request.New(), "acknowledged, but not told of for long; the order is not to be found"));
    }

    @ParameterizedTest
    @CsvSource({"110007, INSUFFICIENT_BALANCE", "10001, FILTER", "170217, WOULD_TAKE", "10005, NOT_PERMITTED"})
    void aDefiniteAnswerIsARejection(int code, Reason reason) {
        talk.asks(buy("sl-a-1"));
        talk.answers(PLACE, Frames.error(code));

        assertThat(talk.news()).containsExactly(SENT, new OrderNews.Rejected(new Closure(reason, code + ": words")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "200 | {\"retCode\":10016,\"retMsg\":\"Server error\"}",
                "200 | {\"retCode\":10000,\"retMsg\":\"Server Timeout\"}",
                "200 | {\"retCode\":110072,\"retMsg\":\"OrderLinkedID is duplicate\"}",
                "200 | {\"retCode\":987654,\"retMsg\":\"?\"}",
                "200 | {\"retCode\":0,\"retMsg\":\"OK\",\"result\":{}}",
                "200 | {\"retCode\":0",
                "200 | <html>",
                "503 | <html>",
                "502 | {\"retCode\":110007,\"retMsg\":\"?\"}",
            })
    void whatProvesNothingIsADoubt(int status, String body) {
        talk.asks(buy("sl-a-1"));
        talk.answers(PLACE, status, Map.of(), body);

        assertThat(talk.news()).hasSize(2).element(1).isInstanceOf(OrderNews.InDoubt.class);
    }

    @Test
    void aLostReplyIsADoubtAndNothingIsSentAgain() {
        talk.asks(buy("sl-a-1"));
        talk.loses(PLACE, true);

        assertThat(talk.news()).containsExactly(SENT, new OrderNews.InDoubt(new Request.New(), "connection reset"));
        talk.passes(Duration.ofMinutes(1));
        assertThat(talk.asked()).doesNotContain(PLACE);
    }

    @Test
    void whatNeverLeftIsNotInDoubt() {
        talk.asks(buy("sl-a-1"));
        talk.loses(PLACE, false);

        assertThat(talk.news()).containsExactly(SENT, new OrderNews.NotSent(new Request.New(), "connection reset"));
    }

    @Test
    void executionsAreToldOnceAndTheEndAfterThem() {
        placed("sl-a-1");
        talk.says(Frames.stood(Frames.order("sl-a-1", "Filled", "0.02")));
        talk.says(Frames.stood(Frames.order("sl-a-1", "Filled", "0.02")));
        assertThat(talk.news()).isEmpty();

        talk.says(
                Frames.executed(Frames.execution("sl-a-1", "e1", "0.015"), Frames.execution("sl-a-1", "e2", "0.005")));
        assertThat(talk.news()).containsExactly(traded("e1", "0.015"), traded("e2", "0.005"));
    }

    @Test
    void aCancelledRestIsToldAfterTheFillsThatTheVenueCounts() {
        placed("sl-a-1");
        talk.says(Frames.stood(Frames.order("sl-a-1", "Cancelled", "0.01").replace("UNKNOWN", "CancelByAdmin")));
        assertThat(talk.news()).isEmpty();
        talk.passes(Duration.ofMillis(300));
        assertThat(talk.call(EXECUTIONS).url()).contains("orderId=1321");
        talk.answers(EXECUTIONS, Frames.list(Frames.execution("sl-a-1", "e1", "0.004"), "next"));
        assertThat(talk.call(EXECUTIONS).url()).contains("cursor=next");
        talk.answers(EXECUTIONS, Frames.list(Frames.execution("sl-a-1", "e2", "0.006")));

        assertThat(talk.news())
                .containsExactly(
                        traded("e1", "0.004"),
                        traded("e2", "0.006"),
                        new OrderNews.Ended(new Closure(Reason.VENUE_CANCELLED, "Cancelled: CancelByAdmin")));
    }

    @Test
    void aCancelIsOverWhenTheStreamSaysSo() {
        placed("sl-a-1");
        talk.asks(new VenueCommand.CancelOrder(Conversation.ref("sl-a-1")));
        assertThat(talk.call(CANCEL).body())
                .isEqualTo("{\"category\":\"linear\",\"symbol\":\"BTCUSDT\",\"orderLinkId\":\"sl-a-1\"}");
        talk.answers(CANCEL, Frames.ACK);
        assertThat(talk.news()).containsExactly(new OrderNews.Sent(new Request.Cancel()));

        talk.says(Frames.stood(Frames.order("sl-a-1", "Cancelled", "0").replace("UNKNOWN", "CancelByUser")));
        assertThat(talk.news())
                .containsExactly(new OrderNews.Ended(new Closure(Reason.REQUESTED, "Cancelled: CancelByUser")));
    }

    @Test
    void aCancelThatIsNeverToldOfIsAskedAboutAndThenADoubt() {
        placed("sl-a-1");
        talk.asks(new VenueCommand.CancelOrder(Conversation.ref("sl-a-1", "1321")));
        talk.answers(CANCEL, Frames.ACK);
        talk.events();
        for (int tries = 0; tries < 3; tries++) {
            talk.passes(Duration.ofSeconds(8));
            talk.answers(REALTIME, Frames.list(Frames.order("sl-a-1", "New", "0")));
        }

        assertThat(talk.news())
                .endsWith(new OrderNews.InDoubt(
                        new Request.Cancel(), "acknowledged, but not told of for long; the order is SUBMITTED"));
    }

    @ParameterizedTest
    @CsvSource({"110001, UNKNOWN_ORDER", "170213, UNKNOWN_ORDER", "110008, ALREADY_DONE", "110010, ALREADY_DONE"})
    void aRefusedCancelSaysNothingOfTheOrder(int code, Reason reason) {
        talk.asks(new VenueCommand.CancelOrder(Conversation.ref("sl-a-1")));
        talk.answers(CANCEL, Frames.error(code));

        assertThat(talk.news())
                .element(1)
                .isEqualTo(new OrderNews.RequestRejected(new Request.Cancel(), new Closure(reason, code + ": words")));
    }

    @Test
    void aTimestampOutsideTheWindowIsARejectionAndTheClockIsTakenAnew() {
        talk.asks(buy("sl-a-1"));
        talk.answers(PLACE, Frames.error(10002));
        assertThat(talk.news()).element(1).isInstanceOf(OrderNews.Rejected.class);
        talk.clock.pass(Duration.ofMillis(1));
        talk.tellsTime();
        talk.asks(buy("sl-a-2"));

        assertThat(talk.call(PLACE).headers())
                .containsEntry(
                        "X-BAPI-TIMESTAMP", Long.toString(talk.clock.now().toEpochMilli()));
    }
}
