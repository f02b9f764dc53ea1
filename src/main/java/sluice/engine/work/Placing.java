package sluice.engine.work;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import sluice.engine.Answer;
import sluice.engine.Command;
import sluice.engine.DeskEvent;
import sluice.engine.judging.Judging;
import sluice.engine.judging.RoutedPlan;
import sluice.engine.market.Books;
import sluice.engine.market.Regimes;
import sluice.engine.turn.Input;
import sluice.engine.turn.Turn;
import sluice.engine.turn.Waiters;
import sluice.market.Money;
import sluice.market.Px;
import sluice.market.Symbol;
import sluice.market.VenueId;
import sluice.order.ClOrdId;
import sluice.order.Closure;
import sluice.order.Order;
import sluice.order.OrderEvent;
import sluice.order.OrderState;
import sluice.order.ParentId;
import sluice.order.Reason;
import sluice.order.Terms;
import sluice.order.parent.Instructions;
import sluice.order.parent.Origin;
import sluice.order.parent.ParentEvent;
import sluice.order.parent.ParentOrder;
import sluice.routing.RoutePlan;
import sluice.venue.VenueCommand;

/** Parents and their waves: judged, recorded, and sent once that is durable. */
public final class Placing {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Turn turn;
    private final Books books;
    private final Regimes regimes;
    private final Waiters waiters;
    private final Judging judging;
    private final Replies replies;
    private final Rulings rulings;

    public Placing(Turn turn, Books books, Regimes regimes, Waiters waiters, Judging judging, Replies replies) {
        this.turn = turn;
        this.books = books;
        this.regimes = regimes;
        this.waiters = waiters;
        this.judging = judging;
        this.replies = replies;
        this.rulings = new Rulings(turn);
    }

    public void place(Input.Asked asked, Command.Place command) {
        if (isAnsweredAgain(asked, command.origin(), command.until())) {
            return;
        }
        var terms = sized(command.terms(), command.spend(), command.instructions());
        if (terms.isEmpty()) {
            turn.answer(asked.answer(), noSize(command.terms(), command.instructions()));
            return;
        }
        var decision = judging.decide(terms.get(), command.instructions());
        var wanted = new Rulings.Asked(terms.get(), command.instructions(), command.origin());
        if (decision.refusal().isPresent()) {
            rulings.refused(DeskEvent.Alerted.NO_ORDER, wanted, decision);
            turn.answer(asked.answer(), decision.refusal().get());
            return;
        }
        var id = open(asked, command, terms.get());
        rulings.passed(id, wanted, decision);
        send(id, terms.get().symbol(), command.instructions(), decision);
        answerLater(asked, id, command.until());
    }

    /**
     * Whether it is a line of a batch that was placed before: its parent is the answer then, unless the line says
     * something else now. What is proven never to have been at a venue is placed anew.
     */
    boolean isAnsweredAgain(Input.Asked asked, Origin origin, Command.Until until) {
        var placed = origin.batchKey().flatMap(turn.orders()::sameLine);
        if (placed.isEmpty()) {
            return false;
        }
        var before = placed.get();
        if (!before.parent().opened().origin().batchKey().equals(origin.batchKey())) {
            turn.answer(asked.answer(), changed(before));
            return true;
        }
        if (before.neverWas()) {
            return false;
        }
        answerLater(asked, before.parent().id(), until);
        return true;
    }

    static Answer changed(ParentOrder before) {
        var opened = before.parent().opened();
        var message = "Not sent: this line of the batch was another one when it was placed as "
                + before.parent().id() + " (" + opened.origin().command() + ").";
        return Answer.Refused.of("BATCH_CHANGED", message);
    }

    public void preview(Input.Asked asked, Command.Preview command) {
        var terms = sized(command.terms(), command.spend(), command.instructions());
        if (terms.isEmpty()) {
            turn.answer(asked.answer(), noSize(command.terms(), command.instructions()));
            return;
        }
        var decision = judging.decide(terms.get(), command.instructions());
        turn.answer(
                asked.answer(),
                decision.plan()
                        .<Answer>map(plan -> new Answer.Previewed(plan, decision.refusal()))
                        .orElseGet(() -> decision.refusal().orElseThrow()));
    }

    private Optional<Terms> sized(Terms terms, Optional<Money> spend, Instructions instructions) {
        if (spend.isEmpty()) {
            return Optional.of(terms);
        }
        return judging.forMoney(terms, spend.get().amount(), instructions)
                .filter(qty -> qty.isPositive())
                .map(terms::withOrderQty);
    }

