package sluice.venue.binance.trade;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import sluice.order.ClOrdId;
import sluice.order.ExecId;
import sluice.order.OrderId;
import sluice.order.OrderState;
import sluice.venue.BadFrame;
import sluice.venue.Lookup;
import sluice.venue.VenueCommand;
import sluice.venue.VenueEvent;
import sluice.venue.VenueReport;

class LookupsTest {

    private static final String LOOK = "GET /api/v3/order";
    private static final String TRADES = "GET /api/v3/myTrades";
    private static final String OPEN = "GET /api/v3/openOrders";
    private static final String ACCOUNT = "GET /api/v3/account";
    private static final String NO_BALANCES = "{\"balances\":[]}";

    private final Conversation talk = Conversation.begun();

    private Lookup lookup() {
        return talk.events().stream()
                .filter(VenueEvent.StatusReport.class::isInstance)
                .map(event -> ((VenueEvent.StatusReport) event).lookup())
                .reduce((one, two) -> two)
                .orElseThrow();
    }

    private void asksForOne() {
        talk.asks(new VenueCommand.OrderStatusRequest(Conversation.ref("sl-a-1")));
    }

    private void asksForAll(Instant since, String... ours) {
        var refs = List.of(ours).stream().map(Conversation::ref).toList();
        talk.asks(new VenueCommand.OrderMassStatusRequest(9, since, refs));
    }

    private VenueReport report() {
        return talk.events().stream()
                .filter(VenueEvent.MassStatus.class::isInstance)
                .map(event -> ((VenueEvent.MassStatus) event).report())
                .findFirst()
                .orElseThrow();
    }

    @Test
    void anOrderIsFoundWithItsFills() {
        asksForOne();
        talk.answers(LOOK, 200, Frames.order("sl-a-1", "FILLED", "0.02", "0.02"));
        talk.answers(TRADES, 200, Frames.trade(556, "0.02"));

        assertThat(lookup()).isInstanceOfSatisfying(Lookup.Found.class, found -> {
            assertThat(found.order().state()).isEqualTo(OrderState.FILLED);
            assertThat(found.fills()).singleElement().satisfies(fill -> {
                assertThat(fill.clOrdId()).contains(new ClOrdId("sl-a-1"));
                assertThat(fill.execution().execId()).isEqualTo(new ExecId("556"));
            });
        });
    }

    @Test
    void anOrderInAStatusThatNobodyKnowsStaysOpenAndIsCountedAsABadFrame() {
        asksForOne();
        talk.answers(LOOK, 200, Frames.order("sl-a-1", "PAUSED", "0.02", "0"));
        var events = talk.eventsWithMeasurements();

        assertThat(events)
                .anySatisfy(event -> assertThat(event)
                        .isInstanceOfSatisfying(
                                VenueEvent.StatusReport.class,
                                status -> assertThat(((Lookup.Found) status.lookup())
                                                .order()
                                                .state())
                                        .isEqualTo(OrderState.SUBMITTED)));
        assertThat(events)
                .anySatisfy(event -> assertThat(event)
                        .isInstanceOfSatisfying(
                                VenueEvent.BadFramesCounted.class,
                                bad -> assertThat(bad.kind()).isEqualTo(BadFrame.UNKNOWN_VALUE)));
    }

    @Test
    void anOrderTheVenueDoesNotKnowIsNotFound() {
        asksForOne();
        talk.answers(LOOK, 400, Frames.error(-2013, "Order does not exist."));

        assertThat(lookup()).isEqualTo(new Lookup.NotFound("UNKNOWN_ORDER (-2013: Order does not exist.)"));
    }

    /** Order amend keep priority: an amend in place renames the order, also when its answer is lost. */
    @Test
    void anOrderThatGoesByAnotherIdOfOursIsFoundByTheVenues() {
        var ref = Conversation.ref("sl-a-1");
        talk.asks(new VenueCommand.OrderStatusRequest(
                new VenueCommand.Ref(ref.clOrdId(), Optional.of(new OrderId("28")), ref.symbol())));
        talk.answers(LOOK, 400, Frames.error(-2013, "Order does not exist."));
        talk.answers(LOOK, 200, Frames.order("sl-a-1-1", "NEW", "0.02", "0"));

        assertThat(lookup())
                .isInstanceOfSatisfying(
                        Lookup.Found.class,
                        found -> assertThat(found.order().clOrdId()).contains(new ClOrdId("sl-a-1-1")));
    }

    @Test
    void aNetworkThatFailsIsNoAnswer() {
        asksForOne();
        for (int i = 0; i < 3; i++) {
            talk.loses(LOOK, false);
            talk.passes(Duration.ofSeconds(1));
        }

        assertThat(lookup()).isInstanceOf(Lookup.Failed.class);
    }

    @Test
    void aQueryThatFailsOnceIsAskedAgain() {
        asksForOne();
        talk.answers(LOOK, 503, "");
        talk.passes(Duration.ofSeconds(1));
        talk.answers(LOOK, 400, Frames.error(-2013, "Order does not exist."));

        assertThat(lookup()).isInstanceOf(Lookup.NotFound.class);
    }

