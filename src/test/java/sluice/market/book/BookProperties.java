package sluice.market.book;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.SplittableRandom;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.Size;
import sluice.market.Symbol;
import sluice.market.VenueId;
import sluice.market.book.Book.State;

/** Whatever happens to a book happens to the plain reference too, and they stay the same. */
class BookProperties {

    private static final long TOUCH = 1_000_000;

    /** One change of one level, in units of the message's scales. */
    record Change(boolean bid, long distance, long qty) {

        long px() {
            return bid ? TOUCH - 1 - distance : TOUCH + distance;
        }
    }

    private final Book book = new Book(new VenueId("any"), Symbol.of("BTC-USDT"));
    private final ReferenceBook reference = new ReferenceBook();
    private final DepthSink sink = new DepthSink();

    @Property(tries = 400)
    void changesNearAndFarLeaveTheSameBook(@ForAll("messages") List<List<Change>> messages) {
        start();
        for (var message : messages) {
            assertThat(apply(message, 2, 5)).isEqualTo(State.WHOLE);
            assertThat(ReferenceBook.textOf(book)).isEqualTo(reference.text());
        }
    }

    @Property(tries = 200)
    void longerDecimalsWidenTheBookAndChangeNoNumber(
            @ForAll("messages") @Size(max = 12) List<List<Change>> messages,
            @ForAll("scales") List<Integer> pxScales,
            @ForAll("scales") List<Integer> qtyScales) {
        start();
        for (int i = 0; i < messages.size(); i++) {
            apply(messages.get(i), pxScales.get(i % pxScales.size()), qtyScales.get(i % qtyScales.size()));
            if (reference.isCrossed()) {
                assertThat(book.read(1)).isEmpty();
                start();
            }
            assertThat(ReferenceBook.textOf(book)).isEqualTo(reference.text());
        }
    }

    @Property(tries = 200)
    void aSnapshotInAnyOrderReplacesEverything(
            @ForAll("messages") @Size(max = 3) List<List<Change>> before, @ForAll("message") List<Change> snapshot) {
        start();
        before.forEach(message -> apply(message, 2, 5));
        reference.clear();
        fill(snapshot, 3, 4);
        assertThat(book.replace(sink, 1)).isEqualTo(State.WHOLE);
        assertThat(ReferenceBook.textOf(book)).isEqualTo(reference.text());
    }

    /** A walk of the touch over many windows, with levels left behind on both sides. */
    @Property(tries = 40)
    void theWindowFollowsATouchThatWanders(@ForAll long seed) {
        start();
        var random = new SplittableRandom(seed);
        long touch = TOUCH;
        for (int step = 0; step < 400; step++) {
            touch += random.nextInt(1201) - 600 + (random.nextInt(50) == 0 ? random.nextInt(20_001) - 10_000 : 0);
            sink.begin(2, 5);
            clearTo(touch);
            for (int i = 0; i < 6; i++) {
                boolean bid = random.nextBoolean();
                long away = random.nextInt(random.nextInt(4) == 0 ? 20_000 : 300);
                push(bid, bid ? touch - 1 - away : touch + away, random.nextInt(4) == 0 ? 0 : 1 + random.nextInt(900));
            }
            assertThat(book.apply(sink, step)).isEqualTo(State.WHOLE);
            assertThat(ReferenceBook.textOf(book)).isEqualTo(reference.text());
        }
    }

    @Provide
    Arbitrary<List<List<Change>>> messages() {
        return message().list().ofMaxSize(30);
    }

    @Provide
    Arbitrary<List<Change>> message() {
        var distance = Arbitraries.oneOf(
                Arbitraries.longs().between(0, 40),
                Arbitraries.longs().between(0, 2 * BookSide.WIDEST),
                Arbitraries.longs().between(0, TOUCH - 2));
        var qty = Arbitraries.frequencyOf(
                Tuple.of(2, Arbitraries.just(0L)),
                Tuple.of(3, Arbitraries.longs().between(1, 100_000_000_000L)));
        return Combinators.combine(Arbitraries.of(true, false), distance, qty)
                .as(Change::new)
                .list()
                .ofMaxSize(40);
    }

    @Provide
    Arbitrary<List<Integer>> scales() {
        return Arbitraries.integers().between(0, 6).list().ofMinSize(1).ofMaxSize(5);
    }

    private void start() {
        reference.clear();
        sink.begin(0, 0);
        assertThat(book.replace(sink, 0)).isEqualTo(State.WHOLE);
    }

    private State apply(List<Change> message, int pxScale, int qtyScale) {
        fill(message, pxScale, qtyScale);
        return book.apply(sink, 1);
    }

    private void fill(List<Change> message, int pxScale, int qtyScale) {
        sink.begin(pxScale, qtyScale);
        message.forEach(change -> push(change.bid(), change.px(), change.qty()));
    }

    private void push(boolean bid, long px, long qty) {
        (bid ? sink.bids() : sink.asks()).add(px, qty);
        reference.set(bid, BigDecimal.valueOf(px, sink.pxScale()), BigDecimal.valueOf(qty, sink.qtyScale()));
    }

    /** Deletes what the touch has run over. */
    private void clearTo(long touch) {
        var at = BigDecimal.valueOf(touch, sink.pxScale());
        List.copyOf(reference.bids.headMap(at, true).keySet())
                .forEach(px -> push(true, px.unscaledValue().longValueExact(), 0));
        List.copyOf(reference.asks.headMap(at, false).keySet())
                .forEach(px -> push(false, px.unscaledValue().longValueExact(), 0));
    }
}
