package sluice.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import sluice.market.Px;
import sluice.market.Qty;
import sluice.market.Side;
import sluice.market.VenueId;
import sluice.market.consolidated.Groups;
import sluice.order.Closure;
import sluice.order.OrderId;
import sluice.order.OrderState;
import sluice.order.ParentId;
import sluice.order.Reason;
import sluice.order.Request;
import sluice.order.Terms;
import sluice.order.Tif;
import sluice.risk.exposure.TradingState;
import sluice.routing.RoutePlan;
import sluice.venue.LinkHealth;
import sluice.venue.OrderNews;
import sluice.venue.VenueCommand;
import sluice.venue.VenueEvent;

class SplitOrderTest {

    private static final VenueId BINANCE = new VenueId("binance");

    private final MarketScenario desk = new MarketScenario(Groups.NONE, "binance", "bybit")
            .listing("binance", "BTC-USDT", "0.001", List.of("99.98 x 5"), List.of("100 x 2", "100.2 x 5"))
            .listing("bybit", "BTC-USDT", "0.0005", List.of("99.97 x 5"), List.of("100.01 x 1", "100.1 x 4"))
            .connected();

    private List<String> leftOut(String qty) {
        var preview = (Answer.Previewed) desk.ask(new Command.Preview(
                        new Terms(MarketScenario.BTC, Side.BUY, Qty.of(qty), Optional.empty(), Tif.IOC, false, false),
                        Optional.empty(),
                        MarketScenario.on()))
                .join();
        return preview.plan().leftOut().stream()
                .map(left -> left.place().venue() + ": " + left.reason())
                .toList();
    }

    @Test
    void anOrderIsSplitCheapestFirstFeesCounted() {
        desk.market(Side.BUY, "4");
        assertThat(desk.orders()).containsExactly("binance 2 BTC-USDT", "bybit 2 BTC-USDT");
        assertThat(desk.ordered("bybit").orElseThrow().terms().px().orElseThrow())
                .isGreaterThan(Px.of("100.1"));
    }

    @Test
    void thePlanStandsInTheJournalWithItsReasons() {
        desk.market(Side.BUY, "0.5");
        assertThat(desk.orders()).containsExactly("bybit 0.5 BTC-USDT");
        var timeline = (Answer.Timeline) desk.ask(new Command.History(new OrderRef.OfParent(new ParentId(1))))
                .join();
        var routed = timeline.events().stream()
                .map(Answer.Recorded::event)
                .filter(DeskEvent.Routed.class::isInstance)
                .map(DeskEvent.Routed.class::cast)
                .findFirst()
                .orElseThrow();
        assertThat(routed.leftOut()).singleElement().asString().startsWith("binance: no cheaper: its best unit costs");
        assertThat(routed.legs().get(0).why()).contains("fee 5.00 bps", "5 stand inside the limit");
        assertThat(routed.legs().get(0).effectivePx()).isEqualTo(Px.of("100.060005"));
    }

    @Test
    void aHaltedVenueGetsNothingAndTheOrderGoesElsewhere() {
        desk.ask(new Command.SetTrading(Scope.of(BINANCE), TradingState.HALTED, "test", DeskScenario.TRADER));
        assertThat(leftOut("4")).containsExactly("binance: trading there is HALTED");
        desk.market(Side.BUY, "4");
        assertThat(desk.orders()).containsExactly("bybit 4 BTC-USDT");
        var refused = (Answer.Refused) desk.market(Side.BUY, "1", "binance").join();
        assertThat(refused.code()).isEqualTo("RISK_TRADING_STATE");
    }

    @Test
    void aBookThatIsBrokenOrStaleIsNotTradedOn() {
        desk.book("binance", "BTC-USDT").breakIt();
        assertThat(leftOut("1")).containsExactly("binance: it has no book now");
        var stale = new MarketScenario(Groups.NONE, "binance", "bybit")
                .listing("binance", "BTC-USDT", "0", List.of("99 x 5"), List.of("99.1 x 5"))
                .listing("bybit", "BTC-USDT", "0", List.of("99 x 5"), List.of("99.2 x 5"))
                .connected();
        stale.book("binance", "BTC-USDT").freeze();
        stale.pass(Duration.ofSeconds(2)).market(Side.BUY, "1");
        assertThat(stale.orders()).containsExactly("bybit 1 BTC-USDT");
    }

    @Test
    void venuesThatCrossEachOtherForMoreThanASecondAreNotTradedOn() {
        desk.book("binance", "BTC-USDT").quote(List.of("100.35 x 5"), List.of("100.36 x 5"));
        desk.pass(Duration.ofMillis(1000));
        var first = desk.market(Side.BUY, "1");
        for (var second = 0; second < 2; second++) {
            desk.pass(Duration.ofMillis(1000));
        }
        var second = (Answer.Refused) desk.market(Side.BUY, "1").join();

        assertThat(first).isNotDone();
        assertThat(second.code()).isEqualTo("RISK_CROSSED_BOOK");
        assertThat(second.message()).contains("have crossed each other for 2");
    }

