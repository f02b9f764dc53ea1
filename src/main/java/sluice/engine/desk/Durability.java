package sluice.engine.desk;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import sluice.engine.Answer;
import sluice.engine.DeskEvent;
import sluice.engine.Scope;
import sluice.engine.checkpoint.StateBytes;
import sluice.engine.codec.EventCodec;
import sluice.engine.state.State;
import sluice.engine.turn.Due;
import sluice.engine.turn.Effect;
import sluice.engine.turn.Turn;
import sluice.journal.Checkpoint;
import sluice.journal.Entry;
import sluice.journal.Journal;
import sluice.journal.UnableToAppendException;
import sluice.order.ClOrdId;
import sluice.order.Closure;
import sluice.order.Order;
import sluice.order.OrderEvent;
import sluice.order.Reason;
import sluice.order.parent.Origin;
import sluice.order.parent.ParentEvent;
import sluice.risk.exposure.TradingState;
import sluice.venue.VenueCommand;

/**
 * The journal as the desk uses it: a turn's events made durable before its effects go out.
 *
 * <p>When that fails, what would add exposure is never sent and its orders end as such, cancels still go out, and all
 * that was recorded is kept to be appended as soon as it can be. Trading then stays halted until an operator resumes
 * it.
 */
final class Durability {

    private static final Duration AGAIN = Duration.ofSeconds(1);
    private static final Origin DESK = new Origin("desk", "journal", "", Optional.empty());

    private static final long CHECKPOINT_EVENTS = 20_000;

    /** How long a fact that nothing waits for may wait for the next commit. */
    private static final Duration SHARING = Duration.ofMillis(2);

    private final Journal journal;
    private final Turn turn;
    private final List<Entry> unwritten = new ArrayList<>();
    private String fault = "";
    private long keptAt;
    private OptionalLong shareUntil = OptionalLong.empty();

    Durability(Journal journal, Turn turn) {
        this.journal = journal;
        this.turn = turn;
    }

    /** Folds what is journaled; when the last of it was recorded, or now for an empty journal. */
    Instant replay() {
        var checkpoint = journal.checkpoint();
        checkpoint.ifPresent(kept -> turn.state().restore(StateBytes.read(kept.state())));
        keptAt = turn.state().seq();
        var last = new Instant[] {turn.now().at()};
        checkpoint.ifPresent(
                kept -> last[0] = turn.state().orders().lastLearned().orElse(last[0]));
        var decoder = new EventCodec(turn.orders()::order);
        journal.replay(keptAt, entry -> Replayed.of(entry, decoder), replayed -> {
            replayed.foldInto(turn.state());
            last[0] = replayed.at();
        });
        turn.state().restamp(turn.now());
        return last[0];
    }

    /** An event as far as it is folded; decoded on a thread of its own when there are many. */
    private record Replayed(long seq, Instant at, Optional<DeskEvent> event) {

        static Replayed of(Entry entry, EventCodec decoder) {
            return new Replayed(entry.seq(), entry.stamp().at(), decoder.decodeForFold(entry));
        }

        void foldInto(State state) {
            event.ifPresentOrElse(known -> state.apply(seq, known), () -> state.pass(seq));
        }
    }

    /** What was to be let out after the last commit has been. */
    void released() {
        journal.released();
    }

    /** Does for the journal what is worth doing when nothing waits. */
    void idle() {
        if (!fault.isEmpty() || !unwritten.isEmpty()) {
            return;
        }
        try {
            checkpoint();
            journal.idle();
        } catch (UnableToAppendException e) {
            turn.alert(
                    "CHECKPOINT",
                    "the journal could not be tidied, so the next start takes longer: " + e.getMessage(),
                    DeskEvent.Alerted.NO_ORDER);
        }
    }

    /** Keeps the state, if so much was recorded since the last time that folding it would cost more than this does. */
    private void checkpoint() {
        var seq = turn.state().seq();
        if (seq - keptAt >= Math.max(CHECKPOINT_EVENTS, keptAt / 16)) {
            keptAt = seq;
            journal.save(new Checkpoint(seq, StateBytes.write(turn.state().picture())));
        }
    }

    /** Why nothing can be made durable; empty while all is well. */
    String fault() {
        return fault;
    }

    Journal journal() {
        return journal;
    }

    /** Makes the turn durable and gives what may be let out. */
    List<Effect> commit() {
        return commit(effect -> {});
    }

    /** The same; told what is going to be let out if all goes well, just before it is known whether it does. */
    List<Effect> commit(Consumer<Effect> ahead) {
        var effects = turn.takeEffects();
        unwritten.addAll(turn.takeRecorded());
        if (unwritten.isEmpty() || effects.isEmpty() && mayShare()) {
            return effects;
        }
        effects.forEach(ahead);
        return append(effects);
    }

    /** Makes durable what still waits for the next commit. */
    void flush() {
        unwritten.addAll(turn.takeRecorded());
        if (!unwritten.isEmpty()) {
            append(List.of());
        }
    }

