package sluice.engine.desk;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import sluice.engine.Answer;
import sluice.engine.Command;
import sluice.engine.DeskEvent;
import sluice.engine.OrderRef;
import sluice.engine.state.VenueState;
import sluice.engine.turn.Input;
import sluice.engine.turn.Turn;
import sluice.engine.turn.Waiters;
import sluice.engine.work.Amending;
import sluice.engine.work.Batches;
import sluice.engine.work.Cancelling;
import sluice.engine.work.Doubts;
import sluice.engine.work.Flattening;
import sluice.engine.work.Goals;
import sluice.engine.work.LimitControl;
import sluice.engine.work.Placing;
import sluice.engine.work.Reconciling;
import sluice.engine.work.Resolving;
import sluice.engine.work.TradingControl;
import sluice.market.VenueId;
import sluice.order.Order;
import sluice.order.ParentId;
import sluice.order.parent.ParentOrder;

/** Takes each command to whoever does it, and does the small ones. */
final class Commands {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Turn turn;
    private final Waiters waiters;
    private final Doubts doubts;
    private final Durability durability;
    private final Placing placing;
    private final Cancelling cancelling;
    private final Amending amending;
    private final TradingControl trading;
    private final Reconciling reconciling;
    private final Flattening flattening;
    private final LimitControl limits;
    private final Resolving resolving;
    private final Batches batches;

    /** Those who do the work on orders. */
    record Workers(
            Placing placing,
            Cancelling cancelling,
            Amending amending,
            TradingControl trading,
            Reconciling reconciling,
            Doubts doubts,
            Resolving resolving) {}

    Commands(Turn turn, Waiters waiters, Durability durability, Workers workers) {
        this.turn = turn;
        this.waiters = waiters;
        this.durability = durability;
        this.doubts = workers.doubts;
        this.placing = workers.placing;
        this.cancelling = workers.cancelling;
        this.amending = workers.amending;
        this.trading = workers.trading;
        this.reconciling = workers.reconciling;
        this.limits = new LimitControl(turn);
        this.batches = new Batches(turn);
        this.resolving = workers.resolving;
        this.flattening = new Flattening(turn, workers.placing);
    }

    void take(Input.Asked asked) {
        var command = asked.command();
        if (addsExposure(command) && !durability.fault().isEmpty()) {
            turn.answer(asked.answer(), durability.unavailable());
        } else if (command instanceof Command.Place place) {
            placing.place(asked, place);
        } else if (command instanceof Command.Preview preview) {
            placing.preview(asked, preview);
        } else if (command instanceof Command.Cancel cancel) {
            cancelling.cancel(asked, cancel);
        } else if (command instanceof Command.CancelAll cancel) {
            cancelling.cancelAll(asked, cancel);
        } else if (command instanceof Command.Amend amend) {
            amending.amend(asked, amend);
        } else if (command instanceof Command.Flatten flatten) {
            flattening.flatten(asked, flatten);
        } else if (command instanceof Command.SetTrading set) {
            trading.set(asked, set);
        } else if (command instanceof Command.Kill kill) {
            trading.kill(asked, kill);
        } else if (command instanceof Command.SetLimit set) {
            limits.set(asked, set);
        } else if (command instanceof Command.Reconcile reconcile) {
            reconciling.command(asked, reconcile);
        } else {
            small(asked, command);
        }
    }

    private static boolean addsExposure(Command command) {
        return command instanceof Command.Place
                || command instanceof Command.Amend
                || command instanceof Command.Flatten;
    }

    private void small(Input.Asked asked, Command command) {
        if (command instanceof Command.Probe probe) {
            probe(asked, probe);
        } else if (command instanceof Command.Resolve resolve) {
            resolving.resolve(asked, resolve);
        } else if (command instanceof Command.Accept accept) {
            reconciling.accept(asked, accept);
        } else if (command instanceof Command.Note note) {
            note(asked, new DeskEvent.Noted(note.text(), note.origin(), turn.now()));
        } else if (command instanceof Command.KeepAlert keep) {
            var alert = keep.alert();
            var over = alert.cleared().isPresent();
            note(asked, new DeskEvent.AlertTurned(alert.id(), alert.alarm(), over, turn.now()));
        } else if (command instanceof Command.AcknowledgeAlert known) {
            note(asked, new DeskEvent.AlertAcknowledged(known.alert(), known.origin(), turn.now()));
        } else if (command instanceof Command.Resume resume) {
            batches.resume(asked, resume);
        } else if (command instanceof Command.Await await) {
            await(asked, await);
        } else if (command instanceof Command.AwaitReady await) {
            awaitReady(asked, await);
        } else if (command instanceof Command.History history) {
            history(asked, history);
        } else {
            throw new AssertionError(command);
        }
    }