    @Test
    void venuesThatCrossEachOtherLessThanTheirPricesMayDifferAreTradedOn() {
        desk.book("binance", "BTC-USDT").quote(List.of("100.15 x 5"), List.of("100.16 x 5"));
        for (var second = 0; second < 3; second++) {
            desk.pass(Duration.ofMillis(1000));
        }
        assertThat(desk.market(Side.BUY, "1")).isNotDone();
    }

    private static LinkHealth quiet(Optional<Duration> clockOffset) {
        return new LinkHealth(
                new LinkHealth.Pending(0, 0),
                LinkHealth.RoundTrips.NONE,
                LinkHealth.Budget.UNLIMITED,
                LinkHealth.Breaker.CLOSED,
                Optional.empty(),
                clockOffset,
                LinkHealth.Questions.NONE);
    }

    @Test
    void aVenueWhoseClockWasNotMeasuredGetsNoOrder() {
        var unmeasured = quiet(Optional.empty());
        desk.hears(new VenueEvent.LinkMeasured(BINANCE, unmeasured, desk.clock.stamp()));
        var refused = (Answer.Refused) desk.market(Side.BUY, "1", "binance").join();

        assertThat(refused.code()).isEqualTo("RISK_CLOCK");
        assertThat(refused.message()).contains("binance").contains("is not measured well enough yet");
    }

    /** The desk knows by its own clocks what a step of one does to an offset, before anybody measures again. */
    @Test
    void aWallClockThatWasSetIsNoticedAtTheNextOrderAndWhenItIsRightAgain() {
        var measured = quiet(Optional.of(Duration.ofMillis(20)));
        desk.hears(new VenueEvent.LinkMeasured(BINANCE, measured, desk.clock.stamp()));
        desk.clock.setWall(Duration.ofMillis(-600));
        var refused = (Answer.Refused) desk.market(Side.BUY, "1", "binance").join();
        desk.clock.setWall(Duration.ofMillis(600));

        assertThat(refused.code()).isEqualTo("RISK_CLOCK");
        assertThat(refused.message()).contains("620 ms");
        assertThat(desk.market(Side.BUY, "1", "binance")).isNotDone();
    }

    @Test
    void anOpenBreakerShutsAVenue() {
        var link = new LinkHealth(
                new LinkHealth.Pending(0, 0),
                LinkHealth.RoundTrips.NONE,
                LinkHealth.Budget.UNLIMITED,
                new LinkHealth.Breaker(
                        LinkHealth.State.OPEN, Optional.of(LinkHealth.Cause.ERROR_RATE), "5 failures in a row"),
                Optional.empty(),
                Optional.of(Duration.ZERO),
                LinkHealth.Questions.NONE);
        desk.hears(new VenueEvent.LinkMeasured(BINANCE, link, desk.clock.stamp()));
        assertThat(leftOut("1")).containsExactly("binance: its circuit breaker is open: 5 failures in a row");
    }

    @Test
    void aVenueGetsNoMoreThanItsBalancePaysFor() {
        var poor = new MarketScenario(Groups.NONE, "binance", "bybit")
                .balance("bybit", "USDT", "101")
                .listing("binance", "BTC-USDT", "0.001", List.of("99.98 x 5"), List.of("100 x 5"))
                .listing("bybit", "BTC-USDT", "0.0005", List.of("99.97 x 5"), List.of("100 x 5"))
                .connected();
        poor.market(Side.BUY, "3");
        assertThat(poor.ordered("bybit").orElseThrow().terms().orderQty()).isEqualTo(Qty.of("1.004"));
        assertThat(poor.ordered("binance").orElseThrow().terms().orderQty()).isEqualTo(Qty.of("1.996"));
    }

    @Test
    void anOrderThatAllBalancesTogetherCannotPayForIsNotBegun() {
        var poor = new MarketScenario(Groups.NONE, "binance", "bybit")
                .balance("bybit", "USDT", "101")
                .balance("binance", "USDT", "101")
                .listing("binance", "BTC-USDT", "0.001", List.of("99.98 x 5"), List.of("100 x 5"))
                .listing("bybit", "BTC-USDT", "0.0005", List.of("99.97 x 5"), List.of("100 x 5"))
                .connected();
        var refused = (Answer.Refused) poor.market(Side.BUY, "3").join();
        assertThat(refused.code()).isEqualTo("RISK_BALANCE");
        assertThat(refused.message()).contains("at binance", "at bybit");
        assertThat(poor.orders()).isEmpty();
    }

