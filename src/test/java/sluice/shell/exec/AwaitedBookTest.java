package sluice.shell.exec;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import sluice.engine.Command.Place;
import sluice.market.Symbol;
import sluice.market.VenueId;
import sluice.market.book.Ladder;
import sluice.market.book.LiveBook;
import sluice.shell.ShellTester;

/** A run's first order comes when its feed has only just begun. */
class AwaitedBookTest {

    private final ShellTester shell = new ShellTester();

    /** A book that is there at the look of that number. */
    private static final class Coming implements LiveBook {

        private final LiveBook book;
        private final int first;
        private int looks;

        Coming(LiveBook book, int first) {
            this.book = book;
            this.first = first;
        }

        @Override
        public VenueId venue() {
            return book.venue();
        }

        @Override
        public Symbol symbol() {
            return book.symbol();
        }

        @Override
        public Optional<Ladder> read(int depth) {
            return ++looks < first ? Optional.empty() : book.read(depth);
        }

        @Override
        public long version() {
            return book.version();
        }
    }

    private Coming comes(int first) {
        var books = shell.desk.books();
        var coming = new Coming(books.get(0), first);
        books.clear();
        books.add(coming);
        return coming;
    }

    private boolean isAskedToPlace() {
        return shell.desk.asked.stream().anyMatch(Place.class::isInstance);
    }

    @Test
    void isWaitedFor() {
        var book = comes(5);
        shell.exec("buy 0.1 BTC-USDT");
        assertThat(shell.status()).isZero();
        assertThat(book.looks).isEqualTo(5);
        assertThat(isAskedToPlace()).isTrue();
    }

    @Test
    void thatNeverComesIsNotWaitedForWithoutEndAndTheDeskSaysWhy() {
        var book = comes(Integer.MAX_VALUE);
        shell.exec("buy 0.1 BTC-USDT", "--ready-timeout", "50ms");
        assertThat(book.looks).isEqualTo(5);
        assertThat(isAskedToPlace()).isTrue();
    }

    @Test
    void ofAnotherSymbolOrForWhatOnlyReducesIsNotWaitedFor() {
        var book = comes(Integer.MAX_VALUE);
        shell.exec("sell 0.1 BTC-USDT --reduce-only; buy 0.1 ETH-USDT; orders");
        assertThat(book.looks).isZero();
    }
}
