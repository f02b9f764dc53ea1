package sluice.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import sluice.market.Px;
import sluice.market.Qty;
import sluice.market.Side;
import sluice.order.Closure;
import sluice.order.OrderState;
import sluice.order.Reason;
import sluice.order.Request;
import sluice.order.Tif;
import sluice.risk.exposure.TradingState;
import sluice.venue.OrderNews;
import sluice.venue.VenueCommand;

class WavesTest {

    private final DeskScenario desk = DeskScenario.ready();

    @Test
    void aMarketableOrderIsSentAsAnImmediateLimitInsideTheCollar() {
        desk.market(Side.BUY, "1");
        var terms = desk.lastSent(VenueCommand.NewOrder.class).terms();
        assertThat(terms.tif()).isEqualTo(Tif.IOC);
        assertThat(terms.px().orElseThrow()).isBetween(Px.of("100.1"), Px.of("100.5"));
    }

    @Test
    void aMarketThatMovesWhileTheOrderIsDecidedRefusesNothing() {
        desk.book.falling("0.2");
        desk.market(Side.BUY, "1");
        assertThat(desk.sent(VenueCommand.NewOrder.class)).hasSize(1);
    }

    @Test
    void theRestFollowsAMarketThatCameCloser() {
        desk.market(Side.BUY, "2");
        desk.accepts().trades("0.5", "100.1").ends(Closure.of(Reason.IOC_REMAINDER));
        desk.quoting("97.9 x 5", "98.1 x 5");
        desk.pass(Duration.ofSeconds(1));
        assertThat(desk.lastSent(VenueCommand.NewOrder.class).terms().px().orElseThrow())
                .isBetween(Px.of("98.1"), Px.of("98.5"));
    }

    @Test
    void whatTheFirstWaveLeftIsSentAgain() {
        desk.market(Side.BUY, "2");
        desk.accepts().trades("0.5", "100.1").ends(Closure.of(Reason.IOC_REMAINDER));
        desk.pass(Duration.ofSeconds(1));
        assertThat(desk.sent(VenueCommand.NewOrder.class)).hasSize(2);
        assertThat(desk.lastSent(VenueCommand.NewOrder.class).terms().orderQty())
                .isEqualTo(Qty.of("1.5"));
        desk.accepts().trades("1.5", "100.1");
        assertThat(desk.parent().state()).isEqualTo(OrderState.FILLED);
    }

    @Test
    void theRestIsCancelledOnceNothingStandsInsideTheCollar() {
        desk.market(Side.BUY, "2");
        desk.accepts().trades("0.5", "100.1").ends(Closure.of(Reason.IOC_REMAINDER));
        desk.quoting("120 x 5", "121 x 5");
        for (int i = 0; i < 5; i++) {
            desk.pass(Duration.ofSeconds(1));
        }
        assertThat(desk.parent().state()).isEqualTo(OrderState.CANCELLED);
        assertThat(desk.parent().parent().ended().orElseThrow().reason()).isEqualTo(Reason.COLLAR);
        assertThat(desk.parent().cumQty()).isEqualTo(Qty.of("0.5"));
    }

    @Test
    void whatWasNotOnOfferAtFirstIsTakenOnceItIs() {
        desk.market(Side.BUY, "6");
        assertThat(desk.lastSent(VenueCommand.NewOrder.class).terms().orderQty())
                .isEqualTo(Qty.of("5"));
        desk.accepts().trades("5", "100.1");
        desk.quoting("99.9 x 5", "100.1 x 5");
        desk.pass(Duration.ofSeconds(1));
        assertThat(desk.lastSent(VenueCommand.NewOrder.class).terms().orderQty())
                .isEqualTo(Qty.of("1"));
        desk.accepts().trades("1", "100.1");
        assertThat(desk.parent().state()).isEqualTo(OrderState.FILLED);
    }

    @Test
    void whatNeverIsOnOfferEndsWithTheCollarAsTheReason() {
        desk.market(Side.BUY, "6");
        desk.accepts().trades("5", "100.1");
        desk.quoting("120 x 5", "121 x 5");
        for (int i = 0; i < 5; i++) {
            desk.pass(Duration.ofSeconds(1));
        }
        assertThat(desk.parent().parent().ended().orElseThrow().reason()).isEqualTo(Reason.COLLAR);
        assertThat(desk.parent().cumQty()).isEqualTo(Qty.of("5"));
    }

