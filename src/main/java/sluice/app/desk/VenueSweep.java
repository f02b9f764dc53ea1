package sluice.app.desk;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import sluice.engine.KillPath;
import sluice.market.Clock;
import sluice.order.OrderId;
import sluice.order.OrderState;
import sluice.venue.Venue;
import sluice.venue.VenueCommand;
import sluice.venue.VenueEvent;
import sluice.venue.VenueOrder;

/**
 * Cancels ours at one venue until its list proves empty of them, through an adapter that does nothing else.
 *
 * <p>A list is proof only when the next one, a moment later, shows none of ours either: a venue may list an order late.
 * Confined to one thread.
 */
final class VenueSweep {

    private static final Duration LIST_WITHIN = Duration.ofSeconds(5);
    private static final Duration PAUSE = Duration.ofMillis(500);
    private static final int PROOF = 2;

    private final Venue venue;
    private final Clock clock;
    private final OurIds ids;
    private final boolean drill;
    private final BlockingQueue<VenueEvent> heard = new LinkedBlockingQueue<>();
    private final Map<OrderId, String> seen = new LinkedHashMap<>();
    private List<String> left = List.of();
    private List<String> others = List.of();
    private Optional<String> trouble = Optional.of("it was not asked yet");
    private long requests;
    private int empty;

    VenueSweep(Venue venue, Clock clock, OurIds ids, boolean drill) {
        this.venue = venue;
        this.clock = clock;
        this.ids = ids;
        this.drill = drill;
    }

    KillPath.At run(Duration patience) throws InterruptedException {
        var began = clock.nanos();
        var deadline = began + patience.toNanos();
        venue.open(heard::add);
        while (clock.nanos() - deadline < 0) {
            var report = list(deadline);
            report.ifPresent(this::take);
            if (report.isPresent() && drill || empty >= PROOF) {
                break;
            }
            pause(deadline);
        }
        var gone = new ArrayList<>(seen.values());
        gone.removeAll(left);
        return new KillPath.At(
                venue.manifest().venue(),
                drill ? List.copyOf(seen.values()) : gone,
                drill ? List.of() : left,
                others,
                trouble,
                Duration.ofNanos(clock.nanos() - began));
    }

    private void pause(long deadline) throws InterruptedException {
        var until = clock.nanos() + PAUSE.toNanos();
        var end = until - deadline < 0 ? until : deadline;
        while (clock.nanos() - end < 0) {
            heard.poll(end - clock.nanos(), TimeUnit.NANOSECONDS);
        }
    }

    /** The venue's open orders now; empty when it does not say, and {@code trouble} then tells why. */
    private Optional<List<VenueOrder>> list(long deadline) throws InterruptedException {
        var request = ++requests;
        var until = Math.min(deadline, clock.nanos() + LIST_WITHIN.toNanos());
        venue.send(new VenueCommand.OrderMassStatusRequest(request, clock.now(), List.of()));
        while (clock.nanos() - until < 0) {
            var event = heard.poll(Math.max(1, until - clock.nanos()), TimeUnit.NANOSECONDS);
            if (event instanceof VenueEvent.MassStatus status && status.requestId() == request) {
                trouble = Optional.empty();
                return Optional.of(status.report().orders());
            }
            if (event instanceof VenueEvent.MassStatusFailed failed && failed.requestId() == request) {
                return without(failed.cause());
            }
        }
        return without("it did not list its open orders in time");
    }

    private Optional<List<VenueOrder>> without(String cause) {
        trouble = Optional.of(cause);
        empty = 0;
        return Optional.empty();
    }

    private void take(List<VenueOrder> listed) {
        var open = listed.stream().filter(VenueSweep::works).toList();
        var ours = ids.among(open, venue.manifest().clientIds().codec());
        others = open.stream()
                .filter(order -> !ours.containsKey(order))
                .map(VenueSweep::words)
                .toList();
        left = ours.keySet().stream().map(VenueSweep::words).sorted().toList();
        empty = ours.isEmpty() ? empty + 1 : 0;
        ours.forEach((order, id) -> {
            seen.put(order.orderId(), words(order));
            if (!drill) {
                var ref = new VenueCommand.Ref(
                        id, Optional.of(order.orderId()), order.terms().symbol());
                venue.send(new VenueCommand.CancelOrder(ref));
            }
        });
    }

    private static boolean works(VenueOrder order) {
        return order.state() == OrderState.SUBMITTED || order.state() == OrderState.PARTIALLY_FILLED;
    }

    private static String words(VenueOrder order) {
        var terms = order.terms();
        return "%s %s %s %s"
                .formatted(
                        order.clOrdId().map(Object::toString).orElseGet(() -> "order " + order.orderId()),
                        terms.side(),
                        terms.orderQty(),
                        terms.symbol() + terms.px().map(px -> " at " + px).orElse(""));
    }
}
