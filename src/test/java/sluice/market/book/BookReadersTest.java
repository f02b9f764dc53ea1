package sluice.market.book;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import sluice.market.Symbol;
import sluice.market.VenueId;

/** The keeper writes on and on while others read; each read is one of the books it published. */
class BookReadersTest {

    private static final int LEVELS = 40;
    private static final int READS = 3_000;

    private final Book book = new Book(new VenueId("any"), Symbol.of("BTC-USDT"));
    private final AtomicBoolean done = new AtomicBoolean();
    private final CountDownLatch built = new CountDownLatch(1);

    @Test
    void aReaderSeesOnlyWholeBooksAndNeverGoesBack() throws InterruptedException, ExecutionException {
        var threads = Executors.newFixedThreadPool(3);
        var keeper = threads.submit(this::keep);
        List<Future<Integer>> readers = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            readers.add(threads.submit(reader()));
        }
        for (var reader : readers) {
            assertThat(reader.get()).isEqualTo(READS);
        }
        done.set(true);
        keeper.get();
        threads.shutdown();
    }

    /** In round n the touch stands at n * 37, and every level of both sides has quantity n. */
    private void keep() {
        var sink = new DepthSink();
        for (long round = 1; !done.get(); round++) {
            sink.begin(0, 0);
            long gone = 1_000_000 + (round - 1) % 500 * 37;
            long touch = 1_000_000 + round % 500 * 37;
            for (int i = 0; i < LEVELS; i++) {
                sink.bids().add(gone - 1 - i * 100L, 0);
                sink.asks().add(gone + i * 100L, 0);
            }
            for (int i = 0; i < LEVELS; i++) {
                sink.bids().add(touch - 1 - i * 100L, round);
                sink.asks().add(touch + i * 100L, round);
            }
            if (round == 1) {
                book.replace(sink, round);
                built.countDown();
            } else {
                book.apply(sink, round);
            }
        }
    }

    private Callable<Integer> reader() {
        return () -> {
            built.await();
            long last = 0;
            for (int read = 0; read < READS; read++) {
                var ladder = book.read(Integer.MAX_VALUE).orElseThrow();
                assertThat(ladder.version()).isGreaterThanOrEqualTo(last);
                last = ladder.version();
                assertWhole(ladder);
            }
            return READS;
        };
    }

    private static void assertWhole(Ladder ladder) {
        var qty = ladder.bids().get(0).qty();
        assertThat(ladder.bids()).hasSize(LEVELS).allMatch(level -> level.qty().equals(qty));
        assertThat(ladder.asks()).hasSize(LEVELS).allMatch(level -> level.qty().equals(qty));
        assertThat(ladder.quote().orElseThrow().spread().value()).isEqualByComparingTo("1");
        assertThat(qty.value().longValueExact()).isEqualTo(ladder.version());
    }
}
