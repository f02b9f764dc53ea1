package sluice.risk;

import static org.junit.jupiter.api.Named.named;
import static sluice.market.Side.BUY;
import static sluice.risk.Given.VENUE;
import static sluice.risk.Given.aDesk;
import static sluice.risk.Given.limitOrder;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import sluice.market.Mark;
import sluice.market.Px;
import sluice.market.Regime;
import sluice.market.Stamp;
import sluice.order.ChildId;
import sluice.order.ClOrdId;
import sluice.order.Order;
import sluice.order.OrderEvent;
import sluice.order.OrderId;
import sluice.order.ParentId;
import sluice.risk.exposure.Conditions;
import sluice.risk.exposure.Conditions.Opposites;
import sluice.risk.exposure.Conditions.Opposites.Own;
import sluice.risk.exposure.Exposure;
import sluice.risk.exposure.Funds;
import sluice.risk.exposure.Pace;
import sluice.risk.exposure.Working;
import sluice.risk.limits.LimitKey;

/** An amend that asks for no more at the same price only takes risk away; any other is held like a new order. */
class AmendedOrderTest {

    private static final Stamp AT = new Stamp(Instant.EPOCH, 0);

    /** Two BTC at 60000. */
    private static Order working() {
        var ids = new Order.Ids(new ChildId(7), new ParentId(7), new ClOrdId("sl-abc123-7"), VENUE);
        var created = new OrderEvent.Created(ids, limitOrder(BUY, "2", "60000"), Mark.NONE, AT);
        return Order.of(created).after(new OrderEvent.Accepted(new ChildId(7), new OrderId("V7"), Mark.NONE, AT));
    }

    private static Intent amend(String qty, String px) {
        return new Intent(
                aDesk().listing(),
                limitOrder(BUY, qty, px),
                Optional.of(working()),
                Optional.empty(),
                Optional.of("grid"));
    }

    private static Arguments held(String what, Given desk, Code by) {
        return Arguments.of(named(what, desk), by);
    }

    private static Conditions unknown(String value) {
        var calm = Conditions.CALM;
        return new Conditions(
                calm.state(),
                calm.restricted(),
                calm.machine(),
                Optional.of(value).filter(text -> !text.isEmpty()).map(BigDecimal::new),
                calm.opposites(),
                calm.volumes());
    }

    private static Given market(Optional<Duration> bookAge, Duration crossed, Optional<Px> last) {
        var market = aDesk().exposure().market();
        return aDesk().with(
                        new Exposure.Market(market.mid(), last, crossed, bookAge, market.usdPerQuote(), Regime.CALM));
    }

    private static Stream<Arguments> everythingThatHoldsMoreRiskBack() {
        return Stream.of(guards(), limits(), markets()).flatMap(each -> each);
    }

    private static Stream<Arguments> guards() {
        var own = Optional.of(new Own("C-3", "bybit", Px.of("59000")));
        var met = Conditions.CALM.with(new Opposites(own, Optional.empty()));
        var taken = Conditions.CALM.with(new Opposites(Optional.empty(), own));
        var repeated = Pace.fresh(0);
        for (int i = 0; i < 20; i++) {
            repeated = repeated.inSeries(amend("3", "60000").series(), 0);
        }
        var desk = aDesk();
        var watched = desk.with(taken).limit(LimitKey.GUARD_WASH_WINDOW, "1000");
        var looping = desk.with(repeated, 0).limit(LimitKey.TAG_MAX_CHILDREN, "20");
        return Stream.of(
                held("too much unknown", desk.with(unknown("999999999")), Code.RISK_UNKNOWN),
                held("unknown without a price", desk.with(unknown("")), Code.RISK_UNKNOWN),
                held("our own order", desk.with(met), Code.RISK_SELF_TRADE),
                held("our own trade elsewhere", watched, Code.RISK_WASH),
                held("a loop", looping, Code.RISK_REPEATED));
    }

    private static Stream<Arguments> limits() {
        var desk = aDesk();
        return Stream.of(
                held("no balance", desk.with(Funds.UNKNOWN), Code.RISK_BALANCE),
                held("its size", desk.limit(LimitKey.ORDER_MAX_QTY, "1"), Code.RISK_MAX_ORDER_QTY),
                held("its value", desk.limit(LimitKey.ORDER_MAX_NOTIONAL, "1"), Code.RISK_MAX_NOTIONAL),
                held("the position", desk.limit(LimitKey.POSITION_MAX_QTY, "0.1"), Code.RISK_MAX_POSITION));
    }

    private static Stream<Arguments> markets() {
        var fresh = Optional.of(Duration.ZERO);
        var late = Duration.ofMinutes(1);
        var other = Optional.of(Px.of("50000"));
        return Stream.of(
                held("a stale book", market(Optional.of(late), Duration.ZERO, Optional.empty()), Code.RISK_STALE_BOOK),
                held("no book", market(Optional.empty(), Duration.ZERO, Optional.empty()), Code.RISK_NO_BOOK),
                held("crossed venues", market(fresh, late, Optional.empty()), Code.RISK_CROSSED_BOOK),
                held("a mid that nobody trades at", market(fresh, Duration.ZERO, other), Code.RISK_LAST_TRADE));
    }

    @ParameterizedTest
    @MethodSource("everythingThatHoldsMoreRiskBack")
    void lessAtTheSamePriceIsHeldByNoneOfIt(Given desk, Code by) {
        desk.judging(amend("1.5", "60000")).passes();
    }

    @ParameterizedTest
    @MethodSource("everythingThatHoldsMoreRiskBack")
    void moreIsHeldByAllOfIt(Given desk, Code by) {
        desk.judging(amend("3", "60000")).isRefused(by);
    }

    @Test
    void anAmendIsNotOneOrderMore() {
        var full = aDesk().with(new Working(500, 160));
        full.judging(amend("3", "60000")).passes();
        full.buying("1", "60000").isRefused(Code.RISK_MAX_OPEN_ORDERS);
    }

    @Test
    void anAmendPaysForWhatItAddsOnly() {
        var poor = aDesk().with(new Funds(Optional.of(new BigDecimal("60060")), BigDecimal.ZERO));
        poor.judging(amend("3", "60000")).passes();
        poor.judging(amend("3.00001", "60000")).isRefused(Code.RISK_BALANCE).against("60060", "60060.6006");
    }
}
