package sluice.venue.binance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import sluice.market.Symbol;
import sluice.market.VenueId;

/** The venue's weight a minute pays for deep snapshots of few books, or shallow ones of many. */
class SnapshotLevelsTest {

    private static int levels(int books) {
        var symbols = IntStream.range(0, books)
                .mapToObj(i -> Symbol.of("X" + i + "-USDT"))
                .toList();
        return BinanceConfig.of(new VenueId("binance"), BinanceConfig.Hosts.of("http://rest", "ws://streams"), symbols)
                .pace()
                .snapshotLimit();
    }

    /** rest-api.md, "Order book": a limit of up to 100 weighs 5, up to 500 25. */
    private static int weight(int books) {
        return books * (levels(books) <= 100 ? 5 : 25);
    }

    @Test
    void fewBooksAreDeepAndManyShallow() {
        assertThat(levels(1)).isEqualTo(500);
        assertThat(levels(100)).isEqualTo(500);
        assertThat(levels(101)).isEqualTo(100);
        assertThat(levels(500)).isEqualTo(100);
    }

    @Test
    void fiveHundredBooksAreThereWithinAMinutesWeight() {
        var minute = BinanceConfig.of(
                        new VenueId("binance"),
                        BinanceConfig.Hosts.of("http://rest", "ws://streams"),
                        List.of(Symbol.of("BTC-USDT")))
                .limits()
                .weightPerMinute();
        for (int books : new int[] {1, 100, 101, 500}) {
            assertThat(weight(books)).as(books + " books").isLessThanOrEqualTo(minute / 2);
        }
    }
}
