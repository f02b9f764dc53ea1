package sluice.net;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import sluice.market.Clock;
import sluice.venue.BadFrame;
import sluice.venue.VenueCommand;
import sluice.venue.VenueEvent;

/**
 * Binds one session to a transport. Safe for any thread; has none of its own.
 *
 * <p>Whoever brings something while the session is idle runs it on the spot, so that an order costs no hand-over; who
 * comes while it is busy leaves it to the thread at work.
 *
 * <ol>
 *   <li>The session sees one thing at a time, and never one inside another, also when the transport answers at once.
 *   <li>Commands go before what links and calls brought meanwhile; within each kind order is kept.
 *   <li>The thread that gave a command leaves after it; what others brought meanwhile is done by the timer.
 *   <li>A link whose frames wait in too great a number of characters is closed, so that a backlog is bounded.
 *   <li>A link's number means the link opened last under it; what an older one still says is dropped.
 *   <li>A session that throws is ended: its links are closed, {@code failed} is told, and it hears nothing more.
 * </ol>
 */
public final class SessionDriver implements AutoCloseable {

    private static final long MAX_WAITING_CHARS = 64L << 20;

    private final Session session;
    private final Transport transport;
    private final Clock clock;
    private final Timer timer;
    private final Consumer<VenueEvent> inbox;
    private final Consumer<Throwable> failed;
    private final Outputs out = new Outputs();
    private final ConcurrentLinkedQueue<Runnable> urgent = new ConcurrentLinkedQueue<>();
    private final ConcurrentLinkedQueue<Runnable> waiting = new ConcurrentLinkedQueue<>();
    private final AtomicInteger undone = new AtomicInteger();
    private final AtomicLong waitingChars = new AtomicLong();
    private final ConcurrentMap<VenueCommand, Ahead> ahead = new ConcurrentHashMap<>();
    private volatile @Nullable Thread worker;

    /** Owned by the thread at work, handed on through {@link #undone}, like all below. */
    private final ArrayDeque<Runnable> nested = new ArrayDeque<>();

    private final Map<Integer, Channel> channels = new HashMap<>();
    private final Alarms alarms = new Alarms();
    private boolean ended;

    public SessionDriver(
            Session session,
            Transport transport,
            Clock clock,
            Timer timer,
            Consumer<VenueEvent> inbox,
            Consumer<Throwable> failed) {
        this.session = session;
        this.transport = transport;
        this.clock = clock;
        this.timer = timer;
        this.inbox = inbox;
        this.failed = failed;
    }

    /** Runs things later: threads in the program, the event queue in a simulation. */
    public interface Timer {

        void after(long nanos, Runnable task);

        /** One that may be shared by all drivers. A pool that was shut down runs nothing more. */
        static Timer on(ScheduledExecutorService pool) {
            return (nanos, task) -> {
                try {
                    pool.schedule(task, nanos, TimeUnit.NANOSECONDS);
                } catch (RejectedExecutionException shutDown) {
                    // The program is ending, and what was to be done later is not.
                }
            };
        }
    }

    public void start() {
        give(urgent, () -> session.start(out), true);
    }

    public void command(VenueCommand command) {
        var ready = ahead.remove(command);
        give(urgent, ready == null ? () -> session.command(command, out) : ready::give, true);
    }

    /** Does all of a command that can be done before it is given. */
    public void prepare(VenueCommand command) {
        var ready = new Ahead(command, session, out, this::answered, clock);
        ahead.put(command, ready);
        transport.prepare(() -> {
            give(urgent, ready::rehearse, true);
            return Optional.ofNullable(ready.held());
        });
    }

    /** What was prepared is not going to be given. */
    public void forget(VenueCommand command) {
        Optional.ofNullable(ahead.remove(command)).ifPresent(ready -> give(urgent, ready::forget, true));
    }

    /** The venue's other session told this; heard later, so that neither waits for the other. */
    void overhear(VenueEvent event) {
        timer.after(0, () -> give(waiting, () -> session.overheard(event, out), false));
    }

