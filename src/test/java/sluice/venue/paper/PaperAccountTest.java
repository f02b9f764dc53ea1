package sluice.venue.paper;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import sluice.market.Px;
import sluice.market.Qty;
import sluice.market.Side;
import sluice.order.OrderState;
import sluice.order.Terms;
import sluice.order.Tif;
import sluice.venue.Feed;
import sluice.venue.FeedState;
import sluice.venue.Lookup;
import sluice.venue.Manifest;
import sluice.venue.VenueEvent;

class PaperAccountTest {

    private final PaperRig rig = new PaperRig().shows("99 x 2, 98 x 5", "100 x 1, 101 x 3");

    @Test
    void aRestartShowsTheSameOrdersFillsAndBalances() {
        rig.places("C-1", Side.BUY, "2", "100", Tif.GTC).places("C-2", Side.SELL, "1", "99", Tif.IOC);
        var before = rig.report();
        var after = rig.restarts().shows("99 x 2", "101 x 3").report();
        assertThat(after).isEqualTo(before);
        assertThat(after.orders()).singleElement().satisfies(order -> {
            assertThat(order.state()).isEqualTo(OrderState.PARTIALLY_FILLED);
            assertThat(order.cumQty()).isEqualTo(Qty.of("1"));
        });
        assertThat(after.unfound().get(rig.ref("never").clOrdId())).isInstanceOf(Lookup.NotFound.class);
    }

    @Test
    void anOrderThatOutlivedTheDeskGoesToTheEndOfTheQueueAndFillsOnce() {
        rig.places("C-1", Side.BUY, "1", "98", Tif.GTC);
        rig.restarts().shows("98 x 3", "100 x 1").report();
        rig.prints(Side.SELL, "3.4", "98");
        assertThat(rig.fills("C-1")).containsExactly("0.4 @ 98 MAKER");
        assertThat(rig.restarts().report().fills()).hasSize(1);
    }

    @Test
    void theClockIsOursAndToldBeforeOrdersAreHeardOf() {
        var told = rig.heard.stream()
                .filter(event -> event instanceof VenueEvent.LinkMeasured || event instanceof VenueEvent.FeedChanged)
                .findFirst();
        assertThat(told).containsInstanceOf(VenueEvent.LinkMeasured.class);
    }

    @Test
    void newIdsGoOnAfterARestart() {
        rig.places("C-1", Side.BUY, "1", "98", Tif.GTC).restarts().shows("98 x 3", "100 x 1");
        rig.places("C-2", Side.BUY, "1", "98", Tif.GTC);
        assertThat(rig.report().orders().stream().map(order -> order.orderId().value()))
                .containsExactly("paper-1", "paper-2");
    }

    @Test
    void whatTheLedgerDoesNotTakeIsToldToNobody() {
        rig.broken = true;
        rig.places("C-1", Side.BUY, "1", "100", Tif.IOC);
        assertThat(rig.news("C-1")).isEmpty();
        assertThat(rig.heard).last().isInstanceOfSatisfying(VenueEvent.FeedChanged.class, change -> {
            assertThat(change.feed()).isEqualTo(Feed.PRIVATE);
            assertThat(change.state()).isEqualTo(FeedState.CLOSED);
        });
    }

    @Test
    void itCanDoWhatTheRealVenueCanAndAmendsInPlace() {
        assertThat(rig.manifest().orders().amend()).isEqualTo(Manifest.Amend.IN_PLACE);
        assertThat(rig.manifest().orders().tifs()).containsExactlyInAnyOrder(Tif.Kind.values());
        assertThat(rig.manifest().venue()).isEqualTo(PaperRig.VENUE);
    }

    @Test
    void aPerpetualIsSettledInItsQuote() {
        var perp = PaperRig.perpetual().shows("99 x 20", "100 x 20");
        perp.places("C-1", Side.BUY, "5", "100", Tif.IOC);
        assertThat(perp.report().positions()).singleElement().satisfies(position -> {
            assertThat(position.netQty()).isEqualTo(Qty.of("5"));
            assertThat(position.avgPx()).contains(Px.of("100"));
        });
        assertThat(perp.balance("USDT")).isEqualTo("499.75 + 500");
        perp.shows("109 x 20", "110 x 20").places("C-2", Side.SELL, "7", "109", Tif.IOC);
        assertThat(perp.report().positions().get(0).netQty()).isEqualTo(Qty.of("-2"));
        assertThat(perp.report().positions().get(0).avgPx()).contains(Px.of("109"));
        assertThat(perp.balance("USDT")).isEqualTo("826.3685 + 218");
    }

    @Test
    void whatOnlyReducesMayNotTurnAPosition() {
        var perp = PaperRig.perpetual().shows("99 x 20", "100 x 20");
        perp.places("C-1", Side.BUY, "1", "100", Tif.IOC);
        var reduce = new Terms(PaperRig.PERP, Side.SELL, Qty.of("2"), Optional.of(Px.of("99")), Tif.IOC, false, true);
        perp.gives("C-2", reduce);
        assertThat(perp.fills("C-2")).isEmpty();
        perp.gives("C-3", reduce.withOrderQty(Qty.of("1")));
        assertThat(perp.fills("C-3")).containsExactly("1 @ 99 TAKER");
        assertThat(perp.report().positions().get(0).avgPx()).isEmpty();
    }

    @Test
    void feesAreToldWithTheInstruments() {
        assertThat(rig.heard)
                .filteredOn(VenueEvent.Listed.class::isInstance)
                .anySatisfy(event -> assertThat(((VenueEvent.Listed) event).fees())
                        .singleElement()
                        .satisfies(fee -> assertThat(fee.taker()).isEqualByComparingTo("0.002")));
    }
}
