package sluice.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import sluice.market.Px;
import sluice.market.Qty;
import sluice.market.Side;
import sluice.market.Symbol;
import sluice.market.VenueId;
import sluice.market.consolidated.Groups;
import sluice.order.ChildId;
import sluice.order.Closure;
import sluice.order.ParentId;
import sluice.order.Reason;
import sluice.order.Request;
import sluice.order.Terms;
import sluice.order.Tif;
import sluice.risk.limits.LimitKey;
import sluice.venue.OrderNews;

/** Commands that name too much, or what cannot be: nothing is done, and the answer says what to name instead. */
class NotThatOrderTest {

    private final MarketScenario desk = new MarketScenario(Groups.NONE, "binance", "bybit")
            .listing("binance", "BTC-USDT", "0", List.of("99.98 x 5"), List.of("100 x 4"))
            .listing("bybit", "BTC-USDT", "0", List.of("99.97 x 5"), List.of("100.01 x 4"))
            .connected();

    private Answer.Refused refused(Command command) {
        return (Answer.Refused) desk.ask(command).join();
    }

    private void boughtAtBoth() {
        desk.market(Side.BUY, "8");
        desk.trades("binance", "4", "100").trades("bybit", "4", "100.01");
    }

    private static Command flatten(Symbol symbol, String venue) {
        var at = Optional.of(venue).filter(name -> !name.isEmpty()).map(VenueId::new);
        return new Command.Flatten(symbol, at, DeskScenario.TRADER);
    }

    @Test
    void aPositionAtSeveralVenuesIsFlattenedByVenue() {
        boughtAtBoth();
        var before = desk.orders().size();
        var several = refused(flatten(MarketScenario.BTC, ""));
        assertThat(several.code()).isEqualTo("SEVERAL_VENUES");
        assertThat(several.message()).contains("binance, bybit", "--venue");
        assertThat(desk.orders()).hasSize(before);

        desk.ask(flatten(MarketScenario.BTC, "bybit"));
        assertThat(desk.ordered("bybit").orElseThrow().terms().side()).isEqualTo(Side.SELL);
        assertThat(desk.ordered("binance").orElseThrow().terms().side()).isEqualTo(Side.BUY);
    }

    @Test
    void whatOfSeveralChildrenIsResolvedIsNamed() {
        desk.place(Terms.limit(MarketScenario.BTC, Side.BUY, Qty.of("8"), Px.of("100.01"), Tif.GTC));
        desk.says("binance", new OrderNews.InDoubt(new Request.New(), "timeout"));
        desk.says("bybit", new OrderNews.InDoubt(new Request.New(), "timeout"));
        var parent = new OrderRef.OfParent(desk.parent().parent().id());
        var refused = refused(new Command.Resolve(
                parent, Command.Resolution.CANCELLED, Optional.empty(), "seen", DeskScenario.TRADER));
        assertThat(refused.code()).isEqualTo("AMBIGUOUS_ORDER");
        assertThat(refused.message()).contains("C-1, C-2");
        assertThat(desk.parent().isInDoubt()).isTrue();
    }

    @Test
    void whatWasNeverSentHasNoFill() {
        desk.market(Side.BUY, "1", "binance");
        desk.says("binance", new OrderNews.InDoubt(new Request.New(), "timeout"));
        var parent = new OrderRef.OfParent(desk.parent().parent().id());
        var fill = Optional.of(new Command.Filled(Qty.of("1"), Px.of("100")));
        var refused =
                refused(new Command.Resolve(parent, Command.Resolution.NEVER_SENT, fill, "seen", DeskScenario.TRADER));
        assertThat(refused.message()).contains("what was never sent has no fill");
        assertThat(desk.parent().cumQty().isZero()).isTrue();
    }

    @Test
    void aLimitThatMakesNoSenseIsNotSet() {
        var before = desk.core().view().risk().limits();
        var refused = refused(new Command.SetLimit(
                Scope.GLOBAL, LimitKey.ORDER_MAX_QTY, Optional.of(new BigDecimal("-1")), true, DeskScenario.TRADER));
        assertThat(refused.code()).isEqualTo("BAD_LIMIT");
        assertThat(desk.core().view().risk().limits()).isEqualTo(before);
    }

    @Test
    void ordersThatAreNotThereAreNamedAndTheOthersCancelled() {
        desk.place(Terms.limit(MarketScenario.BTC, Side.BUY, Qty.of("1"), Px.of("99"), Tif.GTC), "binance");
        var orders = List.<OrderRef>of(
                new OrderRef.OfParent(new ParentId(77)),
                new OrderRef.OfChild(new ChildId(78)),
                new OrderRef.OfChild(desk.parent().children().get(0).ids().childId()));
        var answer = desk.ask(new Command.Cancel(orders, DeskScenario.TRADER));
        desk.says("binance", new OrderNews.Ended(Closure.of(Reason.REQUESTED)));
        var cancelled = (Answer.Cancelled) answer.join();
        assertThat(cancelled.declined()).containsValues("there is no P-77", "there is no C-78");
        assertThat(cancelled.orders()).hasSize(1);
    }
}
