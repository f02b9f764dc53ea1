package sluice.sim.front.tape;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import sluice.market.Px;
import sluice.market.Qty;
import sluice.market.Side;
import sluice.sim.Print;

class CandleTest {

    private static final Instant NOON = Instant.parse("2026-08-01T12:00:00Z");

    private static Print print(int second, String px, String qty) {
        return new Print("BTC-USD", second, Side.BUY, Px.of(px), Qty.of(qty), NOON.plusSeconds(second));
    }

    @Test
    void tradesOfOneIntervalAreOneCandle() {
        var candles = Candle.of(
                List.of(print(0, "100", "1"), print(30, "98", "2"), print(59, "101", "1"), print(60, "99", "3")),
                Duration.ofMinutes(1));

        assertThat(candles)
                .containsExactly(
                        new Candle(
                                NOON,
                                new Candle.Prices(Px.of("100"), Px.of("101"), Px.of("98"), Px.of("101")),
                                new BigDecimal("4"),
                                new BigDecimal("397"),
                                3),
                        new Candle(
                                NOON.plusSeconds(60),
                                new Candle.Prices(Px.of("99"), Px.of("99"), Px.of("99"), Px.of("99")),
                                new BigDecimal("3"),
                                new BigDecimal("297"),
                                1));
    }

    @Test
    void anIntervalWithoutTradesHasNone() {
        assertThat(Candle.of(List.of(print(0, "100", "1"), print(125, "98", "2")), Duration.ofMinutes(1)))
                .extracting(Candle::opens)
                .containsExactly(NOON, NOON.plusSeconds(120));
    }
}
