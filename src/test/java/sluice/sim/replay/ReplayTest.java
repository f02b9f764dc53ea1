package sluice.sim.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import sluice.market.Px;
import sluice.market.Qty;
import sluice.market.Regime;
import sluice.market.Side;
import sluice.sim.ExchangeListener;
import sluice.sim.LevelChange;
import sluice.sim.OrderRequest;
import sluice.sim.OrderRequest.Size;
import sluice.sim.Outcome;
import sluice.sim.Print;
import sluice.sim.replay.Recordings.Listed;

/** A recording made up, played. */
class ReplayTest {

    private static final Instant START = Instant.parse("2026-08-01T00:00:00Z");
    private static final String BTC = "BTCUSDT";

    private final List<Frame> frames = new ArrayList<>();
    private final List<String> heard = new ArrayList<>();

    private ReplayTest snapshot(long atMillis, long id, String bid, String ask) {
        var body = "{\"lastUpdateId\":" + id + ",\"bids\":[[\"" + bid + "\",\"1.50\"]],\"asks\":[[\"" + ask
                + "\",\"2\"]]}";
        frames.add(new Frame(
                millis(atMillis), Frame.Kind.REPLY, "http", "https://x/api/v3/depth?symbol=BTCUSDT&limit=1000", body));
        return this;
    }

    private ReplayTest diff(long atMillis, long first, long last, String bid, String qty) {
        return received(
                atMillis,
                "{\"e\":\"depthUpdate\",\"s\":\"BTCUSDT\",\"U\":" + first + ",\"u\":" + last + ",\"b\":[[\"" + bid
                        + "\",\"" + qty + "\"]],\"a\":[]}");
    }

    private ReplayTest received(long atMillis, String text) {
        frames.add(new Frame(millis(atMillis), Frame.Kind.RECEIVED, "ws", "", text));
        return this;
    }

    private static long millis(long millis) {
        return Duration.ofMillis(1_700_000_000_000L + millis).toNanos();
    }

    private Replay open(Speed speed) {
        var replay = Replay.open("binance", new Listed(frames), speed, START);
        replay.exchange("binance").listen(new ExchangeListener() {
            @Override
            public void booksChanged(String symbol, long first, long last, List<LevelChange> changes) {
                heard.add(first + "-" + last);
            }

            @Override
            public void printed(Print print) {
                heard.add(print.aggressor() + " " + print.px().plain());
            }
        });
        return replay;
    }

    private static void playTo(Replay replay, long millis) {
        while (replay.play(START.plusMillis(millis), true)) {
            assertThat(replay.exchange("binance").now()).isBefore(START.plusMillis(millis));
        }
    }

    @Test
    void theBookStandsFromTheStartAndNothingMovesUntilSomebodyListens() {
        var replay = snapshot(0, 10, "100.10", "100.20")
                .diff(1_000, 11, 12, "100.11", "3")
                .open(Speed.REAL);
        replay.play(START.plusSeconds(60), false);
        assertThat(heard).isEmpty();
        var picture = replay.exchange("binance").picture(BTC, 5);
        assertThat(picture.lastUpdateId()).isEqualTo(10);
        assertThat(picture.bids().get(0).px()).isEqualTo(Px.of("100.1"));
        assertThat(replay.exchange("binance").now()).isEqualTo(START.plusSeconds(60));
    }

    @Test
    void framesComeAtTheirStamps() {
        var replay = snapshot(0, 10, "100", "101")
                .diff(100, 11, 11, "100", "3")
                .diff(1_000, 12, 14, "100", "0")
                .open(Speed.REAL);
        playTo(replay, 0);
        playTo(replay, 999);
        assertThat(heard).containsExactly("11-11");
        playTo(replay, 1_000);
        assertThat(heard).containsExactly("11-11", "12-14");
        assertThat(replay.exchange("binance").picture(BTC, 5).bids()).isEmpty();
        assertThat(replay.exchange("binance").now()).isEqualTo(START.plusMillis(1_000));
    }

    @Test
    void theyComeSoonerAtAnotherSpeed() {
        var replay =
                snapshot(0, 10, "100", "101").diff(1_000, 11, 11, "100", "3").open(new Speed(10));
        for (long at = 0; at < 100; at += 20) {
            while (replay.play(START.plusMillis(at), true)) {
                assertThat(heard).isEmpty();
            }
        }
        assertThat(heard).isEmpty();
        while (replay.play(START.plusMillis(100), true)) {
            assertThat(heard).isEmpty();
        }
        assertThat(heard).containsExactly("11-11");
    }

