package sluice.venue.paper;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import sluice.market.Money;
import sluice.market.Px;
import sluice.market.Qty;
import sluice.market.Side;
import sluice.order.Closure;
import sluice.order.Reason;
import sluice.order.Terms;
import sluice.order.Tif;
import sluice.venue.OrderNews;
import sluice.venue.VenueCommand;

class PaperTakerTest {

    private final PaperRig rig = new PaperRig().shows("99 x 2, 98 x 5", "100 x 1, 101 x 2, 102 x 9");

    private Reason ended(String id) {
        var last = rig.news(id).get(rig.news(id).size() - 1);
        return last instanceof OrderNews.Ended ended
                ? ended.closure().reason()
                : last instanceof OrderNews.Rejected rejected
                        ? rejected.closure().reason()
                        : Reason.OTHER;
    }

    @Test
    void aMarketableOrderWalksTheBookInsideItsLimit() {
        rig.places("C-1", Side.BUY, "4", "101", Tif.IOC);
        assertThat(rig.fills("C-1")).containsExactly("1 @ 100 TAKER", "2 @ 101 TAKER");
        assertThat(ended("C-1")).isEqualTo(Reason.IOC_REMAINDER);
    }

    @Test
    void itIsTheBookOfItsArrivalThatItWalks() {
        rig.sends(new VenueCommand.NewOrder(
                rig.ref("C-1").clOrdId(), Terms.limit(PaperRig.SPOT, Side.BUY, Qty.of("1"), Px.of("101"), Tif.IOC)));
        rig.passes(PaperRig.LATENCY.minus(Duration.ofMillis(1)));
        assertThat(rig.news("C-1")).isEmpty();
        rig.shows("99 x 2", "100.5 x 3").passes(Duration.ofMillis(1));
        assertThat(rig.fills("C-1")).containsExactly("1 @ 100.5 TAKER");
    }

    @Test
    void anOrderWithoutAPriceTakesWhatThereIs() {
        rig.gives("C-1", new Terms(PaperRig.SPOT, Side.SELL, Qty.of("2"), Optional.empty(), Tif.IOC, false, false));
        assertThat(rig.fills("C-1")).containsExactly("2 @ 99 TAKER");
    }

    @Test
    void whatWeTookIsGoneUntilTheLevelChanges() {
        rig.places("C-1", Side.BUY, "1", "100", Tif.IOC).places("C-2", Side.BUY, "1", "100", Tif.IOC);
        assertThat(rig.fills("C-2")).isEmpty();
        rig.shows("99 x 2", "100 x 0.8").places("C-3", Side.BUY, "1", "100", Tif.IOC);
        assertThat(rig.fills("C-3")).containsExactly("0.8 @ 100 TAKER");
    }

    @Test
    void fillOrKillIsAllOrNothing() {
        rig.places("C-1", Side.BUY, "3.5", "101", Tif.FOK);
        assertThat(rig.fills("C-1")).isEmpty();
        assertThat(ended("C-1")).isEqualTo(Reason.FOK_UNFILLED);
        rig.places("C-2", Side.BUY, "3", "101", Tif.FOK);
        assertThat(rig.fills("C-2")).hasSize(2);
    }

    @Test
    void postOnlyNeverTakes() {
        var terms = new Terms(PaperRig.SPOT, Side.BUY, Qty.of("1"), Optional.of(Px.of("100")), Tif.GTC, true, false);
        rig.gives("C-1", terms);
        assertThat(ended("C-1")).isEqualTo(Reason.WOULD_TAKE);
        rig.gives("C-2", terms.withPx(Px.of("99.9")));
        assertThat(rig.news("C-2")).hasSize(1).first().isInstanceOf(OrderNews.Acknowledged.class);
    }

    @Test
    void theVenuesGridAndBoundsHold() {
        rig.places("C-1", Side.BUY, "1", "99.95", Tif.GTC)
                .places("C-2", Side.BUY, "0.015", "99", Tif.GTC)
                .places("C-3", Side.BUY, "0.02", "99", Tif.GTC)
                .places("C-4", Side.BUY, "101", "99", Tif.GTC);
        for (var id : new String[] {"C-1", "C-2", "C-3", "C-4"}) {
            assertThat(ended(id)).isEqualTo(Reason.FILTER);
        }
    }

