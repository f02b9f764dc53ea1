package sluice.net.gate;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import sluice.net.HttpOutcome;
import sluice.net.gate.Queue.Flight;
import sluice.net.limit.Cost;
import sluice.net.limit.Earliest;
import sluice.net.limit.Verdict;
import sluice.net.text.Flaw;
import sluice.net.text.UnableToReadException;
import sluice.order.Closure;
import sluice.venue.BadFrame;
import sluice.venue.Feed;
import sluice.venue.LinkHealth;

/**
 * The way out to REST: what leaves, when, and what its reply amounts to.
 *
 * <ol>
 *   <li>An order leaves at once or not at all; a cancel leaves before all that waits; a read waits its turn.
 *   <li>Each kind of request has its own deadline, after which nobody knows what became of it.
 *   <li>Nothing that could change an order is sent twice. A read that brought no answer is.
 *   <li>A reply that cannot be read says as little as none.
 * </ol>
 */
public final class Gate implements Due {

    private static final String STRANGE = "a reply: a status of an order that we do not know";
    private static final int ATTEMPTS = 3;
    private static final long AGAIN_NANOS = Duration.ofMillis(200).toNanos();

    private final Dialect dialect;
    private final Outlet outlet;
    private final Limits limits;
    private final Deadlines deadlines;
    private final VenueTime time;
    private final Map<Long, Flight> flights = new HashMap<>();
    private final Queue waiting = new Queue();
    private long lastCall;
    private LinkHealth.Breaker seen = LinkHealth.Breaker.CLOSED;

    public Gate(Dialect dialect, Outlet outlet, Limits limits, Deadlines deadlines, VenueTime time) {
        this.dialect = dialect;
        this.outlet = outlet;
        this.limits = limits;
        this.deadlines = deadlines;
        this.time = time;
    }

    /** Hands a request over now, or says why it is held back; whoever waits and goes before it has gone by then. */
    public Optional<String> now(Ask ask, Consumer<Answer> then) {
        pump();
        var verdict = ask(ask);
        if (verdict instanceof Verdict.Go) {
            launch(new Flight(ask, () -> {}, then, 1, outlet.nanos(), false));
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
        waiting.add(new Flight(ask, departed, then, 1, outlet.nanos(), false));
        pump();
    }

    private Verdict ask(Ask ask) {
        return limits.ask(ask, outlet.stamp(), time.offset());
    }

    private void pump() {
        waiting.pump(outlet.nanos(), this::tryNow);
    }

    private OptionalLong tryNow(Flight flight) {
        var verdict = ask(flight.ask());
        if (verdict instanceof Verdict.WaitUntil wait) {
            return OptionalLong.of(Math.max(wait.nanos(), outlet.nanos() + 1));
        }
        if (verdict instanceof Verdict.Go) {
            launch(flight);
        } else {
            flight.then().accept(new Answer.NotSent(why(verdict)));
        }
        return OptionalLong.empty();
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
        var call = flight.ask().encode().apply(venueNow().toEpochMilli());
        outlet.out().call(lastCall, call.within(deadlines.of(flight.ask().kind())));
        flight.departed().run();
    }

    public void answered(long call, HttpOutcome outcome) {
        var flight = flights.remove(call);
        if (flight == null) {
            return;
        }
        var answer = hear(flight.ask(), outcome);
        if (flight.ask().kind() == Ask.Kind.READ && flight.attempt() < ATTEMPTS && answer.saysNothing()) {
            waiting.add(flight.again(outlet.nanos() + AGAIN_NANOS * flight.attempt()));
        } else {
            deliver(flight, answer);
        }
        pump();
    }

    private Answer hear(Ask ask, HttpOutcome outcome) {
        if (outcome instanceof HttpOutcome.Failure failure) {
            limits.failed(ask, failure.cause(), failure.sent(), outlet.stamp());
            return failure.sent() ? Answer.unknown(failure.cause()) : new Answer.NotSent(failure.cause());
        }
        if (outcome instanceof HttpOutcome.Reply reply) {
            var heard = dialect.hear(ask, reply);
            limits.heed(ask, reply.took(), heard, outlet.stamp(), time.offset());
            if (heard.notice().blamesClock()) {
                time.distrust();
            }
            if (heard.answer() instanceof Answer.Failed && !reply.body().isEmpty()) {
                count(reply.body(), heard.answer().why());
            }
            if (heard.answer() instanceof Answer.Done done && dialect.isStrange(done.body())) {
                outlet.bad().count(Optional.of(Feed.PRIVATE), BadFrame.UNKNOWN_VALUE, STRANGE);
            }
            return heard.answer();
        }
        throw new AssertionError(outcome);
    }

    /** An error in JSON is the venue's word, whatever it says. */
    private void count(String body, String why) {
        var kind = Flaw.of(body);
        if (kind != BadFrame.MALFORMED) {
            outlet.bad().count(Optional.of(Feed.PRIVATE), kind, "a reply: " + why);
        }
    }

    private void deliver(Flight flight, Answer answer) {
        try {
            flight.then().accept(answer);
        } catch (UnableToReadException e) {
            var text = "a reply: " + e.getMessage();
            outlet.bad().count(Optional.of(Feed.PRIVATE), e.kind().orElse(BadFrame.MALFORMED), text);
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
        return new Earliest()
                .and(waiting.nextNanos())
                .and(limits.turnsNanos(outlet.nanos()))
                .nanos();
    }

    public Instant venueNow() {
        return time.now();
    }

    public void resyncClock() {
        time.distrust();
    }

    /** Something left by another way that counts against the limits as well. */
    public void spend(Cost cost) {
        limits.spend(cost, outlet.stamp(), time.offset());
    }

    /** The venue took a new order. */
    public void accepted() {
        limits.breaker().accepted();
    }

    /** The venue turned a new order down. */
    public void rejected(Closure closure) {
        limits.breaker().rejected(closure.text(), outlet.nanos());
    }

    /** Whether the venue tells us of our orders as it happens. */
    public void streaming(boolean live) {
        limits.breaker().streaming(live, outlet.nanos());
    }

    public OptionalLong banEndsNanos() {
        return limits.ban(outlet.nanos()).stream()
                .mapToLong(left -> outlet.nanos() + left.toNanos())
                .findFirst();
    }

    /** Whether the breaker stands otherwise than when this was last asked. */
    public boolean hasTurned() {
        var now = limits.breaker().look(outlet.nanos());
        var hasTurned = now.state() != seen.state() || !now.cause().equals(seen.cause());
        seen = now;
        return hasTurned;
    }

    public LinkHealth health() {
        var pending = new LinkHealth.Pending(waiting.size(), flights.size());
        return limits.health(pending, outlet.stamp(), time);
    }
}
