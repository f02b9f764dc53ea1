package sluice.sim.binance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import sluice.sim.binance.call.Limits;

/** Weights and order counts in their windows, which are those of the clock. */
class LimitsTest {

    private static final String WEIGHT = "X-MBX-USED-WEIGHT-1M";

    private final SimBinance venue = new SimBinance(new Limits(100, 3, 5, 2)).frozen();

    @Test
    void weightIsCountedByTheMinuteOfTheClock() {
        assertThat(venue.get("/api/v3/ping").headers()).containsEntry(WEIGHT, "1");
        assertThat(venue.get("/api/v3/depth?symbol=BTCUSDT&limit=500").headers())
                .containsEntry(WEIGHT, "26");
        venue.leap(Duration.ofSeconds(59));
        assertThat(venue.get("/api/v3/ping").headers()).containsEntry(WEIGHT, "27");
        venue.leap(Duration.ofSeconds(1));
        assertThat(venue.get("/api/v3/ping").headers()).containsEntry(WEIGHT, "1");
    }

    @Test
    void theDeepestBookCostsMost() {
        for (var limit : new int[] {100, 101, 1_000, 5_000}) {
            var weight = limit <= 100 ? 5 : limit <= 500 ? 25 : limit <= 1_000 ? 50 : 250;
            var fresh = new SimBinance();
            assertThat(fresh.get("/api/v3/depth?symbol=BTCUSDT&limit=" + limit).headers())
                    .containsEntry(WEIGHT, String.valueOf(weight));
        }
    }

    @Test
    void askingForAllOpenOrdersCostsMoreThanForOneSymbol() {
        assertThat(venue.signed("GET", "/api/v3/openOrders", "symbol=BTCUSDT").headers())
                .containsEntry(WEIGHT, "6");
        assertThat(venue.signed("GET", "/api/v3/openOrders", "").headers()).containsEntry(WEIGHT, "86");
    }

    @Test
    void aPlacedOrderCostsNoWeightAndARefusedOneDoes() {
        assertThat(venue.limit("BUY", "0.01", venue.low(), "x-1").headers()).containsEntry(WEIGHT, "0");
        assertThat(venue.limit("BUY", "0", venue.low(), "x-2").headers()).containsEntry(WEIGHT, "1");
    }

    @Test
    void tooMuchWeightIsRefusedUntilTheMinuteIsOverAndThenBanned() {
        venue.leap(Duration.ofMillis(10_500));
        venue.get("/api/v3/depth?symbol=BTCUSDT&limit=1000");
        venue.get("/api/v3/depth?symbol=BTCUSDT&limit=1000");
        var limited = venue.get("/api/v3/ping");
        assertThat(limited.status()).isEqualTo(429);
        assertThat(limited.code()).isEqualTo(-1003);
        assertThat(limited.headers()).containsEntry("Retry-After", "50");
        assertThat(venue.get("/api/v3/ping").status()).isEqualTo(429);
        var banned = venue.get("/api/v3/ping");
        assertThat(banned.status()).isEqualTo(418);
        assertThat(banned.headers()).containsEntry("Retry-After", "120");
        venue.leap(Duration.ofSeconds(60));
        assertThat(venue.get("/api/v3/ping").status()).isEqualTo(418);
        venue.leap(Duration.ofSeconds(60));
        assertThat(venue.get("/api/v3/ping").status()).isEqualTo(200);
    }

    @Test
    void patienceWithTheLimitAvoidsTheBan() {
        venue.get("/api/v3/depth?symbol=BTCUSDT&limit=1000");
        venue.get("/api/v3/depth?symbol=BTCUSDT&limit=1000");
        assertThat(venue.get("/api/v3/ping").status()).isEqualTo(429);
        venue.leap(Duration.ofSeconds(60));
        assertThat(venue.get("/api/v3/ping").status()).isEqualTo(200);
    }

    @Test
    void restingOrdersAreCountedInTenSecondsAndADay() {
        venue.limit("BUY", "0.01", venue.low(), "x-1");
        venue.limit("BUY", "0.01", venue.low(), "x-2");
        var third = venue.limit("BUY", "0.01", venue.low(), "x-3");
        assertThat(third.headers())
                .containsEntry("X-MBX-ORDER-COUNT-10S", "3")
                .containsEntry("X-MBX-ORDER-COUNT-1D", "3");
        var refused = venue.limit("BUY", "0.01", venue.low(), "x-4");
        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.code()).isEqualTo(-1015);
        venue.leap(Duration.ofSeconds(10));
        var later = venue.limit("BUY", "0.01", venue.low(), "x-4");
        assertThat(later.headers())
                .containsEntry("X-MBX-ORDER-COUNT-10S", "1")
                .containsEntry("X-MBX-ORDER-COUNT-1D", "4");
    }

    @Test
    void anOrderThatFillsDoesNotCount() {
        for (int i = 0; i < 6; i++) {
            var answer = venue.market("BUY", "0.001", "m-" + i);
            assertThat(answer.headers()).containsEntry("X-MBX-ORDER-COUNT-10S", "0");
        }
    }

    @Test
    void aCancelGivesNoCountBack() {
        venue.limit("BUY", "0.01", venue.low(), "x-1");
        venue.signed("DELETE", "/api/v3/order", "symbol=BTCUSDT&origClientOrderId=x-1");
        var counts = venue.signed("GET", "/api/v3/rateLimit/order", "").body();
        assertThat(counts.get(0).path("count").asInt()).isEqualTo(1);
        assertThat(counts.get(1).path("count").asInt()).isEqualTo(1);
    }

    @Test
    void aRefusedOrderDoesNotCount() {
        venue.limit("BUY", "1000", venue.low(), "x-1");
        assertThat(venue.limit("BUY", "0.01", venue.low(), "x-2").headers())
                .containsEntry("X-MBX-ORDER-COUNT-10S", "1");
    }
}
