package sluice.sim.binance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sluice.sim.front.Delivery;
import sluice.sim.front.Fault;
import sluice.sim.front.FaultKind;
import sluice.sim.front.Push;

/** Each fault a request can meet, and what of it is true at the venue afterwards. */
class FaultyRequestsTest {

    private final SimBinance venue = new SimBinance().frozen();

    @ParameterizedTest
    @ValueSource(strings = {"place", "POST /api/v3/order", ""})
    void aLostReplyLeavesTheOrderAtTheVenue(String match) {
        var fault = Fault.once(FaultKind.REPLY_LOST);
        venue.arm(match.isEmpty() ? fault : fault.on(match));
        assertThat(place("x-1")).isInstanceOf(Delivery.Cut.class);
        assertThat(venue.fired()).isEqualTo(1);
        assertThat(venue.exchange.openOrders("desk", Optional.empty())).hasSize(1);
        assertThat(venue.log.list())
                .extracting(request -> request.method() + request.path() + request.status() + request.clOrdId())
                .containsExactly("POST/api/v3/order200x-1");
    }

    @Test
    void aReplyCanBeCutAtAnyByte() {
        venue.arm(Fault.once(FaultKind.REPLY_LOST).on("place").with("bytes", 40));
        assertThat(place("x-1"))
                .isInstanceOfSatisfying(
                        Delivery.Cut.class, cut -> assertThat(cut.bytes()).isEqualTo(40));
    }

    @Test
    void aRequestMetWithSilenceWasCarriedOut() {
        venue.arm(Fault.once(FaultKind.SILENCE).on("place"));
        assertThat(place("x-1")).isInstanceOf(Delivery.Nothing.class);
        assertThat(venue.exchange.openOrders("desk", Optional.empty())).hasSize(1);
        assertThat(place("x-2")).isInstanceOf(Delivery.Reply.class);
    }

    @Test
    void aLostRequestWasNeverSeen() {
        venue.arm(Fault.once(FaultKind.REQUEST_LOST).on("place"));
        assertThat(place("x-1")).isEqualTo(Delivery.Cut.silent());
        assertThat(venue.exchange.orders("desk")).isEmpty();
        assertThat(venue.log.list()).isEmpty();
    }

    @Test
    void aFaultOnOneVerbLeavesTheOthersAlone() {
        venue.arm(Fault.once(FaultKind.REPLY_LOST).on("cancel"));
        assertThat(place("x-1")).isInstanceOf(Delivery.Reply.class);
        assertThat(venue.send("DELETE", "/api/v3/order", "symbol=BTCUSDT&origClientOrderId=x-1"))
                .isInstanceOf(Delivery.Cut.class);
        assertThat(venue.exchange.openOrders("desk", Optional.empty())).isEmpty();
    }

    @Test
    void aReplacedAnswerIsAboutNothingUnlessTheRequestWasProcessed() {
        venue.arm(Fault.once(FaultKind.HTTP).on("place").with("status", 503).with("body", "{\"code\":-1008}"));
        var refused = SimBinance.answer(place("x-1"));
        assertThat(refused.status()).isEqualTo(503);
        assertThat(refused.code()).isEqualTo(-1008);
        assertThat(venue.exchange.orders("desk")).isEmpty();
        venue.arm(Fault.once(FaultKind.HTTP)
                .with("status", 504)
                .with("processed", true)
                .with("body", "{\"code\":-1007}"));
        assertThat(SimBinance.answer(place("x-1")).code()).isEqualTo(-1007);
        assertThat(venue.exchange.openOrders("desk", Optional.empty())).hasSize(1);
    }

    @Test
    void aRateLimitLastsAsLongAsItSays() {
        venue.arm(Fault.once(FaultKind.RATE_LIMIT).lasting(Duration.ofMillis(2_500)));
        var limited = venue.get("/api/v3/ping");
        assertThat(limited.status()).isEqualTo(429);
        assertThat(limited.headers()).containsEntry("Retry-After", "3");
        venue.leap(Duration.ofMillis(2_500));
        assertThat(venue.get("/api/v3/ping").status()).isEqualTo(200);
    }