    @Test
    void whatOneVenueRejectsGoesToTheOther() {
        desk.market(Side.BUY, "2", "binance", "bybit");
        assertThat(desk.orders()).containsExactly("binance 1 BTC-USDT", "bybit 1 BTC-USDT");
        desk.says("binance", new OrderNews.Rejected(Closure.of(Reason.INSUFFICIENT_BALANCE)))
                .trades("bybit", "1", "100.01")
                .pass(Duration.ofSeconds(1));
        assertThat(desk.orders()).containsExactly("binance 1 BTC-USDT", "bybit 1 BTC-USDT", "bybit 1 BTC-USDT");
        desk.trades("bybit", "1", "100.1");
        assertThat(desk.parent().state()).isEqualTo(OrderState.FILLED);
    }

    @Test
    void whatEveryVenueRejectsIsRejected() {
        desk.market(Side.BUY, "2");
        desk.says("binance", new OrderNews.Rejected(Closure.of(Reason.OTHER)))
                .says("bybit", new OrderNews.Rejected(Closure.of(Reason.OTHER)))
                .pass(Duration.ofSeconds(1));
        assertThat(desk.parent().state()).isEqualTo(OrderState.REJECTED);
        assertThat(desk.orders()).hasSize(2);
    }

    @Test
    void onlyWhatIsProvenDeadIsPlannedAgain() {
        desk.market(Side.BUY, "4");
        desk.says("binance", new OrderNews.InDoubt(new Request.New(), "timeout"));
        desk.says("bybit", new OrderNews.Acknowledged(new OrderId("B")))
                .trades("bybit", "1.5", "100.01")
                .says("bybit", new OrderNews.Ended(Closure.of(Reason.IOC_REMAINDER)))
                .pass(Duration.ofSeconds(1));
        assertThat(desk.orders())
                .contains("bybit 0.5 BTC-USDT")
                .filteredOn(order -> order.startsWith("binance"))
                .containsExactly("binance 2 BTC-USDT");
        assertThat(desk.parent().unplannedQty()).isEqualTo(Qty.ZERO);
        assertThat(desk.parent().state()).isEqualTo(OrderState.PARTIALLY_FILLED);
    }

    @Test
    void aPlanThatFindsNoPlaceSaysWhyOfEach() {
        desk.book("binance", "BTC-USDT").breakIt();
        desk.ask(new Command.SetTrading(
                Scope.of(new VenueId("bybit")), TradingState.HALTED, "test", DeskScenario.TRADER));
        var refused = (Answer.Refused) desk.market(Side.BUY, "1").join();
        assertThat(refused.code()).isEqualTo("NO_ROUTE");
        assertThat(refused.message()).contains("binance it has no book now", "bybit trading there is HALTED");
    }

    @Test
    void aSplitSaysThatNoneIsCheaper() {
        var preview = (Answer.Previewed) desk.ask(new Command.Preview(
                        new Terms(MarketScenario.BTC, Side.BUY, Qty.of("4"), Optional.empty(), Tif.IOC, false, false),
                        Optional.empty(),
                        MarketScenario.on()))
                .join();
        assertThat(preview.plan().exact()).isTrue();
        assertThat(preview.plan().legs()).extracting(RoutePlan.Leg::qty).containsExactly(Qty.of("2"), Qty.of("2"));
    }

    @Test
    void aVenueThatRejectedIsNotAskedAgainThoughItIsCheaper() {
        desk.market(Side.BUY, "4");
        desk.says("binance", new OrderNews.Rejected(Closure.of(Reason.INSUFFICIENT_BALANCE)))
                .trades("bybit", "2", "100.01")
                .pass(Duration.ofSeconds(1));
        assertThat(desk.orders()).containsExactly("binance 2 BTC-USDT", "bybit 2 BTC-USDT", "bybit 2 BTC-USDT");
    }

    @Test
    void aKillOfOneVenueLeavesWhatWorksAtTheOther() {
        desk.place(Terms.limit(MarketScenario.BTC, Side.BUY, Qty.of("7"), Px.of("100.1"), Tif.GTC));
        desk.ask(new Command.Kill(Scope.of(BINANCE), false, DeskScenario.TRADER));
        desk.says("binance", new OrderNews.Ended(Closure.of(Reason.REQUESTED))).pass(Duration.ofSeconds(2));

        assertThat(desk.sent("binance", VenueCommand.CancelOrder.class)).hasSize(1);
        assertThat(desk.sent("bybit", VenueCommand.CancelOrder.class)).isEmpty();
        assertThat(desk.parent().parent().cancelAsked()).isFalse();
        assertThat(desk.parent().hasOpenChild()).isTrue();
    }

    @Test
    void aKillOfTheOnlyVenueThatAnOrderWorksAtCancelsItWhole() {
        desk.place(Terms.limit(MarketScenario.BTC, Side.BUY, Qty.of("1"), Px.of("99"), Tif.GTC), "binance");
        desk.ask(new Command.Kill(Scope.of(BINANCE), false, DeskScenario.TRADER));
        desk.says("binance", new OrderNews.Ended(Closure.of(Reason.REQUESTED)));

        assertThat(desk.parent().parent().cancelAsked()).isTrue();
        assertThat(desk.parent().state()).isEqualTo(OrderState.CANCELLED);
    }
}
