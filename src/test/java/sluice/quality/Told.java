package sluice.quality;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
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
import sluice.order.Closure;
import sluice.order.ExecId;
import sluice.order.Execution;
import sluice.order.Liquidity;
import sluice.order.Order;
import sluice.order.OrderEvent;
import sluice.order.OrderId;
import sluice.order.ParentId;
import sluice.order.Reason;
import sluice.order.Request;
import sluice.order.Terms;
import sluice.order.Tif;
import sluice.order.parent.Instructions;
import sluice.order.parent.Origin;
import sluice.order.parent.ParentEvent;

/** Orders told event by event, a millisecond apart unless more time passes. */
final class Told {

    static final Symbol BTC = Symbol.of("BTC-USDT");
    static final VenueId ALPHA = new VenueId("alpha");
    static final VenueId BETA = new VenueId("beta");

    final QualityBook book;
    private Instant now = Instant.parse("2026-11-02T09:30:00Z");
    private long nanos = 1_000_000_000;
    private Terms terms = Terms.limit(BTC, Side.BUY, Qty.of("10"), Px.of("60100"), Tif.IOC);
    private int executions;

    Told() {
        this(new QualityBook());
    }

    Told(QualityBook book) {
        this.book = book;
    }

    Told passes(Duration time) {
        now = now.plus(time);
        nanos += time.toNanos();
        return this;
    }

    Stamp at() {
        passes(Duration.ofMillis(1));
        return new Stamp(now, nanos);
    }

    static Mark mark(String mid) {
        var px = Optional.of(mid).filter(text -> !text.isEmpty()).map(Px::of);
        return new Mark(px, px, Optional.empty(), 1, Regime.CALM);
    }

    Told asks(int parent, Side side, String qty, String decision, String arrival) {
        terms = new Terms(BTC, side, Qty.of(qty), Optional.empty(), Tif.IOC, false, false);
        var decided = at();
        book.apply(new ParentEvent.Opened(
                new ParentId(parent),
                terms,
                Instructions.NONE,
                new Origin("me", "test", "", Optional.empty()),
                new ParentEvent.Marks(decided, mark(decision), mark(arrival)),
                at()));
        return this;
    }

    /** A child of the parent, sent at a mid. */
    Told sends(int parent, int child, VenueId venue, String qty, String mid) {
        var ids = new Order.Ids(new ChildId(child), new ParentId(parent), new ClOrdId("x-" + child), venue);
        var limit = terms.withOrderQty(Qty.of(qty)).withPx(Px.of("60100"));
        book.apply(new OrderEvent.Created(ids, limit, mark(mid), at()));
        book.apply(new OrderEvent.Sent(new ChildId(child), "NEW", mark(mid), at()));
        return this;
    }

    Told accepts(int child, String mid) {
        book.apply(new OrderEvent.Accepted(new ChildId(child), new OrderId("V-" + child), mark(mid), at()));
        return this;
    }

    Told fills(int child, String qty, String px, Money fee, String mid) {
        var execution =
                new Execution(new ExecId("E" + ++executions), Qty.of(qty), Px.of(px), fee, Liquidity.TAKER, now);
        book.apply(new OrderEvent.Traded(new ChildId(child), execution, mark(mid), at()));
        return this;
    }

    Told ends(int child, Reason reason) {
        book.apply(new OrderEvent.Cancelled(new ChildId(child), Closure.of(reason), at()));
        return this;
    }

    Told rejects(int child) {
        book.apply(new OrderEvent.Rejected(new ChildId(child), Closure.of(Reason.FILTER), at()));
        return this;
    }

    Told doubts(int child) {
        book.apply(new OrderEvent.InDoubt(new ChildId(child), new Request.New(), "timeout", at()));
        return this;
    }

    Told endsParent(int parent) {
        book.apply(new ParentEvent.Ended(new ParentId(parent), Closure.of(Reason.COLLAR), at()));
        return this;
    }

    Quality all() {
        return book.answer(1, Quality.Question.ALL);
    }

    Quality by(By by) {
        return book.answer(1, new Quality.Question(Optional.empty(), List.of(by), Optional.empty(), 20));
    }

    ParentFigures parent(int id) {
        return all().parents().newest().stream()
                .filter(each -> each.parentId().number() == id)
                .findFirst()
                .orElseThrow();
    }
}
