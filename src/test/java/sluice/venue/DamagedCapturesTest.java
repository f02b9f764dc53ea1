package sluice.venue;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import sluice.market.VenueId;
import sluice.net.feed.replay.FrameReplay;
import sluice.net.feed.replay.ReplayReport;
import sluice.venue.binance.market.BinanceReplay;
import sluice.venue.binance.market.Recording;
import sluice.venue.binance.market.SharedData;
import sluice.venue.bybit.market.BybitReplay;
import sluice.venue.coinbase.market.CoinbaseReplay;

/** Every capture there is, with one frame left out, told twice or out of turn: told of, or mended, never wrong. */
class DamagedCapturesTest {

    private static final int MOST_LINES = 1_500;
    private static final int DAMAGES = 8;

    private static Supplier<FrameReplay> replay(String venue) {
        var clock = new Recording.StillClock();
        return switch (venue) {
            case "binance-spot" -> () -> new BinanceReplay(new VenueId("binance"), clock, 50);
            case "bybit" -> () -> new BybitReplay(new VenueId("bybit"), clock, 50);
            case "coinbase" -> () -> new CoinbaseReplay(new VenueId("coinbase"), clock, 50);
            default -> throw new AssertionError(venue);
        };
    }

    /** What came of a whole recording, by instrument. */
    private record Played(Map<String, ReplayReport> reports) {

        static Played of(Recording recording, Supplier<FrameReplay> replay) {
            return new Played(recording.replay(replay.get()).stream()
                    .collect(Collectors.toMap(ReplayReport::instrument, report -> report)));
        }

        /** Whether something was told of; a book that counts as whole is the right one. */
        boolean tells(Played right, String what) {
            var told = false;
            for (var each : reports.entrySet()) {
                var report = each.getValue();
                var tally = report.tally();
                if (report.isIntact()) {
                    assertThat(report.end())
                            .as(what + " " + each.getKey())
                            .isEqualTo(right.reports.get(each.getKey()).end());
                } else {
                    assertThat(tally.gaps() + tally.malformed() > 0 || tally.applied() == 0)
                            .as(what + " " + each.getKey() + " " + tally)
                            .isTrue();
                }
                told |= tally.gaps() > 0;
            }
            return told;
        }
    }

    /** One of those that came on a stream, with enough of them after it. */
    private static int frame(Recording real, Random random) {
        var at = random.nextInt(real.lines().size() * 4 / 5);
        return real.lines().get(at).dir().equals("recv") ? at : frame(real, random);
    }

    /** @param numbered whether each message follows from the one before, so that a missing one must be told of */
    @ParameterizedTest
    @CsvSource({
        "binance-spot, 4sym_2021-10-12, true",
        "binance-spot, BTCUSDT_2024-08-08, true",
        "bybit, linear+spot_2026-08-09, true",
        "bybit, orderbook1_linear_2025-06-13, false",
        "bybit, orderbook1_spot_2025-06-13, false",
        "coinbase, BTC-USD+ETH-USD_2026-08-09_first12s, true"
    })
    void aWrongBookIsNeverShown(String venue, String capture, boolean numbered) throws IOException {
        var file = SharedData.file("captures/" + venue + "/" + capture + ".jsonl.gz");
        var real = Recording.of(file).first(MOST_LINES);
        var replay = replay(venue);
        var right = Played.of(real, replay);
        var random = new Random(capture.hashCode());
        var told = 0;
        for (var damage = 0; damage < DAMAGES; damage++) {
            var at = frame(real, random);
            var line = real.lines().get(at);
            var later = at + 1 + random.nextInt(real.lines().size() / 10);
            told += Played.of(real.without(at), replay).tells(right, "without " + at) ? 1 : 0;
            Played.of(real.inserting(at + 1, line), replay).tells(right, "twice " + at);
            Played.of(real.inserting(later, line), replay).tells(right, at + " again at " + later);
            Played.of(real.swapping(at), replay).tells(right, "swapped " + at);
        }
        assertThat(told > 0).as("a missing message is told of").isEqualTo(numbered);
    }
}
