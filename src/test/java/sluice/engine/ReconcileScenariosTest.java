package sluice.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import sluice.market.Money;
import sluice.market.Px;
import sluice.market.Qty;
import sluice.market.Side;
import sluice.order.ChildId;
import sluice.order.ClOrdId;
import sluice.order.ExecId;
import sluice.order.Execution;
import sluice.order.Liquidity;
import sluice.order.Order;
import sluice.order.OrderId;
import sluice.order.OrderState;
import sluice.order.Terms;
import sluice.order.Tif;
import sluice.order.account.TradeCause;
import sluice.order.position.Balance;
import sluice.risk.exposure.TradingState;
import sluice.risk.limits.Limits;
import sluice.venue.Lookup;
import sluice.venue.OrderNews;
import sluice.venue.VenueCommand;
import sluice.venue.VenueEvent;
import sluice.venue.VenueFill;
import sluice.venue.VenueOrder;
import sluice.venue.VenueReport;

/** What other desks got wrong when they compared themselves with a venue, as a desk that hears it all. */
class ReconcileScenariosTest {

    private final DeskScenario desk = DeskScenario.ready();
    private final List<VenueOrder> theirs = new ArrayList<>();
    private final List<VenueFill> fills = new ArrayList<>();
    private String usdt = "1000000";

    private void accepted(String qty) {
        desk.limit(Side.BUY, qty, "99");
        desk.accepts();
    }

    private VenueOrder shown(Order order, OrderState state, String cumQty) {
        var quote = new BigDecimal(cumQty).multiply(new BigDecimal("99"));
        return new VenueOrder(
                Optional.of(order.ids().clOrdId()),
                DeskScenario.orderId(order),
                order.terms(),
                Qty.of(cumQty),
                quote,
                state,
                Optional.empty());
    }

    private static Execution execution(String execId, String qty, Money fee) {
        return new Execution(new ExecId(execId), Qty.of(qty), Px.of("99"), fee, Liquidity.MAKER, Instant.EPOCH);
    }

    private VenueFill fill(Order order, String execId, String qty) {
        return new VenueFill(
                Optional.of(order.ids().clOrdId()),
                DeskScenario.orderId(order),
                DeskScenario.BTC,
                Side.BUY,
                execution(execId, qty, Money.of("0.01", "USDT")));
    }

    /** The desk is told to compare, and the venue reports what was said of it here. */
    private Answer.Reconciled reconciles(boolean apply) {
        var answer = desk.ask(new Command.Reconcile(Optional.empty(), apply, DeskScenario.TRADER));
        reports(Map.of());
        return (Answer.Reconciled) answer.join();
    }

    private void reports(Map<ClOrdId, Lookup> unfound) {
        var asked = desk.lastSent(VenueCommand.OrderMassStatusRequest.class);
        var balances = List.of(
                new Balance("USDT", new BigDecimal(usdt), BigDecimal.ZERO),
                new Balance("BTC", new BigDecimal("100"), BigDecimal.ZERO));
        var report = new VenueReport(theirs, unfound, fills, balances, List.of(), asked.since());
        desk.hears(new VenueEvent.MassStatus(DeskScenario.VENUE, asked.requestId(), report, desk.clock.stamp()));
    }

    private void looks(int times) {
        for (var look = 0; look < times; look++) {
            desk.pass(Duration.ofSeconds(11));
            reconciles(true);
        }
    }

