package sluice.attach;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.UserPrincipal;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import jdk.net.ExtendedSocketOptions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import sluice.market.Clock;

/**
 * Lets this user's other terminals in, each on threads of its own. Safe for any thread.
 *
 * <p>Whoever opens it holds the journal, so whatever stands at its place on disk is left over and is replaced.
 */
public final class AttachServer implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(AttachServer.class);
    private static final int MOST = 64;
    private static final Duration HANDSHAKE = Duration.ofSeconds(30);

    /** How long what still runs may go on when the desk is about to end, and then how long to say good-bye. */
    private static final Duration GRACE = Duration.ofSeconds(3);

    private final Host host;
    private final Rendezvous place;
    private final Path socket;
    private final ServerSocketChannel channel;
    private final Set<Visit> visits = ConcurrentHashMap.newKeySet();
    private final AtomicInteger count = new AtomicInteger();
    private final ScheduledExecutorService timer;

    private AttachServer(Host host, Rendezvous place, Path socket, ServerSocketChannel channel) {
        this.host = host;
        this.place = place;
        this.socket = socket;
        this.channel = channel;
        this.timer = Executors.newSingleThreadScheduledExecutor(work -> daemon("attach-timer", work));
    }

    /** Listens at the place from then on. */
    public static AttachServer open(Host host, Rendezvous place, Path socket) {
        try {
            Files.deleteIfExists(socket);
            var channel = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
            channel.bind(UnixDomainSocketAddress.of(socket));
            Rendezvous.keepPrivate(socket);
            place.point(socket);
            var server = new AttachServer(host, place, socket, channel);
            daemon("attach", server::accept).start();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Thread daemon(String name, Runnable work) {
        var thread = new Thread(work, name);
        thread.setDaemon(true);
        return thread;
    }

    private void accept() {
        while (channel.isOpen()) {
            try {
                begin(channel.accept());
            } catch (IOException e) {
                LOG.debug("nobody came in: {}", e.getMessage());
            } catch (RuntimeException e) {
                LOG.error("somebody was not let in", e);
            }
        }
    }

    private void begin(SocketChannel client) throws IOException {
        var user = user(client);
        var name = "attach-" + count.incrementAndGet();
        if (!user.equals(Files.getOwner(socket))) {
            LOG.warn("{} of {} was turned away", name, user.getName());
            client.close();
            return;
        }
        var visit = new Visit(host, user.getName(), new Wire(client), name);
        if (visits.size() >= MOST) {
            daemon(name, () -> visit.refuse("ATTACH_FULL", "The desk serves " + MOST + " terminals already."))
                    .start();
            return;
        }
        visits.add(visit);
        timer.schedule(() -> endIdle(visit), HANDSHAKE.toMillis(), TimeUnit.MILLISECONDS);
        daemon(name + "-in", () -> attend(visit)).start();
    }

    /** Who it is by the word of the operating system, where that gives it. */
    private UserPrincipal user(SocketChannel client) throws IOException {
        return client.supportedOptions().contains(ExtendedSocketOptions.SO_PEERCRED)
                ? client.getOption(ExtendedSocketOptions.SO_PEERCRED).user()
                : Files.getOwner(socket);
    }

    private void attend(Visit visit) {
        visit.attend();
        if (!visit.isRunning()) {
            visits.remove(visit);
        }
    }

    /** Who came and asked for nothing. */
    private static void endIdle(Visit visit) {
        if (!visit.isRunning()) {
            visit.close();
        }
    }

    /** Lets nobody in any more, and those who are inside end what they do. */
    public void leave(Clock clock) {
        try {
            place.forget(socket);
            channel.close();
        } catch (IOException e) {
            LOG.warn("the socket {} was not closed", socket, e);
        }
        awaitEnd(clock);
        visits.forEach(Visit::leave);
        awaitEnd(clock);
        close();
    }

    private void awaitEnd(Clock clock) {
        var until = clock.nanos() + GRACE.toNanos();
        var ended = Executors.newSingleThreadScheduledExecutor(work -> daemon("attach-end", work));
        try {
            while (clock.nanos() < until && visits.stream().anyMatch(Visit::isRunning)) {
                ended.schedule(() -> {}, 10, TimeUnit.MILLISECONDS).get();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            throw new AssertionError("nothing does not fail", e);
        } finally {
            ended.shutdownNow();
        }
    }

    /** At once, whatever runs. */
    @Override
    public void close() {
        try {
            place.forget(socket);
            channel.close();
        } catch (IOException e) {
            LOG.warn("the socket {} was not closed", socket, e);
        }
        timer.shutdownNow();
        visits.forEach(Visit::close);
    }
}
