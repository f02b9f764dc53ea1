package sluice.engine.work;

import java.util.Optional;
import sluice.engine.market.Books;
import sluice.engine.market.Regimes;
import sluice.engine.turn.Turn;
import sluice.market.Mark;
import sluice.order.Closure;
import sluice.order.Order;
import sluice.order.OrderEvent;
import sluice.order.OrderId;
import sluice.order.Reason;
import sluice.order.Request;
import sluice.order.parent.Unwind;
import sluice.recovery.Evidence;
import sluice.recovery.Step;
import sluice.venue.OrderNews;
import sluice.venue.VenueCommand;
import sluice.venue.VenueEvent;

/** Turns what venues report of our orders into facts, and says what must follow from them. */
public final class OrderReports {

    private final Turn turn;
    private final Books books;
    private final Regimes regimes;
    private final Doubts doubts;
    private final Replies replies;
    private final Amending amending;

    public OrderReports(Turn turn, Books books, Regimes regimes, Doubts doubts, Replies replies, Amending amending) {
        this.turn = turn;
        this.books = books;
        this.regimes = regimes;
        this.doubts = doubts;
        this.replies = replies;
        this.amending = amending;
    }

    /** Books the report; the order it was about, unless it is none of ours. */
    public Optional<Order> on(VenueEvent.OrderReport report) {
        var order = turn.orders().find(report.venue(), report.clOrdId(), report.orderId());
        order.ifPresent(found -> book(found, report));
        return order.map(found -> turn.order(found.ids().childId()));
    }

    private void book(Order order, VenueEvent.OrderReport report) {
        var id = order.ids().childId();
        var news = report.news();
        var at = report.at();
        replies.heard(id, news);
        if (news instanceof OrderNews.Sent sent) {
            turn.record(new OrderEvent.Sent(id, sent.request().name(), mark(order), at));
        } else if (news instanceof OrderNews.Traded traded) {
            traded(order, report, traded);
        } else if (isFormer(order, report) && isAboutTheOrder(news)) {
            former(order, report);
        } else if (arrival(news).isPresent()) {
            acknowledged(order, report, arrival(news).get());
        } else if (news instanceof OrderNews.Ended ended) {
            ended(order, report, ended.closure());
        } else if (news instanceof OrderNews.Rejected rejected) {
            rejected(order, rejected.closure());
        } else if (news instanceof OrderNews.RequestRejected rejected) {
            requestRejected(order, report, rejected);
        } else if (news instanceof OrderNews.Replaced replaced) {
            replaced(order, report, replaced);
        } else if (news instanceof OrderNews.InDoubt doubt) {
            inDoubt(order, report, doubt);
        } else if (news instanceof OrderNews.NotSent notSent) {
            notSent(order, report, notSent);
        } else {
            throw new AssertionError(news);
        }
    }

    /** Whether the report is of an order at the venue that is not the one which stands for ours now. */
    private static boolean isFormer(Order order, VenueEvent.OrderReport report) {
        var isOther =
                report.clOrdId().filter(id -> !id.equals(order.ids().clOrdId())).isPresent();
        var isNext = Refs.replacement(order)
                .filter(next -> report.clOrdId().equals(Optional.of(next.clOrdId())))
                .isPresent();
        var isSame = report.orderId().isPresent() && report.orderId().equals(order.orderId());
        return isOther && !isNext && !isSame;
    }

    private static boolean isAboutTheOrder(OrderNews news) {
        return arrival(news).isPresent() || news instanceof OrderNews.Ended || news instanceof OrderNews.Rejected;
    }

    /** What an amend took the place of, or an amend that was given up: its end is none of ours, its life must end. */
    private void former(Order order, VenueEvent.OrderReport report) {
        if (!order.isOpen()) {
            arrival(report.news()).ifPresent(orderId -> zombie(order, ref(report, orderId)));
        }
    }

    /** The venue's id, where the news is that it has the order. */
    private static Optional<OrderId> arrival(OrderNews news) {
        if (news instanceof OrderNews.Acknowledged acknowledged) {
            return Optional.of(acknowledged.orderId());
        }
        return news instanceof OrderNews.Shown shown ? Optional.of(shown.orderId()) : Optional.empty();
    }

    private static VenueCommand.Ref ref(VenueEvent.OrderReport report, OrderId orderId) {
        return new VenueCommand.Ref(report.clOrdId().orElseThrow(), Optional.of(orderId), report.symbol());
    }

    private Mark mark(Order order) {
        var symbol = order.terms().symbol();
        return books.mark(order.ids().venue(), symbol, regimes.of(symbol));
    }

    private void acknowledged(Order order, VenueEvent.OrderReport report, OrderId orderId) {
        if (order.orderId().isEmpty() || order.standing().isPending()) {
            var id = order.ids().childId();
            turn.record(new OrderEvent.Accepted(id, orderId, mark(order), report.at()));
        }
        if (order.orderId().isEmpty() && !order.isOpen()) {
            zombie(order, Refs.of(turn.order(order.ids().childId())));
        }
    }

    private void traded(Order order, VenueEvent.OrderReport report, OrderNews.Traded news) {
        if (order.fills().has(news.execution().execId())) {
            return;
        }
        var id = order.ids().childId();
        arrived(order, report);
        turn.record(new OrderEvent.Traded(id, news.execution(), mark(order), report.at()));
        if (!order.isOpen() && !turn.order(id).cumQty().equals(order.cumQty())) {
            turn.alert(
                    "LATE_FILL",
                    id + " filled " + news.execution().lastQty() + " after it was " + order.state()
                            + "; the fill is booked",
                    order.ids().parentId());
        }
        if (turn.order(id).isOverfilled()) {
            turn.alert(
                    "OVERFILL",
                    id + " filled " + turn.order(id).cumQty() + " of "
                            + order.terms().orderQty() + "; the excess is booked and counts, and "
                            + Unwind.ofExcess(turn.order(id)) + " would undo it",
                    order.ids().parentId());
        }
    }