    private BigDecimal position() {
        return desk.view().orders().positions().stream()
                .map(position -> position.netQty().value())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    @Test
    void scenario9APartlyFilledOrderThatVanishesIsLostWithItsFillsKeptUntilTheVenueSaysMore() {
        accepted("5");
        desk.trades("E1", "2", "99");
        var id = desk.lastChild().ids().clOrdId();
        for (var look = 0; look < 5; look++) {
            desk.pass(Duration.ofSeconds(11));
            desk.ask(new Command.Reconcile(Optional.empty(), true, DeskScenario.TRADER));
            reports(Map.of(id, new Lookup.NotFound("-2013")));
        }
        assertThat(desk.lastChild().state()).isEqualTo(OrderState.PARTIALLY_FILLED);
        assertThat(desk.lastChild().doubt().orElseThrow().isLoss()).isTrue();
        assertThat(desk.view().orders().accounts().differences())
                .extracting(each -> each.key())
                .contains("lost C-1");
        theirs.add(shown(desk.lastChild(), OrderState.CANCELLED, "2"));
        looks(1);
        assertThat(desk.lastChild().state()).isEqualTo(OrderState.CANCELLED);
        assertThat(desk.lastChild().cumQty()).isEqualTo(Qty.of("2"));
    }

    /** The account sold what an order of ours had bought, for no order of ours. */
    @Test
    void aLiquidationMovesThePositionAndIsToldAsWhatItIs() {
        accepted("5");
        desk.trades("E1", "5", "99");
        fills.add(new VenueFill(
                Optional.empty(),
                new OrderId("L-1"),
                DeskScenario.BTC,
                Side.SELL,
                execution("E2", "5", Money.of("0.01", "USDT")),
                TradeCause.LIQUIDATION));
        looks(2);
        var accounts = desk.view().orders().accounts();
        assertThat(accounts.elsewhere()).extracting(held -> held.netQty()).containsExactly(Qty.of("-5"));
        assertThat(accounts.taken()).extracting(taken -> taken.cause()).containsExactly(TradeCause.LIQUIDATION);
        assertThat(desk.lastChild().cumQty()).isEqualTo(Qty.of("5"));
        assertThat(desk.alerts()).contains("LIQUIDATION");
    }

    @Test
    void scenario10AnInferredFillThenTheRealOneMakesFiveAndNotTen() {
        accepted("5");
        theirs.add(shown(desk.lastChild(), OrderState.FILLED, "5"));
        looks(4);
        assertThat(desk.lastChild().fills().provisional()).isPresent();
        assertThat(position()).isEqualByComparingTo("5");
        assertThat(desk.view().orders().accounts().provisional()).hasSize(1);
        desk.trades("E1", "5", "99");
        assertThat(position()).isEqualByComparingTo("5");
        assertThat(desk.lastChild().fills().provisional()).isEmpty();
        assertThat(desk.alerts()).doesNotContain("LATE_FILL", "OVERFILL");
        theirs.set(0, shown(desk.lastChild(), OrderState.SUBMITTED, "0"));
        looks(1);
        assertThat(position()).as("a stale snapshot voids nothing").isEqualByComparingTo("5");
    }

    @Test
    void scenario11ThreeRestartsOverAHistoryThatOverlapsChangeNothingAndPlanNothing() {
        accepted("8");
        for (var each = 1; each <= 8; each++) {
            desk.trades("E" + each, "1", "99");
            fills.add(fill(desk.lastChild(), "E" + each, "1"));
        }
        theirs.add(shown(desk.lastChild(), OrderState.FILLED, "8"));
        var before = desk.view().orders();
        for (var restart = 0; restart < 3; restart++) {
            desk.crash().connectedAnew();
            reports(Map.of());
            assertThat(desk.view().orders().positions()).isEqualTo(before.positions());
            assertThat(desk.view().orders().fills()).isEqualTo(before.fills());
        }
        desk.pass(Duration.ofSeconds(10));
        usdt = "999999";
        assertThat(reconciles(false).plan().stream().filter(line -> line.row() != 25))
                .isEmpty();
    }

    @Test
    void scenario12ARestartKeepsAllFourteenOrdersAndLeavesTheForeignOneAlone() {
        for (var each = 0; each < 14; each++) {
            accepted("0.1");
            theirs.add(shown(desk.lastChild(), OrderState.SUBMITTED, "0"));
            desk.pass(Duration.ofSeconds(2));
        }
        var foreign = Terms.limit(DeskScenario.BTC, Side.SELL, Qty.of("3"), Px.of("105"), Tif.GTC);
        theirs.add(new VenueOrder(
                Optional.of(new ClOrdId("web_7")),
                new OrderId("X7"),
                foreign,
                Qty.ZERO,
                BigDecimal.ZERO,
                OrderState.SUBMITTED,
                Optional.empty()));
        desk.crash().connectedAnew();
        reports(Map.of());
        assertThat(desk.view().orders().working()).hasSize(14).noneMatch(order -> order.isInDoubt());
        assertThat(desk.view().orders().external().get(DeskScenario.VENUE)).hasSize(1);
        assertThat(desk.sent(VenueCommand.CancelOrder.class)).isEmpty();
        desk.ask(new Command.CancelAll(Optional.empty(), Optional.empty(), Optional.empty(), DeskScenario.TRADER));
        assertThat(desk.sent(VenueCommand.CancelOrder.class))
                .hasSize(14)
                .noneMatch(cancel -> cancel.order().clOrdId().value().startsWith("web"));
    }

    @Test
    void scenario24EachFeeCountsOnceInItsOwnAssetAndWhatCanBeSoldIsLessTheBaseFees() {
        accepted("2");
        desk.venue(new OrderNews.Traded(execution("E1", "1", Money.of("0.001", "BTC"))));
        desk.venue(new OrderNews.Traded(execution("E2", "1", Money.of("-0.0005", "BNB"))));
        fills.add(fill(desk.lastChild(), "E1", "1"));
        theirs.add(shown(desk.lastChild(), OrderState.FILLED, "2"));
        looks(1);
        var position = desk.view().orders().positions().iterator().next();
        assertThat(position.fees()).isEqualTo(Map.of("BTC", new BigDecimal("0.001"), "BNB", new BigDecimal("-0.0005")));
        assertThat(position.sellableQty()).isEqualTo(Qty.of("1.999"));
    }

    @Test
    void whatOthersMayStillTradeOnTheAccountCountsAgainstTheLimits() {
        var most = Limits.simulated().position().maxNotional().divide(new BigDecimal("100"), 0, RoundingMode.DOWN);
        assertThat(desk.limit(Side.BUY, "1", "99")).isNotDone();
        desk.accepts();
        theirs.add(shown(desk.lastChild(), OrderState.SUBMITTED, "0"));
        theirs.add(new VenueOrder(
                Optional.of(new ClOrdId("web_7")),
                new OrderId("X7"),
                Terms.limit(DeskScenario.BTC, Side.BUY, new Qty(most), Px.of("90"), Tif.GTC),
                Qty.ZERO,
                BigDecimal.ZERO,
                OrderState.SUBMITTED,
                Optional.empty()));
        looks(1);
        assertThat(desk.limit(Side.BUY, "1", "99").join()).isInstanceOf(Answer.Refused.class);
    }

    @Test
    void anOrderThatTheJournalLostIsAdoptedAndCancelledAndItsNumberIsNeverUsedAgain() {
        var lost = ClOrdId.of("abc123", new ChildId(7), 0);
        theirs.add(new VenueOrder(
                Optional.of(lost),
                new OrderId("V7"),
                Terms.limit(DeskScenario.BTC, Side.BUY, Qty.of("1"), Px.of("99"), Tif.GTC),
                Qty.ZERO,
                BigDecimal.ZERO,
                OrderState.SUBMITTED,
                Optional.empty()));
        looks(1);
        desk.pass(Duration.ofSeconds(1));
        assertThat(desk.lastSent(VenueCommand.CancelOrder.class).order().clOrdId())
                .isEqualTo(lost);
        accepted("1");
        assertThat(desk.lastChild().ids().childId()).isEqualTo(new ChildId(8));
    }

    @Test
    void aDifferenceFreezesNewRiskAcrossARestartUntilItIsAdjustedAndResumed() {
        looks(1);
        usdt = "900000";
        looks(3);
        var found = desk.view().orders().accounts().differences().get(0);
        assertThat(found.key()).isEqualTo("account USDT TRANSFER");
        desk.crash().connectedAnew();
        reports(Map.of());
        assertThat(desk.view().orders().accounts().differences())
                .extracting(each -> each.id())
                .containsExactly(found.id());
        assertThat(desk.view().risk().states().venues()).containsEntry(DeskScenario.VENUE, TradingState.REDUCING);
        desk.pass(Duration.ofSeconds(11));
        assertThat(reconciles(false).differs()).isTrue();
        var adjust = new Command.Accept(found.id(), true, "withdrawn this morning", DeskScenario.TRADER);
        assertThat(desk.ask(adjust).join())
                .isInstanceOfSatisfying(
                        Answer.Accepted.class,
                        accepted -> assertThat(accepted.adjusted()).containsExactly(Money.of("-100000", "USDT")));
        desk.pass(Duration.ofSeconds(11));
        assertThat(reconciles(false).differs()).isFalse();
        var held = desk.view().orders().accounts().held().get(DeskScenario.VENUE);
        assertThat(held.adjusted()).containsExactly(Map.entry("USDT", new BigDecimal("-100000")));
        assertThat(held.beyond().get("USDT")).isEqualByComparingTo("900000");
    }

    @Test
    void aDifferenceOfTheAccountIsNotAcceptedAsItIs() {
        aDifferenceFreezesNewRiskAcrossARestartUntilItIsAdjustedAndResumed();
        assertThat(desk.ask(new Command.Accept(1, false, "so be it", DeskScenario.TRADER))
                        .join())
                .isInstanceOf(Answer.Refused.class);
    }
}
