package sluice.venue.bybit.trade;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import sluice.market.Px;
import sluice.market.Qty;
import sluice.market.VenueId;
import sluice.net.HttpCall;
import sluice.order.ClOrdId;
import sluice.order.Closure;
import sluice.order.OrderId;
import sluice.order.OrderState;
import sluice.order.Reason;
import sluice.order.Request;
import sluice.order.Terms;
import sluice.order.Tif;
import sluice.venue.Lookup;
import sluice.venue.OrderNews;
import sluice.venue.VenueCommand;
import sluice.venue.VenueEvent;
import sluice.venue.VenueOrder;
import sluice.venue.VenuePosition;

/** What is read and kept beside placing orders: amends, lookups, mass status, positions and the private link. */
class AccountTest {

    private static final String AMEND = "POST /v5/order/amend";
    private static final String REALTIME = "GET /v5/order/realtime";
    private static final String HISTORY = "GET /v5/order/history";
    private static final String EXECUTIONS = "GET /v5/execution/list";

    private final Conversation talk = Conversation.begun();

    private VenueCommand.ReplaceOrder replace() {
        var from = OrderEntryTest.buy("sl-a-1").terms();
        return new VenueCommand.ReplaceOrder(
                Conversation.ref("sl-a-1", "1321"), new ClOrdId("sl-a-1-1"), from, to(), Qty.ZERO);
    }

    private static Terms to() {
        return OrderEntryTest.buy("sl-a-1").terms().withPx(Px.of("61000"));
    }

    private static String amended() {
        return Frames.order("sl-a-1", "New", "0").replace("\"60000\"", "\"61000\"");
    }

    @Test
    void theStartReadsRightsBalancesPositionsAndFees() {
        var events = talk.events();

        assertThat(events)
                .filteredOn(VenueEvent.BalancesChanged.class::isInstance)
                .extracting(event ->
                        ((VenueEvent.BalancesChanged) event).balances().get(0).free())
                .containsExactly(new BigDecimal("990"));
        assertThat(events)
                .filteredOn(VenueEvent.PositionsChanged.class::isInstance)
                .singleElement()
                .isEqualTo(new VenueEvent.PositionsChanged(
                        new VenueId("bybit"),
                        List.of(new VenuePosition(
                                Conversation.PERP,
                                Qty.ZERO,
                                Optional.empty(),
                                Optional.of(Px.of("60001")),
                                Optional.empty(),
                                Optional.of(new BigDecimal("10")))),
                        talk.clock.stamp()));
        assertThat(events)
                .filteredOn(VenueEvent.Listed.class::isInstance)
                .extracting(event -> ((VenueEvent.Listed) event).fees().size())
                .containsExactly(2);
    }

    @Test
    void feesThatACategoryDoesNotListAreAskedBySymbol() {
        var slow = new Conversation();
        slow.start();
        slow.tellsTime();
        slow.answers("GET /v5/account/fee-rate", Frames.NONE);
        slow.answers("GET /v5/account/fee-rate", Frames.FEES);
        assertThat(slow.call("GET /v5/account/fee-rate").url()).endsWith("?category=spot&symbol=BTCUSDT");
        slow.answers("GET /v5/account/fee-rate", Frames.FEES);
        assertThat(slow.events())
                .filteredOn(VenueEvent.Listed.class::isInstance)
                .extracting(event -> ((VenueEvent.Listed) event).fees().size())
                .containsExactly(2);
    }

    @Test
    void anAmendKeepsTheOrderAndIsOverWhenItStandsSo() {
        talk.events();
        talk.asks(replace());
        assertThat(talk.call(AMEND).body())
                .isEqualTo("{\"category\":\"linear\",\"symbol\":\"BTCUSDT\",\"orderId\":\"1321\",\"price\":\"61000\"}");
        talk.answers(AMEND, Frames.ACK);
        assertThat(talk.news()).containsExactly(new OrderNews.Sent(new Request.Replace(new ClOrdId("sl-a-1-1"), to())));

        talk.says(Frames.stood(Frames.order("sl-a-1", "New", "0")));
        assertThat(talk.news()).doesNotHaveAnyElementsOfTypes(OrderNews.Replaced.class);
        talk.says(Frames.stood(amended()));
        assertThat(talk.news())
                .contains(new OrderNews.Replaced(
                        new Request.Replace(new ClOrdId("sl-a-1-1"), to()), new OrderId("1321")));
    }

