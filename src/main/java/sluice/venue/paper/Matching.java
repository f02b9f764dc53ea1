package sluice.venue.paper;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import sluice.market.Px;
import sluice.market.Qty;
import sluice.market.Stamp;
import sluice.market.Symbol;
import sluice.market.Trade;
import sluice.market.book.Level;
import sluice.market.book.LiveBook;
import sluice.order.Closure;
import sluice.order.ExecId;
import sluice.order.Execution;
import sluice.order.Liquidity;
import sluice.order.OrderId;
import sluice.order.OrderState;
import sluice.order.Reason;
import sluice.order.Terms;
import sluice.order.Tif;
import sluice.venue.OrderNews;
import sluice.venue.VenueOrder;

/** Fills orders against the public market: takers by its book, makers by its prints. Confined to its exchange. */
final class Matching {

    private final PaperFees fees;
    private final Account account;
    private final Outbox out;
    private final Map<Symbol, Displayed> books = new HashMap<>();
    private final Queues queues = new Queues();

    Matching(PaperFees fees, Account account, Outbox out) {
        this.fees = fees;
        this.account = account;
        this.out = out;
    }

    void opened(LiveBook book) {
        books.put(book.symbol(), new Displayed(book));
    }

    Optional<Displayed> displayed(Symbol symbol) {
        return Optional.ofNullable(books.get(symbol));
    }

    /** An order that is in now: what is marketable of it trades, and the rest rests or ends. */
    void enter(OrderId id, Entry entry, Stamp now) {
        var terms = account.order(id).terms();
        var leaves = terms.orderQty().minus(account.order(id).cumQty());
        var open = terms.withOrderQty(leaves);
        if (terms.tif().kind() == Tif.Kind.FOK && entry.atOnce(open).compareTo(leaves) < 0) {
            end(account.order(id), Reason.FOK_UNFILLED, now);
            return;
        }
        for (var level : entry.reach(open)) {
            var order = account.order(id);
            var qty = level.qty().min(terms.orderQty().minus(order.cumQty()));
            if (qty.isPositive()) {
                displayed(terms.symbol()).orElseThrow().take(terms.side(), level, qty);
                fill(order, qty, level.px(), Liquidity.TAKER, now);
            }
        }
        var order = account.order(id);
        if (order.state().isTerminal()) {
            return;
        }
        if (terms.px().isEmpty() || !terms.tif().rests()) {
            end(order, Reason.IOC_REMAINDER, now);
        } else {
            rest(order);
        }
    }

    /** Joins the queue at its price, where the book can be read. */
    private void rest(VenueOrder order) {
        var terms = order.terms();
        displayed(terms.symbol())
                .flatMap(book -> book.standing(terms.side(), terms.px().orElseThrow()))
                .ifPresent(standing -> queues.join(order.orderId(), standing));
    }

    void leave(OrderId order) {
        queues.leave(order);
    }

    Qty front(OrderId order) {
        return queues.front(order);
    }

    void printed(Trade print, Stamp now) {
        var ours = Qty.ZERO;
        for (var order : account.open(print.symbol())) {
            if (queues.has(order)) {
                var qty = queues.reached(order, print).minus(ours).min(leaves(order));
                if (qty.isPositive()) {
                    ours = ours.plus(qty);
                    fill(order, qty, order.terms().px().orElseThrow(), Liquidity.MAKER, now);
                }
            }
        }
    }

    /** The books have moved: queues are shortened, and what crosses a resting order fills it at its own price. */
    void look(Predicate<Tif> expired, Stamp now) {
        for (var order : account.open()) {
            if (expired.test(order.terms().tif())) {
                end(order, Reason.EXPIRED, now);
            } else {
                displayed(order.terms().symbol()).ifPresent(book -> look(order, book, now));
            }
        }
    }

    private void look(VenueOrder order, Displayed book, Stamp now) {
        var terms = order.terms();
        var px = terms.px().orElseThrow();
        if (queues.has(order)) {
            book.standing(terms.side(), px).ifPresent(standing -> queues.shows(order, standing));
        } else {
            rest(order);
        }
        for (var level : book.against(terms.side()).orElse(List.of())) {
            var left = leaves(account.order(order.orderId()));
            if (level.px().compareTo(px) * terms.side().sign() > 0 || !left.isPositive()) {
                return;
            }
            crossed(order.orderId(), book, level, left, now);
        }
    }

    private void crossed(OrderId id, Displayed book, Level level, Qty left, Stamp now) {
        var order = account.order(id);
        var qty = level.qty().min(left);
        book.take(order.terms().side(), level, qty);
        fill(order, qty, order.terms().px().orElseThrow(), Liquidity.MAKER, now);
    }

    private static Qty leaves(VenueOrder order) {
        return order.state().isTerminal() ? Qty.ZERO : order.terms().orderQty().minus(order.cumQty());
    }

    private void fill(VenueOrder order, Qty qty, Px px, Liquidity liquidity, Stamp now) {
        Terms terms = order.terms();
        var execution = new Execution(
                new ExecId("paper-" + (account.executed() + 1)),
                qty,
                px,
                fees.fee(terms.symbol(), terms.side(), qty, px, liquidity),
                liquidity,
                now.at());
        out.record(new Fact.Filled(order.orderId(), execution));
        out.report(order, new OrderNews.Traded(execution), now);
        if (account.order(order.orderId()).state().isTerminal()) {
            queues.leave(order.orderId());
        }
    }

    void end(VenueOrder order, Reason reason, Stamp now) {
        var closure = Closure.of(reason);
        out.record(new Fact.Ended(order.orderId(), OrderState.CANCELLED, closure));
        queues.leave(order.orderId());
        out.report(order, new OrderNews.Ended(closure), now);
    }
}
