package sluice.venue.binance.trade;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import sluice.net.HttpOutcome;
import sluice.venue.binance.trade.reply.UnableToReadException;

/**
 * The way out to REST: what leaves, when, and what its reply amounts to.
 *
 * <ol>
 *   <li>An order leaves at once or not at all; a cancel leaves always, but during a ban; a read waits its turn.
 *   <li>Nothing that could change an order is sent twice. A read that brought no answer is.
 *   <li>A reply that cannot be read says as little as none.
 * </ol>
 */
final class Gate {

    private static final int ATTEMPTS = 3;

    private final Outlet outlet;
    private final Limits limits;
    private final VenueTime time;
    private final Map<Long, Flight> flights = new HashMap<>();
    private final Deque<Flight> waiting = new ArrayDeque<>();
    private long lastCall;

    Gate(Outlet outlet, Limits limits, VenueTime time) {
        this.outlet = outlet;
        this.limits = limits;
        this.time = time;
    }

    /** One request, who waits for it, and how often it was tried. */
    private record Flight(Ask ask, Consumer<Answer> then, int attempt, long notBeforeNanos) {

        Flight again(long notBeforeNanos) {
            return new Flight(ask, then, attempt + 1, notBeforeNanos);
        }
    }

    /** Hands a request over now, or says why it is held back. */
    Optional<String> now(Ask ask, Consumer<Answer> then) {
        var heldBack = limits.heldBack(ask, outlet.nanos());
        if (heldBack.isEmpty()) {
            launch(new Flight(ask, then, 1, outlet.nanos()));
        }
        return heldBack;
    }

    /** Hands a read over as soon as there is room for it. */
    void soon(Ask ask, Consumer<Answer> then) {
        waiting.addLast(new Flight(ask, then, 1, outlet.nanos()));
        pump();
    }

    private void pump() {
        var now = outlet.nanos();
        for (int left = waiting.size(); left > 0; left--) {
            var flight = waiting.removeFirst();
            if (flight.notBeforeNanos() <= now
                    && limits.heldBack(flight.ask(), now).isEmpty()) {
                launch(flight);
            } else {
                waiting.addLast(flight);
            }
        }
    }

    private void launch(Flight flight) {
        flights.put(++lastCall, flight);
        limits.sent(flight.ask(), outlet.nanos());
        outlet.out().call(lastCall, flight.ask().encode().apply(venueNow().toEpochMilli()));
    }

    void answered(long call, HttpOutcome outcome) {
        var flight = flights.remove(call);
        if (flight == null) {
            return;
        }
        limits.answered(flight.ask(), outcome, outlet.nanos());
        var answer = Reading.of(outcome, limits.retryAfter(outcome));
        if (Reading.blamesTheClock(outcome)) {
            resyncClock();
        }
        if (mayRepeat(flight, answer)) {
            waiting.addLast(flight.again(outlet.nanos() + limits.repeatAfterNanos(flight.attempt())));
        } else {
            deliver(flight, answer);
        }
        pump();
    }

    private static boolean mayRepeat(Flight flight, Answer answer) {
        return flight.ask().kind() == Ask.Kind.READ && flight.attempt() < ATTEMPTS && Reading.isNoAnswer(answer);
    }

    private static void deliver(Flight flight, Answer answer) {
        try {
            flight.then().accept(answer);
        } catch (UnableToReadException e) {
            flight.then().accept(Answer.unknown("the reply could not be read: " + e.getMessage()));
        }
    }

    void woken() {
        pump();
    }

    OptionalLong nextNanos() {
        var now = outlet.nanos();
        return waiting.stream()
                .mapToLong(flight -> Math.max(flight.notBeforeNanos(), limits.roomAtNanos(flight.ask(), now)))
                .min();
    }

    /** Requests waiting or in flight. */
    int pending() {
        return waiting.size() + flights.size();
    }

    Instant venueNow() {
        return time.now();
    }

    void resyncClock() {
        time.distrust();
    }

    OptionalLong bannedUntilNanos() {
        return limits.bannedUntilNanos();
    }
}
