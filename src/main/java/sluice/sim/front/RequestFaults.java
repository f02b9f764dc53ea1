package sluice.sim.front;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;

/** Carries a request out under the faults of the venue, for HTTP and WebSocket requests alike. */
public final class RequestFaults {

    private static final int UNAVAILABLE = 503;
    private static final Duration SHORT = Duration.ofSeconds(1);
    private static final Duration BAN = Duration.ofSeconds(5);

    private final Faults faults;
    private final Refusals refusals;

    public RequestFaults(Faults faults, Refusals refusals) {
        this.faults = faults;
        this.refusals = refusals;
    }

    /** The work's reply as far as the faults let it through; the work is done at most once. */
    public Delivery carry(Occasion occasion, Instant now, Supplier<Delivery.Reply> work) {
        if (faults.fire(FaultKind.REQUEST_LOST, occasion, now).isPresent()
                || faults.fireNamed(FaultKind.DISCONNECT, occasion, now).isPresent()) {
            return Delivery.Cut.silent();
        }
        var reply =
                replaced(occasion, now, work).or(() -> instead(occasion, now)).orElseGet(work);
        var late = faults.fire(FaultKind.DELAY, occasion, now).map(fault -> fault.millis("ms", SHORT));
        var delivery = sent(reply, occasion, now);
        return late.map(delivery::delayed).orElse(delivery);
    }

    private Delivery sent(Delivery.Reply reply, Occasion occasion, Instant now) {
        if (faults.fireNamed(FaultKind.SILENCE, occasion, now).isPresent()) {
            return new Delivery.Nothing(reply);
        }
        return faults.fire(FaultKind.REPLY_LOST, occasion, now)
                .map(fault -> (Delivery) new Delivery.Cut(reply, (int) fault.number("bytes", 0), Duration.ZERO))
                .orElse(reply);
    }

    private Optional<Delivery.Reply> instead(Occasion occasion, Instant now) {
        if (faults.fire(FaultKind.BAN, occasion, now).isPresent()) {
            return Optional.of(refusals.banned(retryAfter(FaultKind.BAN, now, BAN)));
        }
        if (faults.fire(FaultKind.MAINTENANCE, occasion, now).isPresent()) {
            return Optional.of(refusals.maintenance());
        }
        if (faults.fire(FaultKind.RATE_LIMIT, occasion, now).isPresent()) {
            return Optional.of(refusals.rateLimited(retryAfter(FaultKind.RATE_LIMIT, now, SHORT)));
        }
        var rejects =
                faults.fire(FaultKind.REJECT, occasion, now, occasion.names().contains("place"));
        return rejects.map(refusals::rejected);
    }

    /** A fault may ask that the request is {@code processed} before its answer is replaced; its headers then stay. */
    private Optional<Delivery.Reply> replaced(Occasion occasion, Instant now, Supplier<Delivery.Reply> work) {
        return faults.fire(FaultKind.HTTP, occasion, now).map(asked -> {
            var isProcessed = asked.text("processed").filter("true"::equals).isPresent();
            var headers = new TreeMap<String, String>(isProcessed ? work.get().headers() : Map.of());
            headers.putAll(asked.headers());
            var status = (int) asked.number("status", UNAVAILABLE);
            return Delivery.Reply.of(status, headers, asked.text("body").orElse(""));
        });
    }

    private Duration retryAfter(FaultKind kind, Instant now, Duration otherwise) {
        return faults.remaining(kind, now).orElse(otherwise);
    }
}