    @Test
    void anAmendedOrderIsFoundAndCancelledUnderItsNewId() {
        talk.asks(replace());
        talk.answers(AMEND, Frames.ACK);
        talk.says(Frames.stood(amended()));
        talk.events();

        talk.asks(new VenueCommand.OrderStatusRequest(Conversation.ref("sl-a-1-1")));
        assertThat(talk.call(REALTIME).url()).contains("orderId=1321");
        talk.asks(new VenueCommand.CancelOrder(Conversation.ref("sl-a-1-1")));
        assertThat(talk.call("POST /v5/order/cancel").body()).contains("\"orderId\":\"1321\"");
        talk.answers("POST /v5/order/cancel", Frames.ACK);
        talk.events();
        talk.says(Frames.stood(amended().replace("\"New\"", "\"Cancelled\"").replace("UNKNOWN", "CancelByUser")));
        assertThat(talk.news())
                .containsExactly(new OrderNews.Ended(new Closure(Reason.REQUESTED, "Cancelled: CancelByUser")));
    }

    @Test
    void anAmendThatChangesNothingElseThanPriceAndQuantityIsAllThereIs() {
        talk.events();
        var from = OrderEntryTest.buy("sl-a-1").terms();
        var other = from.withTif(Tif.IOC);
        talk.asks(new VenueCommand.ReplaceOrder(
                Conversation.ref("sl-a-1"), new ClOrdId("sl-a-1-1"), from, other, Qty.ZERO));

        assertThat(talk.news()).singleElement().isInstanceOf(OrderNews.NotSent.class);
    }

    @Test
    void anOrderIsLookedForOnEveryShelf() {
        talk.events();
        talk.asks(new VenueCommand.OrderStatusRequest(Conversation.ref("sl-a-1")));
        assertThat(talk.call(REALTIME).url()).endsWith("orderLinkId=sl-a-1");
        talk.answers(REALTIME, Frames.NONE);
        assertThat(talk.call(REALTIME).url()).endsWith("orderLinkId=sl-a-1&openOnly=1");
        talk.answers(REALTIME, Frames.NONE);
        talk.answers(HISTORY, Frames.list(Frames.order("sl-a-1", "PartiallyFilledCanceled", "0.01")));
        talk.answers(EXECUTIONS, Frames.list(Frames.execution("", "e1", "0.01")));

        var report = talk.events(VenueEvent.StatusReport.class).get(0);
        assertThat(report.lookup()).isInstanceOfSatisfying(Lookup.Found.class, found -> {
            assertThat(found.order().state()).isEqualTo(OrderState.CANCELLED);
            assertThat(found.fills())
                    .singleElement()
                    .satisfies(fill -> assertThat(fill.clOrdId()).contains(new ClOrdId("sl-a-1")));
        });
    }

    @Test
    void anOrderOnNoShelfIsNotFoundAndAFailureIsNoEvidence() {
        talk.events();
        talk.asks(new VenueCommand.OrderStatusRequest(Conversation.ref("sl-a-1")));
        talk.answers(REALTIME, Frames.NONE);
        talk.answers(REALTIME, Frames.NONE);
        talk.answers(HISTORY, Frames.NONE);
        assertThat(talk.events(VenueEvent.StatusReport.class).get(0).lookup()).isInstanceOf(Lookup.NotFound.class);

        talk.asks(new VenueCommand.OrderStatusRequest(Conversation.ref("sl-a-1")));
        talk.answers(REALTIME, Frames.NONE);
        talk.answers(REALTIME, Frames.error(10005));
        assertThat(talk.events(VenueEvent.StatusReport.class).get(0).lookup()).isInstanceOf(Lookup.Failed.class);
    }

