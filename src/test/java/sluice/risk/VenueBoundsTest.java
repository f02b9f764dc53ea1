package sluice.risk;

import static sluice.market.Side.BUY;
import static sluice.risk.Given.SYMBOL;
import static sluice.risk.Given.aDesk;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import sluice.market.Instrument;
import sluice.market.Px;
import sluice.market.Qty;
import sluice.market.Regime;
import sluice.order.Terms;
import sluice.order.Tif;
import sluice.risk.exposure.Exposure;
import sluice.risk.limits.LimitKey;

/** What a venue says of the orders it takes, each bound one unit on either side. */
class VenueBoundsTest {

    private static Given bounded(Instrument.Bounds bounds) {
        var listing = aDesk().listing();
        var on = listing.instrument();
        var instrument = new Instrument(
                on.venue(), on.symbol(), on.venueSymbol(), on.grid(), bounds, on.multiplier(), on.status());
        return aDesk().with(new Listing(
                instrument,
                listing.tifs(),
                listing.postOnly(),
                listing.reduceOnly(),
                listing.maxOpenOrders(),
                listing.outlay()));
    }

    @Test
    void theMostValuableOrderHoldsToTheUnit() {
        var desk = bounded(Instrument.Bounds.of("0.0001", "9000", "5", "60000"));
        desk.buying("1", "60000").passes();
        desk.buying("1.00001", "60000")
                .isRefused(Code.RISK_MAX_NOTIONAL)
                .against("60000", "60000.6")
                .saying("above the largest order there");
        desk.buying("1", "60000.01").isRefused(Code.RISK_MAX_NOTIONAL);
    }

    @Test
    void aBoundOfZeroIsNone() {
        var desk = bounded(Instrument.Bounds.of("0", "0", "0", "0")).limit(LimitKey.ORDER_MAX_QTY, "100");
        desk.buying("0.00001", "60000").passes();
        desk.buying("20", "60000").passes();
    }

    @Test
    void nothingAtTheMarketCanBePostOnly() {
        var terms = new Terms(SYMBOL, BUY, Qty.of("1"), Optional.empty(), Tif.GTC, true, false);
        aDesk().judging(Intent.of(aDesk().listing(), terms))
                .isRefused(Code.RISK_UNSUPPORTED)
                .saying("needs a price");
    }

    @Test
    void theLastTradeHoldsToTheUnit() {
        traded("60000").buying("1", "60000").passes();
        traded("58823.53").buying("1", "60000").passes();
        traded("58823.52").buying("1", "60000").isRefused(Code.RISK_LAST_TRADE);
        traded("61224.48").buying("1", "60000").passes();
        traded("61224.50").buying("1", "60000").isRefused(Code.RISK_LAST_TRADE);
    }

    /** Two percent are allowed. */
    private static Given traded(String px) {
        var market = aDesk().exposure().market();
        return aDesk().limit(LimitKey.COLLAR_LAST_TRADE, "2")
                .with(new Exposure.Market(
                        market.mid(),
                        Optional.of(Px.of(px)),
                        Duration.ZERO,
                        market.bookAge(),
                        market.usdPerQuote(),
                        Regime.CALM));
    }
}
