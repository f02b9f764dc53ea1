package sluice.risk;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import sluice.market.Instrument;
import sluice.market.Px;
import sluice.market.Qty;
import sluice.market.Regime;
import sluice.market.Side;
import sluice.market.Symbol;
import sluice.market.VenueId;
import sluice.order.Terms;
import sluice.order.Tif;
import sluice.risk.exposure.Conditions;
import sluice.risk.exposure.Exposure;
import sluice.risk.exposure.Funds;
import sluice.risk.exposure.Outlay;
import sluice.risk.exposure.Pace;
import sluice.risk.exposure.Positions;
import sluice.risk.exposure.TradingState;
import sluice.risk.exposure.Working;
import sluice.risk.limits.LimitKey;
import sluice.risk.limits.Limits;

/** What an order is judged against, told piece by piece; whatever is not told is roomy and well. */
record Given(Listing listing, Exposure exposure, Limits limits) {

    static final Symbol SYMBOL = Symbol.of("BTC-USDT");
    static final VenueId VENUE = new VenueId("binance");

    static Given aDesk() {
        return new Given(listed("0.01", "0.00001"), exposure("60000"), Limits.simulated());
    }

    static Listing listed(String tick, String lot) {
        var bounds = Instrument.Bounds.of("0.0001", "9000", "5", "90000000");
        var instrument = new Instrument(
                VENUE,
                SYMBOL,
                "BTCUSDT",
                Instrument.Grid.of(tick, lot),
                bounds,
                BigDecimal.ONE,
                Instrument.Status.TRADING);
        return new Listing(
                instrument,
                Set.of(Tif.Kind.values()),
                true,
                false,
                OptionalInt.of(200),
                Outlay.full(new BigDecimal("0.001")));
    }

    private static Exposure exposure(String mid) {
        var market = new Exposure.Market(
                Optional.of(Px.of(mid)),
                Optional.empty(),
                Duration.ZERO,
                Optional.of(Duration.ZERO),
                Optional.of(BigDecimal.ONE),
                Regime.CALM);
        var funds = new Funds(Optional.of(new BigDecimal("100000000")), BigDecimal.ZERO);
        return new Exposure(Conditions.CALM, market, Positions.FLAT, Working.NONE, funds, Pace.fresh(0), 0);
    }

    Given limit(LimitKey key, String value) {
        return new Given(listing, exposure, limits.with(key, new BigDecimal(value)));
    }

    Given with(Listing other) {
        return new Given(other, exposure, limits);
    }

    Given with(Exposure.Market market) {
        return new Given(
                listing,
                new Exposure(
                        exposure.conditions(),
                        market,
                        exposure.positions(),
                        exposure.working(),
                        exposure.funds(),
                        exposure.pace(),
                        exposure.nowNanos()),
                limits);
    }

    Given mid(String px) {
        var market = exposure.market();
        return with(new Exposure.Market(
                Optional.of(Px.of(px)),
                market.lastTrade(),
                market.crossedFor(),
                market.bookAge(),
                market.usdPerQuote(),
                market.regime()));
    }

    Given with(Positions positions) {
        return new Given(
                listing,
                new Exposure(
                        exposure.conditions(),
                        exposure.market(),
                        positions,
                        exposure.working(),
                        exposure.funds(),
                        exposure.pace(),
                        exposure.nowNanos()),
                limits);
    }

    Given with(Working working) {
        return new Given(
                listing,
                new Exposure(
                        exposure.conditions(),
                        exposure.market(),
                        exposure.positions(),
                        working,
                        exposure.funds(),
                        exposure.pace(),
                        exposure.nowNanos()),
                limits);
    }

    Given with(Funds funds) {
        return new Given(
                listing,
                new Exposure(
                        exposure.conditions(),
                        exposure.market(),
                        exposure.positions(),
                        exposure.working(),
                        funds,
                        exposure.pace(),
                        exposure.nowNanos()),
                limits);
    }

    Given with(Pace pace, long nowNanos) {
        return new Given(
                listing,
                new Exposure(
                        exposure.conditions(),
                        exposure.market(),
                        exposure.positions(),
                        exposure.working(),
                        exposure.funds(),
                        pace,
                        nowNanos),
                limits);
    }

    Given with(TradingState state) {
        return with(exposure.conditions().with(state));
    }

    Given with(Conditions conditions) {
        return new Given(listing, exposure.under(conditions), limits);
    }

    Outcome judging(Intent intent) {
        return new Outcome(Risk.judge(intent, exposure, limits));
    }

    Outcome buying(String qty, String px) {
        return judging(Intent.of(listing, limitOrder(Side.BUY, qty, px)));
    }

    Outcome selling(String qty, String px) {
        return judging(Intent.of(listing, limitOrder(Side.SELL, qty, px)));
    }

    Outcome atMarket(Side side, String qty) {
        return judging(Intent.of(listing, market(side, qty)));
    }

    static Terms limitOrder(Side side, String qty, String px) {
        return Terms.limit(SYMBOL, side, Qty.of(qty), Px.of(px), Tif.GTC);
    }

    static Terms market(Side side, String qty) {
        return new Terms(SYMBOL, side, Qty.of(qty), Optional.empty(), Tif.GTC, false, false);
    }

    static Terms reducing(Terms terms) {
        return new Terms(
                terms.symbol(), terms.side(), terms.orderQty(), terms.px(), terms.tif(), terms.postOnly(), true);
    }
}
