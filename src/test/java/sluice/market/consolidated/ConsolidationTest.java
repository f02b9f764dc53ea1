package sluice.market.consolidated;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import sluice.market.Place;
import sluice.market.Px;
import sluice.market.Qty;
import sluice.market.Symbol;
import sluice.market.VenueId;
import sluice.market.book.Ladder;
import sluice.market.book.Level;
import sluice.market.consolidated.ConsolidatedBook.Excluded;
import sluice.market.consolidated.ConsolidatedBook.Why;

class ConsolidationTest {

    private static Place at(String venue) {
        return new Place(new VenueId(venue), Symbol.of("BTC-USDT"));
    }

    private static VenueBook book(String venue, String bid, String ask) {
        return VenueBook.of(at(venue), ladder(bid, ask), 0);
    }

    private static Ladder ladder(String bids, String asks) {
        return new Ladder(levels(bids), levels(asks), 1, 0);
    }

    private static List<Level> levels(String text) {
        return Arrays.stream(text.split(" "))
                .filter(level -> !level.isEmpty())
                .map(level -> level.split("x"))
                .map(parts -> new Level(Px.of(parts[0]), Qty.of(parts[1])))
                .toList();
    }

    private static ConsolidatedBook of(VenueBook... books) {
        return Consolidation.DEFAULT.of(List.of(books));
    }

    private static Excluded excluded(String venue, Why why) {
        return new Excluded(at(venue), why);
    }

    @Test
    void theMidLiesBetweenTheHighestBidAndTheLowestAskOfAll() {
        var merged = of(book("a", "100x1 99x1", "100.2x1"), book("b", "99.9x2", "100.1x2 101x1"));
        assertThat(merged.mid()).contains(Px.of("100.05"));
        assertThat(merged.spread()).contains(Px.of("0.1"));
        assertThat(merged.bids())
                .extracting(level -> level.px().plain() + level.venue())
                .containsExactly("100a", "99.9b", "99a");
        assertThat(merged.asks())
                .extracting(level -> level.px().plain() + level.venue())
                .containsExactly("100.1b", "100.2a", "101b");
    }

    @Test
    void whatIsStaleOneSidedOrCrossedCountsForNothing() {
        var old = VenueBook.of(
                at("old"), ladder("100x1", "101x1"), Duration.ofMillis(1501).toNanos());
        var merged = of(old, book("half", "100x1", ""), book("crossed", "101x1", "100x1"));
        assertThat(merged.mid()).isEmpty();
        assertThat(merged.bids()).isEmpty();
        assertThat(merged.excluded())
                .containsExactly(
                        excluded("crossed", Why.CROSSED), excluded("half", Why.ONE_SIDED), excluded("old", Why.STALE));
    }

    @Test
    void aBookExactlyAtTheAgeLimitStillCounts() {
        var age = Duration.ofMillis(1500).toNanos();
        assertThat(of(VenueBook.of(at("a"), ladder("100x1", "101x1"), age)).mid())
                .contains(Px.of("100.5"));
    }

    @Test
    void anOutlierAmongThreeIsLeftOut() {
        var merged = of(book("a", "100x1", "100.02x1"), book("b", "100x1", "100.04x1"), book("c", "101x1", "101.02x1"));
        assertThat(merged.places()).extracting(place -> place.venue().name()).containsExactly("a", "b");
        assertThat(merged.excluded()).containsExactly(excluded("c", Why.OUTLIER));
    }

    @Test
    void ofTwoThatDisagreeBothGo() {
        var merged = of(book("a", "100x1", "100.02x1"), book("b", "101x1", "101.02x1"));
        assertThat(merged.mid()).isEmpty();
        assertThat(merged.excluded()).hasSize(2);
        assertThat(of(book("a", "100x1", "100.02x1"), book("b", "100.4x1", "100.42x1"))
                        .mid())
                .isPresent();
    }

    @Test
    void venuesThatCrossEachOtherAreWeighedByTheirDepth() {
        var merged = of(book("a", "100x3", "100.02x3"), book("b", "100.1x1", "100.12x1"));
        assertThat(merged.mid()).contains(Px.of("100.035"));
        assertThat(merged.spread()).contains(Px.of("-0.08"));
    }

    @Test
    void anotherQuoteIsConvertedBeforeItIsCompared() {
        var usd = book("a", "100x1", "100.02x1");
        var usdt = new VenueBook(at("b"), ladder("101x1", "101.02x1"), 0, new BigDecimal("0.99"));
        var merged = of(usd, usdt);
        assertThat(merged.places()).hasSize(2);
        assertThat(merged.bids().get(0).px()).isEqualTo(Px.of("100"));
        assertThat(merged.bids().get(1).px()).isEqualTo(Px.of("99.99"));
    }

    @Test
    void depthIsCountedOnBothSidesOfTheMid() {
        var merged = of(book("a", "99.95x1 99.9x2 99x9", "100.05x1 100.1x2 101x9"));
        assertThat(merged.depthWithin(BigDecimal.TEN)).isEqualTo(Qty.of("6"));
        assertThat(of().depthWithin(BigDecimal.TEN)).isEqualTo(Qty.ZERO);
    }
}