    private void answered(long call, HttpOutcome outcome) {
        give(waiting, () -> session.answered(call, outcome, out), false);
    }

    @Override
    public void close() {
        give(urgent, this::end, true);
    }

    private void give(Queue<Runnable> queue, Runnable input, boolean guest) {
        if (worker == Thread.currentThread()) {
            nested.add(input);
        } else if (queue.add(input) && undone.getAndIncrement() == 0) {
            work(guest);
        }
    }

    /** Every input counted in {@link #undone} is in a queue already, so one of the two polls finds one. */
    private void work(boolean guest) {
        do {
            var input = urgent.poll();
            if (input == null && guest) {
                timer.after(0, () -> work(false));
                return;
            }
            take(input == null ? waiting.remove() : input);
        } while (undone.decrementAndGet() != 0);
    }

    private void take(Runnable input) {
        worker = Thread.currentThread();
        for (Runnable next = input; next != null; next = nested.poll()) {
            run(next);
        }
        arm();
        worker = null;
    }

    private void run(Runnable input) {
        if (ended) {
            return;
        }
        try {
            input.run();
        } catch (RuntimeException | Error bug) {
            end();
            failed.accept(bug);
        }
    }

    private void end() {
        ended = true;
        alarms.forget();
        ahead.values().forEach(Ahead::forget);
        channels.values().forEach(Channel::shut);
        channels.clear();
    }

    private void arm() {
        alarms.missing()
                .ifPresent(at ->
                        timer.after(Math.max(0, at - clock.nanos()), () -> give(waiting, () -> ring(at), false)));
    }

    private void ring(long at) {
        if (alarms.rang(at, clock.nanos())) {
            session.woken(out);
        }
    }

    /** What the session asks for is done at once, in its order. */
    private final class Outputs implements Session.Out {

        @Override
        public void call(long call, HttpCall request) {
            transport.call(request, told -> answered(call, told));
        }

        @Override
        public void open(int link, String url) {
            var channel = new Channel(link);
            channels.put(link, channel);
            channel.link = Optional.of(transport.open(url, channel));
        }

        @Override
        public void send(int link, String text) {
            var channel = channels.get(link);
            if (channel != null && channel.link.filter(open -> open.send(text)).isEmpty()) {
                channel.shut();
            }
        }

        @Override
        public void close(int link) {
            Optional.ofNullable(channels.get(link)).ifPresent(Channel::shut);
        }

        @Override
        public void wakeAt(long nanos) {
            alarms.want(nanos);
        }

        @Override
        public void emit(VenueEvent event) {
            inbox.accept(event);
        }
    }

    /** One link under its number. Called by the transport, one call at a time. */
    private final class Channel implements LinkListener {

        private final int number;
        private volatile Optional<Link> link = Optional.empty();
        private volatile boolean overrun;

        Channel(int number) {
            this.number = number;
        }

        void shut() {
            link.ifPresent(Link::close);
        }

        @Override
        public void opened() {
            hear(() -> session.opened(number, out), 0);
        }

        @Override
        public void received(String text) {
            if (overrun) {
                return;
            }
            overrun = waitingChars.addAndGet(text.length()) > MAX_WAITING_CHARS;
            if (overrun) {
                shut();
                closed("frames came faster than they could be read");
            } else {
                hear(() -> session.received(number, text, out), text.length());
            }
        }

        @Override
        public void unread(BadFrame kind) {
            hear(() -> session.unread(number, kind, out), 0);
        }

        @Override
        public void pinged() {
            hear(() -> session.pinged(number, out), 0);
        }

        @Override
        public void closed(String reason) {
            Runnable gone = () -> {
                channels.remove(number);
                session.closed(number, reason, out);
            };
            hear(gone, 0);
        }

        private void hear(Runnable input, int chars) {
            Runnable heard = () -> {
                waitingChars.addAndGet(-chars);
                if (channels.get(number) == this) {
                    input.run();
                }
            };
            give(waiting, heard, false);
        }
    }
}
