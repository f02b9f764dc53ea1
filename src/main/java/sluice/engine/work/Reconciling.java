package sluice.engine.work;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import sluice.engine.Answer;
import sluice.engine.Command;
import sluice.engine.DeskEvent;
import sluice.engine.account.Accepting;
import sluice.engine.account.Bookkeeping;
import sluice.engine.turn.Due;
import sluice.engine.turn.Input;
import sluice.engine.turn.Turn;
import sluice.market.Mark;
import sluice.market.Stamp;
import sluice.market.VenueId;
import sluice.order.Order;
import sluice.recovery.Learned;
import sluice.recovery.Ours;
import sluice.recovery.Plan;
import sluice.recovery.Reconciliation;
import sluice.recovery.Step;
import sluice.venue.VenueCommand;
import sluice.venue.VenueEvent;
import sluice.venue.VenueReport;

/**
 * Journal against venue: asks a venue for everything it knows of us, plans what the journal missed, and applies it.
 *
 * <p>A venue takes no new order from a start or a private-stream loss until this has succeeded for it, by what was
 * asked for once the stream was there again.
 */
public final class Reconciling {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration AGAIN = Duration.ofSeconds(2);

    /** What may be a lag is looked at again three times before it is taken for more. */
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(11);

    private static final Duration MARGIN = Duration.ofSeconds(60);

    /** One request to one venue, and the command it is for; without one it recovers the venue. */
    private record Round(VenueId venue, Optional<Comparison> comparison, Stamp askedAt) {}

    /** A command that compares several venues, and what came back so far. */
    private static final class Comparison {
        private final CompletableFuture<Answer> answer;
        private final boolean apply;
        private int awaited;
        private final List<Answer.PlanLine> lines = new ArrayList<>();
        private final Map<VenueId, String> unreached = new LinkedHashMap<>();

        Comparison(CompletableFuture<Answer> answer, boolean apply, int awaited) {
            this.answer = answer;
            this.apply = apply;
            this.awaited = awaited;
        }
    }

    private final Turn turn;
    private final Doubts doubts;
    private final Working working;
    private final Map<Long, Round> rounds = new HashMap<>();
    private final Map<VenueId, Instant> comparedAt = new HashMap<>();
    private final Map<VenueId, Long> recoversFrom = new HashMap<>();
    private final Set<VenueId> lookingAgain = new HashSet<>();
    private final Bookkeeping bookkeeping;
    private final Accepting accepting;
    private final Instant firstSince;
    private long lastRequest;

    /** {@code lastKnown} is when the journal last recorded anything before this start. */
    public Reconciling(Turn turn, Doubts doubts, Working working, Bookkeeping bookkeeping, Instant lastKnown) {
        this.turn = turn;
        this.doubts = doubts;
        this.working = working;
        this.bookkeeping = bookkeeping;
        this.accepting = new Accepting(turn, bookkeeping);
        this.firstSince = lastKnown;
    }

    /** Begins to recover a venue, unless that is under way. */
    public void recover(VenueId venue) {
        turn.venue(venue).recovered(false);
        if (rounds.values().stream().noneMatch(round -> isRecovery(round, venue))) {
            recoversFrom.put(venue, lastRequest + 1);
            ask(new Round(venue, Optional.empty(), turn.now()));
        }
    }

    private static boolean isRecovery(Round round, VenueId venue) {
        return round.venue.equals(venue) && round.comparison.isEmpty();
    }

    public void due(Due.CompareDue due) {
        lookingAgain.remove(due.venue());
        var venue = turn.venue(due.venue());
        if (venue.isPrivateLive() && rounds.values().stream().noneMatch(round -> isRecovery(round, due.venue()))) {
            ask(new Round(due.venue(), Optional.empty(), turn.now()));
        }
    }

    /** The venue's private stream is gone: nothing it does is heard until it is compared again. */
    public void lost(VenueId venue) {
        turn.venue(venue).recovered(false);
        rounds.values().removeIf(round -> isRecovery(round, venue));
        recoversFrom.remove(venue);
    }

    public void command(Input.Asked asked, Command.Reconcile command) {
        var venues = command.venue()
                .map(List::of)
                .orElseGet(() -> List.copyOf(turn.venues().keySet()));
        var comparison = new Comparison(asked.answer(), command.apply(), venues.size());
        if (command.apply()) {
            turn.record(new DeskEvent.Commanded(command.origin(), List.of(), turn.now()));
        }
        venues.forEach(venue -> ask(new Round(venue, Optional.of(comparison), turn.now())));
    }

    /** Told by the stream; before the account was first seen it is part of what is found there. */
    public void funded(VenueEvent.Funded event) {
        bookkeeping.funded(event);
    }

    /** An operator's word on what differs. */
    public void accept(Input.Asked asked, Command.Accept command) {
        accepting.accept(asked, command);
    }

    private void ask(Round round) {
        var id = ++lastRequest;
        rounds.put(id, round);
        var ours = turn.orders()
                .unsettledAt(round.venue)
                .flatMap(Reconciling::refs)
                .toList();
        var isFirst = round.comparison.isPresent() || !comparedAt.containsKey(round.venue);
        var since = since(round.venue, isFirst);
        turn.send(round.venue, new VenueCommand.OrderMassStatusRequest(id, since, ours));
        turn.after(PATIENCE, new Due.MassStatusDue(id));
    }

