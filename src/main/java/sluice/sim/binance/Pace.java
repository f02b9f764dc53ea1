package sluice.sim.binance;

import java.time.Duration;

/** How long a WebSocket may live and be silent. Immutable. */
public record Pace(Duration ping, Duration pongWithin, Duration lifetime) {

    /** The venue's own: a ping every 20 s, a pong within a minute, cut after 24 hours. */
    public static final Pace USUAL = new Pace(Duration.ofSeconds(20), Duration.ofMinutes(1), Duration.ofHours(24));

    /** Pings as usual, and ends nothing. */
    public static final Pace PATIENT = new Pace(Duration.ofSeconds(20), Duration.ofDays(365), Duration.ofDays(365));
}
