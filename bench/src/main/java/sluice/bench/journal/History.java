package sluice.bench.journal;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import sluice.bench.desk.CannedOrder;
import sluice.engine.DeskEvent;
import sluice.engine.codec.EventCodec;
import sluice.engine.state.State;
import sluice.journal.Entry;
import sluice.journal.Journal;
import sluice.market.Mark;
import sluice.market.Money;
import sluice.market.Px;
import sluice.market.Qty;
import sluice.market.Regime;
import sluice.market.Side;
import sluice.market.Stamp;
import sluice.market.Symbol;
import sluice.market.VenueId;
import sluice.order.ChildId;
import sluice.order.ClOrdId;
import sluice.order.ExecId;
import sluice.order.Execution;
import sluice.order.Liquidity;
import sluice.order.Order;
import sluice.order.OrderEvent;
import sluice.order.OrderId;
import sluice.order.ParentId;
import sluice.order.Terms;
import sluice.order.Tif;
import sluice.order.parent.Instructions;
import sluice.order.parent.Origin;
import sluice.order.parent.ParentEvent;

/**
 * The events of orders as a desk records them, one order after the other, a millisecond and three nanoseconds apart.
 */
public final class History {

    public static final String TAG = "abc123";

    private static final int BATCH = 10_000;
    private static final VenueId VENUE = new VenueId("binance");
    private static final Symbol SYMBOL = Symbol.of("BTC-USDT");
    private static final Origin ORIGIN = new Origin("bench", "pts/0", "buy 0.01 BTC-USDT", Optional.empty());
    private static final Duration APART = Duration.ofNanos(1_000_003);

    private final Journal journal;
    private final Instant begin;
    private final State state = new State();
    private final EventCodec codec = new EventCodec(id -> state.orders().order(id));
    private final List<Entry> batch = new ArrayList<>();
    private long seq;
    private long orders;

    public History(Journal journal, Instant begin) {
        this.journal = journal;
        this.begin = begin;
    }

    /** How long so many orders take. */
    public static Duration lasting(long orders) {
        return APART.multipliedBy(orders);
    }

    public long events() {
        return seq;
    }

    int fills() {
        return state.orders().fills().size();
    }

    /** One that fills at once. */
    public void filled() {
        var number = ++orders;
        var terms = new Terms(
                SYMBOL,
                number % 2 == 0 ? Side.BUY : Side.SELL,
                Qty.of("0." + (100 + number % 900)),
                Optional.of(Px.of("6000" + number % 10 + "." + number % 100)),
                Tif.IOC,
                false,
                false);
        var child = accepted(VENUE, terms, Long.toString(9_000_000 + number));
        var execution = new Execution(
                new ExecId(Long.toString(number)),
                terms.orderQty(),
                terms.px().orElseThrow(),
                Money.of("0.0123", "USDT"),
                Liquidity.TAKER,
                at().at());
        record(new DeskEvent.OfOrder(new OrderEvent.Traded(child, execution, mark(number), at())));
    }

    /** One that rests; the venue's id is made of ours. */
    public void resting(VenueId venue, Terms terms) {
        accepted(venue, terms, CannedOrder.number(id(++orders)));
    }

    /** The id of an order, counted from one. */
    public static String id(long order) {
        return ClOrdId.of(TAG, new ChildId(order), 0).value();
    }

    private ChildId accepted(VenueId venue, Terms terms, String orderId) {
        var parent = new ParentId(orders);
        var child = new ChildId(orders);
        var mark = mark(orders);
        var ids = new Order.Ids(child, parent, ClOrdId.of(TAG, child, 0), venue);
        var leg = new DeskEvent.Leg(
                venue,
                Optional.of(terms.symbol()),
                terms.orderQty(),
                terms.px().orElseThrow(),
                terms.px().get(),
                BigDecimal.TEN,
                "best price");
        var marks = new ParentEvent.Marks(at(), mark, mark);
        record(new DeskEvent.OfParent(new ParentEvent.Opened(parent, terms, Instructions.NONE, ORIGIN, marks, at())));
        record(new DeskEvent.Routed(parent, List.of(leg), List.of(), at()));
        record(new DeskEvent.OfOrder(new OrderEvent.Created(ids, terms, mark, at())));
        record(new DeskEvent.OfOrder(new OrderEvent.Sent(child, "NEW", mark, at())));
        record(new DeskEvent.OfOrder(new OrderEvent.Accepted(child, new OrderId(orderId), mark, at())));
        return child;
    }

    private Stamp at() {
        return new Stamp(begin.plus(lasting(orders)), orders * 1_000);
    }

    /** The market moves between orders, and hardly during one. */
    private static Mark mark(long number) {
        var mid = Optional.of(Px.of("6" + (1_000 + number % 8_999) + ".05"));
        return new Mark(mid, mid, Optional.of(Px.of("0.1")), 80 + number, Regime.CALM);
    }

    private void record(DeskEvent event) {
        seq++;
        state.apply(seq, event);
        batch.add(codec.encode(seq, event));
        if (batch.size() >= BATCH) {
            append();
        }
    }

    /** Makes durable what is not yet. */
    public void append() {
        journal.append(batch);
        batch.clear();
    }
}
