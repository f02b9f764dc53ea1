package sluice.risk;

import static sluice.market.Side.BUY;
import static sluice.market.Side.SELL;
import static sluice.risk.Given.SYMBOL;
import static sluice.risk.Given.aDesk;
import static sluice.risk.Given.limitOrder;
import static sluice.risk.Given.listed;
import static sluice.risk.Given.market;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import sluice.market.Px;
import sluice.market.Qty;
import sluice.market.Regime;
import sluice.order.Terms;
import sluice.order.Tif;
import sluice.risk.exposure.Exposure;

class CollarTest {

    @Test
    void aMarketOrderBecomesAnIocAtTheCollarOnTheTickThatIsKinder() {
        var coarse = aDesk().with(listed("7", "0.00001"));
        coarse.atMarket(BUY, "1").at("60298", Tif.IOC);
        coarse.atMarket(SELL, "1").at("59703", Tif.IOC);
    }

    @Test
    void aMarketOrderThatMustFillWholeStaysSo() {
        var terms = new Terms(SYMBOL, BUY, Qty.of("1"), Optional.empty(), Tif.FOK, false, false);
        aDesk().judging(Intent.of(aDesk().listing(), terms)).at("60300", Tif.FOK);
    }

    @Test
    void theCollarHoldsToTheTick() {
        aDesk().buying("1", "60300").passes();
        aDesk().buying("1", "60300.01").isRefused(Code.RISK_COLLAR).saying("60300");
        aDesk().selling("1", "59700").passes();
        aDesk().selling("1", "59699.99").isRefused(Code.RISK_COLLAR);
    }

    @Test
    void aRestingPriceMayBeFarButNotAbsurd() {
        aDesk().buying("1", "48000").passes();
        aDesk().buying("1", "47999.99").isRefused(Code.RISK_COLLAR);
        aDesk().selling("1", "72000").passes();
        aDesk().selling("1", "72000.01").isRefused(Code.RISK_COLLAR);
    }

    @Test
    void anOrdersOwnCollarWinsWithinItsMaximum() {
        collared("10", "60060").passes();
        collared("10", "60060.01").isRefused(Code.RISK_COLLAR);
        collared("500", "63000").passes();
        collared("501", "60000").isRefused(Code.RISK_COLLAR).against("500", "501");
    }

    private static Outcome collared(String bps, String px) {
        var terms = limitOrder(BUY, "1", px);
        var own = Optional.of(new BigDecimal(bps));
        return aDesk().judging(new Intent(aDesk().listing(), terms, Optional.empty(), own, Optional.empty()));
    }

    @Test
    void aStressedMarketHasAWiderCollar() {
        var market = aDesk().exposure().market();
        var stressed = aDesk().with(new Exposure.Market(
                market.mid(),
                market.lastTrade(),
                market.crossedFor(),
                market.bookAge(),
                market.usdPerQuote(),
                Regime.STRESSED));
        stressed.buying("1", "61200").passes();
        stressed.buying("1", "61200.01").isRefused(Code.RISK_COLLAR);
    }

    @Test
    void aMidThatNobodyTradesAtIsNotTrusted() {
        var market = aDesk().exposure().market();
        var last = Optional.of(Px.of("58000"));
        aDesk().with(new Exposure.Market(
                        market.mid(), last, Duration.ZERO, market.bookAge(), market.usdPerQuote(), Regime.CALM))
                .buying("1", "60000")
                .isRefused(Code.RISK_LAST_TRADE);
    }

    @Test
    void withoutAMidNothingIsSent() {
        var market = aDesk().exposure().market();
        var blind = aDesk().with(new Exposure.Market(
                Optional.empty(),
                Optional.empty(),
                Duration.ZERO,
                market.bookAge(),
                market.usdPerQuote(),
                Regime.CALM));
        blind.buying("1", "60000").isRefused(Code.RISK_NO_BOOK);
        blind.atMarket(BUY, "1").isRefused(Code.RISK_NO_BOOK);
    }

    @Test
    void aStaleOrAbsentBookRefusesNewRisk() {
        aged(Optional.of(Duration.ofMillis(5000))).passes();
        aged(Optional.of(Duration.ofMillis(5001))).isRefused(Code.RISK_STALE_BOOK);
        aged(Optional.empty()).isRefused(Code.RISK_NO_BOOK);
    }

    @Test
    void venuesThatCrossEachOtherForMoreThanASecondRefuseNewRisk() {
        crossed(Duration.ofMillis(1000)).buying("1", "60000").passes();
        crossed(Duration.ofMillis(1001)).buying("1", "60000").isRefused(Code.RISK_CROSSED_BOOK);
        crossed(Duration.ofMillis(1001)).atMarket(BUY, "1").isRefused(Code.RISK_CROSSED_BOOK);
    }

    private static Given crossed(Duration lasting) {
        var market = aDesk().exposure().market();
        return aDesk().with(new Exposure.Market(
                market.mid(), market.lastTrade(), lasting, market.bookAge(), market.usdPerQuote(), Regime.CALM));
    }

    private static Outcome aged(Optional<Duration> age) {
        var market = aDesk().exposure().market();
        return aDesk().with(new Exposure.Market(
                        market.mid(), market.lastTrade(), Duration.ZERO, age, market.usdPerQuote(), Regime.CALM))
                .buying("1", "60000");
    }
}
