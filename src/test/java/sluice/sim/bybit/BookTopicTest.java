package sluice.sim.bybit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import sluice.market.book.Level;
import sluice.sim.front.Fault;
import sluice.sim.front.FaultKind;

/** Books over the public sockets, built as the venue's page says and compared with the exchange's own. */
class BookTopicTest {

    private static final String SPOT = "/v5/public/spot";
    private static final String LINEAR = "/v5/public/linear";

    private final SimBybit venue = new SimBybit();

    @ParameterizedTest
    @CsvSource({
        "spot, 50, BTCUSDT",
        "spot, 200, BTCUSDT",
        "linear, 50, BTCUSDT-PERP",
        "linear, 200, BTCUSDT-PERP",
        "linear, 1000, BTCUSDT-PERP"
    })
    void aBookBuiltFromTheTopicIsTheExchanges(String category, int depth, String symbol) {
        venue.connect(1, "/v5/public/" + category);
        venue.subscribe(1, "orderbook." + depth + ".BTCUSDT");
        venue.after(10_000);
        venue.market(category, "Buy", "0.5", "x-1");
        venue.after(200);
        var frames = books(1);
        var mine = new Mine();
        frames.forEach(mine::apply);
        var truth = venue.exchange.picture(symbol, depth);
        assertThat(mine.bids.entrySet()).hasSameSizeAs(truth.bids());
        check(mine.bids, truth.bids());
        check(mine.asks, truth.asks());
        assertThat(frames).hasSizeGreaterThan(40);
        assertThat(mine.seq).isEqualTo(truth.lastUpdateId());
    }

    @Test
    void everyMessageHasTheNextNumberAndOnlyTheFirstIsASnapshot() {
        venue.connect(1, LINEAR);
        venue.subscribe(1, "orderbook.50.BTCUSDT");
        venue.after(3_000);
        var frames = books(1);
        var first = frames.get(0).at("/data/u").asLong();
        for (int i = 0; i < frames.size(); i++) {
            assertThat(frames.get(i).at("/data/u").asLong()).isEqualTo(first + i);
            assertThat(frames.get(i).path("type").asText()).isEqualTo(i == 0 ? "snapshot" : "delta");
        }
    }

    @Test
    void whoComesLaterBeginsWhereTheOthersAre() {
        venue.connect(1, SPOT);
        venue.subscribe(1, "orderbook.50.BTCUSDT");
        venue.after(2_000);
        venue.connect(2, SPOT);
        venue.subscribe(2, "orderbook.50.BTCUSDT");
        venue.after(1_000);
        var one = new Mine();
        var other = new Mine();
        books(1).forEach(one::apply);
        books(2).forEach(other::apply);
        assertThat(other.bids).isEqualTo(one.bids);
        assertThat(other.u).isEqualTo(one.u);
    }

    @Test
    void theBestPricesAreSnapshotsAndToldAgainAfterThreeSeconds() {
        venue.frozen();
        venue.connect(1, LINEAR);
        venue.subscribe(1, "orderbook.1.BTCUSDT");
        venue.after(9_100);
        var frames = books(1);
        assertThat(frames)
                .hasSize(4)
                .allMatch(frame -> frame.path("type").asText().equals("snapshot"));
        assertThat(frames)
                .extracting(frame -> frame.at("/data/u").asLong())
                .containsOnly(frames.get(0).at("/data/u").asLong());
        assertThat(frames.get(0).at("/data/b")).hasSize(1);
    }

    @Test
    void linearPadsItsPricesAndSpotDoesNot() {
        venue.connect(1, LINEAR);
        venue.subscribe(1, "orderbook.1.BTCUSDT");
        assertThat(books(1).get(0).at("/data/b/0/0").asText()).matches("[0-9]+\\.[0-9]{2}");
        venue.connect(2, SPOT);
        venue.subscribe(2, "orderbook.1.BTCUSDT");
        assertThat(books(2).get(0).at("/data/b/0/0").asText()).matches("[0-9]+(\\.[1-9])?");
    }

