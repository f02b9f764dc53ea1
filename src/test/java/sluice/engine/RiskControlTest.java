package sluice.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import sluice.journal.MemoryJournal;
import sluice.market.Px;
import sluice.market.Qty;
import sluice.market.Side;
import sluice.order.Closure;
import sluice.order.OrderState;
import sluice.order.Reason;
import sluice.order.Request;
import sluice.order.Terms;
import sluice.order.Tif;
import sluice.order.parent.Instructions;
import sluice.risk.exposure.TradingState;
import sluice.risk.limits.LimitKey;
import sluice.venue.OrderNews;
import sluice.venue.VenueCommand;

/** What halts, trips and limits do on a whole desk. */
class RiskControlTest {

    private final DeskScenario desk = DeskScenario.ready();

    private static Command place(Side side, String qty, String px, String tag) {
        var terms = Terms.limit(DeskScenario.BTC, side, Qty.of(qty), Px.of(px), Tif.GTC);
        var instructions = new Instructions(
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(tag).filter(text -> !text.isEmpty()),
                Optional.empty());
        return new Command.Place(
                terms, Optional.empty(), instructions, DeskScenario.TRADER, Command.Until.ACKNOWLEDGED);
    }

    private Answer set(Scope scope, LimitKey key, String value, boolean confirmed) {
        return desk.ask(new Command.SetLimit(
                        scope,
                        key,
                        Optional.of(value).filter(text -> !text.isEmpty()).map(BigDecimal::new),
                        confirmed,
                        DeskScenario.TRADER))
                .join();
    }

    private static String code(Answer answer) {
        return answer instanceof Answer.Refused refused
                ? refused.code()
                : answer.getClass().getSimpleName();
    }

    @Test
    void aStricterLimitHoldsAtOnceAndALooserOneOnceItIsConfirmed() {
        assertThat(code(set(Scope.GLOBAL, LimitKey.ORDER_MAX_QTY, "1", false))).isEqualTo("LimitSet");
        assertThat(code(desk.limit(Side.BUY, "1.001", "99").join())).isEqualTo("RISK_MAX_ORDER_QTY");

        assertThat(code(set(Scope.GLOBAL, LimitKey.ORDER_MAX_QTY, "2", false))).isEqualTo("CONFIRM_LOOSER");
        assertThat(code(desk.limit(Side.BUY, "1.001", "99").join())).isEqualTo("RISK_MAX_ORDER_QTY");

        assertThat(code(set(Scope.GLOBAL, LimitKey.ORDER_MAX_QTY, "2", true))).isEqualTo("LimitSet");
        assertThat(desk.limit(Side.BUY, "1.001", "99")).isNotDone();
    }

    @Test
    void whatWasSetOutlivesACrashUntilItIsGivenBackToTheConfiguration() {
        set(Scope.of(DeskScenario.BTC), LimitKey.ORDER_MAX_QTY, "1", false);
        desk.crash().connected();
        assertThat(code(desk.limit(Side.BUY, "1.001", "99").join())).isEqualTo("RISK_MAX_ORDER_QTY");

        assertThat(code(set(Scope.of(DeskScenario.BTC), LimitKey.ORDER_MAX_QTY, "", false)))
                .isEqualTo("CONFIRM_LOOSER");
        assertThat(code(set(Scope.of(DeskScenario.BTC), LimitKey.ORDER_MAX_QTY, "", true)))
                .isEqualTo("LimitSet");
        assertThat(desk.limit(Side.BUY, "1.001", "99")).isNotDone();
    }

    @Test
    void aTagsOwnLimitIsOfThatTagAlone() {
        set(Scope.ofTag("grid"), LimitKey.ORDER_MAX_QTY, "1", false);
        assertThat(code(desk.ask(place(Side.BUY, "1.5", "99", "grid")).join())).isEqualTo("RISK_MAX_ORDER_QTY");
        assertThat(desk.ask(place(Side.BUY, "1.5", "99", "hedge"))).isNotDone();
    }

    @Test
    void afterTheKillsPlaceInTheJournalNoNewOrderLeavesNotEvenOneOfTheSameTurn() {
        var answers = desk.askTogether(
                place(Side.BUY, "1", "99", ""),
                new Command.Kill(false, DeskScenario.TRADER),
                place(Side.BUY, "1", "98", ""));

        assertThat(desk.sent(VenueCommand.NewOrder.class)).isEmpty();
        assertThat(desk.parent().state()).isEqualTo(OrderState.CANCELLED);
        assertThat(desk.lastChild().standing().closure().map(Closure::reason)).contains(Reason.KILLED);
        assertThat(code(answers.get(2).join())).isEqualTo("RISK_TRADING_STATE");
    }

    @Test
    void tradingThatIsSetToKilledIsKilled() {
        desk.askTogether(
                place(Side.BUY, "1", "99", ""),
                new Command.SetTrading(Scope.GLOBAL, TradingState.KILLED, "enough", DeskScenario.TRADER));

        assertThat(desk.sent(VenueCommand.NewOrder.class)).isEmpty();
        assertThat(desk.parent().state()).isEqualTo(OrderState.CANCELLED);
    }

    @Test
    void aKillIsStickyAcrossACrashAndGoesOnCancelling() {
        desk.limit(Side.BUY, "1", "99");
        desk.accepts();
        desk.ask(new Command.Kill(false, DeskScenario.TRADER));
        desk.crash().connected();
        desk.pass(Duration.ofSeconds(2));

        assertThat(desk.view().risk().states().global()).isEqualTo(TradingState.KILLED);
        assertThat(desk.sent(VenueCommand.CancelOrder.class)).isNotEmpty();
    }

