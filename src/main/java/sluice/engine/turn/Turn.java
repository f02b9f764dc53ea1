package sluice.engine.turn;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import sluice.engine.Answer;
import sluice.engine.DeskEvent;
import sluice.engine.codec.EventCodec;
import sluice.engine.state.Orders;
import sluice.engine.state.State;
import sluice.engine.state.VenueState;
import sluice.journal.Entry;
import sluice.market.Clock;
import sluice.market.Stamp;
import sluice.market.VenueId;
import sluice.order.ChildId;
import sluice.order.Order;
import sluice.order.OrderEvent;
import sluice.order.ParentId;
import sluice.order.parent.ParentEvent;
import sluice.venue.VenueCommand;

/**
 * One turn of the desk: what it has recorded and what it will let out once that is durable.
 *
 * <p>Recording applies the event at once, so whatever is judged next sees it. Confined to the desk thread.
 */
public final class Turn {

    private final State state;
    private final Map<VenueId, VenueState> venues;
    private final Clock clock;
    private final Timers timers = new Timers();
    private final EventCodec codec;
    private final List<Entry> recorded = new ArrayList<>();
    private final List<Effect> effects = new ArrayList<>();

    public Turn(State state, Map<VenueId, VenueState> venues, Clock clock) {
        this.state = state;
        this.venues = venues;
        this.clock = clock;
        this.codec = new EventCodec(id -> state.orders().order(id));
    }

    public void record(DeskEvent event) {
        var seq = state.seq() + 1;
        state.apply(seq, event);
        recorded.add(codec.encode(seq, event));
    }

    public void record(OrderEvent event) {
        var before = event instanceof OrderEvent.Replaced ? List.of(order(event.childId())) : List.<Order>of();
        record(new DeskEvent.OfOrder(event));
        before.forEach(this::follow);
    }

    /** A parent with a single child asks for what the child asks for once an amend is granted. */
    private void follow(Order before) {
        var child = order(before.ids().childId());
        var parent = orders().parentOf(child);
        var asked = parent.parent().terms();
        var amended = child.terms()
                .px()
                .map(asked::withPx)
                .orElse(asked)
                .withOrderQty(child.terms().orderQty());
        if (!child.ids().equals(before.ids()) && parent.children().size() == 1 && !amended.equals(asked)) {
            record(new ParentEvent.Amended(parent.parent().id(), amended, now()));
        }
    }

    public void record(ParentEvent event) {
        record(new DeskEvent.OfParent(event));
    }

    public void alert(String kind, String text, ParentId about) {
        record(new DeskEvent.Alerted(kind, text, about, now()));
    }

    public void send(VenueId venue, VenueCommand command) {
        effects.add(new Effect.Send(venue, command, false));
    }

    /** Sends a request that was sent before: if it is held back after all, nothing is known of the first. */
    public void sendAgain(VenueId venue, VenueCommand command) {
        effects.add(new Effect.Send(venue, command, true));
    }

    public void answer(CompletableFuture<Answer> future, Answer answer) {
        effects.add(new Effect.Reply(future, answer));
    }

    public void after(Duration delay, Due due) {
        timers.at(clock.nanos() + delay.toNanos(), due);
    }

    public Stamp now() {
        return clock.stamp();
    }

    public State state() {
        return state;
    }

    public Orders orders() {
        return state.orders();
    }

    public Order order(ChildId id) {
        return state.orders().order(id);
    }

    public Map<VenueId, VenueState> venues() {
        return venues;
    }

    public VenueState venue(VenueId id) {
        var venue = venues.get(id);
        if (venue == null) {
            throw new IllegalStateException("no venue " + id);
        }
        return venue;
    }

    public Timers timers() {
        return timers;
    }

    public EventCodec codec() {
        return codec;
    }

    /** Takes back those of this turn's requests that are meant, before they are let out. */
    public List<Effect.Send> withdraw(Predicate<Effect.Send> meant) {
        var taken = new ArrayList<Effect.Send>();
        for (var effect : effects) {
            if (effect instanceof Effect.Send send && meant.test(send)) {
                taken.add(send);
            }
        }
        effects.removeAll(taken);
        return taken;
    }

    /** Takes what was recorded, leaving nothing. */
    public List<Entry> takeRecorded() {
        var taken = List.copyOf(recorded);
        recorded.clear();
        return taken;
    }

    /** Takes what is to be let out, leaving nothing. */
    public List<Effect> takeEffects() {
        var taken = List.copyOf(effects);
        effects.clear();
        return taken;
    }
}
