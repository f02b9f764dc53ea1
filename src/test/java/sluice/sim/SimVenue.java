package sluice.sim;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import sluice.sim.floor.World;
import sluice.sim.front.Fault;
import sluice.sim.front.Faults;
import sluice.sim.front.FrontEnd;
import sluice.sim.front.Json;
import sluice.sim.front.Push;
import sluice.sim.front.RequestLog;
import sluice.sim.store.MemoryLedger;

/**
 * A simulated venue under a clock of the test's own, with an account named {@code desk}.
 *
 * @param <F> its front end
 * @param <S> what a test holds of it
 */
public abstract class SimVenue<F extends FrontEnd, S extends SimVenue<F, S>> {

    public final World world;
    public final Exchange exchange;
    public final Faults faults;
    public final RequestLog log = new RequestLog();
    public final F front;
    public final List<Push> pushed = new ArrayList<>();
    private Instant now = Instant.parse("2026-08-01T00:00:00Z");

    /** Makes the front end of an exchange. */
    protected interface Opening<F> {

        F front(Exchange exchange, Faults faults, RequestLog log);
    }

    protected SimVenue(String venue, Faults faults, Opening<F> opening) {
        this.faults = faults;
        world = World.open(WorldSpec.usual(7).only(venue), new MemoryLedger(), now);
        exchange = world.exchange(venue);
        exchange.enroll("desk");
        front = opening.front(exchange, faults, log);
        world.advance(now);
    }

    protected abstract S self();

    /** Prices stand still from here on. */
    public S frozen() {
        world.freeze(true);
        return self();
    }

    public Instant now() {
        return now;
    }

    public long millis() {
        return now.toEpochMilli();
    }

    public S after(long millis) {
        var end = now.plusMillis(millis);
        while (now.isBefore(end)) {
            leap(Duration.ofMillis(Math.min(50, Duration.between(now, end).toMillis())));
        }
        return self();
    }

    public S leap(Duration time) {
        now = now.plus(time);
        world.advance(now);
        drain();
        return self();
    }

    public void arm(Fault fault) {
        faults.arm(fault, now);
    }

    public void drain() {
        pushed.addAll(front.drain());
    }

    /** A part of the mid of a symbol, on the tick. */
    protected String partOfMid(String symbol, String part) {
        return exchange.mid(symbol)
                .value()
                .multiply(new BigDecimal(part))
                .setScale(0, RoundingMode.DOWN)
                .toPlainString();
    }

    public void connect(long conn, String path) {
        front.opened(conn, path, Map.of());
        drain();
    }

    public void type(long conn, String text) {
        front.received(conn, text);
        drain();
    }

    /** The frames pushed to a connection so far, which are then forgotten. */
    public List<JsonNode> frames(long conn) {
        var frames = texts(conn).stream().map(text -> json(text.text())).toList();
        pushed.removeAll(texts(conn));
        return frames;
    }

    public List<Push.Text> texts(long conn) {
        return pushed.stream()
                .filter(push -> push instanceof Push.Text && push.conn() == conn)
                .map(push -> (Push.Text) push)
                .toList();
    }

    public static JsonNode json(String text) {
        return Json.read(text).orElseThrow(() -> new AssertionError(text));
    }
}
