package sluice.simulation;

import java.util.Comparator;
import java.util.function.Consumer;
import sluice.net.Link;
import sluice.net.LinkListener;
import sluice.sim.front.Push;

/** One WebSocket: in order both ways, and broken at each end when that end notices. */
final class SimulatedLink implements Link {

    static final Comparator<SimulatedLink> OLDEST_FIRST = Comparator.comparingLong(link -> link.number);

    private final Surroundings around;
    private final SimulatedVenue venue;
    private final String path;
    private final LinkListener listener;
    private final Consumer<SimulatedLink> gone;
    private final long number;
    private long upTo;
    private long downTo;
    private long conn;
    private boolean hung;
    private boolean closed;
    private boolean broken;

    SimulatedLink(Surroundings around, Address.Split to, LinkListener listener, Consumer<SimulatedLink> gone) {
        this.around = around;
        this.venue = around.world().venue(to.venue());
        this.path = to.path();
        this.listener = listener;
        this.gone = gone;
        this.number = around.number();
    }

    void start() {
        up(() -> {
            conn = venue.opened(path, this::pushed);
            down(0, listener::opened);
        });
    }

    private void up(Runnable arrives) {
        upTo = Math.max(upTo, around.time().nanos() + around.latency());
        around.time().at(upTo, () -> {
            if (!broken && !hung) {
                arrives.run();
            }
        });
    }

    /** In order, but for what the venue itself holds back. */
    private void down(long delay, Runnable arrives) {
        var due = around.time().nanos() + around.latency() + delay;
        if (delay == 0) {
            downTo = Math.max(downTo, due);
            due = downTo;
        }
        around.time().at(due, () -> {
            if (!broken && !closed) {
                arrives.run();
            }
        });
    }

    private void pushed(Push push) {
        if (push instanceof Push.Text text) {
            down(text.delay().toNanos(), () -> listener.received(text.text()));
        } else if (push instanceof Push.Ping) {
            down(0, () -> {
                listener.pinged();
                up(() -> venue.ponged(conn));
            });
        } else {
            down(0, () -> end("the venue closed it"));
            hangUp();
        }
    }

    /** The venue's end is gone. */
    private void hangUp() {
        hung = true;
        venue.closed(conn);
    }

    private void end(String reason) {
        if (!closed) {
            closed = true;
            gone.accept(this);
            listener.closed(reason);
        }
    }

    @Override
    public boolean send(String text) {
        if (closed) {
            return false;
        }
        up(() -> venue.received(conn, text));
        return true;
    }

    @Override
    public void close() {
        around.time().after(around.latency(), () -> end("closed by us"));
        up(this::hangUp);
    }

    void cut() {
        around.time().after(around.latency(), () -> end("the connection was reset"));
        around.time().after(around.latencyOrLate(), this::hangUp);
        broken = true;
    }

    void die() {
        closed = true;
        around.time().after(around.latencyOrLate(), this::hangUp);
    }
}
