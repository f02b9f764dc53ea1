package sluice.net.gate;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Consumer;
import sluice.net.limit.Earliest;

/** Things that a part of a session does, each at its time. Confined to its session. */
public final class Chores implements Due {

    private final Outlet outlet;
    private final List<Chore> all = new ArrayList<>();

    public Chores(Outlet outlet) {
        this.outlet = outlet;
    }

    /** One that is done once for each time it is set. */
    public final class Chore {

        private final Consumer<Chore> work;
        private OptionalLong dueNanos = OptionalLong.empty();

        private Chore(Consumer<Chore> work) {
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
    public Chore add(Consumer<Chore> work) {
        var chore = new Chore(work);
        all.add(chore);
        return chore;
    }

    @Override
    public void woken() {
        all.forEach(Chore::woken);
    }

    @Override
    public OptionalLong nextNanos() {
        var next = new Earliest();
        all.forEach(chore -> next.and(chore.dueNanos));
        return next.nanos();
    }
}
