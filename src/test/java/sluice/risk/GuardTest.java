package sluice.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static sluice.market.Side.BUY;
import static sluice.market.Side.SELL;
import static sluice.risk.Given.SYMBOL;
import static sluice.risk.Given.VENUE;
import static sluice.risk.Given.aDesk;
import static sluice.risk.Given.limitOrder;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import sluice.market.Px;
import sluice.market.Qty;
import sluice.market.VenueId;
import sluice.order.ParentId;
import sluice.order.Terms;
import sluice.order.Tif;
import sluice.risk.exposure.Conditions;
import sluice.risk.exposure.Conditions.Machine;
import sluice.risk.exposure.Conditions.Opposites;
import sluice.risk.exposure.Conditions.Opposites.Own;
import sluice.risk.exposure.Conditions.Volumes;
import sluice.risk.exposure.Pace;
import sluice.risk.exposure.Positions;
import sluice.risk.exposure.Positions.Elsewhere;
import sluice.risk.exposure.Working;
import sluice.risk.limits.LimitKey;
import sluice.risk.limits.Restrictions;

/** The limits that are not about one order's size and price, each one unit on either side. */
class GuardTest {

    private static Conditions machine(Duration offset, String fault) {
        var calm = Conditions.CALM;
        return new Conditions(
                calm.state(),
                calm.restricted(),
                new Machine(Optional.of(offset), fault),
                calm.unknown(),
                calm.opposites(),
                calm.volumes());
    }

    private static Conditions unknown(Optional<BigDecimal> value) {
        var calm = Conditions.CALM;
        return new Conditions(calm.state(), calm.restricted(), calm.machine(), value, calm.opposites(), calm.volumes());
    }

    @Test
    void aClockThatIsTooFarOffSendsNothing() {
        aDesk().with(machine(Duration.ofMillis(500), "")).buying("1", "60000").passes();
        aDesk().with(machine(Duration.ofMillis(-500), "")).buying("1", "60000").passes();
        aDesk().with(machine(Duration.ofMillis(501), "")).buying("1", "60000").isRefused(Code.RISK_CLOCK);
        aDesk().with(machine(Duration.ofMillis(-501), "")).buying("1", "60000").isRefused(Code.RISK_CLOCK);
    }

    @Test
    void aClockThatWasNotMeasuredSendsNothing() {
        var calm = Conditions.CALM;
        var unmeasured = new Conditions(
                calm.state(),
                calm.restricted(),
                new Machine(Optional.empty(), ""),
                calm.unknown(),
                calm.opposites(),
                calm.volumes());
        aDesk().with(unmeasured).buying("1", "60000").isRefused(Code.RISK_CLOCK).against("500 ms", "unknown");
    }

    @Test
    void aJournalThatIsNotDurableSendsNothing() {
        aDesk().with(machine(Duration.ZERO, "disk full")).buying("1", "60000").isRefused(Code.RISK_JOURNAL);
    }

    @Test
    void unknownValueStopsTheVenueAndWhatCannotBeValuedDoesToo() {
        var desk = aDesk().limit(LimitKey.GUARD_MAX_UNKNOWN, "1000");
        desk.with(unknown(Optional.of(new BigDecimal("1000"))))
                .buying("1", "60000")
                .passes();
        desk.with(unknown(Optional.of(new BigDecimal("1000.01"))))
                .buying("1", "60000")
                .isRefused(Code.RISK_UNKNOWN);
        desk.with(unknown(Optional.empty())).buying("1", "60000").isRefused(Code.RISK_UNKNOWN);
    }

    @Test
    void whatIsDeniedIsDeniedThoughItBeAllowed() {
        var rules = new Restrictions(
                List.of(Restrictions.Rule.parse("buy binance/BTC-USDT")),
                List.of(Restrictions.Rule.parse("binance/*")));
        assertThat(rules.why(BUY, VENUE, SYMBOL)).contains("The configuration denies buy binance/BTC-USDT.");
        assertThat(rules.why(SELL, VENUE, SYMBOL)).isEmpty();
        assertThat(rules.why(SELL, new VenueId("bybit"), SYMBOL)).contains("The configuration allows only binance/*.");
    }

    @Test
    void anOrderMeetsItsOwnAtItsPriceAndBeyondButNotShortOfIt() {
        var own = new Opposites(Optional.of(new Own("C-7", "binance", Px.of("60010"))), Optional.empty());
        var desk = aDesk().with(Conditions.CALM.with(own));
        desk.buying("1", "60009.99").passes();
        desk.buying("1", "60010").isRefused(Code.RISK_SELF_TRADE).saying("C-7");
        desk.atMarket(BUY, "1").isRefused(Code.RISK_SELF_TRADE);
        desk.selling("1", "60010.01").passes();
        desk.selling("1", "60010").isRefused(Code.RISK_SELF_TRADE).saying("price this above it");
    }

    @Test
    void whatIsRestrictedIsRefusedInTheWordsOfTheConfiguration() {
        var calm = Conditions.CALM;
        var denied = new Conditions(
                calm.state(),
                Optional.of("It is denied."),
                calm.machine(),
                calm.unknown(),
                calm.opposites(),
                calm.volumes());
        aDesk().with(denied)
                .buying("1", "60000")
                .isRefused(Code.RISK_RESTRICTED)
                .saying("It is denied.");
    }

