package sluice.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static sluice.market.Side.BUY;
import static sluice.market.Side.SELL;
import static sluice.risk.Given.SYMBOL;
import static sluice.risk.Given.VENUE;
import static sluice.risk.Given.aDesk;
import static sluice.risk.Given.limitOrder;
import static sluice.risk.Given.listed;
import static sluice.risk.Given.market;
import static sluice.risk.Given.reducing;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;
import sluice.market.Instrument;
import sluice.market.Px;
import sluice.market.Qty;
import sluice.market.Regime;
import sluice.order.Terms;
import sluice.order.Tif;
import sluice.risk.exposure.Exposure;
import sluice.risk.exposure.Funds;
import sluice.risk.exposure.Outlay;
import sluice.risk.exposure.Pace;
import sluice.risk.exposure.Positions;
import sluice.risk.exposure.Positions.Elsewhere;
import sluice.risk.exposure.TradingState;
import sluice.risk.exposure.TradingStates;
import sluice.risk.exposure.Working;
import sluice.risk.limits.LimitKey;
import sluice.risk.limits.Limits;

class RiskTest {

    @Test
    void twentyBitcoinMayBeBoughtInTheSimulator() {
        aDesk().atMarket(BUY, "20").passes();
        aDesk().selling("20", "60000").passes();
    }

    @Test
    void realMoneyStartsSmall() {
        var live = new Given(aDesk().listing(), aDesk().exposure(), Limits.live());
        live.buying("0.4", "60000").passes();
        live.buying("0.5", "60000").isRefused(Code.RISK_MAX_NOTIONAL).against("25000", "30000");
    }

    @Test
    void aQuoteThatCannotBeValuedRefuses() {
        var market = aDesk().exposure().market();
        aDesk().with(new Exposure.Market(
                        market.mid(),
                        market.lastTrade(),
                        market.crossedFor(),
                        market.bookAge(),
                        Optional.empty(),
                        Regime.CALM))
                .buying("1", "60000")
                .isRefused(Code.RISK_MAX_NOTIONAL)
                .saying("USDT");
    }

    @Test
    void aQuantityOffTheLotNamesTheTwoNearest() {
        aDesk().buying("0.123456", "60000").isRefused(Code.RISK_LOT).saying("0.12345 ", "0.12346");
        aDesk().buying("0.000001", "60000").isRefused(Code.RISK_LOT).saying("the smallest is 0.00001");
    }

    @Test
    void aPriceOffTheTickNamesTheTwoNearest() {
        aDesk().buying("1", "60000.015").isRefused(Code.RISK_TICK).saying("60000.01 ", "60000.02");
        aDesk().buying("1", "0").isRefused(Code.RISK_TICK);
        aDesk().buying("1", "-5").isRefused(Code.RISK_TICK);
    }

    @Test
    void theVenuesBoundsHoldToTheUnit() {
        aDesk().buying("0.0001", "60000").passes();
        aDesk().buying("0.00009", "60000").isRefused(Code.RISK_MIN_QTY);
        aDesk().buying("0", "60000").isRefused(Code.RISK_MIN_QTY);
        aDesk().buying("-1", "60000").isRefused(Code.RISK_MIN_QTY);
        aDesk().mid("50000").buying("0.0001", "50000").passes();
        aDesk().mid("50000").buying("0.0001", "49999.99").isRefused(Code.RISK_MIN_NOTIONAL);
        var cheap = aDesk().mid("1").limit(LimitKey.ORDER_MAX_NOTIONAL, "1000000000");
        cheap.buying("9000", "1").passes();
        cheap.buying("9000.00001", "1").isRefused(Code.RISK_MAX_QTY);
    }

    @Test
    void theLargestOrderHoldsToTheUnit() {
        var desk = aDesk().limit(LimitKey.ORDER_MAX_QTY, "2");
        desk.buying("2", "60000").passes();
        desk.buying("2.00001", "60000").isRefused(Code.RISK_MAX_ORDER_QTY).against("2", "2.00001");
    }

    @Test
    void anOrderIsValuedAtTheHigherOfPriceAndMid() {
        var desk = aDesk().limit(LimitKey.ORDER_MAX_NOTIONAL, "60000");
        desk.buying("1", "50000").passes();
        desk.buying("1.00001", "50000").isRefused(Code.RISK_MAX_NOTIONAL).against("60000", "60000.6");
        desk.buying("1", "60000.01").isRefused(Code.RISK_MAX_NOTIONAL);
    }

    @Test
    void thePositionCountsWhatIsOpenOnTheSameSide() {
        var desk = aDesk().limit(LimitKey.POSITION_MAX_QTY, "10");
        desk.with(positions("4", "3", "9")).buying("3", "60000").passes();
        desk.with(positions("4", "3", "9")).buying("3.00001", "60000").isRefused(Code.RISK_MAX_POSITION);
        desk.with(positions("-4", "9", "3")).selling("3", "60000").passes();
        desk.with(positions("-4", "9", "3")).selling("3.00001", "60000").isRefused(Code.RISK_MAX_POSITION);
        desk.with(positions("-10", "0", "0")).buying("20", "60000").passes();
    }