    @Test
    void anIdIsGoodOnce() {
        rig.places("C-1", Side.BUY, "1", "99", Tif.GTC).places("C-1", Side.BUY, "1", "99", Tif.GTC);
        assertThat(ended("C-1")).isEqualTo(Reason.DUPLICATE_ID);
        assertThat(rig.report().orders()).hasSize(1);
    }

    @Test
    void nothingFillsAgainstABookThatIsNotThere() {
        rig.loses().places("C-1", Side.BUY, "1", "100", Tif.GTC);
        assertThat(ended("C-1")).isEqualTo(Reason.MARKET_CLOSED);
    }

    @Test
    void whatTheAccountCannotPayForIsRejected() {
        rig.places("C-1", Side.BUY, "10.01", "99.9", Tif.GTC);
        assertThat(rig.balance("USDT")).isEqualTo("0.001 + 999.999");
        rig.places("C-2", Side.BUY, "1", "99", Tif.GTC).places("C-3", Side.SELL, "2.01", "110", Tif.GTC);
        assertThat(ended("C-2")).isEqualTo(Reason.INSUFFICIENT_BALANCE);
        assertThat(ended("C-3")).isEqualTo(Reason.INSUFFICIENT_BALANCE);
    }

    @Test
    void aFeeIsTakenFromWhatIsReceived() {
        rig.places("C-1", Side.BUY, "1", "100", Tif.IOC).places("C-2", Side.SELL, "1", "99", Tif.IOC);
        assertThat(rig.report().fills().stream().map(fill -> fill.execution().fee()))
                .containsExactlyInAnyOrder(Money.of("0.002", "BTC"), Money.of("0.198", "USDT"));
        assertThat(rig.balance("BTC")).isEqualTo("1.998 + 0");
        assertThat(rig.balance("USDT")).isEqualTo("998.802 + 0");
    }

    @Test
    void whereFeesAreQuoteMoneyTheyComeOnTop() {
        var quoted = new PaperRig(
                        new PaperFees(PaperFees.Rates.of("0.004", "0.006"), PaperFees.Rates.of("0.004", "0.006"), true))
                .shows("99 x 2", "100 x 20");
        quoted.places("C-1", Side.BUY, "10", "100", Tif.IOC);
        assertThat(quoted.news("C-1"))
                .singleElement()
                .isInstanceOfSatisfying(
                        OrderNews.Rejected.class,
                        news -> assertThat(news.closure().reason()).isEqualTo(Reason.INSUFFICIENT_BALANCE));
        quoted.places("C-2", Side.BUY, "9", "100", Tif.IOC);
        assertThat(quoted.balance("USDT")).isEqualTo("94.6 + 0");
    }

    @Test
    void anAmendThatCrossesTakes() {
        rig.places("C-1", Side.BUY, "1", "99", Tif.GTC);
        var from = Terms.limit(PaperRig.SPOT, Side.BUY, Qty.of("1"), Px.of("99"), Tif.GTC);
        var to = from.withPx(Px.of("100"));
        rig.sends(new VenueCommand.ReplaceOrder(rig.ref("C-1"), rig.ref("C-1-1").clOrdId(), from, to, Qty.ZERO))
                .passes(PaperRig.LATENCY);
        assertThat(rig.news("C-1")).last().isInstanceOf(OrderNews.Replaced.class);
        assertThat(rig.fills("C-1-1")).containsExactly("1 @ 100 TAKER");
    }

    @Test
    void whatIsCancelledEndsAndCannotBeCancelledAgain() {
        rig.places("C-1", Side.BUY, "1", "99", Tif.GTC);
        rig.sends(new VenueCommand.CancelOrder(rig.ref("C-1")))
                .sends(new VenueCommand.CancelOrder(rig.ref("C-1")))
                .sends(new VenueCommand.CancelOrder(rig.ref("C-9")))
                .passes(PaperRig.LATENCY);
        assertThat(rig.news("C-1")).element(1).isEqualTo(new OrderNews.Ended(Closure.of(Reason.REQUESTED)));
        assertThat(rig.news("C-1")).last().isInstanceOf(OrderNews.RequestRejected.class);
        assertThat(rig.news("C-9")).last().isInstanceOf(OrderNews.RequestRejected.class);
    }
}