    @Test
    void orAsFastAsTheyAreTaken() {
        var replay =
                snapshot(0, 10, "100", "101").diff(60_000, 11, 11, "100", "3").open(Speed.MOST);
        var parts = 0;
        while (replay.play(START, true)) {
            parts++;
        }
        assertThat(heard).containsExactly("11-11");
        assertThat(parts).isEqualTo(1_199);
    }

    @Test
    void standingStillLosesNothing() {
        var replay = snapshot(0, 10, "100", "101").diff(100, 11, 11, "100", "3").open(Speed.REAL);
        playTo(replay, 0);
        replay.freeze(true);
        replay.play(START.plusSeconds(10), true);
        replay.freeze(false);
        assertThat(heard).isEmpty();
        playTo(replay, 10_100);
        assertThat(heard).containsExactly("11-11");
    }

    @Test
    void whatWasReceivedBeforeTheSnapshotGoesBeyondIt() {
        var replay = diff(0, 9, 10, "99", "1")
                .diff(10, 11, 12, "99.5", "1")
                .snapshot(20, 10, "100", "101")
                .open(Speed.REAL);
        var picture = replay.exchange("binance").picture(BTC, 5);
        assertThat(picture.lastUpdateId()).isEqualTo(12);
        assertThat(picture.bids()).hasSize(2);
    }

    @Test
    void aLaterSnapshotReplacesTheBookUnlessItIsOlder() {
        var replay = snapshot(0, 10, "100", "101")
                .snapshot(20_000, 9, "1", "2")
                .snapshot(30_000, 50, "200", "201")
                .open(Speed.MOST);
        while (replay.play(START, true)) {
            assertThat(heard).isEmpty();
        }
        assertThat(heard).containsExactly("11-50");
        assertThat(replay.exchange("binance").picture(BTC, 5).bids())
                .extracting(level -> level.px().plain())
                .containsExactly("200");
    }

    @Test
    void theGridIsAsFineAsTheNumbersWhereNothingElseSaysIt() {
        var replay = snapshot(0, 10, "100.10", "100.25")
                .diff(100, 11, 11, "100.1", "0.003")
                .open(Speed.REAL);
        var listing = replay.exchange("binance").listings().get(0);
        assertThat(listing.tick()).isEqualByComparingTo("0.01");
        assertThat(listing.lot()).isEqualByComparingTo("0.001");
        assertThat(listing.base() + "/" + listing.quote()).isEqualTo("BTC/USDT");
    }

    @Test
    void tradesHappenAgainAndWhatIsNoMarketsIsPassedOver() {
        var replay = snapshot(0, 10, "100", "101")
                .received(10, "{\"result\":null,\"id\":1}")
                .received(20, "<html>")
                .received(30, "{\"e\":\"trade\",\"s\":\"BTCUSDT\",\"t\":7,\"p\":\"100\",\"q\":\"1\",\"m\":true}")
                .open(Speed.MOST);
        while (replay.play(START, true)) {
            assertThat(heard).isEmpty();
        }
        assertThat(heard).containsExactly("SELL 100");
    }

    @Test
    void itTakesNoOrdersAndNoOtherPrices() {
        var exchange = snapshot(0, 10, "100", "101").open(Speed.REAL).exchange("binance");
        var order = OrderRequest.market(BTC, Side.BUY, Size.of(Qty.of("1")), "c-1");
        assertThat(exchange.place("desk", order)).isInstanceOf(Outcome.Denied.class);
        assertThatThrownBy(() -> exchange.setMid(BTC, Px.of("1"), Optional.of(Regime.CALM)))
                .hasMessage("A recording cannot be given other prices.");
    }

    @Test
    void aRecordingWithoutABookIsSaid() {
        received(0, "{\"e\":\"trade\",\"s\":\"BTCUSDT\",\"t\":7,\"p\":\"100\",\"q\":\"1\",\"m\":true}");
        assertThatThrownBy(() -> open(Speed.REAL))
                .isInstanceOf(UnreadableRecordingException.class)
                .hasMessage("The recording has no book of binance in it.");
        assertThatThrownBy(() -> Replay.open("mtgox", new Listed(frames), Speed.REAL, START))
                .hasMessage("Recordings of mtgox cannot be played.");
    }
}