    @Test
    void thePositionsValueAndTheGrossValueAreBounded() {
        var desk = aDesk().limit(LimitKey.POSITION_MAX_NOTIONAL, "600000");
        desk.with(positions("9", "0", "0")).buying("1", "60000").passes();
        desk.with(positions("9", "0", "0")).buying("1.00001", "60000").isRefused(Code.RISK_MAX_POSITION);
        var gross = aDesk().limit(LimitKey.POSITION_MAX_GROSS, "600000");
        var elsewhere = positions("4", "0", "0").withElsewhere(gross("300000"));
        gross.with(elsewhere).buying("1", "60000").passes();
        gross.with(elsewhere).buying("1.00001", "60000").isRefused(Code.RISK_MAX_GROSS);
        gross.with(elsewhere.withElsewhere(gross("900000")))
                .selling("4", "60000")
                .passes();
    }

    private static Positions positions(String net, String buys, String sells) {
        return new Positions(
                Qty.of(net), Qty.of(buys), Qty.of(sells), Qty.of(net), Qty.of(buys), Qty.of(sells), Elsewhere.NOTHING);
    }

    private static Elsewhere gross(String value) {
        return new Elsewhere(new BigDecimal(value), BigDecimal.ZERO, BigDecimal.ZERO);
    }

    @Test
    void openOrdersAreCountedAndStayBelowTheVenuesOwnBound() {
        aDesk().with(new Working(499, 0)).buying("1", "60000").passes();
        aDesk().with(new Working(500, 0))
                .buying("1", "60000")
                .isRefused(Code.RISK_MAX_OPEN_ORDERS)
                .against("500", "501");
        aDesk().with(new Working(501, 0)).buying("1", "60000").isRefused(Code.RISK_MAX_OPEN_ORDERS);
        aDesk().with(new Working(159, 159)).buying("1", "60000").passes();
        aDesk().with(new Working(160, 160))
                .buying("1", "60000")
                .isRefused(Code.RISK_MAX_OPEN_ORDERS)
                .against("160", "161");
        aDesk().with(new Working(161, 161)).buying("1", "60000").isRefused(Code.RISK_MAX_OPEN_ORDERS);
    }

    @Test
    void ofAllBoundsOnOpenOrdersTheTightestHolds() {
        var desk = aDesk().limit(LimitKey.OPEN_PER_VENUE, "3").limit(LimitKey.OPEN_PER_SYMBOL, "2");
        desk.with(new Working(2, 1)).buying("1", "60000").passes();
        desk.with(new Working(2, 2)).buying("1", "60000").isRefused(Code.RISK_MAX_OPEN_ORDERS);
        desk.with(new Working(3, 1)).buying("1", "60000").isRefused(Code.RISK_MAX_OPEN_ORDERS);
    }

    @Test
    void theBalanceMustCoverTheOrderAndItsFee() {
        funded("60060", "0").buying("1", "60000").passes();
        funded("60059.99", "0")
                .buying("1", "60000")
                .isRefused(Code.RISK_BALANCE)
                .saying("60060 USDT");
        funded("60061", "1.01").buying("1", "60000").isRefused(Code.RISK_BALANCE);
        funded("1", "0").selling("1", "60000").passes();
        funded("0.99999", "0")
                .selling("1", "60000")
                .isRefused(Code.RISK_BALANCE)
                .saying("BTC");
        aDesk().with(Funds.UNKNOWN).buying("1", "60000").isRefused(Code.RISK_BALANCE);
    }

    private static Given funded(String free, String reserved) {
        return aDesk().with(new Funds(Optional.of(new BigDecimal(free)), new BigDecimal(reserved)));
    }

    @Test
    void haltedReducingAndKilledMeanWhatTheySay() {
        var long2 = positions("2", "0", "0");
        aDesk().with(TradingState.HALTED).buying("1", "60000").isRefused(Code.RISK_TRADING_STATE);
        aDesk().with(TradingState.KILLED).buying("1", "60000").isRefused(Code.RISK_TRADING_STATE);
        var reducing = aDesk().with(TradingState.REDUCING).with(long2);
        reducing.selling("1", "60000").isRefused(Code.RISK_TRADING_STATE);
        reducing.judging(reduceOnly("2")).passes();
        reducing.judging(reduceOnly("2.00001"))
                .isRefused(Code.RISK_TRADING_STATE)
                .alsoFor(Code.RISK_REDUCE_ONLY);
        aDesk().with(TradingState.HALTED).with(long2).judging(reduceOnly("1")).isRefused(Code.RISK_TRADING_STATE);
    }

    private static Intent reduceOnly(String qty) {
        return Intent.of(aDesk().listing(), reducing(limitOrder(SELL, qty, "60000")));
    }