    @Test
    void aMassStatusReadsBothCategoriesToTheirLastPages() {
        talk.events();
        var since = talk.clock.now().minus(Duration.ofDays(9));
        talk.asks(new VenueCommand.OrderMassStatusRequest(
                4, since, List.of(Conversation.ref("sl-a-1"), Conversation.ref("sl-gone"))));
        assertThat(talk.call(REALTIME).url()).endsWith("?category=spot&limit=50");
        talk.answers(REALTIME, Frames.NONE);
        assertThat(talk.call(REALTIME).url()).endsWith("?category=linear&settleCoin=USDT&limit=50");
        talk.answers(REALTIME, Frames.list(Frames.order("sl-a-1", "New", "0"), "p2"));
        assertThat(talk.call(REALTIME).url()).endsWith("&cursor=p2");
        talk.answers(REALTIME, Frames.list(Frames.order("sl-b", "New", "0").replace("1321", "1322")));
        talk.answers(REALTIME, Frames.NONE);
        talk.answers(REALTIME, Frames.NONE);
        talk.answers(HISTORY, Frames.NONE);
        answerExecutions(since);
        talk.answers("GET /v5/account/wallet-balance", Frames.WALLET);
        talk.answers("GET /v5/position/list", Frames.positions("0.5", "Sell", 0));
        answerAgain();

        var report = talk.events(VenueEvent.MassStatus.class).get(0).report();
        assertThat(report.orders())
                .extracting(VenueOrder::orderId)
                .containsExactly(new OrderId("1321"), new OrderId("1322"));
        assertThat(report.unfound()).containsOnlyKeys(new ClOrdId("sl-gone"));
        assertThat(report.fills()).hasSize(1);
        assertThat(report.positions()).singleElement().satisfies(position -> {
            assertThat(position.netQty()).isEqualTo(Qty.of("-0.5"));
            assertThat(position.avgPx()).contains(Px.of("60000"));
        });
        assertThat(report.since()).isEqualTo(since);
    }

    /** Two weeks of each category, the second not whole. */
    private void answerExecutions(Instant since) {
        assertThat(talk.call(EXECUTIONS).url())
                .contains("?category=spot&startTime=" + since.toEpochMilli() + "&endTime="
                        + since.plus(Duration.ofDays(7)).toEpochMilli());
        talk.answers(EXECUTIONS, Frames.NONE);
        talk.answers(EXECUTIONS, Frames.NONE);
        talk.answers(EXECUTIONS, Frames.list(Frames.execution("sl-a-1", "e1", "0.01")));
        talk.answers(EXECUTIONS, Frames.NONE);
    }

    private void answerAgain() {
        talk.answers(EXECUTIONS, Frames.NONE);
        talk.answers(EXECUTIONS, Frames.list(Frames.execution("sl-a-1", "e1", "0.01")));
    }

    @Test
    void aMassStatusThatCannotBeReadToItsEndIsNone() {
        talk.events();
        talk.asks(new VenueCommand.OrderMassStatusRequest(4, talk.clock.now(), List.of()));
        talk.answers(REALTIME, Frames.NONE);
        talk.answers(REALTIME, Frames.error(10005));

        assertThat(talk.events(VenueEvent.MassStatusFailed.class)).hasSize(1);
    }

    @Test
    void positionsAreToldWhenTheyChangeAndOlderOnesNever() {
        talk.events();
        talk.says(Frames.positioned(Frames.position("0.5", "Buy", 0, 12)));
        talk.says(Frames.positioned(Frames.position("0.5", "Buy", 0, 13)));
        talk.says(Frames.positioned(Frames.position("0.1", "Buy", 0, 11)));
        talk.says(Frames.positioned(Frames.position("0", "", 0, 14)));

        assertThat(talk.events(VenueEvent.PositionsChanged.class))
                .extracting(event -> event.positions().get(0).netQty())
                .containsExactly(Qty.of("0.5"), Qty.ZERO);
    }

    @Test
    void hedgedPositionsAreToldAsTheirDifference() {
        talk.events();
        talk.says(Frames.positioned(Frames.position("0.5", "Buy", 1, 12), Frames.position("0.2", "Sell", 2, 12)));

        var position = talk.events(VenueEvent.PositionsChanged.class)
                .get(0)
                .positions()
                .get(0);
        assertThat(position.netQty()).isEqualTo(Qty.of("0.3"));
        assertThat(position.avgPx()).isEmpty();
    }

    @Test
    void noSecretIsInWhatIsSaidOfACall() {
        talk.asks(OrderEntryTest.buy("sl-a-1"));

        HttpCall call = talk.call("POST /v5/order/create");
        assertThat(call.toString()).doesNotContain("the-key").doesNotContain("the-secret");
    }
}
