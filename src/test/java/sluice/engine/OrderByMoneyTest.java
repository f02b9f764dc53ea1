package sluice.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import sluice.market.Money;
import sluice.market.Px;
import sluice.market.Qty;
import sluice.market.Side;
import sluice.market.consolidated.Groups;
import sluice.order.Terms;
import sluice.order.Tif;

/** Orders for so much quote money: never a lot more than it pays for at the worst price that is sent. */
class OrderByMoneyTest {

    private final MarketScenario desk = new MarketScenario(Groups.NONE, "binance", "bybit")
            .listing("binance", "BTC-USDT", "0", List.of("99.9 x 50"), List.of("100.1 x 50"))
            .listing("bybit", "BTC-USDT", "0", List.of("99.8 x 50"), List.of("100.2 x 50"))
            .connected();

    private static Terms terms(Side side, Optional<Px> px) {
        var tif = px.isPresent() ? Tif.GTC : Tif.IOC;
        return new Terms(MarketScenario.BTC, side, Qty.ZERO, px, tif, false, false);
    }

    private Answer ask(Terms terms, String money, String... on) {
        var answer = desk.ask(new Command.Place(
                terms,
                Optional.of(Money.of(money, "USDT")),
                MarketScenario.on(on),
                DeskScenario.TRADER,
                Command.Until.DURABLE));
        return answer.join();
    }

    @ParameterizedTest
    @CsvSource({"1000, 10", "1000.99, 10.009", "999.99, 9.999"})
    void atAPriceOfItsOwnItIsWhatTheMoneyPaysForOnTheLot(String money, String qty) {
        var placed = (Answer.Placed) ask(terms(Side.BUY, Optional.of(Px.of("100"))), money);
        assertThat(placed.order().parent().terms().orderQty()).isEqualTo(Qty.of(qty));
    }

    @Test
    void atTheMarketItIsWhatTheMoneyPaysForAtTheCollar() {
        var order = ((Answer.Placed) ask(terms(Side.BUY, Optional.empty()), "1000")).order();
        var worst = order.children().stream()
                .map(child -> child.terms()
                        .px()
                        .orElseThrow()
                        .value()
                        .multiply(child.terms().orderQty().value()))
                .reduce(BigDecimal.ZERO, BigDecimal::add);

        assertThat(order.parent().terms().orderQty().value()).isBetween(new BigDecimal("9.9"), new BigDecimal("9.999"));
        assertThat(worst).isLessThanOrEqualTo(new BigDecimal("1000"));
    }

    @Test
    void whatBuysLessThanALotBuysNothing() {
        var refused = (Answer.Refused) ask(terms(Side.BUY, Optional.of(Px.of("100"))), "0.09");
        assertThat(refused.code()).isEqualTo("NO_SIZE");
        assertThat(desk.orders()).isEmpty();
    }

    @Test
    void withoutABookNothingSaysWhatTheMoneyBuys() {
        desk.book("binance", "BTC-USDT").breakIt();
        desk.book("bybit", "BTC-USDT").breakIt();
        assertThat(((Answer.Refused) ask(terms(Side.SELL, Optional.empty()), "1000")).code())
                .isEqualTo("NO_SIZE");
    }

    @Test
    void aPreviewOfItIsSizedAlike() {
        var asked = new Command.Preview(
                terms(Side.BUY, Optional.of(Px.of("100"))),
                Optional.of(Money.of("1000", "USDT")),
                MarketScenario.on("binance"));
        var previewed = (Answer.Previewed) desk.ask(asked).join();
        assertThat(previewed.plan().routedQty()).isEqualTo(Qty.of("10"));

        var nothing = new Command.Preview(
                terms(Side.BUY, Optional.of(Px.of("100"))), Optional.of(Money.of("0.01", "USDT")), MarketScenario.on());
        assertThat(((Answer.Refused) desk.ask(nothing).join()).code()).isEqualTo("NO_SIZE");
        assertThat(desk.orders()).isEmpty();
    }

    @Test
    void aVenueThatIsNotThereIsNamed() {
        var refused = (Answer.Refused) ask(terms(Side.BUY, Optional.of(Px.of("100"))), "1000", "krakn");
        assertThat(refused.code()).isEqualTo("UNKNOWN_SYMBOL");
        assertThat(refused.message()).contains("there is no venue krakn");
    }

    @Test
    void whatTheFirstLevelsDoNotHoldIsTakenFromThoseBehind() {
        desk.book("binance", "BTC-USDT").quote(List.of("99.9 x 50"), asks("100.01", "100.02", "100.03", "100.04"));
        desk.book("bybit", "BTC-USDT")
                .quote(
                        List.of("99.8 x 50"),
                        asks("100.01", "100.02", "100.03", "100.04", "100.05", "100.06", "100.07"));
        desk.market(Side.BUY, "7", "bybit");
        assertThat(desk.orders()).containsExactly("bybit 7 BTC-USDT");
    }

    private static List<String> asks(String... px) {
        return List.of(px).stream().map(each -> each + " x 1").toList();
    }
}