    @Test
    void theMostSevereStateWins() {
        var states = TradingStates.ACTIVE.with(TradingState.REDUCING).with(VENUE, TradingState.HALTED);
        assertThat(states.at(VENUE, SYMBOL, Optional.empty())).isEqualTo(TradingState.HALTED);
        assertThat(states.of(SYMBOL, Optional.empty())).isEqualTo(TradingState.REDUCING);
        assertThat(states.with(SYMBOL, TradingState.KILLED).at(VENUE, SYMBOL, Optional.empty()))
                .isEqualTo(TradingState.KILLED);
        assertThat(states.with("alpha", TradingState.KILLED).at(VENUE, SYMBOL, Optional.of("alpha")))
                .isEqualTo(TradingState.KILLED);
    }

    @Test
    void aReduceOnlyOrderIsNotHeldByLimitsButByThePosition() {
        var tight = aDesk().with(positions("2", "0", "0"))
                .limit(LimitKey.ORDER_MAX_QTY, "1")
                .limit(LimitKey.OPEN_PER_VENUE, "0")
                .with(Funds.UNKNOWN);
        tight.judging(reduceOnly("2")).passes();
        tight.judging(reduceOnly("2.5")).isRefused(Code.RISK_MAX_ORDER_QTY).alsoFor(Code.RISK_REDUCE_ONLY);
        aDesk().with(positions("2", "0", "1.5")).judging(reduceOnly("0.5")).passes();
        aDesk().with(positions("2", "0", "1.5")).judging(reduceOnly("0.6")).isRefused(Code.RISK_REDUCE_ONLY);
    }

    @Test
    void whatTheVenueDoesNotOfferIsRefused() {
        var listing = aDesk().listing();
        var poor = new Listing(
                listing.instrument(),
                Set.of(Tif.Kind.GTC),
                false,
                false,
                OptionalInt.empty(),
                Outlay.full(BigDecimal.ZERO));
        aDesk().with(poor).atMarket(BUY, "1").isRefused(Code.RISK_UNSUPPORTED).saying("IOC");
        var postOnly = new Terms(SYMBOL, BUY, Qty.of("1"), Optional.of(Px.of("59000")), Tif.GTC, true, false);
        aDesk().judging(Intent.of(poor, postOnly)).isRefused(Code.RISK_UNSUPPORTED);
        aDesk().judging(Intent.of(listing, postOnly)).passes();
        aDesk().judging(Intent.of(listing, postOnly.withTif(Tif.IOC))).isRefused(Code.RISK_UNSUPPORTED);
    }

    @Test
    void aHaltedInstrumentTakesNothing() {
        var listing = aDesk().listing();
        var on = listing.instrument();
        var halted = new Instrument(
                on.venue(),
                on.symbol(),
                on.venueSymbol(),
                on.grid(),
                on.bounds(),
                on.multiplier(),
                Instrument.Status.CANCEL_ONLY);
        var shut = new Listing(halted, listing.tifs(), true, false, OptionalInt.empty(), Outlay.full(BigDecimal.ZERO));
        aDesk().with(shut).buying("1", "60000").isRefused(Code.RISK_HALTED_INSTRUMENT);
    }

    @Test
    void everyFailureIsToldAndTheFirstByPriorityIsTheAnswer() {
        aDesk().buying("1000000.000001", "99999.001")
                .isRefused(Code.RISK_TICK)
                .alsoFor(Code.RISK_LOT, Code.RISK_COLLAR, Code.RISK_MAX_NOTIONAL, Code.RISK_BALANCE);
    }

    @Test
    void aParentPassesIfOneVenueCouldTakeIt() {
        var coarse = listed("0.01", "1");
        var fine = aDesk().listing();
        assertThat(parent("0.5", List.of(coarse, fine))).isInstanceOf(Verdict.Passed.class);
        var refused = (Verdict.Refused) parent("0.5", List.of(coarse));
        assertThat(refused.first().code()).isEqualTo(Code.RISK_LOT);
        assertThat(parent("0.5", List.of())).isInstanceOf(Verdict.Refused.class);
        assertThat(((Verdict.Refused) parent("50", List.of(fine))).first().code())
                .isEqualTo(Code.RISK_MAX_NOTIONAL);
    }

    private static Verdict parent(String qty, List<Listing> listings) {
        return Risk.judge(market(BUY, qty), Optional.empty(), listings, aDesk().exposure(), aDesk().limits());
    }

    @Test
    void aCancelIsCountedAndNeverHeldBack() {
        var limits = Limits.simulated();
        var pace = Pace.fresh(0);
        for (var i = 0; i < 1000; i++) {
            pace = pace.afterCancel(VENUE, limits, 0);
        }
        aDesk().with(pace, 0).buying("1", "60000").isRefused(Code.RISK_ORDER_RATE);
        aDesk().with(pace, 2_000_000_000L).buying("1", "60000").passes();
    }
}
