package sluice.market.book;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import sluice.market.Px;
import sluice.market.Qty;
import sluice.market.Symbol;
import sluice.market.VenueId;
import sluice.market.book.Book.State;

class BookTest {

    private final Book book = new Book(new VenueId("any"), Symbol.of("BTC-USDT"));
    private final DepthSink sink = new DepthSink();

    @Test
    void aBookThatWasNeverBuiltIsAbsent() {
        assertThat(book.read(5)).isEmpty();
        assertThat(book.canonicalText()).isEmpty();
        assertThat(book.version()).isZero();
    }

    @Test
    void aLadderHasTheBestLevelsFirstAndNoMoreThanAskedFor() {
        replace("b 100 1", "b 99 2", "b 98 3", "a 101 4", "a 103 5");
        var ladder = book.read(2).orElseThrow();
        assertThat(ladder.bids()).containsExactly(level("100", "1"), level("99", "2"));
        assertThat(ladder.asks()).containsExactly(level("101", "4"), level("103", "5"));
        assertThat(ladder.quote().orElseThrow().mid()).isEqualTo(Px.of("100.5"));
        assertThat(ladder.version()).isEqualTo(1);
        assertThat(ladder.provenNanos()).isEqualTo(7);
        assertThat(book.read(0).orElseThrow().bids()).isEmpty();
    }

    @Test
    void anEmptySideIsABookAllTheSame() {
        replace("b 100 1");
        assertThat(book.read(5).orElseThrow().asks()).isEmpty();
    }

    @Test
    void aCrossedBookIsAbsentUntilItIsReplaced() {
        replace("b 100 1", "a 101 1");
        assertThat(apply("b 101 1")).isEqualTo(State.CROSSED);
        assertThat(book.read(5)).isEmpty();
        assertThat(replace("b 100 1", "a 101 1")).isEqualTo(State.WHOLE);
        assertThat(book.read(5)).isPresent();
    }

    @Test
    void aMessageThatCrossesOnlyOnTheWayIsWhole() {
        replace("b 100 1", "a 101 1");
        assertThat(apply("b 101 1", "a 101 0", "a 102 1")).isEqualTo(State.WHOLE);
        assertThat(book.read(5).orElseThrow().bids().get(0)).isEqualTo(level("101", "1"));
    }

    @Test
    void anInvalidatedBookIsAbsentAtOnceAndItsVersionGrows() {
        replace("b 100 1", "a 101 1");
        book.invalidate();
        assertThat(book.read(5)).isEmpty();
        assertThat(book.version()).isEqualTo(2);
    }

    @Test
    void proofOfLifeMovesTheAgeButNotTheVersion() {
        replace("b 100 1", "a 101 1");
        book.proven(55);
        assertThat(book.read(1).orElseThrow().provenNanos()).isEqualTo(55);
        assertThat(book.version()).isEqualTo(1);
    }

    @Test
    void numbersThatNeedMoreThanEighteenDigitsBreakTheBookInsteadOfBeingRounded() {
        sink.begin(0, 0);
        sink.bids().add(100, 5_000_000_000L);
        book.replace(sink, 1);
        sink.begin(0, 12);
        sink.bids().add(99, 1);
        assertThat(book.apply(sink, 2)).isEqualTo(State.OVERFLOWN);
        assertThat(book.read(1)).isEmpty();
    }

    @Test
    void theDepthBetweenTwoPricesCountsNearAndFarLevelsAlike() {
        replace("b 10000 1", "b 9999 2", "b 8000 4", "b 2000 8", "a 10001 16", "a 12000 32", "a 19000 64");
        assertThat(book.depth(10_000, 10_001)).isEqualTo(17);
        assertThat(book.depth(7999.5, 12_000)).isEqualTo(1 + 2 + 4 + 16 + 32);
        assertThat(book.depth(0, 1e9)).isEqualTo(127);
        assertThat(book.depth(10_000.5, 10_000.5)).isZero();
        book.invalidate();
        assertThat(book.depth(0, 1e9)).isZero();
    }

    private State replace(String... levels) {
        fill(levels);
        return book.replace(sink, 7);
    }

    private State apply(String... levels) {
        fill(levels);
        return book.apply(sink, 8);
    }

    private void fill(String... levels) {
        sink.begin(0, 0);
        for (var level : levels) {
            var words = level.split(" ");
            var side = words[0].equals("b") ? sink.bids() : sink.asks();
            side.add(Long.parseLong(words[1]), Long.parseLong(words[2]));
        }
    }

    private static Level level(String px, String qty) {
        return new Level(Px.of(px), Qty.of(qty));
    }
}
