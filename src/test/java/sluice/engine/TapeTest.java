package sluice.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import sluice.engine.market.Tape;
import sluice.market.Px;
import sluice.market.Qty;
import sluice.market.Side;
import sluice.market.Symbol;
import sluice.market.Trade;
import sluice.market.VenueId;

class TapeTest {

    private static final Symbol BTC = Symbol.of("BTC-USDT");

    private static Trade print(String venue, Symbol symbol, int px) {
        return new Trade(new VenueId(venue), symbol, Side.BUY, Px.of(Integer.toString(px)), Qty.of("1"), Instant.EPOCH);
    }

    @Test
    void printsOfAllVenuesAreKeptInTheOrderTheyCame() {
        var tape = new Tape();
        tape.printed(print("a", BTC, 1));
        tape.printed(print("a", Symbol.of("ETH-USDT"), 2));
        tape.printed(print("b", BTC, 3));
        assertThat(tape.of(BTC)).containsExactly(print("a", BTC, 1), print("b", BTC, 3));
        assertThat(tape.of(Symbol.of("SOL-USDT"))).isEmpty();
    }

    @Test
    void onlyTheLastAreKept() {
        var tape = new Tape();
        IntStream.rangeClosed(1, Tape.LENGTH + 7).forEach(px -> tape.printed(print("a", BTC, px)));
        assertThat(tape.of(BTC)).hasSize(Tape.LENGTH).first().isEqualTo(print("a", BTC, 8));
    }
}
