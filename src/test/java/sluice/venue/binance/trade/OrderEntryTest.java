package sluice.venue.binance.trade;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
import sluice.venue.VenueEvent;

class OrderEntryTest {

    private static final String PLACE = "POST /api/v3/order";
    private static final String CANCEL = "DELETE /api/v3/order";
    private static final String TRADES = "GET /api/v3/myTrades";
    private static final OrderNews SENT = new OrderNews.Sent(new Request.New());
    private static final OrderNews ACKNOWLEDGED = new OrderNews.Acknowledged(new OrderId("77"));

    private final Conversation talk = Conversation.begun();

    static VenueCommand.NewOrder buy(String id, String qty) {
        return new VenueCommand.NewOrder(
                new ClOrdId(id), Terms.limit(Conversation.BTC_USDT, Side.BUY, Qty.of(qty), Px.of("60000"), Tif.GTC));
    }

    static OrderNews traded(String execId, String qty, Liquidity liquidity) {
        return new OrderNews.Traded(new Execution(
                new ExecId(execId),
                Qty.of(qty),
                Px.of("60000"),
                Money.of("0.00001", "BTC"),
                liquidity,
                Instant.ofEpochMilli(1_760_000_000_010L)));
    }

    @Test
    void anOrderIsSentThenAcknowledged() {
        talk.asks(buy("sl-a-1", "0.02"));

        assertThat(talk.news()).containsExactly(SENT);
        assertThat(talk.call(PLACE).body())
                .startsWith("symbol=BTCUSDT&side=BUY&type=LIMIT&quantity=0.02&newClientOrderId=sl-a-1")
                .contains("&recvWindow=5000&timestamp=1767323045000&signature=");
        talk.answers(PLACE, 200, Frames.order("sl-a-1", "NEW", "0.02", "0"));
        assertThat(talk.events())
                .containsExactly(new VenueEvent.OrderReport(
                        new sluice.market.VenueId("binance"),
                        Optional.of(new ClOrdId("sl-a-1")),
                        Optional.empty(),
                        Conversation.BTC_USDT,
                        ACKNOWLEDGED,
                        talk.clock.stamp()));
    }

    @Test
    void fillsInTheReplyAreToldAndToldAgainByTheStream() {
        talk.asks(buy("sl-a-1", "0.02"));
        talk.answers(PLACE, 200, Frames.full("sl-a-1", "PARTIALLY_FILLED", "0.02", "0.01", 556));

        assertThat(talk.news()).containsExactly(SENT, ACKNOWLEDGED, traded("556", "0.01", Liquidity.TAKER));
        talk.says(Frames.traded("sl-a-1", "PARTIALLY_FILLED", 556, "0.01", "0.01"));
        assertThat(talk.news()).containsExactly(traded("556", "0.01", Liquidity.TAKER));
    }

    @Test
    void whatAnIocLeavesIsExpired() {
        talk.asks(buy("sl-a-1", "0.02"));
        var reply = Frames.full("sl-a-1", "EXPIRED", "0.02", "0.01", 556).replace("\"GTC\"", "\"IOC\"");
        talk.answers(PLACE, 200, reply);

        assertThat(talk.news())
                .endsWith(
                        traded("556", "0.01", Liquidity.TAKER),
                        new OrderNews.Ended(new Closure(Reason.IOC_REMAINDER, "EXPIRED")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "-2010 | Account has insufficient balance for requested action. | INSUFFICIENT_BALANCE",
                "-2010 | Order would immediately match and take. | WOULD_TAKE",
                "-1013 | Filter failure: LOT_SIZE | FILTER",
            })
    void aDefiniteAnswerIsARejection(int code, String msg, Reason reason) {
        talk.asks(buy("sl-a-1", "0.02"));
        talk.answers(PLACE, 400, Frames.error(code, msg));

        assertThat(talk.news()).containsExactly(SENT, new OrderNews.Rejected(new Closure(reason, code + ": " + msg)));
    }

    @Test
    void aLostReplyIsADoubtAndNothingIsSentAgain() {
        talk.asks(buy("sl-a-1", "0.02"));
        talk.loses(PLACE, true);

        assertThat(talk.news()).containsExactly(SENT, new OrderNews.InDoubt(new Request.New(), "connection reset"));
        talk.passes(Duration.ofMinutes(1));
        assertThat(talk.asked()).doesNotContain(PLACE);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "504 | {\"code\":-1007,\"msg\":\"Timeout\"}",
                "503 | <html>",
                "400 | {\"code\":-1006,\"msg\":\"?\"}",
                "200 | {\"symbol\":",
                "200 | {\"symbol\":\"BTCUSDT\"}",
                "400 | {\"code\":-2010,\"msg\":\"Duplicate order sent.\"}",
            })
    void whatProvesNothingIsADoubt(int status, String body) {
        talk.asks(buy("sl-a-1", "0.02"));
        talk.answers(PLACE, status, body);

        assertThat(talk.news()).hasSize(2).element(1).isInstanceOf(OrderNews.InDoubt.class);
    }

    @Test
    void whatNeverLeftIsNotInDoubt() {
        talk.asks(buy("sl-a-1", "0.02"));
        talk.loses(PLACE, false);

        assertThat(talk.news()).containsExactly(SENT, new OrderNews.NotSent(new Request.New(), "connection reset"));
    }

    @Test
    void aTimestampOutsideTheWindowIsARejectionAndTheClockIsTakenAnew() {
        talk.asks(buy("sl-a-1", "0.02"));
        talk.answers(PLACE, 400, Frames.error(-1021, "Timestamp for this request was 1000ms ahead."));

        assertThat(talk.news()).element(1).isInstanceOf(OrderNews.Rejected.class);
        var server = talk.now().plusMillis(1500).toEpochMilli();
        talk.answers("GET /api/v3/time", 200, "{\"serverTime\":" + server + "}");
        talk.asks(buy("sl-a-2", "0.02"));
        assertThat(talk.call(PLACE).body()).contains("timestamp=" + server);
    }

