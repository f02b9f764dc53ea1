package sluice.sim.front;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Lets what a venue pushes through its faults: silence, gaps, messages twice, late, or not at all.
 *
 * <p>Confined to the simulator's thread.
 */
public final class StreamFaults {

    /** What a message is, which decides the faults that apply to it unnamed. */
    public enum Nature {
        BOOK,
        MARKET,
        PRIVATE,
        CONTROL
    }

    private record Muted(long conn, String stream) {}

    private record Line(long conn, Set<String> names) {}

    private static final String EVERYTHING = "";

    private final Faults faults;
    private final Map<Muted, Instant> muted = new HashMap<>();
    private final Map<Line, Push> held = new HashMap<>();

    public StreamFaults(Faults faults) {
        this.faults = faults;
    }

    /** What is sent instead of the push: itself, nothing, more, or a cut. */
    public List<Push> through(Push push, Occasion occasion, Nature nature, Instant now) {
        if (isMuted(push.conn(), occasion, now) || falls(push.conn(), occasion, now)) {
            return List.of();
        }
        if (faults.fireNamed(FaultKind.DISCONNECT, occasion, now).isPresent()) {
            return List.of(new Push.Cut(push.conn()));
        }
        if (nature == Nature.CONTROL) {
            return List.of(push);
        }
        if (faults.fire(FaultKind.GAP, occasion, now, nature == Nature.BOOK).isPresent()
                || nature == Nature.PRIVATE
                        && faults.fire(FaultKind.DROP_PRIVATE, occasion, now).isPresent()) {
            return List.of();
        }
        return ordered(late(push, occasion, now), occasion, now);
    }

    public void closed(long conn) {
        muted.keySet().removeIf(key -> key.conn() == conn);
        held.keySet().removeIf(key -> key.conn() == conn);
    }

    private List<Push> ordered(Push push, Occasion occasion, Instant now) {
        if (!held.isEmpty()) {
            var earlier = held.remove(new Line(push.conn(), occasion.names()));
            if (earlier != null) {
                return List.of(push, earlier);
            }
        }
        if (faults.fire(FaultKind.REORDER, occasion, now).isPresent()) {
            held.put(new Line(push.conn(), occasion.names()), push);
            return List.of();
        }
        return faults.fire(FaultKind.DUPLICATE, occasion, now).isPresent() ? List.of(push, push) : List.of(push);
    }

    private Push late(Push push, Occasion occasion, Instant now) {
        if (!(push instanceof Push.Text text)) {
            return push;
        }
        return faults.fireNamed(FaultKind.DELAY, occasion, now)
                .map(fault -> (Push) new Push.Text(text.conn(), text.text(), fault.millis("ms", Duration.ofSeconds(1))))
                .orElse(push);
    }

    private boolean isMuted(long conn, Occasion occasion, Instant now) {
        if (muted.isEmpty()) {
            return false;
        }
        muted.values().removeIf(until -> !now.isBefore(until));
        var names = new HashSet<>(occasion.names());
        names.add(EVERYTHING);
        return names.stream().anyMatch(name -> muted.containsKey(new Muted(conn, name)));
    }

    /** A connection falls silent for as long as it lives, or until the fault's time is over. */
    private boolean falls(long conn, Occasion occasion, Instant now) {
        var silence = faults.fire(FaultKind.SILENCE, occasion, now);
        silence.ifPresent(fault -> muted.put(
                new Muted(conn, fault.match().orElse(EVERYTHING)),
                faults.remaining(FaultKind.SILENCE, now).map(now::plus).orElse(Instant.MAX)));
        return silence.isPresent();
    }
}
