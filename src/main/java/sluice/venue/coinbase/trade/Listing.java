package sluice.venue.coinbase.trade;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import sluice.market.Symbol;
import sluice.net.gate.Answer;
import sluice.net.gate.Ask;
import sluice.net.gate.Gate;
import sluice.order.ClOrdId;
import sluice.venue.Lookup;
import sluice.venue.VenueOrder;
import sluice.venue.coinbase.trade.reply.AccountObjects;

/**
 * One reading of the orders of a symbol that were placed since some moment, in which any number of ours are looked for.
 *
 * <p>It is read page by page, and no further than somebody waits for. Confined to its session.
 */
final class Listing {

    private static final int MOST_PAGES = 40;

    private final Gate gate;
    private final Wire wire;
    private final Symbol symbol;
    private final Instant since;
    private final Instant begun;
    private final Map<ClOrdId, VenueOrder> read = new HashMap<>();
    private final List<Waiting> waiting = new ArrayList<>();
    private Optional<Lookup> end = Optional.empty();
    private String cursor = "";
    private int pages;
    private boolean reading;

    private record Waiting(ClOrdId order, Consumer<VenueOrder> found, Consumer<Lookup> unfound) {}

    Listing(Gate gate, Wire wire, Symbol symbol, Instant since) {
        this.gate = gate;
        this.wire = wire;
        this.symbol = symbol;
        this.since = since;
        this.begun = gate.venueNow();
    }

    Instant begun() {
        return begun;
    }

    /** Whether it goes back far enough, and was read well so far. */
    boolean covers(Instant earliest) {
        return !since.isAfter(earliest)
                && end.filter(Lookup.Failed.class::isInstance).isEmpty();
    }

    boolean isRead() {
        return end.isPresent();
    }

    void look(ClOrdId order, Consumer<VenueOrder> found, Consumer<Lookup> unfound) {
        waiting.add(new Waiting(order, found, unfound));
        answer();
        if (!waiting.isEmpty() && !reading) {
            page();
        }
    }

    private void page() {
        reading = true;
        gate.soon(Ask.read(1, at -> wire.reads().ordersSince(symbol, since, cursor, at)), answer -> {
            reading = false;
            if (answer instanceof Answer.Done done) {
                took(done);
            } else {
                end = Optional.of(new Lookup.Failed("the list of orders: " + answer.why()));
            }
            answer();
            if (!waiting.isEmpty()) {
                page();
            }
        });
    }

    private void took(Answer.Done done) {
        wire.objects().page(done.body()).forEach(order -> order.clOrdId().ifPresent(id -> read.put(id, order)));
        var next = AccountObjects.next(done.body());
        if (next.isEmpty()) {
            end = Optional.of(new Lookup.NotFound("not among the orders placed since " + since));
        } else if (++pages == MOST_PAGES || next.equals(cursor)) {
            end = Optional.of(new Lookup.Failed("there are too many orders since " + since + " to look through"));
        }
        cursor = next;
    }

    private void answer() {
        for (var one : List.copyOf(waiting)) {
            var found = Optional.ofNullable(read.get(one.order()));
            if (found.isPresent() || end.isPresent()) {
                waiting.remove(one);
                found.ifPresentOrElse(one.found(), () -> one.unfound().accept(end.orElseThrow()));
            }
        }
    }
}
