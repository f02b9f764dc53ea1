package sluice.engine.market;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import sluice.engine.ManualClock;
import sluice.market.Px;
import sluice.market.Qty;
import sluice.market.Regime;
import sluice.market.Symbol;
import sluice.market.VenueId;
import sluice.market.book.Ladder;
import sluice.market.book.Level;
import sluice.market.book.LiveBook;
import sluice.market.consolidated.Consolidation;

class RegimesTest {

    private final ManualClock clock = new ManualClock();
    private final Books books = new Books(clock, Consolidation.DEFAULT);
    private final Regimes regimes = new Regimes(books, clock);
    private final List<Quoted> quoted = new ArrayList<>();

    /** A book of one level a side that notes how often it is looked at. */
    private final class Quoted implements LiveBook {

        private final VenueId venue;
        private final Symbol symbol;
        private String bid = "100";
        private String ask = "100.02";
        private int looks;
        private long version;

        private Quoted(String venue, String symbol) {
            this.venue = new VenueId(venue);
            this.symbol = Symbol.of(symbol);
        }

        private void quotes(String bestBid, String bestAsk) {
            bid = bestBid;
            ask = bestAsk;
            version++;
        }

        @Override
        public VenueId venue() {
            return venue;
        }

        @Override
        public Symbol symbol() {
            return symbol;
        }

        @Override
        public Optional<Ladder> read(int depth) {
            looks++;
            return Optional.of(new Ladder(List.of(level(bid)), List.of(level(ask)), version, clock.nanos()));
        }

        @Override
        public long version() {
            return version;
        }
    }

    private static Level level(String px) {
        return new Level(Px.of(px), Qty.of("1"));
    }

    private Quoted book(String venue, String symbol) {
        var book = new Quoted(venue, symbol);
        quoted.add(book);
        books.add(book);
        return book;
    }

    private void pass(int seconds) {
        for (int i = 0; i < seconds; i++) {
            clock.pass(Duration.ofSeconds(1));
            regimes.sample();
        }
    }

    private static Symbol symbol(String name) {
        return Symbol.of(name);
    }

    @Test
    void ofManySymbolsTenAreSampledAtATimeAndAllOnceASecond() {
        IntStream.range(0, 35).forEach(i -> book("a", "X" + i + "-USDT"));
        int sampled = 0;
        for (int turn = 0; turn < 4; turn++) {
            quoted.forEach(each -> each.looks = 0);
            assertThat(regimes.sample()).isEqualTo(Duration.ofMillis(250));
            int now = (int) quoted.stream().filter(each -> each.looks > 0).count();
            assertThat(now).isLessThanOrEqualTo(10);
            sampled += now;
        }
        assertThat(sampled).isEqualTo(35);
    }

    @Test
    void aSymbolThatComesLaterIsSampledFromTheNextRoundOn() {
        book("a", "BTC-USDT");
        assertThat(regimes.sample()).isEqualTo(Regimes.EVERY);
        var late = book("a", "ETH-USDT");
        pass(1);
        assertThat(late.looks).isPositive();
    }

    @Test
    void oneVenueWhoseTouchWasTakenIsNoWideMarket() {
        var wide = book("a", "BTC-USDT");
        book("b", "BTC-USDT");
        book("c", "BTC-USDT");
        pass(400);
        wide.quotes("100", "100.2");
        pass(10);
        assertThat(regimes.of(symbol("BTC-USDT"))).isEqualTo(Regime.CALM);
    }

    @Test
    void aMarketThatIsWideForASecondIsNotYetWide() {
        var only = book("a", "BTC-USDT");
        pass(400);
        only.quotes("99.97", "100.05");
        pass(1);
        only.quotes("100", "100.02");
        pass(1);
        assertThat(regimes.of(symbol("BTC-USDT"))).isEqualTo(Regime.CALM);
        only.quotes("99.97", "100.05");
        pass(2);
        assertThat(regimes.of(symbol("BTC-USDT"))).isEqualTo(Regime.VOLATILE);
    }

    @Test
    void whatIsUsualOutlivesTheProcess() {
        book("a", "BTC-USDT");
        pass(400);
        regimes.keep();
        var later = new Regimes(books, clock);
        later.remember(regimes.usuals());
        later.remember(Map.of(symbol("ETH-USDT"), "nonsense", symbol("SOL-USDT"), "-1=5|1 9:x|2"));
        later.sample();
        assertThat(later.view(symbol("BTC-USDT")).usual())
                .isEqualTo(regimes.view(symbol("BTC-USDT")).usual());
        assertThat(later.usuals()).containsOnlyKeys(symbol("BTC-USDT"));
    }

    @Test
    void whatIsUsualIsKeptEveryTenMinutes() {
        book("a", "BTC-USDT");
        pass(599);
        assertThat(regimes.usuals()).isEmpty();
        pass(5);
        assertThat(regimes.usuals()).containsOnlyKeys(symbol("BTC-USDT"));
    }
}