    /** What trades or ends at the venue did arrive there, though nobody said so: its number there is kept. */
    private void arrived(Order order, VenueEvent.OrderReport report) {
        if (order.orderId().isEmpty() && report.orderId().isPresent() && !isFormer(order, report)) {
            var orderId = report.orderId().get();
            turn.record(new OrderEvent.Accepted(order.ids().childId(), orderId, mark(order), report.at()));
        }
    }

    private void ended(Order order, VenueEvent.OrderReport report, Closure closure) {
        if (amending.tookOver(order, report.at())) {
            doubts.open(order.ids().childId());
            return;
        }
        if (order.isOpen() && isBeingReplaced(order, report)) {
            doubts.probe(order.ids().childId());
        } else if (order.isOpen()) {
            arrived(order, report);
            turn.record(new OrderEvent.Cancelled(order.ids().childId(), closure, report.at()));
        }
    }

    /** The old order's end is not the child's while the new one may live. */
    private static boolean isBeingReplaced(Order order, VenueEvent.OrderReport report) {
        return Refs.replacement(order)
                .filter(next -> !report.clOrdId().equals(Optional.of(next.clOrdId())))
                .isPresent();
    }

    /** An id the venue knows already is no rejection, but proof that the order arrived: then it is asked for. */
    private void rejected(Order order, Closure closure) {
        if (!order.isOpen()) {
            return;
        }
        var step = Evidence.ofRejection(doubts.held(order), closure, doubts.learned(order));
        step.events().forEach(turn::record);
        if (step.asks(Step.FollowUp.QUERY)) {
            doubts.open(order.ids().childId());
        }
    }

    private void requestRejected(Order order, VenueEvent.OrderReport report, OrderNews.RequestRejected news) {
        if (isInFlight(order, news.request())) {
            turn.record(new OrderEvent.RequestRejected(order.ids().childId(), news.closure(), report.at()));
            amending.dropped(order.ids().childId());
        }
        if (order.isOpen() && !doubts.isOpen(order.ids().childId())) {
            doubts.probe(order.ids().childId());
        }
    }

    /** Whether that is what is waited for; an earlier cancel may be turned down while an amend is on its way. */
    private boolean isInFlight(Order order, Request request) {
        return order.inFlight()
                .filter(waited -> waited.equals(request)
                        || request instanceof Request.Cancel
                                && amending.isInSteps(order.ids().childId()))
                .isPresent();
    }

    /**
     * That a reply was lost is a fact, whether or not the stream had shown the order by then; such an order is as sure
     * as before, but it is asked about all the same.
     */
    private void inDoubt(Order order, VenueEvent.OrderReport report, OrderNews.InDoubt news) {
        if (!(news.request() instanceof Request.Replace replace)) {
            doubts.open(order.ids().childId(), news, report.at());
        } else if (isPast(order, report, replace)) {
            doubts.probe(order.ids().childId());
        } else if (!replace.next().equals(order.ids().clOrdId())) {
            doubts.open(order.ids().childId(), news, report.at());
        }
    }

    private void replaced(Order order, VenueEvent.OrderReport report, OrderNews.Replaced news) {
        if (order.ids().clOrdId().equals(news.request().next())) {
            return;
        }
        if (!order.isOpen()) {
            var symbol = order.terms().symbol();
            zombie(order, new VenueCommand.Ref(news.request().next(), Optional.of(news.orderId()), symbol));
            return;
        }
        if (isPast(order, report, news.request())) {
            doubts.probe(order.ids().childId());
            return;
        }
        turn.record(new OrderEvent.Replaced(
                order.ids().childId(),
                news.request().next(),
                news.request().terms(),
                Optional.of(news.orderId()),
                report.at()));
    }

    /** What comes of an amend after it was learned otherwise, and after the next amend: it would set the order back. */
    private static boolean isPast(Order order, VenueEvent.OrderReport report, Request.Replace amend) {
        var isOfAnother =
                report.clOrdId().filter(id -> !id.equals(order.ids().clOrdId())).isPresent();
        return isOfAnother
                && Refs.replacement(order)
                        .filter(next -> next.clOrdId().equals(amend.next()))
                        .isEmpty();
    }

    private void notSent(Order order, VenueEvent.OrderReport report, OrderNews.NotSent news) {
        var closure = new Closure(Reason.NEVER_SENT, news.cause());
        if (news.request() instanceof Request.New) {
            recordIfOpen(order, new OrderEvent.Cancelled(order.ids().childId(), closure, report.at()));
        } else if (isInFlight(order, news.request())) {
            turn.record(new OrderEvent.RequestRejected(order.ids().childId(), closure, report.at()));
            amending.dropped(order.ids().childId());
        }
    }

    private void recordIfOpen(Order order, OrderEvent event) {
        if (order.isOpen()) {
            turn.record(event);
        }
    }

    /** An order that is closed here and lives there: it never works again here, but it counts until it is gone. */
    private void zombie(Order order, VenueCommand.Ref theirs) {
        var id = order.ids().childId();
        var venue = order.ids().venue();
        turn.alert(
                "ZOMBIE",
                id + " is " + order.state() + " here and was acknowledged by " + venue
                        + "; it is being cancelled there",
                order.ids().parentId());
        turn.send(venue, new VenueCommand.CancelOrder(theirs));
        doubts.open(id);
    }
}
