package sluice.sim.front;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** The newest requests a venue has seen. Confined to the simulator's thread. */
public final class RequestLog {

    private static final int KEPT = 20_000;

    private final Deque<Logged> newest = new ArrayDeque<>();

    public void add(Logged request) {
        if (newest.size() == KEPT) {
            newest.removeFirst();
        }
        newest.addLast(request);
    }

    /** Oldest first. */
    public List<Logged> list() {
        return List.copyOf(newest);
    }
}