    @Test
    void onlyWhatTakesAtOnceCanPassVolumeOn() {
        var took = new Opposites(Optional.empty(), Optional.of(new Own("order", "bybit", Px.of("59000"))));
        var desk = aDesk().with(Conditions.CALM.with(took)).limit(LimitKey.GUARD_WASH_WINDOW, "1000");
        desk.buying("1", "60000").isRefused(Code.RISK_WASH);
        desk.buying("1", "59999.99").passes();
        var below = limitOrder(BUY, "1", "59999.99");
        desk.judging(Intent.of(desk.listing(), below.withTif(Tif.IOC))).isRefused(Code.RISK_WASH);
        desk.judging(Intent.of(desk.listing(), below.withTif(Tif.FOK))).isRefused(Code.RISK_WASH);
        var resting = new Terms(SYMBOL, BUY, Qty.of("1"), Optional.of(Px.of("60000")), Tif.GTC, true, false);
        desk.judging(Intent.of(desk.listing(), resting)).passes();
    }

    @Test
    void volumeIsNotPassedBetweenVenuesUnlessItIsArbitrage() {
        var took = new Opposites(Optional.empty(), Optional.of(new Own("order", "bybit", Px.of("59990"))));
        var desk = aDesk().with(Conditions.CALM.with(took)).limit(LimitKey.GUARD_WASH_WINDOW, "1000");
        desk.buying("1", "60100").isRefused(Code.RISK_WASH);
        desk.buying("1", "59989.99").passes();
        desk.judging(tagged("arbitrage")).passes();
        aDesk().with(Conditions.CALM.with(took)).buying("1", "60100").passes();
        desk.judging(tagged("grid")).isRefused(Code.RISK_WASH).against("1000 ms", "59990");
    }

    private static Intent tagged(String tag) {
        return new Intent(
                aDesk().listing(), limitOrder(BUY, "1", "60100"), Optional.empty(), Optional.empty(), Optional.of(tag));
    }

    @Test
    void aTagHasItsOwnPaceAndItsOwnOpenOrders() {
        var desk = aDesk().limit(LimitKey.TAG_BURST, "10").limit(LimitKey.TAG_OPEN, "5");
        var pace = Pace.fresh(0);
        for (int i = 0; i < 7; i++) {
            desk.with(pace, 0).judging(tagged("grid")).passes();
            pace = pace.tagged("grid", desk.limits(), 0);
        }
        desk.with(pace, 0)
                .judging(tagged("grid"))
                .isRefused(Code.RISK_ORDER_RATE)
                .against("7", "8");
        desk.with(pace, 0).judging(tagged("hedge")).passes();
        desk.with(new Working(0, 0, 4)).judging(tagged("grid")).passes();
        desk.with(new Working(0, 0, 5)).judging(tagged("grid")).isRefused(Code.RISK_MAX_OPEN_ORDERS);
        desk.with(new Working(0, 0, 5)).buying("1", "60000").passes();
    }

    @Test
    void aParentThatSendsInALoopOrMoreThanItHasIsStopped() {
        var desk = aDesk().limit(LimitKey.TAG_MAX_CHILDREN, "20");
        var intent = behind("1");
        var pace = Pace.fresh(0);
        for (int i = 0; i < 20; i++) {
            desk.with(pace, 0).judging(intent).passes();
            pace = pace.inSeries(intent.series(), 0);
        }
        desk.with(pace, 0).judging(intent).isRefused(Code.RISK_REPEATED).against("20", "21");
        desk.with(pace, 1_000_000_000L).judging(intent).passes();
        desk.judging(behind("0.99999")).isRefused(Code.RISK_REPEATED);
    }

    private static Intent behind(String unplanned) {
        var parent = new Intent.Behind(new ParentId(3), Qty.of(unplanned));
        return new Intent(
                aDesk().listing(),
                limitOrder(BUY, "1", "60000"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(parent));
    }

    @Test
    void longAndShortAreTakenFromEachOtherInTheNet() {
        var desk = aDesk().limit(LimitKey.POSITION_MAX_NET, "600000");
        var shortElsewhere =
                new Elsewhere(new BigDecimal("300000"), new BigDecimal("-300000"), new BigDecimal("300000"));
        var held = new Positions(Qty.of("10"), Qty.ZERO, Qty.ZERO, Qty.of("10"), Qty.ZERO, Qty.ZERO, shortElsewhere);
        desk.with(held).buying("5", "60000").passes();
        desk.with(held).buying("5.00001", "60000").isRefused(Code.RISK_MAX_NET);
    }

    @Test
    void aPositionAtOneVenueIsBoundedThoughAnotherOffsetsIt() {
        var desk = aDesk().limit(LimitKey.POSITION_AT_VENUE, "600000");
        var held = new Positions(Qty.ZERO, Qty.ZERO, Qty.ZERO, Qty.of("4"), Qty.of("1"), Qty.ZERO, Elsewhere.NOTHING);
        desk.with(held).buying("5", "60000").passes();
        desk.with(held).buying("5.00001", "60000").isRefused(Code.RISK_AT_VENUE);
    }

    @Test
    void muchOfTheDepthAndOfTheDayIsRemarkedAndStopsNothing() {
        var calm = Conditions.CALM;
        var thin = new Conditions(
                calm.state(),
                calm.restricted(),
                calm.machine(),
                calm.unknown(),
                calm.opposites(),
                new Volumes(Optional.of(Qty.of("100")), Optional.of(Qty.of("1"))));
        assertThat(aDesk().with(thin).buying("0.5", "60000").remarks()).isEmpty();
        assertThat(aDesk().with(thin).buying("0.50001", "60000").remarks())
                .containsExactly(Code.RISK_MAX_DEPTH, Code.RISK_MAX_ADV);
    }
}