    @Test
    void nothingIsPlannedAgainWhileAChildIsInDoubt() {
        desk.market(Side.BUY, "2");
        desk.venue(new OrderNews.InDoubt(new Request.New(), "timeout"));
        desk.pass(Duration.ofMinutes(1));
        assertThat(desk.sent(VenueCommand.NewOrder.class)).hasSize(1);
    }

    @Test
    void anOrderWithoutABookIsRefused() {
        desk.book.breakIt();
        assertThat(desk.market(Side.BUY, "2").join()).isInstanceOf(Answer.Refused.class);
        assertThat(desk.sent(VenueCommand.NewOrder.class)).isEmpty();
    }

    @Test
    void afterARestartTheRestOfAMarketableOrderIsNotSent() {
        desk.market(Side.BUY, "2");
        desk.accepts().trades("0.5", "100.1").ends(Closure.of(Reason.IOC_REMAINDER));
        desk.crash().connected().pass(Duration.ofSeconds(5));
        assertThat(desk.parent().state()).isEqualTo(OrderState.CANCELLED);
        assertThat(desk.sent(VenueCommand.NewOrder.class)).isEmpty();
    }

    private void isBetweenItsWaves() {
        desk.market(Side.BUY, "2");
        desk.accepts().trades("0.5", "100.1").ends(Closure.of(Reason.IOC_REMAINDER));
        desk.takeSent();
    }

    private void assertNothingMoreIsSent() {
        desk.pass(Duration.ofSeconds(1));
        assertThat(desk.sent(VenueCommand.NewOrder.class)).isEmpty();
        assertThat(desk.parent().state()).isEqualTo(OrderState.CANCELLED);
        assertThat(desk.parent().cumQty()).isEqualTo(Qty.of("0.5"));
    }

    @Test
    void anOrderBetweenItsWavesIsCancelledByItsName() {
        isBetweenItsWaves();
        var order = new OrderRef.OfParent(desk.parent().parent().id());
        var answer = desk.ask(new Command.Cancel(List.of(order), DeskScenario.TRADER));
        assertThat(((Answer.Cancelled) answer.join()).declined()).isEmpty();
        assertNothingMoreIsSent();
    }

    @Test
    void anOrderBetweenItsWavesIsCancelledWithAllOthers() {
        isBetweenItsWaves();
        var all = new Command.CancelAll(
                Optional.empty(), Optional.of(DeskScenario.BTC), Optional.of(Side.BUY), DeskScenario.TRADER);
        var answer = (Answer.Cancelled) desk.ask(all).join();
        assertThat(answer.orders()).hasSize(1);
        assertNothingMoreIsSent();
    }

    @Test
    void anOrderBetweenItsWavesStaysWhereTheOtherSideIsCancelled() {
        isBetweenItsWaves();
        desk.ask(
                new Command.CancelAll(Optional.empty(), Optional.empty(), Optional.of(Side.SELL), DeskScenario.TRADER));
        desk.pass(Duration.ofSeconds(1));
        assertThat(desk.sent(VenueCommand.NewOrder.class)).hasSize(1);
    }

    @Test
    void anOrderBetweenItsWavesIsKilledWithItsSymbolAndDoesNotGoOnOnceThatIsResumed() {
        isBetweenItsWaves();
        var symbol = Scope.of(DeskScenario.BTC);
        desk.ask(new Command.Kill(symbol, false, DeskScenario.TRADER));
        desk.ask(new Command.SetTrading(symbol, TradingState.ACTIVE, "checked", DeskScenario.TRADER));
        assertNothingMoreIsSent();
    }

    @Test
    void whatIsLeftBelowTheSmallestOrderIsDust() {
        desk.market(Side.BUY, "2");
        desk.accepts().trades("1.96", "100.1").ends(Closure.of(Reason.IOC_REMAINDER));
        for (int i = 0; i < 5; i++) {
            desk.pass(Duration.ofSeconds(1));
        }
        assertThat(desk.sent(VenueCommand.NewOrder.class)).hasSize(1);
        assertThat(desk.parent().parent().ended().orElseThrow().reason()).isEqualTo(Reason.DUST);
    }
}
