package sluice.venue;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How a venue's link does, as its adapter measures it. Immutable.
 *
 * @param pending requests waiting or in flight
 * @param p50 median round trip of order requests so far; empty before the first
 * @param budgetUsed share of the request limit that is used, 0 to 1
 * @param breaker CLOSED, OPEN or HALF_OPEN
 * @param bannedUntil when the venue will talk to us again
 * @param clockOffset venue clock less ours
 */
public record LinkHealth(
        int pending,
        Optional<Duration> p50,
        Optional<Duration> p99,
        double budgetUsed,
        String breaker,
        Optional<Instant> bannedUntil,
        Duration clockOffset) {}