    /**
     * That a request has left is known only after the commit of its intent, and usually just before its answer: the two
     * share a commit, so that the answer finds the journal free. It is nothing to act on, and after a crash its absence
     * proves nothing.
     */
    private boolean mayShare() {
        var now = turn.now().nanos();
        if (!fault.isEmpty()
                || !unwritten.stream().allMatch(entry -> entry.type().equals(EventCodec.SENT))) {
            return false;
        }
        if (shareUntil.isEmpty()) {
            shareUntil = OptionalLong.of(now + SHARING.toNanos());
            turn.after(SHARING, new Due.AppendDue());
        }
        return now - shareUntil.getAsLong() < 0;
    }

    private List<Effect> append(List<Effect> effects) {
        try {
            journal.append(List.copyOf(unwritten));
        } catch (UnableToAppendException e) {
            return withoutExposure(effects, String.valueOf(e.getMessage()));
        }
        shareUntil = OptionalLong.empty();
        unwritten.clear();
        if (!fault.isEmpty()) {
            haltAfter(fault);
        }
        return effects;
    }

    /** The journal works again; nobody but an operator may say that trading may, too. */
    private void haltAfter(String cause) {
        fault = "";
        turn.record(new DeskEvent.TradingChanged(
                Scope.GLOBAL, TradingState.HALTED, "the journal failed: " + cause, DESK, turn.now()));
        turn.alert("JOURNAL", "the journal works again after: " + cause, DeskEvent.Alerted.NO_ORDER);
        unwritten.addAll(turn.takeRecorded());
    }

    private List<Effect> withoutExposure(List<Effect> effects, String cause) {
        if (fault.isEmpty()) {
            turn.alert(
                    "JOURNAL",
                    "nothing can be journaled, so nothing new is sent: " + cause,
                    DeskEvent.Alerted.NO_ORDER);
        }
        fault = cause;
        turn.after(AGAIN, new Due.AppendDue());
        var kept = new ArrayList<Effect>();
        for (var effect : effects) {
            if (effect instanceof Effect.Send send && send.addsExposure()) {
                end(send);
            } else {
                kept.add(effect);
            }
        }
        unwritten.addAll(turn.takeRecorded());
        return kept.stream().map(this::honest).toList();
    }

    private void end(Effect.Send send) {
        if (send.again()) {
            return;
        }
        var closure = new Closure(Reason.JOURNAL_UNAVAILABLE, fault);
        if (send.command() instanceof VenueCommand.NewOrder order) {
            var child = find(send, order.clOrdId());
            turn.record(new OrderEvent.Cancelled(child.ids().childId(), closure, turn.now()));
            if (!turn.orders().parentOf(child).hasOpenChild()) {
                turn.record(new ParentEvent.Ended(child.ids().parentId(), closure, turn.now()));
            }
        } else if (send.command() instanceof VenueCommand.ReplaceOrder replace) {
            var child = find(send, replace.order().clOrdId());
            turn.record(new OrderEvent.RequestRejected(child.ids().childId(), closure, turn.now()));
        }
    }

    private Order find(Effect.Send send, ClOrdId clOrdId) {
        return turn.orders()
                .find(send.venue(), Optional.of(clOrdId), Optional.empty())
                .orElseThrow();
    }

    /** Answers that became due because of the failure. */
    List<Effect> replies() {
        return turn.takeEffects().stream().map(this::honest).toList();
    }

    /** Nobody is told that something was done which is not durable. */
    private Effect honest(Effect effect) {
        if (effect instanceof Effect.Reply reply) {
            var answer = reply.answer();
            if (claimsTooMuch(answer)) {
                return new Effect.Reply(reply.future(), unavailable());
            }
            if (answer instanceof Answer.TradingSet || answer instanceof Answer.LimitSet) {
                return new Effect.Reply(reply.future(), forNow());
            }
        }
        return effect;
    }

    private static boolean claimsTooMuch(Answer answer) {
        return answer instanceof Answer.Noted
                || answer instanceof Answer.Placed placed
                        && placed.order().children().stream()
                                .flatMap(child -> child.standing().closure().stream())
                                .anyMatch(closure -> closure.reason() == Reason.JOURNAL_UNAVAILABLE);
    }

    Answer.Refused unavailable() {
        return new Answer.Refused(
                "JOURNAL_UNAVAILABLE",
                "Not sent: the journal cannot be written (" + fault
                        + "). Nothing new goes out until it can; cancels do.",
                Map.of(),
                Answer.Retry.AFTER);
    }

    private Answer.Refused forNow() {
        return new Answer.Refused(
                "NOT_JOURNALED",
                "In force here and now, but not kept: the journal cannot be written (" + fault
                        + "). A desk started anew before it can knows nothing of it.",
                Map.of(),
                Answer.Retry.AFTER);
    }
}