    @Test
    void aWrongSignatureIsNoEvidence() {
        asksForOne();
        talk.answers(LOOK, 400, Frames.error(-1022, "Signature for this request is not valid."));

        assertThat(lookup()).isInstanceOf(Lookup.Failed.class);
    }

    @Test
    void aMassStatusHasOpenOrdersLookupsFillsAndBalances() {
        asksForAll(talk.now().minus(Duration.ofHours(1)), "open", "gone", "filled");
        talk.answers(OPEN, 200, "[" + Frames.order("open", "NEW", "0.02", "0") + "]");
        talk.answers(LOOK, 400, Frames.error(-2013, "Order does not exist."));
        talk.answers(LOOK, 200, Frames.order("filled", "FILLED", "0.02", "0.02").replace(":77", ":78"));
        talk.answers(TRADES, 200, Frames.trade(556, "0.02").replace("\"orderId\":77", "\"orderId\":78"));
        talk.answers(TRADES, 200, Frames.trade(556, "0.02").replace("\"orderId\":77", "\"orderId\":78"));
        talk.answers(ACCOUNT, 200, "{\"balances\":[{\"asset\":\"BTC\",\"free\":\"1\",\"locked\":\"0\"}]}");
        talk.answers(TRADES, 200, "[]");

        var report = report();
        assertThat(report.orders())
                .extracting(order -> order.clOrdId().orElseThrow().value())
                .containsExactly("open", "filled");
        assertThat(report.unfound())
                .isEqualTo(Map.of(
                        new ClOrdId("gone"), new Lookup.NotFound("UNKNOWN_ORDER (-2013: Order does not exist.)")));
        assertThat(report.fills())
                .singleElement()
                .satisfies(fill -> assertThat(fill.clOrdId()).contains(new ClOrdId("filled")));
        assertThat(report.balances()).hasSize(1);
    }

    @Test
    void aFillInBetweenStartsItOver() {
        asksForAll(talk.now().minus(Duration.ofHours(1)), "mine");
        talk.answers(OPEN, 200, "[" + Frames.order("mine", "NEW", "0.02", "0") + "]");
        talk.answers(TRADES, 200, "[]");
        talk.answers(ACCOUNT, 200, NO_BALANCES);
        talk.answers(TRADES, 200, Frames.trade(556, "0.01"));
        talk.answers(OPEN, 200, "[" + Frames.order("mine", "PARTIALLY_FILLED", "0.02", "0.01") + "]");
        talk.answers(TRADES, 200, "[]");
        talk.answers(ACCOUNT, 200, NO_BALANCES);
        talk.answers(TRADES, 200, "[]");

        var report = report();
        assertThat(report.orders())
                .singleElement()
                .satisfies(order -> assertThat(order.state()).isEqualTo(OrderState.PARTIALLY_FILLED));
        assertThat(report.fills()).hasSize(1);
    }

    @Test
    void fillsAreTakenPageByPage() {
        asksForAll(talk.now().minus(Duration.ofHours(1)));
        talk.answers(OPEN, 200, "[]");
        talk.answers(TRADES, 200, page(1, 1000));
        assertThat(talk.call(TRADES).url()).contains("&fromId=1001&limit=1000&");
        talk.answers(TRADES, 200, page(1001, 3));
        talk.answers(ACCOUNT, 200, NO_BALANCES);
        talk.answers(TRADES, 200, "[]");

        assertThat(report().fills()).hasSize(1003);
    }

    @Test
    void daysAreAskedForOneByOne() {
        asksForAll(talk.now().minus(Duration.ofHours(30)));
        talk.answers(OPEN, 200, "[]");
        talk.answers(TRADES, 200, "[]");
        talk.answers(TRADES, 200, Frames.trade(556, "0.01"));
        talk.answers(ACCOUNT, 200, NO_BALANCES);
        assertThat(talk.call(TRADES).url()).contains("&fromId=557&");
        talk.answers(TRADES, 200, "[]");

        assertThat(report().fills()).hasSize(1);
    }

    @Test
    void aPartThatCannotBeReadFailsTheWhole() {
        asksForAll(talk.now(), "mine");
        talk.answers(OPEN, 200, "{}");

        assertThat(talk.events()).singleElement().isInstanceOfSatisfying(VenueEvent.MassStatusFailed.class, failed -> {
            assertThat(failed.requestId()).isEqualTo(9);
            assertThat(failed.cause())
                    .isEqualTo("open orders could not be read: the reply could not be read: " + "expected an array");
        });
    }

    private static String page(int firstId, int rows) {
        var one = Frames.trade(556, "0.01");
        return IntStream.range(firstId, firstId + rows)
                .mapToObj(id -> one.substring(1, one.length() - 1).replace("\"id\":556", "\"id\":" + id))
                .toList()
                .toString();
    }
}