    private void note(Input.Asked asked, DeskEvent event) {
        turn.record(event);
        turn.answer(asked.answer(), new Answer.Noted(turn.state().seq()));
    }

    private void probe(Input.Asked asked, Command.Probe command) {
        var orders = orders(command.order());
        if (orders.isEmpty()) {
            turn.answer(asked.answer(), unknown(command.order()));
            return;
        }
        orders.forEach(order -> doubts.probe(order.ids().childId()));
        var parent = orders.get(0).ids().parentId();
        waiters.await(
                asked.answer(),
                PATIENCE,
                () -> orders.stream()
                                .noneMatch(order -> doubts.isOpen(order.ids().childId()))
                        ? Optional.of(placed(parent))
                        : Optional.empty(),
                () -> placed(parent));
    }

    private Answer placed(ParentId id) {
        return new Answer.Placed(turn.orders().parent(id).orElseThrow());
    }

    private void await(Input.Asked asked, Command.Await command) {
        if (parent(command.order()).isEmpty()) {
            turn.answer(asked.answer(), unknown(command.order()));
            return;
        }
        waiters.await(
                asked.answer(),
                command.timeout(),
                () -> isBeingAskedAbout(command.order())
                        ? Optional.empty()
                        : Goals.judge(parent(command.order()).orElseThrow(), command)
                                .map(met -> new Answer.Awaited(
                                        parent(command.order()).orElseThrow(), met)),
                () -> new Answer.Awaited(parent(command.order()).orElseThrow(), false));
    }

    /** Until the venue has answered what we ask about an order, nothing about it is settled enough to go on by. */
    private boolean isBeingAskedAbout(OrderRef ref) {
        return orders(ref).stream().anyMatch(order -> doubts.isOpen(order.ids().childId()));
    }

    private void awaitReady(Input.Asked asked, Command.AwaitReady command) {
        waiters.await(
                asked.answer(),
                command.timeout(),
                () -> unready(command.venues()).isEmpty() ? Optional.of(new Answer.Ready(Map.of())) : Optional.empty(),
                () -> new Answer.Ready(unready(command.venues())));
    }

    private Map<VenueId, String> unready(List<VenueId> wanted) {
        var unready = new LinkedHashMap<VenueId, String>();
        var venues = wanted.isEmpty() ? List.copyOf(turn.venues().keySet()) : wanted;
        for (var venue : venues) {
            var why = turn.venues().containsKey(venue) ? unready(turn.venue(venue)) : "there is no such venue";
            if (!why.isEmpty()) {
                unready.put(venue, why);
            }
        }
        return unready;
    }

    private String unready(VenueState venue) {
        return Stream.of(venue.unready(), venue.unpriced(), venue.untimed(turn.now()))
                .filter(why -> !why.isEmpty())
                .findFirst()
                .orElse("");
    }

    private void history(Input.Asked asked, Command.History command) {
        var parent = parent(command.order());
        if (parent.isEmpty()) {
            turn.answer(asked.answer(), unknown(command.order()));
            return;
        }
        durability.flush();
        var events = durability.journal().about(parent.get().parent().id().number()).stream()
                .map(entry -> new Answer.Recorded(entry.seq(), turn.codec().decode(entry)))
                .toList();
        turn.answer(asked.answer(), new Answer.Timeline(parent.get(), events));
    }

    private Optional<ParentOrder> parent(OrderRef ref) {
        if (ref instanceof OrderRef.OfParent parent) {
            return turn.orders().parent(parent.id());
        }
        return turn.orders().child(((OrderRef.OfChild) ref).id()).map(turn.orders()::parentOf);
    }

    private List<Order> orders(OrderRef ref) {
        if (ref instanceof OrderRef.OfParent parent) {
            return turn.orders().parent(parent.id()).map(ParentOrder::children).orElse(List.of());
        }
        return turn.orders().child(((OrderRef.OfChild) ref).id()).stream().toList();
    }

    private static Answer unknown(OrderRef ref) {
        return Answer.Refused.of(
                "UNKNOWN_ORDER", "There is no order " + ref + "; `orders --all` lists those there are.");
    }
}
