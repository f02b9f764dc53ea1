package sluice.sim.front;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import sluice.sim.front.StreamFaults.Nature;

/** What is to be pushed, in order, after the faults have had their say. Confined to the simulator's thread. */
public final class Outbox {

    private final StreamFaults faults;
    private final Supplier<Instant> now;
    private List<Push> waiting = new ArrayList<>();

    public Outbox(StreamFaults faults, Supplier<Instant> now) {
        this.faults = faults;
        this.now = now;
    }

    public void push(Push push, Occasion occasion, Nature nature) {
        waiting.addAll(faults.through(push, occasion, nature, now.get()));
    }

    /** A place in the order, for {@link #insert}. */
    public int mark() {
        return waiting.size();
    }

    /** Sends before what was pushed since the mark. */
    public void insert(int mark, Push push, Occasion occasion, Nature nature) {
        waiting.addAll(Math.min(mark, waiting.size()), faults.through(push, occasion, nature, now.get()));
    }

    /** Sends past the faults: what is itself a fault, or ends a connection. */
    public void force(Push push) {
        waiting.add(push);
    }

    /** Drops what waits for the connection and its faults. */
    public void closed(long conn) {
        waiting.removeIf(push -> push.conn() == conn);
        faults.closed(conn);
    }

    public List<Push> take() {
        var taken = waiting;
        waiting = new ArrayList<>();
        return taken;
    }
}
