package sluice.sim.binance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import sluice.market.Px;
import sluice.market.Qty;
import sluice.market.Side;
import sluice.sim.OrderRequest;
import sluice.sim.front.Fault;
import sluice.sim.front.FaultKind;

/** What the user data stream tells, in which order, under which names. */
class UserStreamTest {

    private final SimBinance venue = new SimBinance().frozen();

    @BeforeEach
    void subscribe() {
        venue.connect(1, "/ws-api/v3");
        venue.ask(1, "u1", "userDataStream.subscribe.signature", Map.of());
        var answer = venue.frames(1).get(0);
        assertThat(answer.at("/result/subscriptionId").asInt(-1)).isZero();
        assertThat(answer.path("status").asInt()).isEqualTo(200);
    }

    @Test
    void aNewOrderIsReportedWithItsBalance() {
        venue.limit("BUY", "0.02", venue.low(), "x-1");
        venue.drain();
        var events = events();
        assertThat(events)
                .extracting(event -> event.path("e").asText())
                .containsExactlyInAnyOrder("executionReport", "outboundAccountPosition");
        var report = reports(events).get(0);
        assertThat(report.path("x").asText()).isEqualTo("NEW");
        assertThat(report.path("X").asText()).isEqualTo("NEW");
        assertThat(report.path("c").asText()).isEqualTo("x-1");
        assertThat(report.path("C").asText()).isEmpty();
        assertThat(report.path("q").asText()).isEqualTo("0.02000000");
        assertThat(report.path("t").asInt()).isEqualTo(-1);
        assertThat(report.path("N").isNull()).isTrue();
        assertThat(report.path("n").asText()).isEqualTo("0");
        assertThat(report.path("w").asBoolean()).isTrue();
        var balance =
                events.stream().filter(event -> event.has("B")).findFirst().orElseThrow();
        assertThat(balance.at("/B/0/a").asText()).isEqualTo("USDT");
        assertThat(balance.path("B")).hasSize(1);
    }

    @Test
    void aReportHasEveryFieldOfThePage() {
        venue.market("BUY", "0.001", "x-1");
        venue.drain();
        var names = List.of(
                "e", "E", "s", "c", "S", "o", "f", "q", "p", "P", "F", "g", "C", "x", "X", "r", "i", "l", "z", "L", "n",
                "N", "T", "t", "I", "w", "m", "M", "O", "Z", "Y", "Q", "W", "V");
        for (var report : reports(events())) {
            assertThat(names).allMatch(report::has);
        }
    }

    @Test
    void aTradeIsReportedAsTheAnswerHasIt() {
        var answer = venue.market("BUY", "0.5", "x-1");
        venue.drain();
        var reports = reports(events());
        assertThat(reports.get(0).path("x").asText()).isEqualTo("NEW");
        var trades = reports.subList(1, reports.size());
        assertThat(trades).allMatch(report -> report.path("x").asText().equals("TRADE"));
        assertThat(trades)
                .extracting(report -> report.path("t").asText())
                .containsExactlyElementsOf(answer.body().path("fills").findValuesAsText("tradeId"));
        var last = trades.get(trades.size() - 1);
        assertThat(last.path("X").asText()).isEqualTo("FILLED");
        assertThat(last.path("z").asText()).isEqualTo("0.50000000");
        assertThat(last.path("Z").asText()).isEqualTo(answer.text("/cummulativeQuoteQty"));
        assertThat(last.path("N").asText()).isEqualTo("BTC");
        assertThat(last.path("m").asBoolean()).isFalse();
    }

    @Test
    void onACancelTheIdsChangePlaces() {
        venue.limit("BUY", "0.02", venue.low(), "x-1");
        venue.signed("DELETE", "/api/v3/order", "symbol=BTCUSDT&origClientOrderId=x-1&newClientOrderId=c-1");
        venue.drain();
        var reports = reports(events());
        var cancelled = reports.get(reports.size() - 1);
        assertThat(cancelled.path("x").asText()).isEqualTo("CANCELED");
        assertThat(cancelled.path("c").asText()).isEqualTo("c-1");
        assertThat(cancelled.path("C").asText()).isEqualTo("x-1");
    }

    @Test
    void anAmendmentIsReportedWithTheNewIdAndTheOld() {
        venue.limit("BUY", "0.02", venue.low(), "x-1");
        venue.signed(
                "PUT",
                "/api/v3/order/amend/keepPriority",
                "symbol=BTCUSDT&origClientOrderId=x-1&newClientOrderId=x-2&newQty=0.01");
        venue.drain();
        var reports = reports(events());
        var replaced = reports.get(reports.size() - 1);
        assertThat(replaced.path("x").asText()).isEqualTo("REPLACED");
        assertThat(replaced.path("X").asText()).isEqualTo("NEW");
        assertThat(replaced.path("c").asText()).isEqualTo("x-2");
        assertThat(replaced.path("C").asText()).isEqualTo("x-1");
        assertThat(replaced.path("q").asText()).isEqualTo("0.01000000");
    }

