package sluice.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import sluice.engine.market.Books;
import sluice.market.Px;
import sluice.market.Symbol;
import sluice.market.VenueId;
import sluice.market.consolidated.ConsolidatedBook;
import sluice.market.consolidated.Consolidation;
import sluice.market.consolidated.Group;
import sluice.market.consolidated.Groups;

class GroupedBooksTest {

    private static final Symbol USDT = Symbol.of("BTC-USDT");
    private static final Symbol USD = Symbol.of("BTC-USD");
    private static final Symbol BRIDGE = Symbol.of("USDT-USD");

    private final ManualClock clock = new ManualClock();
    private final Groups groups = new Groups(List.of(new Group("bitcoin", List.of(USDT, USD), List.of(BRIDGE))));
    private final Books books =
            new Books(clock, new Consolidation(Duration.ofMillis(1500), BigDecimal.valueOf(25), groups));
    private final QuotedBook binance = quoted("binance", USDT, "101 x 1", "101.02 x 1");
    private final QuotedBook coinbase = quoted("coinbase", USD, "100 x 2", "100.02 x 2");
    private final QuotedBook bridge = quoted("kraken", BRIDGE, "0.99 x 9", "0.9901 x 9");

    private QuotedBook quoted(String venue, Symbol symbol, String bid, String ask) {
        var book = new QuotedBook(new VenueId(venue), symbol, clock);
        book.quote(List.of(bid), List.of(ask));
        books.add(book);
        return book;
    }

    private static List<String> levels(ConsolidatedBook book) {
        return book.asks().stream()
                .map(level -> level.px().value().setScale(2, RoundingMode.HALF_EVEN) + " " + level.place())
                .toList();
    }

    @Test
    void booksOfAGroupAreOneInTheQuoteAskedFor() {
        assertThat(levels(books.consolidated(USDT, 10)))
                .containsExactly("101.02 BTC-USDT at binance", "101.03 BTC-USD at coinbase");
        assertThat(levels(books.consolidated(USD, 10)))
                .containsExactly("100.01 BTC-USDT at binance", "100.02 BTC-USD at coinbase");
        assertThat(books.conversion(USDT, USD)).contains(new BigDecimal("0.99005"));
    }

    @Test
    void theMidIsThatOfTheWholeGroup() {
        coinbase.quote(List.of("100.005 x 2"), List.of("100.02 x 2"));
        assertThat(books.top(USDT).mid().orElseThrow()).isNotEqualTo(Px.of("101.01"));
        assertThat(books.top(USDT).places()).hasSize(2);
    }

    @Test
    void withoutALiveConversionTheGroupFallsApartVisibly() {
        bridge.breakIt();
        assertThat(levels(books.consolidated(USDT, 10))).containsExactly("101.02 BTC-USDT at binance");
        assertThat(books.top(USDT).mid()).contains(Px.of("101.01"));
        assertThat(books.groups().get(0).apart())
                .containsExactly("BTC-USD: there is no live book of USDT-USD to turn USD into USDT");
    }

    @Test
    void aStaleConversionIsNone() {
        assertThat(books.groups().get(0).apart()).isEmpty();
        bridge.freeze();
        clock.pass(Duration.ofSeconds(2));
        assertThat(books.conversion(USD, USDT)).isEmpty();
        assertThat(books.top(USDT).places()).hasSize(1);
        assertThat(books.groups().get(0).apart()).hasSize(1);
    }

    @Test
    void symbolsOfNoGroupAreAlone() {
        assertThat(books.top(BRIDGE).places()).hasSize(1);
        assertThat(books.group(BRIDGE)).containsExactly(BRIDGE);
    }

    @Test
    void whereVenuesCrossTheMidIsWeighedBehindTheBestLevelsToo() {
        quoted("bybit", USDT, "101.1 x 1", "101.12 x 1");
        bridge.breakIt();
        assertThat(books.top(USDT).isCrossed()).isTrue();
        assertThat(books.top(USDT).mid()).contains(Px.of("101.06"));
        binance.quote(List.of("101 x 1", "100.99 x 2"), List.of("101.02 x 1"));
        assertThat(books.top(USDT).mid().orElseThrow()).isLessThan(Px.of("101.06"));
    }
}
