package sluice.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import sluice.market.Money;
import sluice.market.Px;
import sluice.market.Qty;
import sluice.market.Side;
import sluice.order.ClOrdId;
import sluice.order.ExecId;
import sluice.order.Execution;
import sluice.order.Liquidity;
import sluice.order.OrderId;
import sluice.order.OrderState;
import sluice.venue.Lookup;
import sluice.venue.OrderNews;
import sluice.venue.VenueCommand.OrderMassStatusRequest;
import sluice.venue.VenueCommand.OrderStatusRequest;
import sluice.venue.VenueCommand.Resubscribe;
import sluice.venue.VenueEvent;
import sluice.venue.VenueFill;
import sluice.venue.VenueOrder;

/** What rests is looked after in case nobody tells of it. */
class PatrolTest {

    private final DeskScenario desk = DeskScenario.ready();

    private void rests(int orders) {
        for (int i = 0; i < orders; i++) {
            desk.limit(Side.BUY, "2", "99");
            desk.accepts();
        }
        desk.takeSent();
    }

    private void seconds(int seconds) {
        for (int i = 0; i < seconds; i++) {
            desk.pass(Duration.ofSeconds(1));
        }
    }

    private Lookup partlyFilled() {
        return partlyFilled(Duration.ofSeconds(30));
    }

    private Lookup.Found partlyFilled(Duration before) {
        var order = desk.lastChild();
        var id = DeskScenario.orderId(order);
        var ids = Optional.of(order.ids().clOrdId());
        var half = new Execution(
                new ExecId("E1"),
                Qty.of("1"),
                Px.of("99"),
                Money.of("0.01", "USDT"),
                Liquidity.MAKER,
                desk.clock.now().minus(before));
        var theirs = new VenueOrder(
                ids,
                id,
                order.terms(),
                Qty.of("1"),
                new BigDecimal("99"),
                OrderState.PARTIALLY_FILLED,
                Optional.empty());
        return new Lookup.Found(theirs, List.of(new VenueFill(ids, id, DeskScenario.BTC, Side.BUY, half)));
    }

    @Test
    void everyMinuteTheVenueIsComparedWhereOrdersRest() {
        rests(1);
        seconds(66);

        assertThat(desk.sent(OrderMassStatusRequest.class)).hasSize(1);
        desk.reconciled();
        desk.takeSent();
        seconds(66);
        assertThat(desk.sent(OrderMassStatusRequest.class)).hasSize(1);
    }

    @Test
    void whereNothingRestsItIsComparedSeldom() {
        desk.takeSent();
        seconds(240);
        assertThat(desk.sent(OrderMassStatusRequest.class)).isEmpty();
        seconds(70);
        assertThat(desk.sent(OrderMassStatusRequest.class)).hasSize(1);
    }

    @Test
    void whatRestsIsAskedAfterWhenTheStreamIsQuietAndNoMoreThanTenAtATime() {
        rests(25);
        seconds(61);
        desk.takeSent();
        seconds(5);

        assertThat(desk.sent(OrderStatusRequest.class)).hasSize(10);
        seconds(10);
        assertThat(desk.sent(OrderStatusRequest.class).stream()
                        .map(asked -> asked.order().clOrdId())
                        .distinct())
                .hasSize(25);
    }

    @Test
    void aFillThatOnlyAskingBroughtIsBookedAndTheStreamIsSubscribedToAnew() {
        rests(1);
        seconds(66);
        desk.finds(partlyFilled());

        assertThat(desk.lastChild().cumQty()).isEqualTo(Qty.of("1"));
        assertThat(desk.alerts()).containsExactly("STREAM_MISSED");
        assertThat(desk.sent(Resubscribe.class)).hasSize(1);
    }

    @Test
    void anOrderThatIsNotFoundIsAskedAboutOn() {
        rests(1);
        seconds(66);
        desk.finds(new Lookup.NotFound("unknown"));
        seconds(5);

        assertThat(desk.sent(OrderStatusRequest.class)).hasSizeGreaterThan(2);
        assertThat(desk.lastChild().isOpen()).isTrue();
    }

    @Test
    void aFillThatTheStreamMayYetTellIsNoneItMissed() {
        rests(1);
        seconds(66);
        desk.finds(partlyFilled(Duration.ofSeconds(4)));

        assertThat(desk.lastChild().cumQty()).isEqualTo(Qty.of("1"));
        assertThat(desk.alerts()).isEmpty();
        assertThat(desk.sent(Resubscribe.class)).isEmpty();
    }

    @Test
    void anExecutionOfNoOrderOfOursIsComparedSoon() {
        rests(1);
        var fill = partlyFilled(Duration.ZERO).fills().get(0).execution();
        desk.takeSent();
        desk.hears(new VenueEvent.OrderReport(
                DeskScenario.VENUE,
                Optional.of(new ClOrdId("web_7")),
                Optional.of(new OrderId("X7")),
                DeskScenario.BTC,
                new OrderNews.Traded(fill),
                desk.clock.stamp()));
        assertThat(desk.sent(OrderMassStatusRequest.class)).isEmpty();
        seconds(2);

        assertThat(desk.sent(OrderMassStatusRequest.class)).hasSize(1);
    }
}
