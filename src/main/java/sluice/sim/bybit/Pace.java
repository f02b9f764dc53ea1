package sluice.sim.bybit;

import java.time.Duration;

/** How long a WebSocket may go without a word from its client. Immutable. */
public record Pace(Duration silence) {

    /** The venue's own: ten minutes. Its clients ping every 20 seconds. */
    public static final Pace USUAL = new Pace(Duration.ofMinutes(10));

    /** For ever, as far as anybody waits. */
    public static final Pace PATIENT = new Pace(Duration.ofDays(365));
}