    @Test
    void haltDoesNotTakeThePlaceOfAKillAndResumeWantsAReasonPerScope() {
        desk.ask(new Command.Kill(Scope.of(DeskScenario.VENUE), false, DeskScenario.TRADER));
        assertThat(code(trading(Scope.of(DeskScenario.VENUE), TradingState.HALTED, "lunch")))
                .isEqualTo("KILLED");
        assertThat(code(trading(Scope.of(DeskScenario.VENUE), TradingState.ACTIVE, "")))
                .isEqualTo("REASON_NEEDED");
        assertThat(code(trading(Scope.GLOBAL, TradingState.HALTED, ""))).isEqualTo("TradingSet");
        assertThat(code(trading(Scope.GLOBAL, TradingState.ACTIVE, ""))).isEqualTo("TradingSet");
        assertThat(code(trading(Scope.of(DeskScenario.VENUE), TradingState.ACTIVE, "checked")))
                .isEqualTo("TradingSet");
        assertThat(desk.limit(Side.BUY, "1", "99")).isNotDone();
    }

    private Answer trading(Scope scope, TradingState state, String reason) {
        return desk.ask(new Command.SetTrading(scope, state, reason, DeskScenario.TRADER))
                .join();
    }

    @Test
    void aKillOfATagLeavesTheOthersAlone() {
        desk.ask(place(Side.BUY, "1", "99", "grid"));
        desk.accepts();
        desk.ask(place(Side.BUY, "1", "98", "hedge"));
        desk.accepts();
        desk.ask(new Command.Kill(Scope.ofTag("grid"), false, DeskScenario.TRADER));

        assertThat(desk.sent(VenueCommand.CancelOrder.class))
                .extracting(cancel -> cancel.order().clOrdId().value())
                .containsExactly("sl-abc123-1");
        assertThat(code(desk.ask(place(Side.BUY, "1", "97", "grid")).join())).isEqualTo("RISK_TRADING_STATE");
        assertThat(desk.ask(place(Side.BUY, "1", "97", "hedge"))).isNotDone();
    }

    @Test
    void twoOfOurOwnOrdersNeverMeet() {
        desk.limit(Side.BUY, "1", "99.5");
        desk.accepts();
        assertThat(code(desk.limit(Side.SELL, "1", "99.5").join())).isEqualTo("RISK_SELF_TRADE");
        assertThat(code(desk.market(Side.SELL, "1").join())).isEqualTo("RISK_SELF_TRADE");
        assertThat(desk.limit(Side.SELL, "1", "99.6")).isNotDone();
    }

    @Test
    void ordersThatRepeatThemselvesHaltTheirTag() {
        set(Scope.GLOBAL, LimitKey.TAG_MAX_CHILDREN, "2", false);
        desk.ask(place(Side.BUY, "1", "99", "loop"));
        desk.ask(place(Side.BUY, "1", "98", "loop"));
        assertThat(code(desk.ask(place(Side.BUY, "1", "97", "loop")).join())).isEqualTo("RISK_REPEATED");

        assertThat(desk.view().risk().states().tags()).containsEntry("loop", TradingState.HALTED);
        assertThat(desk.alerts()).contains("REPEATED");
        desk.pass(Duration.ofSeconds(5));
        assertThat(code(desk.ask(place(Side.BUY, "1", "97", "loop")).join())).isEqualTo("RISK_TRADING_STATE");
        assertThat(desk.ask(place(Side.BUY, "1", "97", "other"))).isNotDone();
    }

    @Test
    void tooMuchThatIsUnknownStopsTheVenue() {
        set(Scope.of(DeskScenario.VENUE), LimitKey.GUARD_MAX_UNKNOWN, "98", false);
        desk.limit(Side.BUY, "1", "99");
        desk.venue(new OrderNews.InDoubt(new Request.New(), "timeout"));
        assertThat(code(desk.limit(Side.BUY, "0.1", "99").join())).isEqualTo("RISK_UNKNOWN");
    }

    @Test
    void theLossOfADayIsToldThenReducesThenKills() {
        set(Scope.GLOBAL, LimitKey.LOSS_WARN, "1", false);
        set(Scope.GLOBAL, LimitKey.LOSS_REDUCE, "3", false);
        set(Scope.GLOBAL, LimitKey.LOSS_KILL, "6", false);
        desk.limit(Side.BUY, "2", "100.1");
        desk.accepts().trades("2", "100.1");

        marked("98.9 x 5", "99.1 x 5");
        assertThat(desk.alerts()).contains("DAILY_LOSS");
        assertThat(desk.view().risk().states().global()).isEqualTo(TradingState.ACTIVE);
        marked("97.9 x 5", "98.1 x 5");
        assertThat(desk.view().risk().states().global()).isEqualTo(TradingState.REDUCING);
        marked("96.9 x 5", "97.1 x 5");
        assertThat(desk.view().risk().states().global()).isEqualTo(TradingState.KILLED);
    }

    private void marked(String bid, String ask) {
        desk.clock.pass(Duration.ofSeconds(1));
        desk.quoting(bid, ask).pass(Duration.ZERO);
    }

    @Test
    void whatIsRefusedIsJournaledWithEverythingThatSpokeAgainstIt() {
        set(Scope.GLOBAL, LimitKey.ORDER_MAX_QTY, "1", false);
        set(Scope.GLOBAL, LimitKey.ORDER_MAX_NOTIONAL, "100", false);
        desk.limit(Side.BUY, "2", "99").join();

        var judged = new StringBuilder();
        new MemoryJournal(desk.disk).replay(0, entry -> {
            if (entry.type().equals("desk.judged")) {
                judged.append(new String(entry.payload(), StandardCharsets.UTF_8));
            }
        });
        assertThat(judged.toString()).contains("RISK_MAX_NOTIONAL", "RISK_MAX_ORDER_QTY", "BUY 2 BTC-USDT at 99");
    }
}
