package sluice.sim.match;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import sluice.market.Side;
import sluice.sim.SelfTrade;

class BookTest {

    private final Book book = new Book();
    private final List<String> trades = new ArrayList<>();

    @Test
    void whoCameFirstTradesFirst() {
        book.rest(Side.BUY, 100, 1, 1, 2);
        book.crowd(Side.BUY, 100, 3, false);
        book.rest(Side.BUY, 100, 2, 2, 2);
        sell(100, 6);
        assertThat(trades).containsExactly("1 x 2", "0 x 3", "2 x 1");
    }

    @Test
    void aReducedOrderKeepsItsTurn() {
        var first = book.rest(Side.SELL, 101, 1, 1, 5);
        book.rest(Side.SELL, 101, 2, 2, 5);
        book.shrink(first, 3);
        buy(101, 3);
        assertThat(trades).containsExactly("1 x 2", "2 x 1");
    }

    @Test
    void theCrowdLeavesFromTheEndOfTheQueueOrFromItsFront() {
        book.crowd(Side.BUY, 100, 4, false);
        book.rest(Side.BUY, 100, 1, 1, 1);
        book.crowd(Side.BUY, 100, 7, false);
        book.crowd(Side.BUY, 100, 6, true);
        sell(100, 4);
        assertThat(trades).containsExactly("0 x 3", "1 x 1");
        assertThat(book.crowd(Side.BUY, 100)).isEqualTo(3);
    }

    @Test
    void theCrowdNeverQuotesThroughTheOtherSide() {
        book.rest(Side.BUY, 100, 1, 1, 1);
        book.crowd(Side.SELL, 100, 5, false);
        book.crowd(Side.SELL, 99, 5, false);
        book.crowd(Side.SELL, 101, 5, false);
        assertThat(book.depth(Side.SELL)).isEqualTo(1);
        assertThat(book.ticksAt(Side.SELL, 0)).isEqualTo(101);
    }

    @Test
    void moneyBuysWholeLotsOnly() {
        book.crowd(Side.SELL, 10, 3, false);
        book.crowd(Side.SELL, 12, 3, false);
        var taker = Taker.spending(Side.BUY, 1, SelfTrade.NONE, 47);
        book.match(taker, trades());
        assertThat(trades).containsExactly("0 x 3", "0 x 1");
        assertThat(taker.filledQuote()).isEqualTo(42);
        assertThat(taker.isSated()).isTrue();
    }

    @Test
    void everyChangedLevelIsToldOnceWithWhatStandsThereNow() {
        book.crowd(Side.BUY, 100, 3, false);
        book.crowd(Side.BUY, 99, 3, false);
        drain();
        sell(100, 3);
        book.crowd(Side.BUY, 100, 2, false);
        book.crowd(Side.BUY, 99, 0, false);
        assertThat(drain()).containsExactly("BUY 100 x 2", "BUY 99 x 0");
        assertThat(drain()).isEmpty();
    }

    private void sell(long limit, long lots) {
        book.match(Taker.limit(Side.SELL, 9, SelfTrade.NONE, limit, lots), trades());
    }

    private void buy(long limit, long lots) {
        book.match(Taker.limit(Side.BUY, 9, SelfTrade.NONE, limit, lots), trades());
    }

    private List<String> drain() {
        var told = new ArrayList<String>();
        book.drain((side, ticks, lots) -> told.add(side + " " + ticks + " x " + lots));
        return told;
    }

    private Trades trades() {
        return new Trades() {
            @Override
            public void traded(Resting maker, long lots) {
                trades.add(maker.id() + " x " + lots);
            }

            @Override
            public void prevented(Resting maker) {
                trades.add("prevented " + maker.id());
            }
        };
    }
}
