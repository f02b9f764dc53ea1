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
import sluice.venue.coinbase.trade.reply.AccountObjects;

/**
 * Asks for one order, and for its executions where it has some.
 *
 * <ol>
 *   <li>The venue answers by its own id only. Where that is not known, the orders of the symbol are read and ours is
 *       looked for among them: those placed since shortly before it was sent, or in all the time that is searched.
 *   <li>Not to be in a list that was read to its end is an answer; a page that could not be read is none.
 *   <li>Under the id that an undecided edit would leave, the order is found once it has the new terms.
 * </ol>
 */
final class Lookups {

    private static final int MOST_PAGES = 40;
    private static final int REMEMBERED = 10_000;
    private static final Duration MARGIN = Duration.ofSeconds(15);

    private final Gate gate;
    private final Wire wire;
    private final FillReads fills;
    private final Edits edits;
    private final Asked asked;
    private final Duration searched;
    private final Map<ClOrdId, Instant> sent = new Sent();

    Lookups(Gate gate, Wire wire, FillReads fills, Edits edits, Asked asked, Duration searched) {
        this.gate = gate;
        this.wire = wire;
        this.fills = fills;
        this.edits = edits;
        this.asked = asked;
        this.searched = searched;
    }

    /** We are about to place it. */
    void sending(ClOrdId id) {
        sent.put(id, gate.venueNow());
    }

    void look(VenueCommand.Ref order, Consumer<Lookup> then) {
        wire.names().said(order.clOrdId(), order.orderId());
        var edited = edits.orderOf(order.clOrdId());
        var known = wire.names().orderId(order.clOrdId());
        if (edited.isPresent()) {
            ask(edited.get(), found -> orUndecided(order.clOrdId(), found, then));
        } else if (known.isPresent()) {
            ask(known.get(), then);
        } else {
            search(order, then);
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

    private void search(VenueCommand.Ref order, Consumer<Lookup> then) {
        var longAgo = gate.venueNow().minus(searched);
        var since = Optional.ofNullable(sent.get(order.clOrdId()))
                .map(at -> at.minus(MARGIN))
                .filter(longAgo::isBefore)
                .orElse(longAgo);
        search(order, since, "", MOST_PAGES, then);
    }

    private void search(VenueCommand.Ref order, Instant since, String cursor, int pages, Consumer<Lookup> then) {
        var ask = Ask.read(1, at -> wire.reads().ordersSince(order.symbol(), since, cursor, at));
        gate.soon(ask, answer -> {
            if (!(answer instanceof Answer.Done done)) {
                then.accept(new Lookup.Failed("the list of orders: " + answer.why()));
                return;
            }
            var ours = wire.objects().page(done.body()).stream()
                    .filter(listed -> listed.clOrdId().equals(Optional.of(order.clOrdId())))
                    .findFirst();
            var next = AccountObjects.next(done.body());
            if (ours.isPresent()) {
                found(ours.get(), then);
            } else if (next.isEmpty()) {
                then.accept(new Lookup.NotFound("not among the orders placed since " + since));
            } else if (pages == 1 || next.equals(cursor)) {
                then.accept(new Lookup.Failed("there are too many orders since " + since + " to look through"));
            } else {
                search(order, since, next, pages - 1, then);
            }
        });
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
