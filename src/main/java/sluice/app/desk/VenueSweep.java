package sluice.app.desk;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import sluice.engine.KillPath;
import sluice.market.Clock;
import sluice.order.ExecId;
import sluice.order.OrderId;
import sluice.order.OrderState;
import sluice.venue.Venue;
import sluice.venue.VenueCommand;
import sluice.venue.VenueEvent;
import sluice.venue.VenueFill;
import sluice.venue.VenueOrder;
import sluice.venue.VenueReport;

/**
 * Cancels ours at one venue until its lists prove empty of them, through an adapter that does nothing else. Confined to
 * one thread.
 *
 * <ol>
 *   <li>A list proves nothing alone: a read may lag behind what the venue has accepted, so lists without ours have to
 *       go on for as long as the manifest says it may.
 *   <li>A fill of ours that was not seen before begins that time anew: something of ours still worked.
 *   <li>Where the list leaves some open orders out, no number of them is proof.
 * </ol>
 */
final class VenueSweep {

    private static final Duration LIST_WITHIN = Duration.ofSeconds(5);
    private static final int PROOF = 2;

    private final Venue venue;
    private final Clock clock;
    private final OurIds ids;
    private final boolean drill;
    private final Duration pause;
    private final BlockingQueue<VenueEvent> heard = new LinkedBlockingQueue<>();
    private final Map<OrderId, String> seen = new LinkedHashMap<>();
    private List<String> left = List.of();
    private List<String> others = List.of();
    private final Set<ExecId> fills = new HashSet<>();
    private Optional<String> trouble = Optional.of("it was not asked yet");
    private Instant began = Instant.MAX;
    private long requests;
    private int empty;
    private long emptySince;

    /** Lists are asked for with so long a pause between them. */
    VenueSweep(Venue venue, Clock clock, OurIds ids, boolean drill, Duration pause) {
        this.pause = pause;
        this.venue = venue;
        this.clock = clock;
        this.ids = ids;
        this.drill = drill;
    }

    KillPath.At run(Duration patience) throws InterruptedException {
        began = clock.now();
        var start = clock.nanos();
        var deadline = start + patience.toNanos();
        venue.open(heard::add);
        while (clock.nanos() - deadline < 0) {
            var report = list(deadline);
            report.ifPresent(this::take);
            if (report.isPresent() && drill || isProven()) {
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
                new KillPath.Doubt(trouble, unproven()),
                Duration.ofNanos(clock.nanos() - start));
    }

    /** An account that never had an order of ours has none that a list could be late with. */
    private Duration lag() {
        return ids.identity().highestChild() == 0
                ? Duration.ZERO
                : venue.manifest().answers().lag();
    }

    private boolean isProven() {
        return empty >= PROOF && clock.nanos() - emptySince >= lag().toNanos();
    }

    /** What the lists leave open, whether or not they show any of ours. */
    private Optional<String> unproven() {
        var list = venue.manifest().answers().openList();
        if (!list.isComplete()) {
            return Optional.of("its list of open orders leaves out " + list.omits());
        }
        return drill || isProven() || trouble.isPresent() || !left.isEmpty()
                ? Optional.empty()
                : Optional.of("its lists have shown none of ours for "
                        + emptyFor().toMillis() + " ms, and may be late by " + lag().toMillis() + " ms");
    }

    private Duration emptyFor() {
        return empty == 0 ? Duration.ZERO : Duration.ofNanos(clock.nanos() - emptySince);
    }

    private void pause(long deadline) throws InterruptedException {
        var until = clock.nanos() + pause.toNanos();
        var end = until - deadline < 0 ? until : deadline;
        while (clock.nanos() - end < 0) {
            heard.poll(end - clock.nanos(), TimeUnit.NANOSECONDS);
        }
    }

    /** The venue's open orders now; empty when it does not say, and {@code trouble} then tells why. */
    private Optional<VenueReport> list(long deadline) throws InterruptedException {
        var request = ++requests;
        var until = Math.min(deadline, clock.nanos() + LIST_WITHIN.toNanos());
        venue.send(new VenueCommand.OrderMassStatusRequest(request, began, List.of()));
        while (clock.nanos() - until < 0) {
            var event = heard.poll(Math.max(1, until - clock.nanos()), TimeUnit.NANOSECONDS);
            if (event instanceof VenueEvent.MassStatus status && status.requestId() == request) {
                trouble = Optional.empty();
                return Optional.of(status.report());
            }
            if (event instanceof VenueEvent.MassStatusFailed failed && failed.requestId() == request) {
                return without(failed.cause());
            }
        }
        return without("it did not list its open orders in time");
    }

    private Optional<VenueReport> without(String cause) {
        trouble = Optional.of(cause);
        empty = 0;
        return Optional.empty();
    }

    private void take(VenueReport report) {
        var open = report.orders().stream().filter(VenueSweep::works).toList();

        var ours = ids.among(open, venue.manifest().clientIds().codec());
        others = open.stream()
                .filter(order -> !ours.containsKey(order))
                .map(VenueSweep::words)
                .toList();
        left = ours.keySet().stream().map(VenueSweep::words).sorted().toList();
        var worked = report.fills().stream()
                        .filter(this::isOurs)
                        .filter(fill -> fills.add(fill.execution().execId()))
                        .count()
                > 0;
        empty = ours.isEmpty() && !worked ? empty + 1 : 0;
        emptySince = empty == 1 ? clock.nanos() : emptySince;
        ours.forEach((order, id) -> {
            seen.put(order.orderId(), words(order));
            if (!drill) {
                var ref = new VenueCommand.Ref(
                        id, Optional.of(order.orderId()), order.terms().symbol());
                venue.send(new VenueCommand.CancelOrder(ref));
            }
        });
    }

    private boolean isOurs(VenueFill fill) {
        return seen.containsKey(fill.orderId())
                || fill.clOrdId()
                        .filter(id -> id.isFrom(ids.identity().instanceTag()))
                        .isPresent();
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
