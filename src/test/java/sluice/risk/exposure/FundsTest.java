package sluice.risk.exposure;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import sluice.market.Mark;
import sluice.market.Px;
import sluice.market.Qty;
import sluice.market.Side;
import sluice.market.Stamp;
import sluice.market.Symbol;
import sluice.market.VenueId;
import sluice.order.ChildId;
import sluice.order.ClOrdId;
import sluice.order.Order;
import sluice.order.OrderEvent;
import sluice.order.OrderId;
import sluice.order.ParentId;
import sluice.order.Request;
import sluice.order.Terms;
import sluice.order.Tif;
import sluice.order.position.Balance;

class FundsTest {

    private static final VenueId VENUE = new VenueId("binance");
    private static final Stamp AT = new Stamp(Instant.EPOCH, 0);
    private static final BigDecimal FEE = new BigDecimal("0.001");

    private static Order pending(long number, Side side, String qty) {
        var child = new ChildId(number);
        var ids = new Order.Ids(child, new ParentId(1), ClOrdId.of("t", child, 0), VENUE);
        var terms = Terms.limit(Symbol.of("BTC-USDT"), side, Qty.of(qty), Px.of("100"), Tif.GTC);
        return Order.of(new OrderEvent.Created(ids, terms, Mark.NONE, AT));
    }

    private static Order working(long number, String qty) {
        return pending(number, Side.BUY, qty)
                .after(new OrderEvent.Accepted(new ChildId(number), new OrderId("V"), Mark.NONE, AT));
    }

    private static void available(String amount, Balance balance, Order... orders) {
        var funds = Funds.of(VENUE, balance.asset(), List.of(balance), List.of(orders), symbol -> Outlay.full(FEE));
        assertThat(funds.available().orElseThrow()).isEqualByComparingTo(amount);
    }

    private static Balance usdt(String free, String locked) {
        return new Balance("USDT", new BigDecimal(free), new BigDecimal(locked));
    }

    @Test
    void anOrderOnItsWayIsReservedWithItsFee() {
        available("799.8", usdt("1000", "0"), pending(1, Side.BUY, "2"));
    }

    @Test
    void anOrderThatTheVenueHoldsMoneyForIsNotReservedTwice() {
        available("800", usdt("800", "200.2"), working(1, "2"));
    }

    @Test
    void anAcknowledgedOrderThatTheBalanceDoesNotShowYetIsReserved() {
        available("799.8", usdt("1000", "0"), working(1, "2"));
    }

    @Test
    void anAmendUpwardsIsReservedBeforeItIsGranted() {
        var terms = Terms.limit(Symbol.of("BTC-USDT"), Side.BUY, Qty.of("5"), Px.of("110"), Tif.GTC);
        var amend = new Request.Replace(new ClOrdId("sl-t-1-1"), terms);
        var order = working(1, "2").after(new OrderEvent.Requested(new ChildId(1), amend, AT));
        available("449.45", usdt("1000", "0"), order);
    }

    @Test
    void aSaleReservesTheBaseAndNothingElse() {
        var sale = pending(1, Side.SELL, "2");
        available("3", new Balance("BTC", new BigDecimal("5"), BigDecimal.ZERO), sale);
        available("1000", usdt("1000", "0"), sale);
    }

    @Test
    void aBalanceThatNobodyToldIsUnknown() {
        assertThat(Funds.of(VENUE, "USDT", List.of(), List.of(), symbol -> Outlay.full(FEE))
                        .available())
                .isEmpty();
    }
}
