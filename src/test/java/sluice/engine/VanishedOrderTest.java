package sluice.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import sluice.market.Qty;
import sluice.market.Side;
import sluice.order.Closure;
import sluice.order.OrderState;
import sluice.order.Reason;
import sluice.venue.Lookup;
import sluice.venue.VenueOrder;

/** A partially filled order vanishes from the venue's open orders. */
class VanishedOrderTest {

    private static final Lookup GONE = new Lookup.NotFound("unknown");

    private final DeskScenario desk = DeskScenario.ready();

    private void partlyFilled() {
        desk.limit(Side.BUY, "2", "99");
        desk.accepts();
        desk.trades("0.8", "99");
    }

    private void isGoneFor(int seconds) {
        for (var second = 0; second < seconds; second++) {
            desk.pass(Duration.ofSeconds(1)).finds(GONE).reconciledIfAsked(GONE);
        }
    }

    private Lookup cancelled() {
        var order = desk.lastChild();
        return new Lookup.Found(
                new VenueOrder(
                        Optional.of(order.ids().clOrdId()),
                        DeskScenario.orderId(order),
                        order.terms(),
                        order.cumQty(),
                        new BigDecimal("79.2"),
                        OrderState.CANCELLED,
                        Optional.of(Closure.of(Reason.VENUE_CANCELLED))),
                List.of());
    }

    @Test
    void itStaysInDoubtAsLostWithItsQuantityReservedAndIsToldOnce() {
        partlyFilled();
        isGoneFor(400);

        assertThat(desk.lastChild().doubt().orElseThrow().isLoss()).isTrue();
        assertThat(desk.lastChild().isOpen()).isTrue();
        assertThat(desk.parent().openQty()).isEqualTo(Qty.of("1.2"));
        assertThat(desk.alerts()).containsOnlyOnce("UNKNOWN_OUTCOME").containsOnlyOnce("WORKING_GONE");
    }

    @Test
    void itIsCancelledWithWhatFilledAsSoonAsTheVenueSaysSo() {
        partlyFilled();
        isGoneFor(200);
        desk.pass(Duration.ofSeconds(10)).finds(cancelled());

        assertThat(desk.lastChild().state()).isEqualTo(OrderState.CANCELLED);
        assertThat(desk.lastChild().cumQty()).isEqualTo(Qty.of("0.8"));
        assertThat(desk.parent().isInDoubt()).isFalse();
    }
}
