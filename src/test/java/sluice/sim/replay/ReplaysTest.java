package sluice.sim.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import sluice.market.Px;
import sluice.sim.Exchanges;
import sluice.sim.replay.Replays.Part;

/** Several recordings at once: each its own venue, at the distance in time that they were made. */
class ReplaysTest {

    private static final Instant START = Instant.parse("2026-08-01T00:00:00Z");

    private static Frame reply(long atMillis, String bid) {
        var body = "{\"lastUpdateId\":10,\"bids\":[[\"" + bid + "\",\"1\"]],\"asks\":[[\"999\",\"2\"]]}";
        return new Frame(
                stamp(atMillis), Frame.Kind.REPLY, "http", "https://x/api/v3/depth?symbol=BTCUSDT&limit=1000", body);
    }

    private static Frame snapshot(long atMillis, String bid) {
        var text = "{\"topic\":\"orderbook.50.BTCUSDT\",\"type\":\"snapshot\",\"ts\":1,\"data\":{\"s\":\"BTCUSDT\","
                + "\"b\":[[\"" + bid + "\",\"1\"]],\"a\":[[\"999\",\"2\"]],\"u\":" + (atMillis + 2)
                + ",\"seq\":7}}";
        return new Frame(stamp(atMillis), Frame.Kind.RECEIVED, "wss://x/v5/public/spot", "", text);
    }

    private static long stamp(long millis) {
        return Duration.ofMillis(1_700_000_000_000L + millis).toNanos();
    }

    private static Exchanges open(List<Frame> binance, List<Frame> bybit) {
        return Replays.open(
                List.of(
                        new Part("binance", new Recordings.Listed(binance)),
                        new Part("bybit", new Recordings.Listed(bybit))),
                Speed.REAL,
                START);
    }

    private static Px bid(Exchanges all, String venue) {
        var exchange = all.exchange(venue);
        var symbol = exchange.listings().get(0).symbol();
        return exchange.picture(symbol, 1).bids().get(0).px();
    }

    private static void playTo(Exchanges all, long millis) {
        while (all.play(START.plusMillis(millis), true)) {
            assertThat(all.isWorking()).isFalse();
        }
    }

    @Test
    void eachVenueIsThereWithItsOwnBook() {
        try (var all = open(List.of(reply(0, "100")), List.of(snapshot(0, "200")))) {
            assertThat(all.venues()).containsExactly("binance", "bybit");
            assertThat(bid(all, "binance")).isEqualTo(Px.of("100"));
            assertThat(bid(all, "bybit")).isEqualTo(Px.of("200"));
            assertThatThrownBy(() -> all.exchange("mtgox")).hasMessageContaining("no recording of mtgox");
        }
    }

    @Test
    void whatWasRecordedTogetherHappensTogether() {
        var binance = List.of(reply(2_000, "100"));
        var bybit = List.of(snapshot(0, "199"), snapshot(1_900, "200"), snapshot(3_000, "201"));
        try (var all = open(binance, bybit)) {
            playTo(all, 900);
            assertThat(bid(all, "binance")).isEqualTo(Px.of("100"));
            assertThat(bid(all, "bybit")).isEqualTo(Px.of("200"));
            playTo(all, 1_100);
            assertThat(bid(all, "bybit")).isEqualTo(Px.of("201"));
        }
    }
}
