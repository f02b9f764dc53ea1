package sluice.sim.front;

import java.util.Set;

/**
 * A moment at which a fault may happen, under every name it can be matched by: {@code POST /path}, a WebSocket method,
 * a stream, a verb. Immutable.
 *
 * <p>A question for the time is asked all the while, so a fault that is to happen only so often and names nothing is
 * not spent on it.
 */
public record Occasion(Set<String> names) {

    /** The verb of such a question; it is also what Binance calls it. */
    public static final String TIME = "time";

    public static final Occasion ANY = new Occasion(Set.of());

    public Occasion {
        names = Set.copyOf(names);
    }

    public static Occasion of(String... names) {
        return new Occasion(Set.of(names));
    }

    boolean matches(Fault fault, boolean unmatched) {
        return fault.match().map(names::contains).orElse(unmatched && !(names.contains(TIME) && fault.isCounted()));
    }
}
