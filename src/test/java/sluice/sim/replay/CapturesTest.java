package sluice.sim.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Recordings of real venues end with the books that are known to be right. */
class CapturesTest {

    private static final Instant START = Instant.parse("2026-08-01T00:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "coinbase,coinbase/BTC-USD+ETH-USD_2026-08-09_first12s,coinbase_first12s,BTC-USD,BTC-USD",
        "coinbase,coinbase/BTC-USD+ETH-USD_2026-08-09_first12s,coinbase_first12s,ETH-USD,ETH-USD",
        "bybit,bybit/linear+spot_2026-08-09,bybit_2026-08-09,BTCUSDT-PERP,linear orderbook.200.BTCUSDT",
        "bybit,bybit/linear+spot_2026-08-09,bybit_2026-08-09,SOLUSDT-PERP,linear orderbook.200.SOLUSDT",
        "bybit,bybit/linear+spot_2026-08-09,bybit_2026-08-09,BTCUSDT,spot orderbook.200.BTCUSDT",
        "binance,binance-spot/BTCUSDT_2024-08-08,binance_spot_BTCUSDT_hft,BTCUSDT,BTCUSDT",
        "binance,binance-spot/4sym_2021-10-12,binance_spot_2021-10-12,NKNUSDT,NKNUSDT",
        "binance,binance-spot/4sym_2021-10-12,binance_spot_2021-10-12,LRCBTC,LRCBTC"
    })
    void theLastBookIsTheRightOne(String venue, String file, String right, String symbol, String instrument)
            throws IOException {
        var replay = Replay.open(venue, Recordings.capture(file + ".jsonl.gz"), Speed.MOST, START);
        var now = START;
        while (replay.play(now, true)) {
            now = now.plusMillis(1);
        }
        var picture = replay.exchange(venue).picture(symbol, Integer.MAX_VALUE);
        assertThat(Recordings.sha256(picture)).isEqualTo(Recordings.expected(right, instrument));
    }
}
