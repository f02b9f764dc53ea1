package sluice.venue.coinbase.trade;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import sluice.net.gate.Answer;
import sluice.net.gate.Ask;
import sluice.net.gate.Gate;
import sluice.net.gate.Ruling;
import sluice.net.orders.AccountSource.Read;
import sluice.net.orders.Asked;
import sluice.order.ClOrdId;
import sluice.order.OrderId;
import sluice.venue.Lookup;
import sluice.venue.VenueCommand;
import sluice.venue.VenueOrder;

/**
 * Asks for one order, and for its executions where it has some.
 *
 * <ol>
 *   <li>The venue answers by its own id only. Where that is not known, the orders of the symbol are read and ours is
 *       looked for among them: those placed since shortly before it was sent, or in all the time that is searched. One
 *       reading serves all that are asked for at once.
 *   <li>Not to be in a list that was read to its end is an answer; a page that could not be read is none.
 *   <li>Under the id that an undecided edit would leave, the order is found once it has the new terms.
 * </ol>
 */
final class Lookups {

    private static final int REMEMBERED = 10_000;
    private static final Duration MARGIN = Duration.ofSeconds(15);

    private final Gate gate;
    private final Wire wire;
    private final FillReads fills;
    private final Edits edits;
    private final Asked asked;
    private final Duration searched;
    private final Listings latest;
    private final Map<ClOrdId, Instant> sent = new Sent();

    Lookups(Gate gate, Wire wire, FillReads fills, Edits edits, Asked asked, Duration searched) {
        this.gate = gate;
        this.wire = wire;
        this.fills = fills;
        this.edits = edits;
        this.asked = asked;
        this.searched = searched;
        this.latest = new Listings(gate, wire, false);
    }

    /** Of orders that an earlier process sent the desk knows that they are no older than this. */
    void sentSince(List<VenueCommand.Ref> orders, Instant since) {
        orders.forEach(order -> sent.putIfAbsent(order.clOrdId(), since));
    }

    /** What one look at the account reads; nothing of it is older than that. */
    Listings listings() {
        return new Listings(gate, wire, true);
    }

    /** We are about to place it. */
    void sending(ClOrdId id) {
        sent.put(id, gate.venueNow());
    }

    void look(VenueCommand.Ref order, Consumer<Lookup> then) {
        look(order, Optional.empty(), then);
    }

    /** The same for a mass status, whose listings serve all of its orders. */
    void look(VenueCommand.Ref order, Listings listings, Consumer<Lookup> then) {
        look(order, Optional.of(listings), then);
    }

    private void look(VenueCommand.Ref order, Optional<Listings> listings, Consumer<Lookup> then) {
        wire.names().said(order.clOrdId(), order.orderId());
        var edited = edits.orderOf(order.clOrdId());
        var known = wire.names().orderId(order.clOrdId());
        if (edited.isPresent()) {
            ask(edited.get(), found -> orUndecided(order.clOrdId(), found, then));
        } else if (known.isPresent()) {
            ask(known.get(), then);
        } else {
            search(order, listings, then);
        }
    }

    private void orUndecided(ClOrdId next, Lookup lookup, Consumer<Lookup> then) {
        if (lookup instanceof Lookup.Found found && !edits.isDecided(next, found.order())) {
            then.accept(new Lookup.NotFound("the order " + found.order().orderId() + " still has its old terms"));
        } else if (lookup instanceof Lookup.Found found) {
            then.accept(new Lookup.Found(named(found.order()), found.fills()));
        } else {
            then.accept(lookup);
        }
    }

    private void ask(OrderId order, Consumer<Lookup> then) {
        gate.soon(Ask.read(1, at -> wire.reads().order(order, at)), answer -> {
            if (answer instanceof Answer.Done done) {
                found(wire.objects().answer(done.body()), then);
            } else {
                then.accept(isUnknown(answer) ? new Lookup.NotFound(answer.why()) : new Lookup.Failed(answer.why()));
            }
        });
    }

    private void found(VenueOrder shown, Consumer<Lookup> then) {
        var order = asked.attribute(shown);
        if (order.cumQty().isZero()) {
            then.accept(new Lookup.Found(order, List.of()));
            return;
        }
        fills.of(
                order.orderId(),
                new Read<>(
                        read -> then.accept(new Lookup.Found(order, read)),
                        why -> then.accept(new Lookup.Failed("its fills: " + why))));
    }

    private VenueOrder named(VenueOrder order) {
        return Edits.named(order, wire.names().clOrdId(order.orderId()));
    }

    private void search(VenueCommand.Ref order, Optional<Listings> listings, Consumer<Lookup> then) {
        var longAgo = gate.venueNow().minus(searched);
        var known = Optional.ofNullable(sent.get(order.clOrdId())).filter(longAgo::isBefore);
        var since = known.map(at -> at.minus(MARGIN)).filter(longAgo::isBefore).orElse(longAgo);
        listings.orElse(latest)
                .of(order.symbol(), since, known.orElse(longAgo))
                .look(order.clOrdId(), found -> found(found, then), then);
    }

    /** The venue answered, and does not know the order. */
    private static boolean isUnknown(Answer answer) {
        return answer instanceof Answer.Failed failed && failed.ruling() instanceof Ruling.AlreadyDone;
    }

    /** When orders were sent, the latest of them. */
    private static final class Sent extends LinkedHashMap<ClOrdId, Instant> {

        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<ClOrdId, Instant> eldest) {
            return size() > REMEMBERED;
        }
    }
}
