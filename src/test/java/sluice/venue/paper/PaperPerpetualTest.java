package sluice.venue.paper;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import sluice.market.Px;
import sluice.market.Qty;
import sluice.market.Side;
import sluice.order.OrderId;
import sluice.order.Reason;
import sluice.order.Tif;
import sluice.venue.OrderNews;
import sluice.venue.VenueEvent;
import sluice.venue.VenueFill;
import sluice.venue.VenuePosition;

class PaperPerpetualTest {

    private static final Duration EIGHT_HOURS = Duration.ofHours(8);

    private final PaperRig rig = PaperRig.perpetual().shows("99 x 20", "100 x 20");

    private PaperRig bought(String qty) {
        return rig.marks("100", "0.0001", EIGHT_HOURS).places("C-1", Side.BUY, qty, "100", Tif.IOC);
    }

    private VenuePosition position() {
        return rig.report().positions().get(0);
    }

    @Test
    void longsPayShortsByTheLastMarkAndRateBeforeItWasDue() {
        bought("5").marks("101", "0.0002", EIGHT_HOURS);
        var before = rig.balance("USDT");
        rig.passes(EIGHT_HOURS).marks("120", "0.0009", Duration.ofHours(16));

        assertThat(before).isEqualTo("499.75 + 500");
        assertThat(rig.balance("USDT")).as("5 x 101 x 0.0002").isEqualTo("499.649 + 500");
        assertThat(rig.report().fundings()).singleElement().satisfies(funding -> {
            assertThat(funding.paid().amount()).isEqualByComparingTo("0.101");
            assertThat(funding.paid().asset()).isEqualTo("USDT");
        });
        assertThat(rig.heard).filteredOn(VenueEvent.Funded.class::isInstance).hasSize(1);
    }

    @Test
    void aShortIsPaidAndANegativeRateTurnsItRound() {
        rig.marks("100", "0.0001", EIGHT_HOURS).places("C-1", Side.SELL, "5", "99", Tif.IOC);
        rig.marks("100", "0.0001", EIGHT_HOURS)
                .passes(EIGHT_HOURS)
                .marks("100", "-0.0004", EIGHT_HOURS.multipliedBy(2));
        assertThat(rig.report().fundings().get(0).paid().amount()).isEqualByComparingTo("-0.05");
        rig.passes(EIGHT_HOURS).marks("100", "0", EIGHT_HOURS.multipliedBy(3));
        assertThat(rig.report().fundings().get(1).paid().amount()).isEqualByComparingTo("0.2");
    }

    @Test
    void whatIsFlatPaysNothing() {
        bought("5").marks("100", "0.0001", EIGHT_HOURS);
        rig.places("C-2", Side.SELL, "5", "99", Tif.IOC);
        rig.passes(EIGHT_HOURS).marks("100", "0.0001", EIGHT_HOURS.multipliedBy(2));
        assertThat(rig.report().fundings()).isEmpty();
    }

    @Test
    void whatFellDueWhileNobodyLookedIsSettledOnceByWhatWasSeenBefore() {
        bought("5").marks("100", "0.0001", EIGHT_HOURS);
        rig.restarts().shows("99 x 20", "100 x 20").marks("130", "0.004", EIGHT_HOURS.multipliedBy(4));
        assertThat(rig.report().fundings())
                .singleElement()
                .satisfies(funding -> assertThat(funding.paid().amount()).isEqualByComparingTo("0.05"));
        var settled = rig.balance("USDT");
        rig.restarts().marks("130", "0.004", EIGHT_HOURS.multipliedBy(4));
        assertThat(rig.balance("USDT")).isEqualTo(settled);
    }

    @Test
    void aPositionShowsItsMarkAndWhereItWouldBeTakenOver() {
        rig.marks("100", "0.0001", EIGHT_HOURS).places("C-1", Side.SELL, "5", "99", Tif.IOC);
        var position = position();
        assertThat(position.markPx()).contains(Px.of("100"));
        var px = position.liquidationPx().orElseThrow().value().doubleValue();
        var left = 1000 - 5 * 99 * 0.0005 + 5 * (99 - px);
        assertThat(left).isCloseTo(5 * px * 0.005, org.assertj.core.data.Offset.offset(0.001));
    }

    @Test
    void aLongAtItsWholeNotionalIsNeverTakenOver() {
        bought("5").marks("1", "0.0001", EIGHT_HOURS);
        assertThat(position().netQty()).isEqualTo(Qty.of("5"));
        assertThat(position().liquidationPx()).isEmpty();
    }

    @Test
    void anAccountThatIsNotGoodForAShortLosesItsOrdersThenThePositionAndOwesNothing() {
        rig.marks("100", "0.0001", EIGHT_HOURS).places("C-1", Side.SELL, "5", "99", Tif.IOC);
        rig.places("C-2", Side.BUY, "1", "50", Tif.GTC).marks("290", "0.0001", EIGHT_HOURS);
        assertThat(position().netQty()).isEqualTo(Qty.of("-5"));
        rig.marks("298", "0.0001", EIGHT_HOURS);

        assertThat(rig.news("C-2"))
                .last()
                .isInstanceOfSatisfying(
                        OrderNews.Ended.class,
                        ended -> assertThat(ended.closure().reason()).isEqualTo(Reason.VENUE_CANCELLED));
        assertThat(position().netQty()).isEqualTo(Qty.ZERO);
        assertThat(rig.total("USDT")).isBetween(-1e-9, 1e-9);
        assertThat(rig.report().fills())
                .filteredOn(fill -> fill.clOrdId().isEmpty())
                .singleElement()
                .satisfies(this::isALiquidation);
        var after = rig.report();
        assertThat(rig.restarts().shows("297 x 20", "298 x 20").report().fills())
                .isEqualTo(after.fills());
    }

    private void isALiquidation(VenueFill fill) {
        assertThat(fill.orderId()).extracting(OrderId::value).asString().startsWith("paper-liquidation-");
        assertThat(fill.side()).isEqualTo(Side.BUY);
        assertThat(fill.execution().lastQty()).isEqualTo(Qty.of("5"));
        assertThat(rig.heard)
                .anySatisfy(event -> assertThat(event).isInstanceOfSatisfying(VenueEvent.OrderReport.class, report -> {
                    assertThat(report.clOrdId()).isEmpty();
                    assertThat(report.orderId()).isEqualTo(Optional.of(fill.orderId()));
                }));
    }

    @Test
    void whatAPositionHasLostCannotBePledged() {
        rig.marks("100", "0.0001", EIGHT_HOURS).places("C-1", Side.SELL, "5", "99", Tif.IOC);
        rig.marks("180", "0.0001", EIGHT_HOURS).shows("179 x 20", "180 x 20");
        rig.places("C-2", Side.SELL, "1", "180", Tif.GTC);
        assertThat(rig.news("C-2"))
                .last()
                .isInstanceOfSatisfying(
                        OrderNews.Rejected.class,
                        rejected -> assertThat(rejected.closure().reason()).isEqualTo(Reason.INSUFFICIENT_BALANCE));
    }
}
