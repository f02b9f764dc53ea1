package sluice.sim.server;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Simulated venues on loopback sockets, until closed.
 *
 * <p>Safe for any thread: one event loop of its own owns the world, the exchanges and the wires.
 */
public final class SimServer implements AutoCloseable {

    private static final String LOOPBACK = "127.0.0.1";
    private static final long TICK_MILLIS = 50;
    private static final int PENDING_LOW = 1 << 20;
    private static final int PENDING_HIGH = 8 << 20;

    private final EventLoopGroup loop;
    private final SimSpec spec;
    private final List<SimVenue> venues;
    private final int adminPort;

    private SimServer(EventLoopGroup loop, SimSpec spec, List<SimVenue> venues, int adminPort) {
        this.loop = loop;
        this.spec = spec;
        this.venues = List.copyOf(venues);
        this.adminPort = adminPort;
    }

    /** Starts serving; returns when every port is bound. Throws {@link UnableToServeException} when one is taken. */
    public static SimServer start(SimSpec spec) {
        var cues = spec.scenario().map(Scenario::read).orElse(List.of());
        var loop = new MultiThreadIoEventLoopGroup(1, new DefaultThreadFactory("sim", true), NioIoHandler.newFactory());
        try {
            var opening = new Opening(spec, loop);
            return loop.submit(() -> opening.open(cues)).get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            loop.shutdownGracefully(0, 1, TimeUnit.SECONDS);
            throw new UnableToServeException("The simulator was interrupted while it started.", e);
        } catch (java.util.concurrent.ExecutionException e) {
            loop.shutdownGracefully(0, 1, TimeUnit.SECONDS);
            throw UnableToServeException.because(e);
        }
    }

    public List<SimVenue> venues() {
        return venues;
    }

    public String admin() {
        return "http://" + LOOPBACK + ":" + adminPort;
    }

    /** The lines of JSON that tell a desk where everything is: one for each venue, then the admin endpoint's. */
    public List<String> describe() {
        var admin = JsonNodeFactory.instance.objectNode().put("admin", admin()).toString();
        return Stream.concat(venues.stream().map(SimVenue::json), Stream.of(admin))
                .toList();
    }

    /** Waits until the simulator is closed. */
    public void join() throws InterruptedException {
        loop.terminationFuture().await();
    }

    /** Cuts all connections, frees the ports and closes the ledger. */
    @Override
    public void close() {
        loop.shutdownGracefully(0, 2, TimeUnit.SECONDS).awaitUninterruptibly();
        spec.ledger().close();
    }
}
