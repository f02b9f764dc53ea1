package sluice.shell.words;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** From when on: so long ago, {@code 1h}, or a UTC time. Immutable. */
public record Since(Optional<Duration> ago, Optional<Instant> at) {

    static Since of(String text) {
        if (text.matches("[0-9]+(ms|s|m|h)?")) {
            return new Since(Optional.of(Converters.duration(text)), Optional.empty());
        }
        try {
            return new Since(Optional.empty(), Optional.of(Instant.parse(text)));
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(
                    "neither a duration nor a UTC time: " + Plain.shown(text)
                            + " (expected 10m, 1h or 2026-01-31T12:00:00Z)",
                    e);
        }
    }

    public Instant from(Instant now) {
        return at.orElseGet(() -> now.minus(ago.orElse(Duration.ZERO)));
    }
}
