package sluice.engine.turn;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.PriorityQueue;

/** What is to be done when, on the monotonic clock; what was asked for first comes first at the same moment. */
public final class Timers {

    private record Timer(long nanos, long order, Due due) {}

    private final PriorityQueue<Timer> queue = new PriorityQueue<>((a, b) -> {
        var byTime = Long.compare(a.nanos - b.nanos, 0);
        return byTime != 0 ? byTime : Long.compare(a.order, b.order);
    });
    private long asked;

    public void at(long nanos, Due due) {
        queue.add(new Timer(nanos, asked++, due));
    }

    /** Everything whose time has come, taken out. */
    public List<Due> due(long now) {
        if (queue.isEmpty() || queue.peek().nanos - now > 0) {
            return List.of();
        }
        var due = new ArrayList<Due>();
        while (!queue.isEmpty() && queue.peek().nanos - now <= 0) {
            due.add(queue.remove().due);
        }
        return due;
    }

    /** When the next one comes. */
    public OptionalLong next() {
        return queue.isEmpty() ? OptionalLong.empty() : OptionalLong.of(queue.peek().nanos);
    }
}
