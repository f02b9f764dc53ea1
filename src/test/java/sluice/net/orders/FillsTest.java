package sluice.net.orders;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import sluice.market.Money;
import sluice.market.Px;
import sluice.market.Qty;
import sluice.market.Side;
import sluice.market.Symbol;
import sluice.market.VenueId;
import sluice.net.HttpCall;
import sluice.net.Session;
import sluice.net.gate.Outlet;
import sluice.order.ClOrdId;
import sluice.order.Closure;
import sluice.order.ExecId;
import sluice.order.Execution;
import sluice.order.Liquidity;
import sluice.order.OrderId;
import sluice.order.OrderState;
import sluice.order.Reason;
import sluice.order.Terms;
import sluice.order.Tif;
import sluice.venue.ManualClock;
import sluice.venue.OrderNews;
import sluice.venue.VenueEvent;
import sluice.venue.VenueOrder;

class FillsTest {

    private static final Symbol BTC = Symbol.of("BTC-USDT");
    private static final OrderId ID = new OrderId("7");

    private final List<OrderNews> told = new ArrayList<>();
    private final Outlet outlet = new Outlet(new VenueId("venue"), new ManualClock());
    private final Fills fills = new Fills(outlet, (order, then) -> {});

    FillsTest() {
        outlet.use(new Told());
    }

    private final class Told implements Session.Out {

        @Override
        public void call(long call, HttpCall request) {
            throw new AssertionError(request);
        }

        @Override
        public void open(int link, String url) {
            throw new AssertionError(url);
        }

        @Override
        public void send(int link, String text) {
            throw new AssertionError(text);
        }

        @Override
        public void close(int link) {
            throw new AssertionError(link);
        }

        @Override
        public void wakeAt(long nanos) {
            throw new AssertionError(nanos);
        }

        @Override
        public void emit(VenueEvent event) {
            told.add(((VenueEvent.OrderReport) event).news());
        }
    }

    private static VenueOrder order(String filled, OrderState state) {
        var terms = Terms.limit(BTC, Side.BUY, Qty.of("3"), Px.of("100"), Tif.IOC);
        var closure = state.isTerminal() ? Optional.of(Closure.of(Reason.IOC_REMAINDER)) : Optional.<Closure>empty();
        var id = Optional.of(new ClOrdId("sl-a-1"));
        return new VenueOrder(id, ID, terms, Qty.of(filled), BigDecimal.ZERO, state, closure);
    }

    private void executes(String execId) {
        var fee = new Money(BigDecimal.ZERO, "USDT");
        var execution =
                new Execution(new ExecId(execId), Qty.of("1"), Px.of("100"), fee, Liquidity.TAKER, Instant.EPOCH);
        fills.tell(order("0", OrderState.SUBMITTED), execution);
    }

    @Test
    void theEndWaitsForAllExecutionsAlsoWhenAnOlderMessageComesAfterIt() {
        fills.stands(order("2", OrderState.CANCELLED));
        fills.stands(order("1", OrderState.PARTIALLY_FILLED));
        executes("1");
        assertThat(told).hasOnlyElementsOfType(OrderNews.Traded.class);
        fills.stands(order("1", OrderState.PARTIALLY_FILLED));
        executes("2");
        assertThat(told).last().isInstanceOf(OrderNews.Ended.class);
    }
}