    @Test
    void anExpiryHasItsReason() {
        venue.signed(
                "POST",
                "/api/v3/order",
                SimBinance.order("BUY", "0.02", venue.low(), "x-1").replace("GTC", "FOK"));
        venue.drain();
        var reports = reports(events());
        var last = reports.get(reports.size() - 1);
        assertThat(last.path("X").asText()).isEqualTo("EXPIRED");
        assertThat(last.path("eR").asText()).isEqualTo("UNFILLED_FOK_ORDER_EXPIRED");
        assertThat(last.path("c").asText()).isEqualTo("x-1");
    }

    @Test
    void aRestingOrderThatIsHitIsReportedAsMaker() {
        var px = venue.low();
        venue.limit("BUY", "0.02", px, "x-1");
        venue.drain();
        venue.frames(1);
        venue.exchange.outsiderTrades(SimBinance.BTC, Side.SELL, Px.of(px), Qty.of("0.01"));
        venue.drain();
        var report = reports(events()).get(0);
        assertThat(report.path("X").asText()).isEqualTo("PARTIALLY_FILLED");
        assertThat(report.path("m").asBoolean()).isTrue();
        assertThat(report.path("l").asText()).isEqualTo("0.01000000");
    }

    @Test
    void anOrderRefusedIsNotReported() {
        venue.limit("BUY", "1000", venue.low(), "x-1");
        venue.drain();
        assertThat(events()).isEmpty();
    }

    @Test
    void nobodyHearsOfOtherAccounts() {
        venue.exchange.enroll("other");
        venue.exchange.place(
                "other", OrderRequest.limit(SimBinance.BTC, Side.BUY, Qty.of("0.01"), Px.of(venue.low()), "o-1"));
        venue.drain();
        assertThat(events()).isEmpty();
    }

    @Test
    void anAccountIsHeardOncePerConnection() {
        venue.ask(1, "u2", "userDataStream.subscribe.signature", Map.of());
        assertThat(venue.frames(1).get(0).at("/error/code").asInt()).isEqualTo(-2035);
        venue.connect(2, "/ws-api/v3");
        venue.ask(2, "u3", "userDataStream.subscribe.signature", Map.of());
        venue.frames(2);
        venue.limit("BUY", "0.02", venue.low(), "x-1");
        venue.drain();
        assertThat(reports(events())).hasSize(1);
        assertThat(venue.frames(2)).hasSize(2);
    }

    @Test
    void anEndedSubscriptionSaysSoAndIsSilent() {
        venue.type(1, "{\"id\":7,\"method\":\"userDataStream.unsubscribe\",\"params\":{\"subscriptionId\":0}}");
        var frames = venue.frames(1);
        assertThat(frames).extracting(frame -> frame.at("/event/e").asText()).contains("eventStreamTerminated");
        assertThat(frames).anyMatch(frame -> frame.path("id").asInt() == 7);
        venue.limit("BUY", "0.02", venue.low(), "x-1");
        venue.drain();
        assertThat(venue.frames(1)).isEmpty();
    }

    @Test
    void aDroppedReportIsNeverSent() {
        venue.arm(Fault.once(FaultKind.DROP_PRIVATE).on("executionReport"));
        venue.market("BUY", "0.001", "x-1");
        venue.drain();
        assertThat(reports(events()))
                .noneMatch(report -> report.path("x").asText().equals("NEW"));
        assertThat(venue.fired()).isEqualTo(1);
    }

    @Test
    void aReportMayComeBeforeTheReplyThatIsDelayed() {
        venue.arm(Fault.once(FaultKind.DELAY).on("place").with("ms", 300));
        var delivery = venue.send("POST", "/api/v3/order", SimBinance.order("BUY", "0.01", venue.low(), "x-1"));
        venue.drain();
        assertThat(delivery.delay().toMillis()).isEqualTo(300);
        assertThat(reports(events())).hasSize(1);
        assertThat(venue.exchange.openOrders("desk", Optional.empty())).hasSize(1);
    }

    private List<JsonNode> events() {
        return venue.frames(1).stream()
                .filter(frame -> frame.path("subscriptionId").asInt(-1) == 0)
                .map(frame -> frame.path("event"))
                .toList();
    }

    private static List<JsonNode> reports(List<JsonNode> events) {
        return events.stream()
                .filter(event -> event.path("e").asText().equals("executionReport"))
                .toList();
    }
}