    @Test
    void aDroppedMessageLeavesAGap() {
        venue.connect(1, LINEAR);
        venue.subscribe(1, "orderbook.50.BTCUSDT");
        venue.after(500);
        venue.arm(Fault.once(FaultKind.GAP).on("orderbook.50.BTCUSDT"));
        venue.after(1_000);
        var numbers =
                books(1).stream().map(frame -> frame.at("/data/u").asLong()).toList();
        var steps = new ArrayList<Long>();
        for (int i = 1; i < numbers.size(); i++) {
            steps.add(numbers.get(i) - numbers.get(i - 1));
        }
        assertThat(steps).containsOnlyOnce(2L).containsOnly(1L, 2L);
    }

    @Test
    void aRestartBeginsEveryBookAtOne() {
        venue.connect(1, SPOT);
        venue.subscribe(1, "orderbook.50.BTCUSDT", "orderbook.50.ETHUSDT");
        venue.after(1_000);
        books(1);
        venue.arm(Fault.once(FaultKind.RESTART));
        venue.after(50);
        assertThat(books(1))
                .filteredOn(frame -> frame.at("/data/u").asLong() == 1)
                .hasSize(2)
                .allMatch(frame -> frame.path("type").asText().equals("snapshot"));
        venue.after(200);
        assertThat(books(1).get(0).at("/data/u").asLong()).isEqualTo(2);
    }

    @Test
    void aSnapshotMayComeInTheMiddle() {
        venue.connect(1, SPOT);
        venue.subscribe(1, "orderbook.50.BTCUSDT");
        venue.after(1_000);
        var last = books(1);
        var u = last.get(last.size() - 1).at("/data/u").asLong();
        venue.arm(Fault.once(FaultKind.RESTART).on("spot.orderbook.50.BTCUSDT").with("soft", true));
        venue.after(50);
        var anew = books(1).get(0);
        assertThat(anew.path("type").asText()).isEqualTo("snapshot");
        assertThat(anew.at("/data/u").asLong()).isEqualTo(u + 1);
    }

    @Test
    void restShowsAsManyLevelsAsAskedFor() {
        var spot = venue.get("/v5/market/orderbook?category=spot&symbol=BTCUSDT");
        assertThat(spot.body().at("/result/b")).hasSize(1);
        var linear = venue.get("/v5/market/orderbook?category=linear&symbol=BTCUSDT");
        assertThat(linear.body().at("/result/a")).hasSize(25);
        var many = venue.get("/v5/market/orderbook?category=linear&symbol=BTCUSDT&limit=200");
        assertThat(many.body().at("/result/a")).hasSize(200);
        assertThat(many.body().at("/result/seq").asLong())
                .isEqualTo(venue.exchange.picture(SimBybit.BTC_PERPETUAL, 1).lastUpdateId());
    }

    private List<JsonNode> books(long conn) {
        return venue.frames(conn).stream()
                .filter(frame -> frame.path("topic").asText().startsWith("orderbook"))
                .toList();
    }

    private static void check(TreeMap<BigDecimal, String> mine, List<Level> truth) {
        var levels = truth.stream().map(level -> level.qty().plain()).toList();
        assertThat(mine.values()).containsExactlyElementsOf(levels);
    }

    /** A book as the venue's page says to build it. */
    private static final class Mine {

        private final TreeMap<BigDecimal, String> bids = new TreeMap<>(Comparator.reverseOrder());
        private final TreeMap<BigDecimal, String> asks = new TreeMap<>();
        private long u;
        private long seq;

        private void apply(JsonNode frame) {
            if (frame.path("type").asText().equals("snapshot")) {
                bids.clear();
                asks.clear();
            } else {
                assertThat(frame.at("/data/u").asLong()).isEqualTo(u + 1);
            }
            u = frame.at("/data/u").asLong();
            assertThat(frame.at("/data/seq").asLong()).isGreaterThan(seq);
            seq = frame.at("/data/seq").asLong();
            frame.at("/data/b").forEach(level -> put(bids, level));
            frame.at("/data/a").forEach(level -> put(asks, level));
        }

        private static void put(TreeMap<BigDecimal, String> side, JsonNode level) {
            var px = new BigDecimal(level.get(0).asText()).stripTrailingZeros();
            if (level.get(1).asText().equals("0")) {
                side.remove(px);
            } else {
                side.put(px, level.get(1).asText());
            }
        }
    }
}
