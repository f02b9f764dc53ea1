package sluice.sim.coinbase;

import static org.assertj.core.api.Assertions.assertThat;
import static sluice.sim.front.FaultKind.BAN;
import static sluice.sim.front.FaultKind.CLOCK_SKEW;
import static sluice.sim.front.FaultKind.DELAY;
import static sluice.sim.front.FaultKind.DISCONNECT;
import static sluice.sim.front.FaultKind.DUPLICATE;
import static sluice.sim.front.FaultKind.GAP;
import static sluice.sim.front.FaultKind.HTTP;
import static sluice.sim.front.FaultKind.MAINTENANCE;
import static sluice.sim.front.FaultKind.RATE_LIMIT;
import static sluice.sim.front.FaultKind.READ_LAG;
import static sluice.sim.front.FaultKind.REJECT;
import static sluice.sim.front.FaultKind.REORDER;
import static sluice.sim.front.FaultKind.REPLY_LOST;
import static sluice.sim.front.FaultKind.REQUEST_LOST;
import static sluice.sim.front.FaultKind.SILENCE;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import sluice.sim.coinbase.call.Limits;
import sluice.sim.coinbase.call.Quirks;
import sluice.sim.front.Delivery;
import sluice.sim.front.Fault;
import sluice.sim.front.Push;

/** What can be made to go wrong, and what truly happened then. */
class FaultsTest {

    private final SimCoinbase sim = new SimCoinbase().frozen();

    private Delivery place(String clientId) {
        var body = SimCoinbase.order(clientId, "BUY", "limit_limit_gtc", "base_size", "0.01", "limit_price", sim.low());
        return sim.send("POST", "/orders", body.toString(), sim.token());
    }

    @Test
    void aLostReplyLeavesTheOrderAndALostRequestNone() {
        sim.arm(Fault.once(REPLY_LOST).on("place"));
        assertThat(place("c-1")).isInstanceOf(Delivery.Cut.class);
        assertThat(sim.exchange.orders("desk")).hasSize(1);
        sim.arm(Fault.once(REQUEST_LOST).on("POST /api/v3/brokerage/orders"));
        assertThat(place("c-2")).isInstanceOf(Delivery.Cut.class);
        assertThat(sim.exchange.orders("desk")).hasSize(1);
        assertThat(sim.log.list()).extracting(request -> request.clOrdId()).containsExactly("c-1");
    }

    @Test
    void answersAreReplacedDelayedAndRefused() {
        sim.arm(Fault.once(HTTP).on("place").with("status", 502).with("body", "<html>bad gateway</html>"));
        assertThat(SimCoinbase.answer(place("c-1")).status()).isEqualTo(502);
        sim.arm(Fault.once(DELAY).on("place").with("ms", 700));
        assertThat(place("c-2").delay()).isEqualTo(Duration.ofMillis(700));
        sim.arm(Fault.once(REJECT).with("code", "PRODUCT_TRADING_HALTED"));
        assertThat(SimCoinbase.answer(place("c-3")).reason()).isEqualTo("PRODUCT_TRADING_HALTED");
        assertThat(sim.exchange.orders("desk")).hasSize(1);
    }

    @Test
    void tooManyRequestsAreRefusedWithoutSayingUntilWhen() {
        sim.arm(Fault.once(RATE_LIMIT));
        var limited = sim.get("/accounts");
        assertThat(limited.status()).isEqualTo(429);
        assertThat(limited.headers()).doesNotContainKey("Retry-After");
        assertThat(limited.text("/errors/0/id")).isEqualTo("rate_limit_exceeded");
        var strict = new SimCoinbase(Limits.USUAL, Quirks.USUAL).frozen();
        for (int i = 0; i < 10; i++) {
            assertThat(strict.open("/time").headers()).containsEntry("x-ratelimit-remaining", String.valueOf(9 - i));
        }
        assertThat(strict.open("/time").status()).isEqualTo(429);
        assertThat(strict.get("/accounts").headers()).containsEntry("x-ratelimit-limit", "30");
        assertThat(strict.after(1_000).open("/time").status()).isEqualTo(200);
    }

    @Test
    void aGapInABookIsAGapInTheCount() {
        sim.connect(1);
        sim.subscribe(1, "level2", SimCoinbase.BTC);
        sim.frames(1);
        sim.arm(Fault.once(GAP));
        var numbers = sim.after(400).frames(1).stream()
                .map(frame -> frame.path("sequence_num").asInt())
                .toList();
        assertThat(numbers.get(0)).isEqualTo(3);
    }

    @Test
    void messagesAreDoubledAndSwapped() {
        sim.connect(1);
        sim.subscribe(1, "level2", SimCoinbase.BTC);
        sim.frames(1);
        sim.arm(Fault.once(DUPLICATE).on("l2_data"));
        sim.arm(Fault.once(REORDER).on("level2:BTC-USD"));
        var numbers = sim.after(500).frames(1).stream()
                .map(frame -> frame.path("sequence_num").asInt())
                .toList();
        assertThat(numbers).startsWith(3, 2, 4, 4, 5);
        assertThat(sim.faults.list()).allMatch(armed -> armed.fired() == 1);
    }

    @Test
    void aSilentSocketStaysOpen() {
        sim.connect(1);
        sim.subscribe(1, "heartbeats");
        sim.frames(1);
        sim.arm(Fault.once(SILENCE).lasting(Duration.ofSeconds(3)));
        sim.after(2_900);
        assertThat(sim.pushed).isEmpty();
        assertThat(sim.after(2_000).frames(1, "heartbeats")).isNotEmpty();
    }

    @Test
    void everySocketIsCut() {
        sim.connect(1);
        sim.connect(2);
        sim.arm(Fault.once(DISCONNECT));
        sim.drain();
        assertThat(sim.pushed).containsExactly(new Push.Cut(1), new Push.Cut(2));
    }

    @Test
    void aWrongClockRefusesTokensThatAreFresh() {
        sim.arm(Fault.once(CLOCK_SKEW).with("ms", -30_000));
        assertThat(sim.get("/accounts").status()).isEqualTo(401);
        var told = Instant.parse(sim.open("/time").text("/iso"));
        assertThat(told).isEqualTo(sim.now().minusSeconds(30));
    }

    @Test
    void nothingIsServedUnderMaintenance() {
        sim.connect(1);
        sim.arm(Fault.once(MAINTENANCE));
        assertThat(sim.open("/time").status()).isEqualTo(503);
        sim.drain();
        assertThat(sim.pushed).contains(new Push.Cut(1));
    }

    @Test
    void aBanIsAPageOfWhatStandsBeforeTheVenue() {
        sim.arm(Fault.once(BAN).lasting(Duration.ofSeconds(5)));
        assertThat(sim.open("/time").status()).isEqualTo(403);
        assertThat(sim.after(5_000).open("/time").status()).isEqualTo(200);
    }

    @Test
    void aNewOrderIsHiddenFromQueriesForAWhile() {
        sim.arm(Fault.once(READ_LAG).with("ms", 500));
        var id = SimCoinbase.answer(place("c-1")).orderId();
        assertThat(sim.get("/orders/historical/" + id).status()).isEqualTo(404);
        assertThat(sim.get("/orders/historical/batch").json().path("orders")).isEmpty();
        assertThat(sim.after(500).get("/orders/historical/" + id).status()).isEqualTo(200);
    }
}
