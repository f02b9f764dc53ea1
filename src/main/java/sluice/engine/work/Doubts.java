package sluice.engine.work;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import sluice.engine.market.Books;
import sluice.engine.market.Regimes;
import sluice.engine.turn.Due;
import sluice.engine.turn.Turn;
import sluice.engine.view.DoubtView;
import sluice.market.Stamp;
import sluice.market.VenueId;
import sluice.order.ChildId;
import sluice.order.Closure;
import sluice.order.Order;
import sluice.order.OrderEvent;
import sluice.order.Reason;
import sluice.order.Request;
import sluice.recovery.Absence;
import sluice.recovery.Evidence;
import sluice.recovery.Held;
import sluice.recovery.Learned;
import sluice.recovery.Step;
import sluice.venue.Lookup;
import sluice.venue.Manifest;
import sluice.venue.OrderNews;
import sluice.venue.VenueCommand;
import sluice.venue.VenueEvent;

/**
 * Orders whose fate is unclear, each asked about until evidence settles it.
 *
 * <ol>
 *   <li>Only an answer that says something counts; a failure to ask is asked again.
 *   <li>Absence counts only under the absence rule, and only after the order was fenced by a cancel.
 *   <li>Nothing is ever sent in the place of an order in doubt.
 * </ol>
 */
public final class Doubts {

    private final Turn turn;
    private final Books books;
    private final Regimes regimes;
    private final Escalation escalation;
    private final Fence fence;
    private final Map<ChildId, Inquiry> cases = new TreeMap<>();

    public Doubts(Turn turn, Books books, Regimes regimes, int escalateAfter) {
        this.turn = turn;
        this.books = books;
        this.regimes = regimes;
        this.escalation = new Escalation(turn, escalateAfter);
        this.fence = new Fence(turn);
    }

    /** Begins to ask about an order, or goes on if it has begun. */
    public void open(ChildId id) {
        if (!cases.containsKey(id)) {
            again(id, begin(id));
        }
    }

    /** Records that nobody knows what became of a request, and begins to ask. */
    void open(ChildId id, OrderNews.InDoubt news, Stamp at) {
        turn.record(new OrderEvent.InDoubt(id, news.request(), news.cause(), at));
        open(id);
        begin(id).recorded();
    }

    private Inquiry begin(ChildId id) {
        return cases.computeIfAbsent(id, key -> new Inquiry());
    }

    /** Asks now, whatever was planned. */
    public void probe(ChildId id) {
        var known = cases.containsKey(id);
        var open = begin(id);
        ask(turn.order(id));
        if (!known) {
            again(id, open);
        }
    }

    public boolean isOpen(ChildId id) {
        return cases.containsKey(id);
    }

    /** Ends the asking: it is known what became of the order, or an operator says so. */
    void closed(ChildId id) {
        end(id);
    }

    public List<DoubtView> view() {
        return cases.entrySet().stream()
                .map(each -> each.getValue().view(each.getKey(), escalation.isEscalated(each.getKey())))
                .toList();
    }

    public void due(Due.ProbeDue due) {
        Optional.ofNullable(cases.get(due.childId()))
                .filter(open -> open.isDue(turn.now().nanos()))
                .ifPresent(open -> {
                    ask(turn.order(due.childId()));
                    again(due.childId(), open);
                });
    }

    private void again(ChildId id, Inquiry open) {
        turn.after(open.ask(turn.now().nanos()), new Due.ProbeDue(id));
        escalation.asked(turn.order(id), open.asked());
    }

    /** What was planned for the case that nothing is answered gives way to what the answer calls for. */
    private void replan(ChildId id) {
        Optional.ofNullable(cases.get(id)).ifPresent(open -> {
            var order = turn.order(id);
            var manifest = turn.venue(order.ids().venue()).manifest();
            var isSeen = !order.standing().isPending();
            turn.after(open.notFound(turn.now().nanos(), isSeen, manifest), new Due.ProbeDue(id));
        });
    }

    private void ask(Order order) {
        Refs.replacement(order)
                .ifPresent(next -> turn.send(order.ids().venue(), new VenueCommand.OrderStatusRequest(next)));
        turn.send(order.ids().venue(), new VenueCommand.OrderStatusRequest(Refs.of(order)));
    }

    public Held held(Order order) {
        var id = order.ids().childId();
        var trace = turn.orders().trace(id);
        var absence = Optional.ofNullable(cases.get(id)).map(Inquiry::absence).orElse(Absence.NONE);
        return new Held(order, trace.sent(), trace.last(), absence);
    }

    public Learned learned(Order order) {
        var symbol = order.terms().symbol();
        return new Learned(turn.now(), books.mark(order.ids().venue(), symbol, regimes.of(symbol)));
    }

    /** Keeps what a report adds to the absence of an order that is being asked about. */
    public void absent(ChildId id, Absence absence) {
        Optional.ofNullable(cases.get(id)).filter(open -> isHeard(id)).ifPresent(open -> open.absence(absence));
    }

    /** Only while its private stream is up does a venue's silence about an order mean anything. */
    private boolean isHeard(ChildId id) {
        return turn.venue(turn.order(id).ids().venue()).isPrivateLive();
    }

    /** The venue's private stream was down, so an order may have shown itself unheard. */
    public void interrupted(VenueId venue) {
        cases.forEach((id, open) -> {
            if (turn.order(id).ids().venue().equals(venue)) {
                turn.after(open.interrupted(turn.now().nanos()), new Due.ProbeDue(id));
            }
        });
    }

