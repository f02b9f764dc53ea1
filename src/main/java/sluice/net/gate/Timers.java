package sluice.net.gate;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Consumer;
import sluice.net.limit.Earliest;

/** Timers of a part of a session, each with the work that it is for. Confined to its session. */
public final class Timers implements Due {

    private final Outlet outlet;
    private final List<Timer> all = new ArrayList<>();

    public Timers(Outlet outlet) {
        this.outlet = outlet;
    }

    /** Runs its work once for each time it is set. */
    public final class Timer {

        private final Consumer<Timer> work;
        private OptionalLong dueNanos = OptionalLong.empty();

        private Timer(Consumer<Timer> work) {
            this.work = work;
        }

        /** So much from now, whatever it was set to. */
        public void in(Duration wait) {
            dueNanos = OptionalLong.of(outlet.nanos() + wait.toNanos());
        }

        public boolean isSet() {
            return dueNanos.isPresent();
        }

        private void woken() {
            if (dueNanos.isPresent() && outlet.nanos() >= dueNanos.getAsLong()) {
                dueNanos = OptionalLong.empty();
                work.accept(this);
            }
        }
    }

    /** Not set yet. */
    public Timer add(Consumer<Timer> work) {
        var timer = new Timer(work);
        all.add(timer);
        return timer;
    }

    @Override
    public void woken() {
        all.forEach(Timer::woken);
    }

    @Override
    public OptionalLong nextNanos() {
        var next = new Earliest();
        all.forEach(timer -> next.and(timer.dueNanos));
        return next.nanos();
    }
}
