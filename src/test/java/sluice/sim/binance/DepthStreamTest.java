package sluice.sim.binance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import sluice.market.book.Level;
import sluice.sim.front.Fault;
import sluice.sim.front.FaultKind;

/** The venue's own algorithm for a local book, against the exchange's picture. */
class DepthStreamTest {

    private static final String STREAM = "btcusdt@depth@100ms";

    private final SimBinance venue = new SimBinance();
    private final TreeMap<BigDecimal, BigDecimal> bids = new TreeMap<>(Comparator.reverseOrder());
    private final TreeMap<BigDecimal, BigDecimal> asks = new TreeMap<>();
    private long localId;

    @Test
    void aBookKeptByTheVenuesAlgorithmIsTheExchanges() {
        venue.connect(1, "/ws/" + STREAM);
        venue.after(1_000);
        snapshot();
        for (int i = 0; i < 20; i++) {
            venue.after(500);
            venue.frames(1).forEach(this::apply);
            var picture = venue.exchange.picture(SimBinance.BTC, 5_000);
            assertThat(localId).isEqualTo(picture.lastUpdateId());
            same(bids, picture.bids());
            same(asks, picture.asks());
        }
    }

    @Test
    void theSlowAndTheFastStreamTellTheSameBook() {
        venue.connect(1, "/ws/btcusdt@depth");
        venue.connect(2, "/ws/" + STREAM);
        venue.after(10_000);
        var slow = venue.frames(1);
        var fast = venue.frames(2);
        assertThat(slow.size()).isBetween(9, 10);
        assertThat(fast.size()).isGreaterThan(50);
        assertThat(continuous(slow)).isTrue();
        assertThat(continuous(fast)).isTrue();
        assertThat(slow.get(slow.size() - 1).path("u").asLong())
                .isIn(fast.stream().map(event -> event.path("u").asLong()).toList());
    }

    @Test
    void aSubscriberMayComeLate() {
        venue.connect(1, "/stream?streams=" + STREAM);
        venue.after(3_030);
        venue.connect(2, "/ws/" + STREAM);
        venue.after(2_000);
        assertThat(continuous(venue.frames(2))).isTrue();
    }

    @Test
    void subscribingAgainLosesNothing() {
        venue.connect(1, "/ws/" + STREAM);
        venue.after(2_050);
        venue.type(1, "{\"method\":\"SUBSCRIBE\",\"params\":[\"" + STREAM + "\"],\"id\":1}");
        venue.after(2_050);
        var events = venue.frames(1).stream().filter(frame -> frame.has("U")).toList();
        assertThat(continuous(events)).isTrue();
    }

    @Test
    void aGapShowsInTheNumbers() {
        venue.connect(1, "/ws/" + STREAM);
        venue.after(1_000);
        venue.arm(Fault.once(FaultKind.GAP));
        venue.after(1_000);
        assertThat(continuous(venue.frames(1))).isFalse();
        assertThat(venue.fired()).isEqualTo(1);
    }

    @Test
    void duplicatesAndReorderingShowInTheNumbers() {
        venue.connect(1, "/ws/" + STREAM);
        venue.arm(Fault.once(FaultKind.DUPLICATE).on(STREAM));
        venue.after(1_000);
        var events = venue.frames(1);
        assertThat(events.get(0)).isEqualTo(events.get(1));
        venue.arm(Fault.once(FaultKind.REORDER).on("depth@100ms"));
        venue.after(1_000);
        var swapped = venue.frames(1);
        assertThat(swapped.get(0).path("U").asLong())
                .isGreaterThan(swapped.get(1).path("U").asLong());
    }