    @Test
    void aBanHoldsForEverythingUntilItsEnd() {
        venue.arm(Fault.once(FaultKind.BAN).on("place"));
        var banned = SimBinance.answer(place("x-1"));
        assertThat(banned.status()).isEqualTo(418);
        assertThat(banned.headers()).containsEntry("Retry-After", "5");
        assertThat(venue.get("/api/v3/ping").status()).isEqualTo(418);
        venue.connect(9, "/ws");
        assertThat(venue.pushed).containsExactly(new Push.Cut(9));
        venue.leap(Duration.ofSeconds(5));
        assertThat(venue.get("/api/v3/ping").status()).isEqualTo(200);
    }

    @Test
    void maintenanceServesNothing() {
        venue.connect(1, "/ws");
        venue.arm(Fault.once(FaultKind.MAINTENANCE).lasting(Duration.ofSeconds(3)));
        venue.drain();
        assertThat(venue.pushed).contains(new Push.Cut(1));
        assertThat(venue.get("/api/v3/time").status()).isEqualTo(503);
        venue.connect(2, "/ws");
        assertThat(venue.pushed).contains(new Push.Cut(2));
        venue.front.closed(1);
        venue.leap(Duration.ofSeconds(3));
        assertThat(venue.get("/api/v3/time").status()).isEqualTo(200);
    }

    @Test
    void anUnnamedRejectMeansThePlacementOfAnOrder() {
        venue.arm(Fault.once(FaultKind.REJECT).with("code", -2010).with("msg", "Market is closed."));
        assertThat(venue.get("/api/v3/time").status()).isEqualTo(200);
        var rejected = SimBinance.answer(place("x-1"));
        assertThat(rejected.status()).isEqualTo(400);
        assertThat(rejected.code()).isEqualTo(-2010);
        assertThat(rejected.text("/msg")).isEqualTo("Market is closed.");
        assertThat(venue.exchange.orders("desk")).isEmpty();
    }

    @Test
    void aNewOrderCanBeInvisibleForAWhile() {
        venue.arm(Fault.once(FaultKind.READ_LAG).with("ms", 700));
        assertThat(SimBinance.answer(place("x-1")).status()).isEqualTo(200);
        var query = "symbol=BTCUSDT&origClientOrderId=x-1";
        assertThat(venue.signed("GET", "/api/v3/order", query).code()).isEqualTo(-2013);
        assertThat(venue.signed("GET", "/api/v3/openOrders", "").body()).isEmpty();
        assertThat(venue.signed("GET", "/api/v3/allOrders", "symbol=BTCUSDT").body())
                .isEmpty();
        venue.leap(Duration.ofMillis(700));
        assertThat(venue.signed("GET", "/api/v3/order", query).status()).isEqualTo(200);
        assertThat(venue.fired()).isEqualTo(1);
    }

    @Test
    void fillsAreInvisibleWithTheirOrder() {
        venue.arm(Fault.once(FaultKind.READ_LAG).lasting(Duration.ofSeconds(2)));
        venue.market("BUY", "0.01", "x-1");
        assertThat(venue.signed("GET", "/api/v3/myTrades", "symbol=BTCUSDT").body())
                .isEmpty();
        venue.leap(Duration.ofSeconds(2));
        assertThat(venue.signed("GET", "/api/v3/myTrades", "symbol=BTCUSDT").body())
                .isNotEmpty();
    }

    @Test
    void aNamedDisconnectCutsTheRequestUnseen() {
        venue.arm(Fault.once(FaultKind.DISCONNECT).on("place"));
        assertThat(place("x-1")).isEqualTo(Delivery.Cut.silent());
        assertThat(venue.exchange.orders("desk")).isEmpty();
    }

    @Test
    void booksWithoutChecksumsCannotHaveWrongOnes() {
        assertThatThrownBy(() -> venue.arm(Fault.once(FaultKind.CORRUPT_CHECKSUM)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theSameCallsGiveTheSameAnswers() {
        assertThat(played()).isEqualTo(played());
    }

    private static Map<String, Object> played() {
        var venue = new SimBinance();
        venue.connect(1, "/stream?streams=btcusdt@depth@100ms/btcusdt@trade");
        venue.connect(2, "/ws-api/v3");
        venue.ask(2, "u", "userDataStream.subscribe.signature", Map.of());
        var answer = venue.signed("POST", "/api/v3/order", "symbol=BTCUSDT&side=BUY&type=MARKET&quantity=0.3");
        venue.after(2_000);
        return Map.of("answer", answer, "market", venue.frames(1), "private", venue.frames(2));
    }

    private Delivery place(String clientId) {
        return venue.send("POST", "/api/v3/order", SimBinance.order("BUY", "0.01", venue.low(), clientId));
    }
}
