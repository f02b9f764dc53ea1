package sluice.venue.paper;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import sluice.market.Side;
import sluice.order.Reason;
import sluice.order.Tif;
import sluice.venue.OrderNews;

class PaperQueueTest {

    private static final Duration A_LOOK = Duration.ofMillis(60);

    private final PaperRig rig =
            new PaperRig().shows("99 x 2, 98 x 5", "100 x 1").places("C-1", Side.BUY, "1", "99", Tif.GTC);

    @Test
    void anOrderWaitsForEverythingThatStoodBeforeIt() {
        rig.prints(Side.SELL, "1.5", "99");
        assertThat(rig.fills("C-1")).isEmpty();
        rig.prints(Side.SELL, "1", "99");
        assertThat(rig.fills("C-1")).containsExactly("0.5 @ 99 MAKER");
        rig.prints(Side.SELL, "4", "99");
        assertThat(rig.fills("C-1")).containsExactly("0.5 @ 99 MAKER", "0.5 @ 99 MAKER");
    }

    @Test
    void aLevelThatShrinksLetsTheOrderMoveUp() {
        rig.shows("99 x 0.3", "100 x 1")
                .passes(A_LOOK)
                .shows("99 x 4", "100 x 1")
                .passes(A_LOOK);
        rig.prints(Side.SELL, "0.5", "99");
        assertThat(rig.fills("C-1")).containsExactly("0.2 @ 99 MAKER");
    }

    @Test
    void printsOfBuyersAndAtBetterPricesAreNotForUs() {
        rig.prints(Side.BUY, "10", "99").prints(Side.SELL, "10", "99.5");
        assertThat(rig.fills("C-1")).isEmpty();
    }

    @Test
    void aPrintBeyondOurPriceWasForUsFirst() {
        rig.prints(Side.SELL, "0.4", "98");
        assertThat(rig.fills("C-1")).containsExactly("0.4 @ 99 MAKER");
    }

    @Test
    void aBookThatCrossesUsFillsUsAtOurPriceAndOnlyOnce() {
        rig.shows("97 x 1", "98.5 x 0.4").passes(A_LOOK).passes(A_LOOK);
        assertThat(rig.fills("C-1")).containsExactly("0.4 @ 99 MAKER");
    }

    @Test
    void twoOfOursShareAPrint() {
        rig.places("C-2", Side.BUY, "1", "99", Tif.GTC).prints(Side.SELL, "3.5", "99");
        assertThat(rig.fills("C-1")).containsExactly("1 @ 99 MAKER");
        assertThat(rig.fills("C-2")).containsExactly("0.5 @ 99 MAKER");
    }

    @Test
    void anOrderEndsWhenItsTimeIsOver() {
        var end = rig.time.now().plusSeconds(1);
        rig.places("C-2", Side.SELL, "1", "105", Tif.gtd(end)).passes(Duration.ofSeconds(2));
        assertThat(rig.news("C-2"))
                .last()
                .isInstanceOfSatisfying(
                        OrderNews.Ended.class,
                        news -> assertThat(news.closure().reason()).isEqualTo(Reason.EXPIRED));
    }
}