    private static Stream<VenueCommand.Ref> refs(Order order) {
        return Stream.concat(Stream.of(Refs.of(order)), Refs.replacement(order).stream());
    }

    /**
     * Everything that can have happened unseen: since the last comparison, or since the oldest open order where this
     * desk has made none yet; an order in doubt is looked for as far back as it goes.
     */
    private Instant since(VenueId venue, boolean isFirst) {
        var compared = comparedAt.getOrDefault(venue, firstSince);
        return turn.orders()
                .unsettledAt(venue)
                .filter(order -> isFirst || isUnclear(order))
                .map(order ->
                        turn.orders().parentOf(order).parent().opened().at().at())
                .reduce(compared, (one, other) -> one.isBefore(other) ? one : other)
                .minus(MARGIN);
    }

    private static boolean isUnclear(Order order) {
        return order.isInDoubt()
                || order.standing().isPending()
                || order.fills().provisional().isPresent();
    }

    public void arrived(VenueEvent.MassStatus event) {
        var round = rounds.remove(event.requestId());
        if (round == null) {
            return;
        }
        var plan = Reconciliation.plan(ours(round, event.report()), event.report(), new Learned(turn.now(), Mark.NONE));
        if (round.comparison.isEmpty()) {
            apply(round.venue, plan, event);
        } else {
            compared(round.venue, round.comparison.get(), plan, event);
        }
    }

    private Ours ours(Round round, VenueReport report) {
        var venue = round.venue;
        var manifest = turn.venue(venue).manifest();
        var codec = manifest.clientIds().codec();
        var orders = Concerned.by(report, turn.orders(), venue, codec).stream()
                .map(order -> doubts.held(order).askedFor(round.askedAt))
                .toList();
        return new Ours(
                manifest,
                bookkeeping.names(),
                orders,
                turn.orders().orderIds(venue),
                bookkeeping.known(venue),
                bookkeeping.expected(venue));
    }

    private void apply(VenueId venue, Plan plan, VenueEvent.MassStatus event) {
        plan.absences().forEach(doubts::absent);
        plan.steps().forEach(step -> apply(venue, step));
        bookkeeping.keep(venue, plan);
        if (bookkeeping.suspects(venue) && lookingAgain.add(venue)) {
            turn.after(LOOK_AGAIN, new Due.CompareDue(venue));
        }
        comparedAt.put(venue, event.at().at());
        bookkeeping.saw(venue, event.report());
        if (event.requestId() >= recoversFrom.getOrDefault(venue, Long.MAX_VALUE)) {
            turn.venue(venue).recovered(true);
        }
    }

    private void apply(VenueId venue, Step step) {
        bookkeeping.book(venue, step);
        if (step.asks(Step.FollowUp.CANCEL)) {
            turn.send(venue, new VenueCommand.CancelOrder(toCancel(step)));
        }
        step.childId().ifPresent(id -> {
            if (step.asks(Step.FollowUp.QUERY) || step.asks(Step.FollowUp.CANCEL)) {
                doubts.open(id);
            }
            working.progress(turn.order(id).ids().parentId());
        });
    }

    /** The order at the venue that should not be there, or ours. */
    private VenueCommand.Ref toCancel(Step step) {
        for (var found : step.discrepancies()) {
            var theirs = found.cancels();
            if (theirs.isPresent()) {
                var order = theirs.get();
                var clOrdId = order.clOrdId()
                        .orElseGet(() ->
                                turn.order(step.childId().orElseThrow()).ids().clOrdId());
                return new VenueCommand.Ref(
                        clOrdId, Optional.of(order.orderId()), order.terms().symbol());
            }
        }
        return Refs.of(turn.order(step.childId().orElseThrow()));
    }

    private void compared(VenueId venue, Comparison comparison, Plan plan, VenueEvent.MassStatus event) {
        if (comparison.apply) {
            apply(venue, plan, event);
        } else {
            bookkeeping.keep(venue, plan);
        }
        plan.steps().forEach(step -> comparison.lines.add(Bookkeeping.line(venue, step, comparison.apply)));
        arrivedOne(comparison);
    }

    private void arrivedOne(Comparison comparison) {
        if (--comparison.awaited == 0) {
            var open = turn.state().accounts().open();
            turn.answer(
                    comparison.answer,
                    new Answer.Reconciled(comparison.lines, comparison.apply, comparison.unreached, open));
        }
    }

    public void failed(VenueEvent.MassStatusFailed event) {
        giveUp(event.requestId(), event.cause());
    }

    public void due(Due.MassStatusDue due) {
        giveUp(due.requestId(), "no answer within " + PATIENCE.toSeconds() + " s");
    }

    private void giveUp(long requestId, String cause) {
        var round = rounds.remove(requestId);
        if (round == null) {
            return;
        }
        if (round.comparison.isEmpty()) {
            turn.after(AGAIN, new Due.RecoverDue(round.venue));
        } else {
            round.comparison.get().unreached.put(round.venue, cause);
            arrivedOne(round.comparison.get());
        }
    }

    /** Tries again; a venue that was only looked after, and is recovered, stays so. */
    public void due(Due.RecoverDue due) {
        if (turn.venue(due.venue()).isRecovered()) {
            due(new Due.CompareDue(due.venue()));
        } else if (turn.venue(due.venue()).isPrivateLive()) {
            recover(due.venue());
        }
    }
}
