package sluice.venue.bybit.trade;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import sluice.net.gate.Due;
import sluice.net.gate.Outlet;
import sluice.net.limit.Earliest;
import sluice.order.OrderId;
import sluice.order.Request;
import sluice.venue.Lookup;
import sluice.venue.OrderNews;
import sluice.venue.VenueCommand;
import sluice.venue.VenueOrder;

/**
 * Requests that the venue acknowledged, and whose outcome it owes us on the private stream.
 *
 * <ol>
 *   <li>An acknowledgement is no outcome: only how the order stands afterwards is.
 *   <li>Who is not told in time asks, and tells what was found as if it had come by itself.
 *   <li>What cannot be found out in a few tries is told as a doubt, and is the desk's to settle.
 * </ol>
 *
 * <p>Place order: "This is an asynchronous ACK only"; the order stream "confirms the order status". Confined to its
 * session.
 */
final class Awaited implements Due {

    private static final long FIRST_NANOS = Duration.ofSeconds(2).toNanos();
    private static final int TRIES = 3;
    private static final int REMEMBERED = 10_000;

    private final Outlet outlet;
    private final BiConsumer<VenueCommand.Ref, Consumer<Lookup>> lookups;
    private final Consumer<Lookup.Found> found;
    private final Map<OrderId, Owed> owed = new LinkedHashMap<>();
    private final Map<OrderId, VenueOrder> seen = new LinkedHashMap<>();

    /** One request, and when to ask about it. */
    private record Owed(VenueCommand.Ref order, Request request, Consumer<VenueOrder> met, int tries, long dueNanos) {

        Owed asking() {
            return new Owed(order, request, met, tries, Long.MAX_VALUE);
        }

        Owed again(long nanos) {
            return new Owed(order, request, met, tries + 1, nanos);
        }

        /** Whether an order that stands like this has taken the request, or can no longer. */
        boolean isMetBy(VenueOrder stands) {
            if (request instanceof Request.New || stands.state().isTerminal()) {
                return true;
            }
            return request instanceof Request.Replace replace
                    && stands.terms().px().equals(replace.terms().px())
                    && stands.terms().orderQty().equals(replace.terms().orderQty());
        }
    }

    /** @param found told of an order that had to be asked for */
    Awaited(Outlet outlet, BiConsumer<VenueCommand.Ref, Consumer<Lookup>> lookups, Consumer<Lookup.Found> found) {
        this.outlet = outlet;
        this.lookups = lookups;
        this.found = found;
    }

    /**
     * The venue acknowledged a request about the order with this id.
     *
     * @param met told once how the order stands then
     */
    void expect(VenueCommand.Ref order, OrderId id, Request request, Consumer<VenueOrder> met) {
        var named = new VenueCommand.Ref(order.clOrdId(), Optional.of(id), order.symbol());
        var next = new Owed(named, request, met, 1, outlet.nanos() + FIRST_NANOS);
        var stands = Optional.ofNullable(seen.get(id)).filter(next::isMetBy);
        if (stands.isPresent()) {
            met.accept(stands.get());
        } else {
            owed.put(id, next);
        }
    }

    /** The venue showed how an order stands. */
    void seen(VenueOrder order) {
        var id = order.orderId();
        seen.remove(id);
        seen.put(id, order);
        if (seen.size() > REMEMBERED) {
            seen.remove(seen.keySet().iterator().next());
        }
        var met = Optional.ofNullable(owed.get(id)).filter(request -> request.isMetBy(order));
        met.ifPresent(request -> {
            owed.remove(id);
            request.met().accept(order);
        });
    }

    /** Asks about what is overdue. */
    @Override
    public void woken() {
        for (var late : new ArrayList<>(owed.values())) {
            if (late.dueNanos() <= outlet.nanos()) {
                var id = late.order().orderId().orElseThrow();
                owed.put(id, late.asking());
                lookups.accept(late.order(), lookup -> answered(id, late, lookup));
            }
        }
    }

    private void answered(OrderId id, Owed asked, Lookup lookup) {
        if (lookup instanceof Lookup.Found order) {
            found.accept(order);
        }
        var open = Optional.ofNullable(owed.get(id)).filter(still -> still.request() == asked.request());
        if (open.isPresent() && asked.tries() < TRIES) {
            owed.put(id, asked.again(outlet.nanos() + (FIRST_NANOS << asked.tries())));
        } else if (open.isPresent()) {
            owed.remove(id);
            var cause = "acknowledged, but not told of for long; " + describe(lookup);
            outlet.report(asked.order(), new OrderNews.InDoubt(asked.request(), cause));
        }
    }

    private static String describe(Lookup lookup) {
        if (lookup instanceof Lookup.Found order) {
            return "the order is " + order.order().state();
        }
        return lookup instanceof Lookup.NotFound ? "the order is not to be found" : "asking for the order fails";
    }

    @Override
    public OptionalLong nextNanos() {
        var next = new Earliest();
        owed.values().forEach(request -> next.and(request.dueNanos()));
        return next.nanos();
    }
}
