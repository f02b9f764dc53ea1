package sluice.simulation;

import java.time.Instant;
import java.util.PriorityQueue;
import java.util.function.LongSupplier;
import sluice.market.Clock;

/** Time that moves only from one planned thing to the next. Confined to one thread. */
final class VirtualTime implements Clock {

    private static final Instant START = Instant.parse("2026-08-01T00:00:00Z");

    private final PriorityQueue<Planned> queue = new PriorityQueue<>();
    private long nanos;
    private long planned;
    private int stepsNow;

    private record Planned(long nanos, long order, Runnable task) implements Comparable<Planned> {

        @Override
        public int compareTo(Planned other) {
            var byTime = Long.compare(nanos, other.nanos);
            return byTime != 0 ? byTime : Long.compare(order, other.order);
        }
    }

    @Override
    public Instant now() {
        return START.plusNanos(nanos);
    }

    @Override
    public long nanos() {
        return nanos;
    }

    void at(long when, Runnable task) {
        queue.add(new Planned(Math.max(nanos, when), planned++, task));
    }

    void after(long delayNanos, Runnable task) {
        at(nanos + delayNanos, task);
    }

    /** Does the next thing, if it is due by then; false when nothing is, and then it is that late. */
    boolean step(long until) {
        if (queue.isEmpty() || queue.peek().nanos > until) {
            nanos = Math.max(nanos, until);
            return false;
        }
        var next = queue.remove();
        stepsNow = nanos == next.nanos ? stepsNow + 1 : 0;
        nanos = next.nanos;
        next.task.run();
        return true;
    }

    /** How many things were done without any time passing. */
    int stepsNow() {
        return stepsNow;
    }

    /** The same time on the clocks of a machine: its wall is wrong by so much now, and it began to count elsewhere. */
    Clock on(LongSupplier skewNanos, long origin) {
        var time = this;
        return new Clock() {
            @Override
            public Instant now() {
                return time.now().plusNanos(skewNanos.getAsLong());
            }

            @Override
            public long nanos() {
                return time.nanos() + origin;
            }
        };
    }
}