    @Test
    void aPartialBookIsTheTopOfThePicture() {
        venue.connect(1, "/stream?streams=btcusdt@depth5@100ms");
        venue.after(1_000);
        var frames = venue.frames(1);
        var last = frames.get(frames.size() - 1);
        assertThat(last.path("stream").asText()).isEqualTo("btcusdt@depth5@100ms");
        assertThat(last.at("/data/bids")).hasSize(5);
        assertThat(last.path("data").has("e")).isFalse();
        var picture = venue.exchange.picture(SimBinance.BTC, 5);
        assertThat(last.at("/data/lastUpdateId").asLong()).isEqualTo(picture.lastUpdateId());
        assertThat(new BigDecimal(last.at("/data/asks/4/0").asText()))
                .isEqualByComparingTo(picture.asks().get(4).px().value());
    }

    @Test
    void theBookTickerIsTheTopOfTheBook() {
        venue.connect(1, "/ws/btcusdt@bookTicker");
        venue.after(5_000);
        var frames = venue.frames(1);
        var top = venue.exchange.picture(SimBinance.BTC, 1);
        var last = frames.get(frames.size() - 1);
        assertThat(last.has("e")).isFalse();
        assertThat(new BigDecimal(last.path("b").asText()))
                .isEqualByComparingTo(top.bids().get(0).px().value());
        assertThat(new BigDecimal(last.path("A").asText()))
                .isEqualByComparingTo(top.asks().get(0).qty().value());
    }

    @Test
    void tradesTellWhoTook() {
        venue.frozen().connect(1, "/stream?streams=btcusdt@trade/btcusdt@aggTrade");
        venue.market("BUY", "0.001", "x-1");
        venue.drain();
        var frames = venue.frames(1);
        assertThat(frames).hasSize(2);
        assertThat(frames.get(0).at("/data/e").asText()).isEqualTo("trade");
        assertThat(frames.get(0).at("/data/m").asBoolean()).isFalse();
        assertThat(frames.get(1).at("/data/e").asText()).isEqualTo("aggTrade");
        assertThat(frames.get(1).at("/data/q").asText()).isEqualTo("0.00100000");
    }

    /** web-socket-streams, "How to manage a local order book correctly", steps 1 to 5. */
    private void snapshot() {
        var buffered = venue.frames(1);
        var body = venue.get("/api/v3/depth?symbol=BTCUSDT&limit=5000").body();
        localId = body.path("lastUpdateId").asLong();
        assertThat(localId).isGreaterThanOrEqualTo(buffered.get(0).path("U").asLong());
        levels(body.path("bids"), bids);
        levels(body.path("asks"), asks);
        buffered.stream().filter(event -> event.path("u").asLong() > localId).forEach(this::apply);
    }

    /** Step 6: stale ones are ignored, a gap would start it all again, quantities are absolute. */
    private void apply(JsonNode event) {
        if (event.path("u").asLong() <= localId) {
            return;
        }
        assertThat(event.path("U").asLong()).isLessThanOrEqualTo(localId + 1);
        levels(event.path("b"), bids);
        levels(event.path("a"), asks);
        localId = event.path("u").asLong();
    }

    private static void levels(JsonNode levels, TreeMap<BigDecimal, BigDecimal> side) {
        for (var level : levels) {
            var qty = new BigDecimal(level.get(1).asText());
            if (qty.signum() == 0) {
                side.remove(new BigDecimal(level.get(0).asText()));
            } else {
                side.put(new BigDecimal(level.get(0).asText()), qty);
            }
        }
    }

    private static void same(TreeMap<BigDecimal, BigDecimal> side, List<Level> levels) {
        assertThat(side.entrySet().stream()
                        .map(entry -> entry.getKey().stripTrailingZeros().toPlainString() + " "
                                + entry.getValue().stripTrailingZeros().toPlainString()))
                .containsExactlyElementsOf(levels.stream()
                        .map(level -> level.px().plain() + " " + level.qty().plain())
                        .toList());
    }

    private static boolean continuous(List<JsonNode> events) {
        for (int i = 1; i < events.size(); i++) {
            if (events.get(i).path("U").asLong() != events.get(i - 1).path("u").asLong() + 1) {
                return false;
            }
        }
        return events.size() > 1;
    }
}
