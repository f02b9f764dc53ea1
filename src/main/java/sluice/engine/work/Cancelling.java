package sluice.engine.work;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import sluice.engine.Answer;
import sluice.engine.Command;
import sluice.engine.DeskEvent;
import sluice.engine.OrderRef;
import sluice.engine.turn.Input;
import sluice.engine.turn.Turn;
import sluice.engine.turn.Waiters;
import sluice.market.VenueId;
import sluice.order.ChildId;
import sluice.order.Order;
import sluice.order.OrderEvent;
import sluice.order.ParentId;
import sluice.order.Request;
import sluice.order.Terms;
import sluice.order.parent.Origin;
import sluice.order.parent.ParentEvent;
import sluice.order.parent.ParentOrder;
import sluice.venue.VenueCommand;

/** Cancels, of children and of whole parents; never blocked by anything but that the order has ended. */
public final class Cancelling {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Turn turn;
    private final Waiters waiters;

    public Cancelling(Turn turn, Waiters waiters) {
        this.turn = turn;
        this.waiters = waiters;
    }

    public void cancel(Input.Asked asked, Command.Cancel command) {
        var declined = new LinkedHashMap<String, String>();
        var parents = new LinkedHashSet<ParentId>();
        var children = new ArrayList<Order>();
        for (var ref : command.orders()) {
            if (ref instanceof OrderRef.OfParent parent) {
                whole(parent.id(), parents, children, declined);
            } else {
                single(((OrderRef.OfChild) ref).id(), children, declined);
            }
        }
        go(asked, command.origin(), parents, children, declined);
    }

    public void cancelAll(Input.Asked asked, Command.CancelAll command) {
        var children = turn.orders().open().stream()
                .filter(order -> command.venue()
                                .filter(venue -> !venue.equals(order.ids().venue()))
                                .isEmpty()
                        && isMeant(command, order.terms()))
                .toList();
        var theirs = children.stream().map(order -> order.ids().parentId()).collect(Collectors.toSet());
        var parents = turn.orders().working().stream()
                .filter(parent -> mayGoNowhereElse(parent, command.venue()))
                .filter(parent -> parent.hasOpenChild()
                        ? theirs.contains(parent.parent().id())
                        : isMeant(command, parent.parent().terms()))
                .map(parent -> parent.parent().id())
                .collect(Collectors.toCollection(LinkedHashSet::new));
        go(asked, command.origin(), parents, children, Map.of());
    }

    private static boolean isMeant(Command.CancelAll command, Terms terms) {
        return command.symbol().filter(symbol -> !symbol.equals(terms.symbol())).isEmpty()
                && command.side().filter(side -> side != terms.side()).isEmpty();
    }

    /** A parent that may go to other venues lives on there. */
    private static boolean mayGoNowhereElse(ParentOrder parent, Optional<VenueId> venue) {
        var on = parent.parent().opened().instructions().on();
        return venue.filter(only -> !on.equals(List.of(only))).isEmpty();
    }

    private void whole(ParentId id, Set<ParentId> parents, List<Order> children, Map<String, String> declined) {
        var parent = turn.orders().parent(id);
        if (parent.isEmpty()) {
            declined.put(id.toString(), "there is no " + id);
        } else if (parent.get().state().isTerminal()) {
            declined.put(id.toString(), id + " is already " + parent.get().state());
        } else {
            parents.add(id);
            parent.get().children().stream().filter(Order::isOpen).forEach(children::add);
        }
    }

    private void single(ChildId id, List<Order> children, Map<String, String> declined) {
        var order = turn.orders().child(id);
        if (order.isEmpty()) {
            declined.put(id.toString(), "there is no " + id);
        } else if (!order.get().isOpen()) {
            declined.put(id.toString(), id + " is already " + order.get().state());
        } else {
            children.add(order.get());
        }
    }

    private void go(
            Input.Asked asked,
            Origin origin,
            Set<ParentId> parents,
            List<Order> children,
            Map<String, String> declined) {
        var about = new LinkedHashSet<ParentId>(parents);
        children.forEach(order -> about.add(order.ids().parentId()));
        if (!about.isEmpty()) {
            var ids = about.stream().map(ParentId::toString).toList();
            turn.record(new DeskEvent.Commanded(origin, ids, turn.now()));
        }
        parents.forEach(id -> turn.record(new ParentEvent.CancelAsked(id, turn.now())));
        children.forEach(this::request);
        var ids = children.stream().map(order -> order.ids().childId()).toList();
        waiters.await(
                asked.answer(),
                PATIENCE,
                () -> ids.stream().allMatch(this::isAnswered) ? Optional.of(answer(about, declined)) : Optional.empty(),
                () -> answer(about, declined));
    }

    /** Asks the venue to cancel; an order whose arrival is still unknown is asked for as soon as it is known. */
    public void request(Order order) {
        var id = order.ids().childId();
        if (order.inFlight().filter(Request.Cancel.class::isInstance).isEmpty()) {
            turn.record(new OrderEvent.Requested(id, new Request.Cancel(), turn.now()));
        }
        turn.send(order.ids().venue(), new VenueCommand.CancelOrder(Refs.of(order)));
    }

    private boolean isAnswered(ChildId id) {
        var order = turn.order(id);
        return !order.isOpen() || order.isInDoubt() || order.inFlight().isEmpty();
    }

    private Answer answer(Set<ParentId> about, Map<String, String> declined) {
        var orders =
                about.stream().map(id -> turn.orders().parent(id).orElseThrow()).toList();
        return new Answer.Cancelled(orders, declined);
    }
}