    private Answer noSize(Terms terms, Instructions instructions) {
        var message = "Not sent: that amount buys or sells less than one lot of " + terms.symbol()
                + ", or there is no live book to size it by.";
        return judging.unlisted(terms.symbol(), instructions).orElse(Answer.Refused.of("NO_SIZE", message));
    }

    private ParentId open(Input.Asked asked, Command.Place command, Terms terms) {
        var id = turn.state().nextParent();
        var arrival = books.mark(terms.symbol(), regimes.of(terms.symbol()));
        var marks = new ParentEvent.Marks(asked.decidedAt(), asked.decision(), arrival);
        turn.record(new ParentEvent.Opened(id, terms, command.instructions(), command.origin(), marks, turn.now()));
        return id;
    }

    private void send(ParentId parent, Symbol symbol, Instructions instructions, Judging.Decision decision) {
        turn.record(RoutedPlan.of(parent, decision.plan().orElseThrow(), symbol, turn.now()));
        decision.orders().forEach((place, terms) -> child(parent, place.venue(), terms, instructions));
    }

    private void child(ParentId parent, VenueId venue, Terms terms, Instructions instructions) {
        judging.sent(parent, venue, terms, instructions);
        var id = turn.state().nextChild();
        var clOrdId = ClOrdId.of(turn.state().instanceTag(), id, 0);
        var mark = books.mark(venue, terms.symbol(), regimes.of(terms.symbol()));
        turn.record(new OrderEvent.Created(new Order.Ids(id, parent, clOrdId, venue), terms, mark, turn.now()));
        turn.send(venue, new VenueCommand.NewOrder(clOrdId, terms));
        replies.await(id);
    }

    /** Sends what is proven dead of a parent at the limit of its first wave; why not, where it cannot. */
    public Optional<Closure> nextWave(ParentOrder parent) {
        var instructions = parent.parent().opened().instructions();
        var decision = judging.again(parent, firstLimit(parent), refusers(parent));
        if (decision.refusal().isPresent()) {
            var refusal = decision.refusal().get();
            var rest = parent.parent().terms().withOrderQty(parent.unplannedQty());
            var asked = new Rulings.Asked(
                    rest, instructions, parent.parent().opened().origin());
            rulings.refused(parent.parent().id(), asked, decision);
            var reason = isDust(decision) ? Reason.DUST : Reason.COLLAR;
            return Optional.of(new Closure(reason, refusal.message()));
        }
        send(parent.parent().id(), parent.parent().terms().symbol(), instructions, decision);
        return Optional.empty();
    }

    /** The venues that a parent may go to. */
    Set<VenueId> venues(ParentOrder parent) {
        return judging.venues(
                parent.parent().terms().symbol(), parent.parent().opened().instructions());
    }

    /** Venues that have rejected a child of this parent: they are not asked again. */
    private static Map<VenueId, String> refusers(ParentOrder parent) {
        var refusers = new TreeMap<VenueId, String>();
        for (var child : parent.children()) {
            if (child.state() == OrderState.REJECTED) {
                var why = child.standing().closure().map(Closure::toString).orElse("");
                refusers.put(child.ids().venue(), "it rejected " + child.ids().childId() + " (" + why + ")");
            }
        }
        return refusers;
    }

    private static boolean isDust(Judging.Decision decision) {
        return decision.plan()
                .flatMap(RoutePlan::rest)
                .filter(rest -> rest.why() == RoutePlan.Why.MINIMUM || rest.why() == RoutePlan.Why.LOT)
                .isPresent();
    }

    /** In the parent's own quote; empty while nothing turns the first child's into it. */
    private Optional<Px> firstLimit(ParentOrder parent) {
        var symbol = parent.parent().terms().symbol();
        var children = parent.children();
        var first = children.stream()
                .filter(child -> child.terms().symbol().equals(symbol))
                .findFirst()
                .orElse(children.get(0));
        return books.conversion(first.terms().symbol(), symbol)
                .flatMap(rate -> first.terms().px().map(px -> new Px(px.value().multiply(rate))));
    }

    private void answerLater(Input.Asked asked, ParentId id, Command.Until until) {
        if (until == Command.Until.DURABLE) {
            turn.answer(
                    asked.answer(), new Answer.Placed(turn.orders().parent(id).orElseThrow()));
            return;
        }
        var wave = turn.orders().parent(id).orElseThrow().children().stream()
                .map(order -> order.ids().childId())
                .toList();
        waiters.await(
                asked.answer(),
                PATIENCE,
                () -> wave.stream().allMatch(child -> replies.isAnswered(turn.order(child)))
                        ? Optional.of(placed(id))
                        : Optional.empty(),
                () -> placed(id));
    }

    private Answer placed(ParentId id) {
        return new Answer.Placed(turn.orders().parent(id).orElseThrow());
    }
}