    /** Takes in what the venue answered about one order; of what an amend took the place of nothing is to be known. */
    public void answered(Order order, VenueEvent.StatusReport report) {
        var id = order.ids().childId();
        var asksForReplacement = Refs.replace(order)
                .filter(replace -> replace.next().equals(report.asked().clOrdId()))
                .isPresent();
        if (asksForReplacement) {
            adopt(order, report);
            return;
        }
        if (!report.asked().clOrdId().equals(order.ids().clOrdId())) {
            return;
        }
        var open = Optional.ofNullable(cases.get(id));
        open.ifPresent(found ->
                absent(id, found.absence().after(report.lookup(), report.at().nanos())));
        var manifest = turn.venue(order.ids().venue()).manifest();
        open.filter(found -> found.replacement().proves(manifest)).ifPresent(found -> neverReplaced(order, found));
        var step = Evidence.ofLookup(
                held(turn.order(id)).askedFor(report.askedAt()), report.lookup(), manifest, learned(order));
        step.ifPresent(found -> follow(id, found));
        if (open.isEmpty() && asksOn(step)) {
            open(id);
        }
        if (report.lookup() instanceof Lookup.Found found) {
            close(id, found, step);
        } else if (report.lookup() instanceof Lookup.NotFound) {
            open.ifPresent(unfound -> notFound(unfound, id, manifest));
            replan(id);
        }
    }

    /** The order asked for under an amend's id exists, so the amend went through. */
    private void adopt(Order order, VenueEvent.StatusReport report) {
        if (report.lookup() instanceof Lookup.Found found) {
            var replace = Refs.replace(order).orElseThrow();
            var orderId = Optional.of(found.order().orderId());
            turn.record(new OrderEvent.Replaced(
                    order.ids().childId(), replace.next(), replace.terms(), orderId, turn.now()));
            answered(turn.order(order.ids().childId()), report);
        } else {
            Optional.ofNullable(cases.get(order.ids().childId()))
                    .filter(open -> isHeard(order.ids().childId()))
                    .ifPresent(open -> open.replacementAnswered(
                            report.lookup(), report.at().nanos()));
            if (report.lookup() instanceof Lookup.NotFound) {
                replan(order.ids().childId());
            }
        }
    }

    /** No order was ever made of the amend, so the old one is all there is. */
    private void neverReplaced(Order order, Inquiry open) {
        open.neverReplaced();
        var id = order.ids().childId();
        var why = "the amended order was not to be found for so long that it never was";
        var event = order.inFlight().filter(Request.Replace.class::isInstance).isPresent()
                ? new OrderEvent.RequestRejected(id, new Closure(Reason.NEVER_ACCEPTED, why), turn.now())
                : new OrderEvent.Settled(id, why, turn.now());
        Refs.replace(order).ifPresent(replace -> turn.record(event));
    }

    private void follow(ChildId id, Step step) {
        step.events().forEach(turn::record);
        if (step.asks(Step.FollowUp.ALARM)) {
            turn.alert(step.kind().name(), step.text(), turn.order(id).ids().parentId());
        }
        if (step.asks(Step.FollowUp.CANCEL)) {
            turn.send(turn.order(id).ids().venue(), new VenueCommand.CancelOrder(Refs.of(turn.order(id))));
        }
    }

    /**
     * An answer that leaves nothing to ask and no request unanswered settles the case, and the timeline says by what.
     */
    private void close(ChildId id, Lookup.Found found, Optional<Step> step) {
        if (asksOn(step) || turn.order(id).inFlight().isPresent() || !end(id)) {
            return;
        }
        var told = step.stream().flatMap(next -> next.events().stream()).anyMatch(OrderEvent.Settled.class::isInstance);
        if (!told) {
            turn.record(new OrderEvent.Settled(id, describe(found), turn.now()));
        }
    }

    private static boolean asksOn(Optional<Step> step) {
        return step.filter(next -> next.asks(Step.FollowUp.QUERY)).isPresent();
    }

    private boolean end(ChildId id) {
        escalation.settled(id);
        return cases.remove(id) != null;
    }

    private static String describe(Lookup.Found found) {
        var order = found.order();
        return "query: the venue has it as " + order.orderId() + ", " + order.state() + ", cumQty " + order.cumQty();
    }

    /** A fence first, so that absence once proven stays true. The proof itself takes a whole report of the venue. */
    private void notFound(Inquiry open, ChildId id, Manifest manifest) {
        var order = turn.order(id);
        if (!order.isOpen() && order.doubt().isEmpty()) {
            end(id);
            if (open.isRecorded()) {
                var why = "query: the venue shows it no more, and it had ended as " + order.state();
                turn.record(new OrderEvent.Settled(id, why, turn.now()));
            }
        } else if (!open.isFenced() && order.standing().isPending()) {
            fence.before(order, open);
        } else if (open.absence().proves(manifest)) {
            turn.after(Duration.ZERO, new Due.CompareDue(order.ids().venue()));
        }
    }

    /** Orders that were in doubt when the desk stopped, or whose request may have left, or whose lost reply is open. */
    public void afterRestart() {
        List.copyOf(turn.orders().open()).stream()
                .filter(order -> order.inFlight().isPresent() && order.doubt().isEmpty())
                .forEach(order -> turn.record(new OrderEvent.InDoubt(
                        order.ids().childId(),
                        order.inFlight().orElseThrow(),
                        "the desk stopped before the outcome was known",
                        turn.now())));
        turn.orders().open().stream()
                .filter(Order::isInDoubt)
                .map(order -> order.ids().childId())
                .toList()
                .forEach(this::open);
        List.copyOf(turn.state().unsettled()).forEach(id -> {
            open(id);
            begin(id).recorded();
        });
    }
}
