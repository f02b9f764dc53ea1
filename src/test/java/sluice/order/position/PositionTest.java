package sluice.order.position;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import sluice.market.Money;
import sluice.market.Px;
import sluice.market.Qty;
import sluice.market.Side;
import sluice.market.Symbol;
import sluice.market.VenueId;
import sluice.order.ExecId;
import sluice.order.Execution;
import sluice.order.Liquidity;

class PositionTest {

    private Position position = Position.flat(new VenueId("binance"), Symbol.of("BTC-USDT"));

    private PositionTest trades(Side side, String qty, String px, String fee, String asset) {
        var execution = new Execution(
                new ExecId("E"), Qty.of(qty), Px.of(px), Money.of(fee, asset), Liquidity.TAKER, Instant.EPOCH);
        position = position.after(side, execution);
        return this;
    }

    private PositionTest buys(String qty, String px) {
        return trades(Side.BUY, qty, px, "0", "USDT");
    }

    private PositionTest sells(String qty, String px) {
        return trades(Side.SELL, qty, px, "0", "USDT");
    }

    private void is(String netQty, String cost, String realised) {
        assertThat(position.netQty()).isEqualTo(Qty.of(netQty));
        assertThat(position.cost()).isEqualByComparingTo(cost);
        assertThat(position.realised()).isEqualByComparingTo(realised);
    }

    @Test
    void buyingMoreAveragesTheCost() {
        buys("1", "100").buys("1", "110").is("2", "210", "0");
        assertThat(position.avgCost()).contains(Px.of("105"));
    }

    @Test
    void sellingRealisesAgainstTheAverage() {
        buys("2", "100").sells("1", "130").is("1", "100", "30");
        assertThat(position.unrealised(Px.of("90"))).isEqualByComparingTo("-10");
    }

    @Test
    void anothersTradeOfTheSamePlaceCountsAsOneMore() {
        var ours = buys("1", "100").position;
        position = Position.flat(ours.venue(), ours.symbol());
        var theirs = sells("3", "110").position;
        position = ours.with(theirs);
        is("-2", "220", "10");
        position = theirs.with(ours);
        is("-2", "220", "10");
    }

    @Property(tries = 300)
    void twoPositionsAsOneHaveMovedTheSameMoney(@ForAll Random random) {
        var flat = position;
        var one = some(random);
        position = flat;
        var both = one.with(some(random));
        assertThat(moved(both).subtract(moved(one)).subtract(moved(position)).abs())
                .isLessThan(new BigDecimal("0.0000000001"));
        assertThat(both.netQty()).isEqualTo(one.netQty().plus(position.netQty()));
        assertThat(both.cost().signum()).isEqualTo(both.netQty().abs().value().signum());
    }

    private Position some(Random random) {
        for (var trades = random.nextInt(4); trades > 0; trades--) {
            var qty = Integer.toString(1 + random.nextInt(5));
            var px = Integer.toString(90 + random.nextInt(20));
            trades(random.nextBoolean() ? Side.BUY : Side.SELL, qty, px, "0", "USDT");
        }
        return position;
    }

    /** All the quote money that trading has brought. */
    private static BigDecimal moved(Position of) {
        var isShort = of.netQty().value().signum() < 0;
        return isShort ? of.realised().add(of.cost()) : of.realised().subtract(of.cost());
    }

    @Test
    void aShortIsMirrored() {
        sells("2", "100").buys("1", "70").is("-1", "100", "30");
        assertThat(position.unrealised(Px.of("110"))).isEqualByComparingTo("-10");
    }

    @Test
    void tradingThroughZeroClosesOneAndOpensTheOther() {
        buys("1", "100").sells("3", "110").is("-2", "220", "10");
        sells("0.5", "108").buys("2.5", "100").is("0", "0", "34");
        assertThat(position.avgCost()).isEmpty();
    }

    @Test
    void feesAreCountedByAssetAndThoseInBaseCannotBeSold() {
        trades(Side.BUY, "1", "100", "0.001", "BTC").trades(Side.BUY, "1", "100", "0.01", "BNB");
        trades(Side.SELL, "0.5", "100", "-0.02", "USDT");
        assertThat(position.fees().get("BTC")).isEqualByComparingTo("0.001");
        assertThat(position.fees().get("USDT")).isEqualByComparingTo("-0.02");
        assertThat(position.sellableQty()).isEqualTo(Qty.of("1.499"));
    }

    @Property(tries = 300)
    void profitIsWhatCameInLessWhatWentOutHoweverItWasTraded(@ForAll long seed) {
        position = Position.flat(new VenueId("binance"), Symbol.of("BTC-USDT"));
        var random = new Random(seed);
        var cash = BigDecimal.ZERO;
        for (var trade = 0; trade < 12; trade++) {
            var side = random.nextBoolean() ? Side.BUY : Side.SELL;
            var qty = Integer.toString(1 + random.nextInt(9));
            var px = Integer.toString(90 + random.nextInt(20));
            trades(side, qty, px, "0", "USDT");
            var paid = new BigDecimal(qty).multiply(new BigDecimal(px)).multiply(BigDecimal.valueOf(side.sign()));
            cash = cash.subtract(paid);
        }
        var mark = Px.of("100");
        var worth = position.netQty().value().multiply(mark.value());
        var profit = position.realised().add(position.unrealised(mark));
        assertThat(profit.subtract(cash.add(worth)).abs()).isLessThan(new BigDecimal("1e-20"));
    }
}
