package sluice.net.gate;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import sluice.net.HttpOutcome;
import sluice.net.limit.Verdict;
import sluice.net.text.Flaw;
import sluice.net.text.UnableToReadException;
import sluice.venue.BadFrame;
import sluice.venue.LinkHealth;

/**
 * The way out to REST: what leaves, when, and what its reply amounts to.
 *
 * <ol>
 *   <li>An order leaves at once or not at all; a cancel leaves before all that waits; a read waits its turn.
 *   <li>Nothing that could change an order is sent twice. A read that brought no answer is.
 *   <li>A reply that cannot be read says as little as none.
 * </ol>
 */
public final class Gate implements Due {

    private static final int ATTEMPTS = 3;
    private static final long AGAIN_NANOS = Duration.ofMillis(200).toNanos();

    private final Dialect dialect;
    private final Outlet outlet;
    private final Limits limits;
    private final VenueTime time;
    private final Map<Long, Flight> flights = new HashMap<>();
    private final Deque<Flight> waiting = new ArrayDeque<>();
    private long lastCall;

    public Gate(Dialect dialect, Outlet outlet, Limits limits, VenueTime time) {
        this.dialect = dialect;
        this.outlet = outlet;
        this.limits = limits;
        this.time = time;
    }

    /** One request, who waits for its departure and its answer, and how often it was tried. */
    private record Flight(Ask ask, Runnable departed, Consumer<Answer> then, int attempt, long notBeforeNanos) {

        Flight at(long nanos) {
            return new Flight(ask, departed, then, attempt, nanos);
        }

        Flight again(long nanos) {
            return new Flight(ask, departed, then, attempt + 1, nanos);
        }
    }

    /** Hands a request over now, or says why it is held back. */
    public Optional<String> now(Ask ask, Consumer<Answer> then) {
        var verdict = ask(ask);
        if (verdict instanceof Verdict.Go) {
            launch(new Flight(ask, () -> {}, then, 1, outlet.nanos()));
            return Optional.empty();
        }
        return Optional.of(why(verdict));
    }

    /** Hands a read over as soon as there is room for it. */
    public void soon(Ask ask, Consumer<Answer> then) {
        soon(ask, () -> {}, then);
    }

    /** Hands a request over as soon as there is room for it, and says when that is. */
    public void soon(Ask ask, Runnable departed, Consumer<Answer> then) {
        var flight = new Flight(ask, departed, then, 1, outlet.nanos());
        if (ask.kind() == Ask.Kind.CANCEL) {
            waiting.addFirst(flight);
        } else {
            waiting.addLast(flight);
        }
        pump();
    }

    private Verdict ask(Ask ask) {
        return limits.ask(ask, outlet.stamp(), time.offset());
    }

    private void pump() {
        for (int left = waiting.size(); left > 0 && !waiting.isEmpty(); left--) {
            var flight = waiting.removeFirst();
            if (flight.notBeforeNanos() > outlet.nanos()) {
                waiting.addLast(flight);
            } else {
                tryNow(flight);
            }
        }
    }

    private void tryNow(Flight flight) {
        var verdict = ask(flight.ask());
        if (verdict instanceof Verdict.Go) {
            launch(flight);
        } else if (verdict instanceof Verdict.WaitUntil wait) {
            waiting.addLast(flight.at(Math.max(wait.nanos(), outlet.nanos() + 1)));
        } else {
            flight.then().accept(new Answer.NotSent(why(verdict)));
        }
    }

    private static String why(Verdict verdict) {
        if (verdict instanceof Verdict.WaitUntil wait) {
            return wait.reason();
        }
        if (verdict instanceof Verdict.Refused refused) {
            return refused.reason();
        }
        throw new AssertionError(verdict);
    }

    private void launch(Flight flight) {
        flights.put(++lastCall, flight);
        outlet.out().call(lastCall, flight.ask().encode().apply(venueNow().toEpochMilli()));
        flight.departed().run();
    }

    public void answered(long call, HttpOutcome outcome) {
        var flight = flights.remove(call);
        if (flight == null) {
            return;
        }
        var answer = hear(flight.ask(), outcome);
        if (flight.ask().kind() == Ask.Kind.READ && flight.attempt() < ATTEMPTS && answer.saysNothing()) {
            waiting.addLast(flight.again(outlet.nanos() + AGAIN_NANOS * flight.attempt()));
        } else {
            deliver(flight, answer);
        }
        pump();
    }

    private Answer hear(Ask ask, HttpOutcome outcome) {
        if (outcome instanceof HttpOutcome.Failure failure) {
            limits.failed(failure.cause(), outlet.stamp());
            return failure.sent() ? Answer.unknown(failure.cause()) : new Answer.NotSent(failure.cause());
        }
        if (outcome instanceof HttpOutcome.Reply reply) {
            var heard = dialect.hear(ask, reply);
            limits.heed(ask, reply.took(), heard.notice(), outlet.stamp(), time.offset());
            if (heard.notice().blamesClock()) {
                time.distrust();
            }
            if (heard.answer() instanceof Answer.Failed && !reply.body().isEmpty()) {
                count(reply.body(), heard.answer().why());
            }
            return heard.answer();
        }
        throw new AssertionError(outcome);
    }

    /** An error in JSON is the venue's word, whatever it says. */
    private void count(String body, String why) {
        var kind = Flaw.of(body);
        if (kind != BadFrame.MALFORMED) {
            outlet.bad().count(Optional.empty(), kind, "a reply: " + why);
        }
    }

    private void deliver(Flight flight, Answer answer) {
        try {
            flight.then().accept(answer);
        } catch (UnableToReadException e) {
            var text = "a reply: " + e.getMessage();
            outlet.bad().count(Optional.empty(), e.kind().orElse(BadFrame.MALFORMED), text);
            flight.then().accept(Answer.unknown("the reply could not be read: " + e.getMessage()));
        }
    }

    @Override
    public void woken() {
        if (limits.needsProbe(outlet.nanos())) {
            time.distrust();
        }
        pump();
    }

    @Override
    public OptionalLong nextNanos() {
        return waiting.stream()
                .min(Comparator.comparingLong(Flight::notBeforeNanos))
                .map(flight -> OptionalLong.of(flight.notBeforeNanos()))
                .orElse(OptionalLong.empty());
    }

    public Instant venueNow() {
        return time.now();
    }

    public void resyncClock() {
        time.distrust();
    }

    public OptionalLong banEndsNanos() {
        return limits.bannedUntil(outlet.stamp(), time.offset())
                .map(until -> Duration.between(venueNow(), until))
                .filter(left -> !left.isNegative())
                .map(left -> OptionalLong.of(outlet.nanos() + left.toNanos()))
                .orElse(OptionalLong.empty());
    }

    public LinkHealth health() {
        return limits.health(waiting.size() + flights.size(), outlet.stamp(), time.offset());
    }
}
