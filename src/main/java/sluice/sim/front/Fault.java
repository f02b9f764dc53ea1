package sluice.sim.front;

import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;

/**
 * One fault as it was asked for: what, on which occasions, how often and for how long. Immutable.
 *
 * <p>Without a count it happens once; with a time and no count, on every occasion until the time is over.
 */
public record Fault(
        FaultKind kind,
        Optional<String> match,
        OptionalInt count,
        Optional<Duration> lasting,
        Map<String, String> details,
        Map<String, String> headers) {

    public Fault {
        details = Map.copyOf(details);
        headers = Collections.unmodifiableMap(new TreeMap<>(headers));
    }

    public static Fault once(FaultKind kind) {
        return new Fault(kind, Optional.empty(), OptionalInt.empty(), Optional.empty(), Map.of(), Map.of());
    }

    public Fault on(String occasion) {
        return new Fault(kind, Optional.of(occasion), count, lasting, details, headers);
    }

    public Fault times(int times) {
        return new Fault(kind, match, OptionalInt.of(times), lasting, details, headers);
    }

    public Fault lasting(Duration time) {
        return new Fault(kind, match, count, Optional.of(time), details, headers);
    }

    public Fault with(String name, Object value) {
        var more = new TreeMap<>(details);
        more.put(name, value.toString());
        return new Fault(kind, match, count, lasting, more, headers);
    }

    public Optional<String> text(String name) {
        return Optional.ofNullable(details.get(name));
    }

    public long number(String name, long otherwise) {
        return text(name).map(Long::parseLong).orElse(otherwise);
    }

    public Duration millis(String name, Duration otherwise) {
        return text(name).map(Long::parseLong).map(Duration::ofMillis).orElse(otherwise);
    }

    /** Whether it happens only so often. */
    boolean isCounted() {
        return limit() < Integer.MAX_VALUE;
    }

    /** How often it may happen; a time or a lasting condition without a count sets no limit. */
    int limit() {
        return count.orElse(lasting.isPresent() || kind.isCondition() ? Integer.MAX_VALUE : 1);
    }
}
