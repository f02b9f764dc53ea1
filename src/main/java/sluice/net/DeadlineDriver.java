package sluice.net;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import sluice.market.Clock;

/**
 * Ends the calls that are overdue. Safe for any thread.
 *
 * <p>A look at the calls in flight is planned for the earliest deadline known, and a call that is done leaves the plan
 * as it is. So the next one, due later, wakes no thread: OkHttp's own timeouts wake theirs for every call, and an order
 * pays for it (30 us of 75 on two cores).
 */
final class DeadlineDriver {

    private static final long NONE = Long.MAX_VALUE;

    private final Clock clock;
    private final ScheduledThreadPoolExecutor thread;
    private final Set<OkHttpCallSocket> inFlight = ConcurrentHashMap.newKeySet();
    private final AtomicLong planned = new AtomicLong(NONE);

    DeadlineDriver(String name, Clock clock) {
        this.clock = clock;
        this.thread = new ScheduledThreadPoolExecutor(1, work -> {
            var made = new Thread(work, name + "-deadlines");
            made.setDaemon(true);
            return made;
        });
        thread.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
        thread.setRejectedExecutionHandler((task, pool) -> endAll());
    }

    void add(OkHttpCallSocket call) {
        inFlight.add(call);
        plan(call.deadlineNanos());
    }

    void remove(OkHttpCallSocket call) {
        inFlight.remove(call);
    }

    void close() {
        thread.shutdown();
        endAll();
    }

    private void plan(long nanos) {
        var known = planned.get();
        while (nanos < known) {
            if (planned.compareAndSet(known, nanos)) {
                thread.schedule(() -> look(nanos), nanos - clock.nanos(), TimeUnit.NANOSECONDS);
                return;
            }
            known = planned.get();
        }
    }

    /** A call that is added meanwhile sees no plan and makes one; a look too many does no harm. */
    private void look(long plan) {
        planned.compareAndSet(plan, NONE);
        var now = clock.nanos();
        var earliest = NONE;
        for (var call : inFlight) {
            if (call.deadlineNanos() <= now) {
                call.overdue("no reply in time");
            } else {
                earliest = Math.min(earliest, call.deadlineNanos());
            }
        }
        plan(earliest);
    }

    private void endAll() {
        inFlight.forEach(call -> call.overdue("the transport was closed"));
    }
}
