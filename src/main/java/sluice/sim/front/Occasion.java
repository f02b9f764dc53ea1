package sluice.sim.front;

import java.util.Set;

/**
 * A moment at which a fault may happen, under every name it can be matched by: {@code POST /path}, a WebSocket method,
 * a stream, a verb. Immutable.
 */
public record Occasion(Set<String> names) {

    public static final Occasion ANY = new Occasion(Set.of());

    public Occasion {
        names = Set.copyOf(names);
    }

    public static Occasion of(String... names) {
        return new Occasion(Set.of(names));
    }

    boolean matches(Fault fault, boolean unmatched) {
        return fault.match().map(names::contains).orElse(unmatched);
    }
}