    @Test
    void afterA429NoOrderLeavesUntilTheVenueWantsToHear() {
        talk.asks(buy("sl-a-1", "0.02"));
        talk.answers(PLACE, 429, Map.of("retry-after", "3"), Frames.error(-1003, "Too many requests."));

        assertThat(talk.news())
                .element(1)
                .isEqualTo(new OrderNews.Rejected(new Closure(Reason.RATE_LIMITED, "-1003: Too many requests.")));
        talk.asks(buy("sl-a-2", "0.02"));
        assertThat(talk.news()).singleElement().isInstanceOf(OrderNews.NotSent.class);
        talk.passes(Duration.ofSeconds(3));
        talk.asks(buy("sl-a-3", "0.02"));
        assertThat(talk.news()).as("cancels go first").singleElement().isInstanceOf(OrderNews.NotSent.class);
        talk.passes(Duration.ofMillis(250));
        talk.asks(buy("sl-a-4", "0.02"));
        assertThat(talk.news()).containsExactly(SENT);
    }

    @Test
    void aCancelIsOursToEnd() {
        talk.asks(new VenueCommand.CancelOrder(Conversation.ref("sl-a-1")));
        talk.answers(CANCEL, 200, Frames.order("sl-a-1", "CANCELED", "0.02", "0"));

        assertThat(talk.news())
                .containsExactly(
                        new OrderNews.Sent(new Request.Cancel()),
                        new OrderNews.Ended(new Closure(Reason.REQUESTED, "CANCELED")));
    }

    @Test
    void aCancelNobodyHereAskedForIsTheVenues() {
        talk.says(Frames.cancelled("sl-a-1", "0"));

        assertThat(talk.news()).containsExactly(new OrderNews.Ended(new Closure(Reason.VENUE_CANCELLED, "CANCELED")));
    }

    @Test
    void aRefusedCancelSaysNothingOfTheOrder() {
        talk.asks(new VenueCommand.CancelOrder(Conversation.ref("sl-a-1")));
        talk.answers(CANCEL, 400, Frames.error(-2011, "Unknown order sent."));

        assertThat(talk.news())
                .element(1)
                .isEqualTo(new OrderNews.RequestRejected(
                        new Request.Cancel(), new Closure(Reason.UNKNOWN_ORDER, "-2011: Unknown order sent.")));
    }

    @Test
    void aLostCancelIsADoubt() {
        talk.asks(new VenueCommand.CancelOrder(Conversation.ref("sl-a-1")));
        talk.loses(CANCEL, true);

        assertThat(talk.news()).element(1).isEqualTo(new OrderNews.InDoubt(new Request.Cancel(), "connection reset"));
    }

    @Test
    void theEndWaitsForTheFillsThatTheCancelSaysThereAre() {
        talk.asks(new VenueCommand.CancelOrder(Conversation.ref("sl-a-1")));
        talk.answers(CANCEL, 200, Frames.order("sl-a-1", "CANCELED", "0.02", "0.01"));

        assertThat(talk.news()).containsExactly(new OrderNews.Sent(new Request.Cancel()));
        talk.says(Frames.traded("sl-a-1", "PARTIALLY_FILLED", 556, "0.01", "0.01"));
        assertThat(talk.news())
                .containsExactly(
                        traded("556", "0.01", Liquidity.TAKER),
                        new OrderNews.Ended(new Closure(Reason.REQUESTED, "CANCELED")));
    }

    @Test
    void fillsThatNobodyToldAreFetched() {
        talk.asks(new VenueCommand.CancelOrder(Conversation.ref("sl-a-1")));
        talk.answers(CANCEL, 200, Frames.order("sl-a-1", "CANCELED", "0.02", "0.01"));
        talk.events();

        talk.passes(Duration.ofMillis(300));
        talk.answers(TRADES, 200, "[]");
        assertThat(talk.news()).isEmpty();
        talk.passes(Duration.ofSeconds(1));
        talk.answers(TRADES, 200, Frames.trade(556, "0.01"));
        assertThat(talk.news())
                .containsExactly(
                        traded("556", "0.01", Liquidity.MAKER),
                        new OrderNews.Ended(new Closure(Reason.REQUESTED, "CANCELED")));
    }

    @Test
    void aFillThatTheStreamSkippedIsFetchedWhenALaterOneShowsIt() {
        talk.says(Frames.traded("sl-a-1", "PARTIALLY_FILLED", 557, "0.005", "0.015"));
        assertThat(talk.news()).containsExactly(traded("557", "0.005", Liquidity.TAKER));

        talk.passes(Duration.ofMillis(300));
        talk.answers(TRADES, 200, Frames.trade(556, "0.01"));
        assertThat(talk.news()).containsExactly(traded("556", "0.01", Liquidity.MAKER));
        talk.passes(Duration.ofMinutes(1));
        assertThat(talk.asked()).doesNotContain(TRADES);
    }

    @Test
    void whatTheVenueCannotDoIsNotSent() {
        var terms = buy("sl-a-1", "0.02").terms().withTif(Tif.gtd(Instant.EPOCH));
        talk.asks(new VenueCommand.NewOrder(new ClOrdId("sl-a-1"), terms));

        assertThat(talk.news()).singleElement().isInstanceOf(OrderNews.NotSent.class);
        assertThat(talk.asked()).isEqualTo(List.of());
    }
}
