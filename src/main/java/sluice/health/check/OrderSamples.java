package sluice.health.check;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import sluice.market.Qty;
import sluice.market.Stamp;
import sluice.market.VenueId;
import sluice.order.ChildId;
import sluice.order.OrderEvent;
import sluice.order.Request;
import sluice.order.Terms;

/** What the life of orders tells of their venues: a fold of their events into samples. Confined to one thread. */
final class OrderSamples {

    /** Those of orders that nobody heard of for long are given up. */
    private static final int MOST = 20_000;

    private final Map<ChildId, Working> working = new HashMap<>();
    private final Consumer<Sample> samples;

    /** What one order told of its venue. */
    sealed interface Sample {

        VenueId venue();

        Stamp at();

        /** A new order was answered, or given up, after this long; {@code failed} when rejected or in doubt. */
        record Answered(VenueId venue, Duration took, boolean failed, Stamp at) implements Sample {}

        /** An order that takes has ended; this share of it was not there, or not in the time it takes. */
        record Took(VenueId venue, double missed, Optional<Duration> whole, Stamp at) implements Sample {}
    }

    private static final class Working {
        private final VenueId venue;
        private final Terms terms;
        private Optional<Stamp> sent = Optional.empty();
        private boolean answered;
        private Qty cumQty = Qty.ZERO;

        Working(VenueId venue, Terms terms) {
            this.venue = venue;
            this.terms = terms;
        }

        boolean takes() {
            return !terms.tif().rests() || terms.px().isEmpty();
        }
    }

    OrderSamples(Consumer<Sample> samples) {
        this.samples = samples;
    }

    void apply(OrderEvent event) {
        if (event instanceof OrderEvent.Created created) {
            if (working.size() >= MOST) {
                working.clear();
            }
            working.put(created.childId(), new Working(created.ids().venue(), created.terms()));
            return;
        }
        var order = working.get(event.childId());
        if (order != null) {
            apply(order, event);
        }
    }

    private void apply(Working order, OrderEvent event) {
        if (event instanceof OrderEvent.Sent sent && order.sent.isEmpty()) {
            order.sent = Optional.of(sent.at());
        } else if (event instanceof OrderEvent.Accepted) {
            answered(order, event.at(), false);
        } else if (event instanceof OrderEvent.InDoubt doubt && doubt.request() instanceof Request.New) {
            answered(order, event.at(), true);
        } else if (event instanceof OrderEvent.Rejected) {
            answered(order, event.at(), true);
            working.remove(event.childId());
        } else if (event instanceof OrderEvent.Traded traded) {
            traded(order, traded);
        } else if (event instanceof OrderEvent.Cancelled) {
            ended(order, event.at());
            working.remove(event.childId());
        }
    }

    private void answered(Working order, Stamp at, boolean failed) {
        if (!order.answered && order.sent.isPresent()) {
            order.answered = true;
            samples.accept(new Sample.Answered(order.venue, between(order.sent.get(), at), failed, at));
        }
    }

    private void traded(Working order, OrderEvent.Traded event) {
        order.cumQty = order.cumQty.plus(event.execution().lastQty());
        if (order.cumQty.compareTo(order.terms.orderQty()) >= 0) {
            ended(order, event.at());
            working.remove(event.childId());
        }
    }

    private void ended(Working order, Stamp at) {
        if (!order.takes() || order.sent.isEmpty()) {
            return;
        }
        var filled = order.cumQty.value().doubleValue()
                / order.terms.orderQty().value().doubleValue();
        var whole = filled >= 1 ? Optional.of(between(order.sent.get(), at)) : Optional.<Duration>empty();
        samples.accept(new Sample.Took(order.venue, Math.max(0, 1 - filled), whole, at));
    }

    private static Duration between(Stamp from, Stamp to) {
        return Duration.ofNanos(Math.max(0, to.nanos() - from.nanos()));
    }
}
