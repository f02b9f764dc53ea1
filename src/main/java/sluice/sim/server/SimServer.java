package sluice.sim.server;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.util.concurrent.DefaultThreadFactory;
import io.netty.util.concurrent.Future;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import sluice.market.Clock;
import sluice.sim.Exchanges;
import sluice.sim.front.Ask;
import sluice.sim.server.counter.Counter;
import sluice.sim.server.counter.Protocols;

/**
 * Simulated venues on loopback sockets, until closed.
 *
 * <p>Safe for any thread: one event loop of its own owns the world, the exchanges and the wires.
 */
public final class SimServer implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(SimServer.class);
    private static final long TICK_MILLIS = 50;

    private final Listening listening;
    private final Exchanges world;
    private final List<SimVenue> venues;
    private final int adminPort;

    private SimServer(Listening listening, Exchanges world, List<SimVenue> venues, int adminPort) {
        this.listening = listening;
        this.world = world;
        this.venues = List.copyOf(venues);
        this.adminPort = adminPort;
    }

    /** Starts serving; returns when every port is bound. Throws {@link UnableToServeException} when one is taken. */
    public static SimServer start(SimSpec spec) {
        var cues = spec.scenario().map(Scenario::read).orElse(List.of());
        var clock = spec.ownClock() ? new SteppedClock(spec.clock().now()) : spec.clock();
        var world = spec.opening().exchanges().apply(clock.now());
        var loop = new MultiThreadIoEventLoopGroup(1, new DefaultThreadFactory("sim", true), NioIoHandler.newFactory());
        try {
            return open(spec, cues, clock, new Running(world, loop));
        } catch (RuntimeException e) {
            loop.shutdownGracefully(0, 1, TimeUnit.SECONDS);
            world.close();
            throw e;
        }
    }

    private record Running(Exchanges world, EventLoopGroup loop) {}

    private static SimServer open(SimSpec spec, List<Cue> cues, Clock clock, Running running) {
        var listening = new Listening(running.loop());
        var wires = new Wires();
        var counters = new ArrayList<Counter>();
        var names = spec.venues().isEmpty() ? known(running.world()) : spec.venues();
        for (var name : names) {
            counters.add(counter(name, spec.opening(), running.world()));
        }
        var stage = new Stage(running.world(), clock, counters, wires);
        var venues = new ArrayList<SimVenue>();
        for (var counter : counters) {
            var port =
                    listening.bind(nth(spec.port(), venues.size()), () -> new VenueConnection(stage, counter, wires));
            venues.add(new SimVenue(counter.venue(), port, counter.key()));
        }
        var admin = new Admin(stage);
        var adminPort = listening.bind(nth(spec.port(), venues.size()), () -> new AdminConnection(stage, admin));
        running.loop().execute(() -> {
            stage.play(cues, cue -> admin.answer(new Ask("POST", cue.path(), "", Map.of(), cue.body())));
            stage.advance();
        });
        running.loop()
                .scheduleAtFixedRate(stage::tick, TICK_MILLIS, TICK_MILLIS, TimeUnit.MILLISECONDS)
                .addListener(ended -> stopped(running.loop(), ended));
        return new SimServer(listening, running.world(), venues, adminPort);
    }

    /** A world that cannot go on, perhaps for want of disk, is not served as if it stood still. */
    private static void stopped(EventLoopGroup loop, Future<?> ended) {
        if (ended.cause() != null && !ended.isCancelled()) {
            LOG.error("The simulator cannot go on and stops", ended.cause());
            loop.shutdownGracefully(0, 1, TimeUnit.SECONDS);
        }
    }

    private static int nth(int first, int index) {
        return first == 0 ? 0 : first + index;
    }

    private static Counter counter(String venue, SimSpec.Opening opening, Exchanges world) {
        var known = known(world);
        if (!known.contains(venue)) {
            throw new UnableToServeException(
                    "There is no simulated venue " + venue + "; there is " + String.join(", ", known) + ".");
        }
        return Protocols.counter(world.exchange(venue), opening.seed(), opening.isPatient());
    }

    private static List<String> known(Exchanges world) {
        return world.venues().stream().filter(Protocols.names()::contains).toList();
    }

    public List<SimVenue> venues() {
        return venues;
    }

    public String admin() {
        return "http://" + Listening.LOOPBACK + ":" + adminPort;
    }

    /** The lines of JSON that tell a desk where everything is: one for each venue, then the admin endpoint's. */
    public List<String> describe() {
        var admin = JsonNodeFactory.instance.objectNode().put("admin", admin()).toString();
        return Stream.concat(venues.stream().map(SimVenue::json), Stream.of(admin))
                .toList();
    }

    /** Waits until the simulator is closed. */
    public void join() throws InterruptedException {
        listening.loop().terminationFuture().await();
    }

    /** Cuts all connections, frees the ports and lets go of the ledger. */
    @Override
    public void close() {
        var loop = listening.loop();
        if (loop.isShuttingDown()) {
            return;
        }
        loop.submit(world::close).awaitUninterruptibly();
        listening.close();
        loop.shutdownGracefully(0, 2, TimeUnit.SECONDS).awaitUninterruptibly();
    }
}
