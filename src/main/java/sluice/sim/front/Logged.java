package sluice.sim.front;

import java.time.Instant;

/**
 * One request as the venue saw it; {@code clOrdId} is empty when it names no order, {@code status} 0 when unanswered.
 */
public record Logged(Instant at, String method, String path, int status, String clOrdId) {}
